"""A Word table as a grid of source cells, merges and tracked changes respected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from importers.docx_names import W, child, value
from importers.source_document import SourceCell, SourceTable

_WRAPPERS = {W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
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


def read_table(table: etree._Element, cell_text: Callable[[etree._Element], str]) -> SourceTable:
    """Return the grid of a `w:tbl`; `cell_text` reads the words of one `w:tc`."""
    cells: list[_Open] = []
    above: dict[int, _Open] = {}
    for row, element in enumerate(_rows(table)):
        below: dict[int, _Open] = {}
        column = _number(child(child(element, "trPr"), "gridBefore"), 0)
        for tc in _cells(element):
            properties = child(tc, "tcPr")
            span = _number(child(properties, "gridSpan"), 1)
            text = cell_text(tc)
            origin = above.get(column) if _continues(properties) else None
            if origin and not text.strip():
                origin.rows += 1
                below[column] = origin
            elif _joins_left(properties) and cells and cells[-1].row == row:
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
        if item.tag == W + "tr":
            if child(child(item, "trPr"), "del") is None:
                yield item
        elif item.tag in _WRAPPERS:
            yield from _rows(item)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for item in row:
        if item.tag == W + "tc":
            yield item
        elif item.tag in _WRAPPERS:
            yield from _cells(item)


def _continues(properties: etree._Element | None) -> bool:
    merge = child(properties, "vMerge")
    return merge is not None and value(merge) != "restart"


def _joins_left(properties: etree._Element | None) -> bool:
    merge = child(properties, "hMerge")
    return merge is not None and value(merge) != "restart"


def _number(element: etree._Element | None, default: int) -> int:
    text = value(element)
    return min(int(text), MOST_SPAN) if text.isdigit() else default
