"""Figures before they are placed: units, breaks, shifts that the sums allow, causes of doubt."""
