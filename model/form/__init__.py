"""An edition of the official form: its parts, its tables and grids, read from data."""
