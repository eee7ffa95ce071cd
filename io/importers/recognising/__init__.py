"""From the neutral document to the report."""
