"""Finds the official tables in grids and loose rows, and takes their figures by label."""
