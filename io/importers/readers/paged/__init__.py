"""Pages of placed characters and rules, as PDF and OFD have them, to the neutral document."""
