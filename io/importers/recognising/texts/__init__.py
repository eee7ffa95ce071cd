"""Finds title, headings, parts and signature in the paragraphs."""
