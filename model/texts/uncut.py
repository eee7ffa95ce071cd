"""Pieces of a text that are quoted: a year or a date in them is whole."""

from __future__ import annotations

_IN_DATES = frozenset("0123456789０１２３４５６７８９年月日.．,，%％")
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_FARTHEST = 12
"""Characters that a piece is widened by at most on each side."""


def uncut(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the piece of a text from start to end, widened so that it cuts no number and no date.

    「21年1月1日」 for 2021年1月1日 would read as another year.
    """
    first, last = start, end
    while first > max(start - _FARTHEST, 0) and _joins(text, first):
        first -= 1
    while last < min(end + _FARTHEST, len(text)) and _joins(text, last):
        last += 1
    return first, last


def _joins(text: str, place: int) -> bool:
    """Return whether the characters before and at a place belong to one number or date."""
    before, after = text[place - 1], text[place]
    if after not in _IN_DATES or before not in _IN_DATES:
        return False
    return before in _DIGITS or after in _DIGITS
