"""A Word table as a grid of source cells, merges and tracked changes respected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from importers.attribute_numbers import whole_number
from importers.readers.word.docx_marks import DocxMarks
from importers.readers.word.docx_names import TC, TR, WRAPPERS, child
from importers.source_document import SourceCell, SourceTable

MOST_SPAN = 200


@dataclass
class _Open:
    """A cell that may go on into the rows below."""

    row: int
    column: int
    span: int
    text: str
    rows: int = 1

    def cell(self) -> SourceCell:
        return SourceCell(self.row, self.column, self.text, self.rows, self.span)


def read_table(
    table: etree._Element, cell_text: Callable[[etree._Element], str], marks: DocxMarks
) -> SourceTable:
    """Return the grid of a `w:tbl`; `cell_text` reads the words of one `w:tc`.

    Cells join as ECMA-376, part 1, 17.4 has it, but one merged away that holds words stays.
    """
    cells: list[_Open] = []
    above: dict[int, _Open] = {}
    for row, element in enumerate(_rows(table)):
        below: dict[int, _Open] = {}
        column = whole_number(marks.spans(element).get("gridBefore"), 0, most=MOST_SPAN)
        for tc in _cells(element):
            properties = marks.spans(tc)
            span = whole_number(properties.get("gridSpan"), 1, least=1, most=MOST_SPAN)
            text = cell_text(tc)
            origin = above.get(column) if _continues(properties, "vMerge") else None
            if origin and not text.strip():
                origin.rows += 1
                below[column] = origin
            elif _continues(properties, "hMerge") and cells and cells[-1].row == row:
                cells[-1].span += span
                cells[-1].text += text
            else:
                cells.append(_Open(row, column, span, text))
                below[column] = cells[-1]
            column += span
        above = below
    return SourceTable(tuple(cell.cell() for cell in cells))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for item in table:
        if item.tag == TR:
            if child(child(item, "trPr"), "del") is None:
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
