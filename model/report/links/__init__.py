"""Figures in the texts that follow the tables: where they stand, what they say, how they move."""
