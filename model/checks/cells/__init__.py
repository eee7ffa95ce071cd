"""Checks that look at single cells."""
