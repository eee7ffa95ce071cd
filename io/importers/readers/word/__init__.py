"""Word and WPS files to the neutral document."""
