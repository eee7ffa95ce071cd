"""The report as neutral blocks, and the writers that walk them."""
