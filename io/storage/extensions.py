"""The extensions of the files that the program writes for itself."""

from __future__ import annotations

REPORT = ".nianbao"
"""A report."""
SNAPSHOT = ".json"
"""What is not saved yet."""
