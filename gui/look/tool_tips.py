"""Tool tips that keep to the screen: plain text in them is never wrapped by Qt."""

from __future__ import annotations

_AS_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
"""As `html.escape` does, which would bring the names of two thousand signs into every start."""


def wrapped(text: str) -> str:
    """Return a plain text as the rich text that Qt wraps in a tool tip; "" stays ""."""
    if not text:
        return ""
    return f'<p style="white-space: pre-wrap; margin: 0">{text.translate(_AS_TEXT)}</p>'
