"""OFD, the national fixed-page format (GB/T 33190), to the neutral document."""
