"""PDF files with a text layer to the neutral document."""
