"""Lines of text without Qt: where they break, how they are set, what stands where on a page."""
