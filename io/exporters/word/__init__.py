"""Blocks to Word files."""
