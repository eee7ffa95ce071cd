"""Report files that are not what was saved: told, and what is left of them read."""
