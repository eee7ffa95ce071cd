"""What a window of some width has room for: whole columns, rails, words in the tool bar."""

from __future__ import annotations

from dataclasses import dataclass

from gui.look.sizes import unzoomed

RAIL = 48
"""Pixels of a column that is a rail, at 100 %."""
WIDE, USUAL, NARROW = 1600, 1200, 900
"""Effective widths, in pixels at 100 %, from which more is shown."""
LOW = 520
"""Effective height below which the strip under a table is one line."""


@dataclass(frozen=True)
class Arrangement:
    """The widths of both columns in pixels at 100 %, None for a rail."""

    name: str
    parts: int | None
    findings: int | None
    has_all_words: bool


def arrangement(width: int, *, is_whole: bool = False) -> Arrangement:
    """Return how a window of so many pixels is divided; a whole table takes both columns' room."""
    effective = unzoomed(width)
    has_words = effective >= USUAL
    if is_whole:
        return Arrangement("whole", None, None, has_words)
    if effective >= WIDE:
        return Arrangement("wide", 208, 344, has_words)
    if has_words:
        return Arrangement("usual", 176, 272, has_words)
    if effective >= NARROW:
        return Arrangement("narrow", 174, None, has_words)
    return Arrangement("small", None, None, has_words)
