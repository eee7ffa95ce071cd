"""Text with the marks of Markdown, or with tables of a page in it, to the neutral document."""
