"""Plain text to the neutral document."""
