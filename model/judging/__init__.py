"""Findings as they stand: declared right or open, counted and put into words."""
