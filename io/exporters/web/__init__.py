"""Blocks to web pages and plain text."""
