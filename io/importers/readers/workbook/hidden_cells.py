"""Rows and columns that a sheet does not show, taken out of it as a person would not see them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from importers.readers.workbook.sheet_blocks import Place, Sheet

LONGEST = 30
MOST_NAMED = 20


def without_hidden(
    sheet: Sheet, rows: Iterable[int], columns: Iterable[int], first: int = 0
) -> tuple[Sheet, list[str]]:
    """Return the sheet without its hidden rows and columns, and Chinese lines on what they held.

    `first` is the number of the first row and column, 0 or 1. Hidden places without text go too,
    and are not worth a word.
    """
    used = (*sheet.texts, *sheet.ruled)
    gone_rows = _used(rows, {row for row, _ in used})
    gone_columns = _used(columns, {column for _, column in used})
    if not gone_rows and not gone_columns:
        return sheet, []
    notes = [
        *_notes(sheet, "行", gone_rows, lambda place: place[0], lambda n: str(n - first + 1)),
        *_notes(sheet, "列", gone_columns, lambda place: place[1], lambda n: _letters(n - first)),
    ]
    return _squeezed(sheet, _Places(gone_rows), _Places(gone_columns)), notes


def _squeezed(sheet: Sheet, down: _Places, right: _Places) -> Sheet:
    def moved(place: Place) -> Place:
        return down.of(place[0]), right.of(place[1])

    places = {*sheet.texts, *sheet.marked, *sheet.ruled}
    kept = {place for place in places if place[0] not in down.gone and place[1] not in right.gone}
    found = Sheet(sheet.name)
    found.texts = {moved(place): sheet.texts[place] for place in kept & sheet.texts.keys()}
    found.marked = {moved(place): sheet.marked[place] for place in kept & sheet.marked.keys()}
    found.ruled = set(map(moved, kept & sheet.ruled))
    for area in sheet.merges:
        start, end = moved(area[:2]), moved(area[2:])
        if end[0] > start[0] and end[1] > start[1]:
            found.merges.append((*start, *end))
            # Where the first row or column of an area is hidden, the rest shows its text.
            if area[:2] in sheet.texts:
                found.texts[start] = sheet.texts[area[:2]]
    return found


class _Places:
    """Where rows or columns stand once some are gone."""

    def __init__(self, gone: Iterable[int]) -> None:
        self.gone = frozenset(gone)
        self._sorted = sorted(self.gone)

    def of(self, place: int) -> int:
        return place - bisect_left(self._sorted, place)


def _used(places: Iterable[int], used: set[int]) -> list[int]:
    return sorted(used.intersection(places))


def _notes(
    sheet: Sheet,
    what: str,
    gone: Iterable[int],
    side: Callable[[Place], int],
    name: Callable[[int], str],
) -> list[str]:
    lines = []
    texts: dict[int, list[str]] = {}
    for place in sorted(sheet.texts):
        texts.setdefault(side(place), []).append("".join(sheet.texts[place].split()))
    for number in gone:
        words = "、".join(filter(None, texts.get(number, [])))
        if words:
            quoted = words if len(words) <= LONGEST else words[:LONGEST] + "…"
            lines.append(
                f"工作表「{sheet.name}」第{name(number)}{what}是隐藏的（{quoted}），没有读取"
            )
    if len(lines) > MOST_NAMED:
        more = len(lines) - MOST_NAMED
        lines = [*lines[:MOST_NAMED], f"工作表「{sheet.name}」另有{more}{what}是隐藏的，没有读取"]
    return lines


def _letters(number: int) -> str:
    """Return a column, counted from 0, as spreadsheets name it."""
    letters = ""
    number += 1
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
