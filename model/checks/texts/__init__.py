"""Checks on what the texts say."""
