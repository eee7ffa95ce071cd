"""The report, the values of its cells, its totals, and the edits that change it."""
