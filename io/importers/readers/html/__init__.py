"""Web pages to the neutral document."""
