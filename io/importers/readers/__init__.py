"""One room for each kind of source: bytes to the neutral document."""
