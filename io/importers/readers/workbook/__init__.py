"""Workbooks to the neutral document."""
