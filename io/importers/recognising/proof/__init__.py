"""Holds what was read against sums, labels and embedded data, and tells what to look at."""
