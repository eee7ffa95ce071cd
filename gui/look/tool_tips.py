"""Tool tips that keep to the screen: plain text in them is never wrapped by Qt."""

from __future__ import annotations

from html import escape


def wrapped(text: str) -> str:
    """Return a plain text as the rich text that Qt wraps in a tool tip; "" stays ""."""
    if not text:
        return ""
    return f'<p style="white-space: pre-wrap; margin: 0">{escape(text)}</p>'
