"""The page that shows while no report is open."""
