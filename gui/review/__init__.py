"""The review of a source before it is used: causes, doubtful cells, what was decided."""
