"""A sheet of a workbook cut into paragraphs and tables, whatever program wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from importers.source_document import (
    Block,
    Marked,
    Paragraph,
    SourceCell,
    SourceDocument,
    SourceTable,
)

FEWEST_PART_ROWS = 3
LONGEST_PART = 60
_FIGURE = re.compile(r"[-－]?[\d０-９,，.．]+")

Place = tuple[int, int]
Area = tuple[int, int, int, int]
"""First row, first column, row behind, column behind."""


@dataclass
class Sheet:
    """The texts of a sheet by (row, column), its merged areas and the cells that have a border.

    `marked` is what was left out of the texts for its looks.
    """

    name: str
    texts: dict[Place, str] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    ruled: set[Place] = field(default_factory=set)
    marked: dict[Place, tuple[Marked, ...]] = field(default_factory=dict)

    @cached_property
    def spans(self) -> dict[Place, Area]:
        """Return the merged area of each cell that begins one."""
        return {(area[0], area[1]): area for area in self.merges}

    @cached_property
    def covered(self) -> set[Place]:
        """Return the cells that a merged area covers, without the ones that begin it."""
        return {
            (row, column)
            for area in self.merges
            for row in range(area[0], area[2])
            for column in range(area[1], area[3])
            if (row, column) != area[:2]
        }

    @cached_property
    def columns(self) -> dict[int, list[int]]:
        """Return the columns that hold text or a border, rising, by row."""
        found: dict[int, set[int]] = {}
        for row, column in (*self.texts, *self.ruled):
            found.setdefault(row, set()).add(column)
        for area in self.merges:
            if area[:2] in self.texts:
                for row in range(area[0], area[2]):
                    found.setdefault(row, set()).update((area[1], area[3] - 1))
        return {row: sorted(columns) for row, columns in found.items()}

    @cached_property
    def hanging(self) -> set[Place]:
        """Return the cells that a text from a row above reaches down to."""
        return {
            (row, area[1])
            for area in self.merges
            if area[:2] in self.texts
            for row in range(area[0] + 1, area[2])
        }

    @property
    def size(self) -> int:
        """Return how many cells a table over all that is used would have."""
        used = [column for columns in self.columns.values() for column in columns]
        return (max(used) - min(used) + 1) * len(self.columns) if used else 0

    def area(self, place: Place) -> Area:
        """Return the merged area that begins at a cell, or the cell alone."""
        row, column = place
        return self.spans.get(place, (row, column, row + 1, column + 1))


CONTINUED = "（接上行）"
"""What this program puts before a row that goes on with the paragraph above."""


def workbook_document(
    name: str, sheets: Iterable[Sheet], notes: Iterable[str] = ()
) -> SourceDocument:
    """Return the sheets of a workbook as one neutral document."""
    blocks: list[Block] = []
    starts, names = [], []
    for sheet in sheets:
        starts.append(len(blocks))
        names.append(sheet.name)
        blocks += sheet_blocks(sheet)
    return SourceDocument(name, "工作簿", tuple(blocks), tuple(notes), tuple(starts), tuple(names))


def sheet_blocks(sheet: Sheet) -> Iterator[Block]:
    """Yield the blocks of a sheet from top to bottom."""
    for place in sheet.covered & sheet.texts.keys():
        del sheet.texts[place]
    if _is_part_list(sheet):
        yield from _part_rows(sheet)
        return
    rows: list[int] = []
    for row in sorted(sheet.columns):
        is_open = bool(rows) and rows[-1] == row - 1
        if _is_paragraph(sheet, row):
            yield from _region(sheet, rows)
            rows = []
            yield from _paragraphs(sheet, row)
        elif is_open or not rows:
            rows.append(row)
        else:
            yield from _region(sheet, rows)
            rows = [row]
    yield from _region(sheet, rows)


def _paragraphs(sheet: Sheet, row: int) -> Iterator[Paragraph]:
    for column, text in _row_texts(sheet, row).items():
        yield Paragraph(text, marked=sheet.marked.get((row, column), ()))


def _row_texts(sheet: Sheet, row: int) -> dict[int, str]:
    return {
        column: sheet.texts[(row, column)]
        for column in sheet.columns[row]
        if (row, column) in sheet.texts
    }


def _is_paragraph(sheet: Sheet, row: int) -> bool:
    """Return whether a row holds one text alone: without borders, or in a cell over its width."""
    texts = _row_texts(sheet, row)
    columns = sheet.columns[row]
    if len(texts) != 1:
        return False
    first, _, end, last = sheet.area((row, next(iter(texts))))
    if end - first > 1 or any((row, column) in sheet.hanging for column in columns):
        return False
    return not _is_ruled(sheet, row) or (
        columns[0] in texts and last > columns[-1] and last - columns[0] > 1
    )


def _region(sheet: Sheet, rows: list[int]) -> Iterator[Block]:
    """Yield the table that stands in neighbouring rows; a lone line of words is paragraphs."""
    texts = [text for row in rows for text in _row_texts(sheet, row).values()]
    if len(rows) == 1 and not _is_ruled(sheet, rows[0]) and not any(map(_is_figure, texts)):
        yield from _paragraphs(sheet, rows[0])
    elif texts:
        yield SourceTable(tuple(_cells(sheet, rows)))


def _is_ruled(sheet: Sheet, row: int) -> bool:
    return any((row, column) in sheet.ruled for column in sheet.columns[row])


def _is_figure(text: str) -> bool:
    return bool(_FIGURE.fullmatch(text.strip()))


def _cells(sheet: Sheet, rows: list[int]) -> Iterator[SourceCell]:
    top, left = rows[0], min(sheet.columns[row][0] for row in rows)
    last = max(sheet.columns[row][-1] for row in rows)
    for row in rows:
        for column in range(left, last + 1):
            if (row, column) in sheet.covered:
                continue
            _, _, end, behind = sheet.area((row, column))
            text = sheet.texts.get((row, column), "")
            yield SourceCell(
                row - top,
                column - left,
                text,
                min(end, rows[-1] + 1) - row,
                behind - column,
                sheet.marked.get((row, column), ()),
            )


def _is_part_list(sheet: Sheet) -> bool:
    """Return whether the sheet is nothing but two columns: names of parts, and their texts."""
    used = sorted({column for _, column in sheet.texts})
    if len(used) != 2 or any(area[3] - area[1] > 1 for area in sheet.merges):
        return False
    names, texts = (_column_texts(sheet, column) for column in used)
    is_short = all(len(name) <= LONGEST_PART for name in names)
    return is_short and len(texts) >= FEWEST_PART_ROWS and sum(map(_is_figure, texts)) <= 1


def _column_texts(sheet: Sheet, wanted: int) -> list[str]:
    return [text for (_, column), text in sheet.texts.items() if column == wanted]


def _part_rows(sheet: Sheet) -> Iterator[Block]:
    """Yield a paragraph for each row, with the name that stands before it or further up."""
    first, second = sorted({column for _, column in sheet.texts})
    found: list[Paragraph] = []
    part = ""
    for row in sorted(sheet.columns):
        name = sheet.texts.get((row, first), part)
        text = sheet.texts.get((row, second), "")
        marked = sheet.marked.get((row, second), ())
        if name == CONTINUED and found:
            before = found[-1]
            found[-1] = replace(before, text=before.text + text, marked=before.marked + marked)
            continue
        part = name
        if text or (row, first) in sheet.texts:
            found.append(Paragraph(text, part, marked))
    yield from found
