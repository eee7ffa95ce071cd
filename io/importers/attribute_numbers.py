"""Numbers in the attributes of foreign files, which may say anything at all."""

from __future__ import annotations

import re

MOST_DIGITS = 9
"""A longer row of digits is as large as any bound; Python itself refuses to read endless ones."""
_WHOLE = re.compile(r"[ \t\r\n]*\+?([0-9]+)[ \t\r\n]*")
_HEX = re.compile(r"[ \t\r\n]*([0-9A-Fa-f]{1,8})[ \t\r\n]*")
_CHARACTERS = (range(0x20, 0xD800), range(0xE000, 0xFFFE), range(0x10000, 0x110000))
"""The code points that XML 1.0 allows in text, without line breaks."""


def whole_number(text: str | None, default: int, *, least: int = 0, most: int) -> int:
    """Return the whole number that an attribute gives, held between two bounds.

    `default` where the attribute is missing or is none: it has a sign of less, a fraction, or
    digits other than 0 to 9, which Python would take for numbers and which no format allows.
    """
    match = _WHOLE.fullmatch(text or "")
    if match is None:
        return default
    digits = match[1].lstrip("0")
    number = int(digits or "0") if len(digits) <= MOST_DIGITS else most
    return max(least, min(number, most))


def hex_character(text: str | None) -> str:
    """Return the character whose code point an attribute gives in hexadecimal digits.

    "" where it gives none, or one that text cannot hold, such as FFFFFFFF or half of a pair.
    """
    match = _HEX.fullmatch(text or "")
    number = int(match[1], 16) if match else 0
    return chr(number) if any(number in block for block in _CHARACTERS) else ""
