"""The years, periods and dates that a text names."""
