"""How a cell of an old workbook looks, and the parts of a text that look otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from importers.readers.looks import PLAIN, Look, Run

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Cell

_SHIFTS = {1: 1, 2: -1}
_WHITE_INDEXES = (1, 9)
_NOTHING_SHOWN = ";;;"


def cell_look(book: Book, cell: Cell) -> Look:
    """Return the look that a cell gives to its text."""
    format_ = book.xf_list[cell.xf_index or 0]
    look = _font_look(book, format_.font_index, is_bare=_is_bare(book, cell))
    known = book.format_map.get(format_.format_key)
    is_nothing = known is not None and str(known.format_str) == _NOTHING_SHOWN
    return replace(look, is_hidden=True) if is_nothing else look


def rich_runs(book: Book, cell: Cell, text: str, parts: Sequence[tuple[int, int]]) -> Iterator[Run]:
    """Yield the parts of a text; `parts` are (first character, font) in rising order."""
    bare = _is_bare(book, cell)
    ends = [start for start, _ in parts[1:]] + [len(text)]
    first = parts[0][0] if parts else len(text)
    if text[:first]:
        yield text[:first], cell_look(book, cell)
    for (start, font), end in zip(parts, ends, strict=False):
        yield text[start:end], _font_look(book, font, is_bare=bare)


def _font_look(book: Book, number: int, *, is_bare: bool) -> Look:
    if not 0 <= number < len(book.font_list):
        return PLAIN
    font = book.font_list[number]
    return Look(
        is_struck=bool(font.struck_out),
        is_hidden=is_bare and font.colour_index in _WHITE_INDEXES,
        shift=_SHIFTS.get(font.escapement, 0),
        size=float(font.height),
    )


def _is_bare(book: Book, cell: Cell) -> bool:
    """Return whether nothing lies behind a cell's text."""
    ground = book.xf_list[cell.xf_index or 0].background
    return ground is None or not ground.fill_pattern
