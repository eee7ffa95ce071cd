"""Readers of foreign files, and the recogniser that turns them into a report."""
