"""The report model: pure Python, no Qt, no files."""
