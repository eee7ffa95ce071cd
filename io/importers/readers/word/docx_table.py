"""A Word table as a grid of source cells, merges and tracked changes respected."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from importers.attribute_numbers import whole_number
from importers.readers.word.docx_marks import DocxMarks
from importers.readers.word.docx_names import TC, TR, WRAPPERS, Element, child, is_on
from importers.source_document import Paragraph, SourceCell, SourceTable

MOST_SPAN = 200
LONGEST_QUOTE = 60


@dataclass
class _Open:
    """A cell that may go on into the rows below."""

    row: int
    column: int
    span: int
    words: Paragraph
    rows: int = 1

    def add(self, text: str, words: Paragraph) -> None:
        """Add the text of a cell merged with this one, and what was left out of it."""
        if text or words.marked:
            marked = (*self.words.marked, *words.marked)
            self.words = replace(self.words, text=self.words.text + text, marked=marked)

    def cell(self) -> SourceCell:
        words = self.words
        return SourceCell(
            self.row, self.column, words.text, self.rows, self.span, marked=words.marked
        )


ReadCell = Callable[[Element], Paragraph]


@dataclass
class WordTable:
    """The grid of a table, and Chinese lines on its rows that are hidden or were deleted."""

    grid: SourceTable
    notes: list[str] = field(default_factory=list)


def read_table(table: etree._Element, read_cell: ReadCell, marks: DocxMarks) -> WordTable:
    """Return a `w:tbl`; `read_cell` reads the words of one `w:tc`.

    Cells join as ECMA-376, part 1, 17.4 has it, but one merged away that holds words stays.
    """
    rows, notes = [], []
    for element in _rows(table):
        reason = _gone(element)
        if not reason:
            rows.append(element)
        elif words := "、".join(filter(None, _row_words(element, read_cell))):
            notes.append(f"{reason}表格行「{words[:LONGEST_QUOTE]}」没有录入")
    return WordTable(_grid(rows, read_cell, marks), notes)


def _gone(row: etree._Element) -> str:
    """Return in Chinese why a row is not shown, "" for one that is."""
    properties = child(row, "trPr")
    if child(properties, "del") is not None:
        return "修订中删除的"
    return "隐藏的" if is_on(child(properties, "hidden")) else ""


def _row_words(row: etree._Element, read_cell: ReadCell) -> Iterator[str]:
    for cell in _cells(row):
        words = read_cell(cell)
        yield words.text or "".join(item.text for item in words.marked)


def _grid(rows: Sequence[etree._Element], read_cell: ReadCell, marks: DocxMarks) -> SourceTable:
    cells: list[_Open] = []
    above: dict[int, _Open] = {}
    for row, element in enumerate(rows):
        below: dict[int, _Open] = {}
        column = whole_number(marks.spans(element).get("gridBefore"), 0, most=MOST_SPAN)
        for tc in _cells(element):
            properties = marks.spans(tc)
            span = whole_number(properties.get("gridSpan"), 1, least=1, most=MOST_SPAN)
            words = read_cell(tc)
            origin = above.get(column) if _continues(properties, "vMerge") else None
            if origin and not words.text.strip():
                origin.rows += 1
                origin.add("", words)
                below[column] = origin
            elif _continues(properties, "hMerge") and cells and cells[-1].row == row:
                cells[-1].span += span
                cells[-1].add(words.text, words)
            else:
                cells.append(_Open(row, column, span, words))
                below[column] = cells[-1]
            column += span
        above = below
    return SourceTable(tuple(cell.cell() for cell in cells))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for item in table:
        if item.tag == TR:
            yield item
        elif item.tag in WRAPPERS:
            yield from _rows(item)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for item in row:
        if item.tag == TC:
            yield item
        elif item.tag in WRAPPERS:
            yield from _cells(item)


def _continues(properties: dict[str, str], name: str) -> bool:
    return properties.get(name, "restart") != "restart"
