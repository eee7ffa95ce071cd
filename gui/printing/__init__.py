"""Preview, page set-up, fonts and printing."""
