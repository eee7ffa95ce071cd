"""Deeds on the words of a report: finding and replacing, and the official sub-headings."""
