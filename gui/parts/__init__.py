"""The parts of the report: their list, how they stand, and what is left to do."""
