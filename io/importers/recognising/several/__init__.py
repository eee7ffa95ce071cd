"""Several reports, tables or years in one source: which of them is read."""
