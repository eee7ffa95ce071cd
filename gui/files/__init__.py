"""The ways of a report between the window and its files."""
