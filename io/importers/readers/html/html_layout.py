"""Which tables of a page only lay it out."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from importers.readers.html.html_names import CELLS, is_never_text, name_of

FEWEST_CELLS = 8
MOST_DEPTH = 60


@dataclass
class _Measure:
    """What a table holds: characters in all and in its fullest cell, cells, and the widest row."""

    depth: int
    total: int = 0
    fullest: int = 0
    cells: int = 0
    in_row: int = 0
    widest: int = 0
    has_table: bool = False

    @property
    def is_layout(self) -> bool:
        if self.widest <= 1 or self.depth > MOST_DEPTH:
            return True
        return self.has_table and (self.cells < FEWEST_CELLS or self.fullest * 2 > self.total)


def layout_tables(root: etree._Element) -> set[etree._Element]:
    """Return the tables that hold the page rather than figures.

    These are tables of one column, and those that hold tables where one cell has most of the text.
    """
    found: set[etree._Element] = set()
    tables: list[_Measure] = []
    cells: list[int] = []
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        name = name_of(element)
        if event == "start" and is_never_text(element):
            walker.skip_subtree()
        elif event == "start":
            _enter(name, element, tables, cells)
        elif not is_never_text(element):
            _leave(name, element, tables, cells, found)
        if event == "end" and cells:
            cells[-1] += len((element.tail or "").strip())
    return found


def _enter(name: str, element: etree._Element, tables: list[_Measure], cells: list[int]) -> None:
    if name == "table":
        if tables:
            tables[-1].has_table = True
        tables.append(_Measure(len(tables) + 1))
        cells.append(0)
    elif tables and name == "tr":
        tables[-1].in_row = 0
    elif tables and name in CELLS:
        tables[-1].cells += 1
        tables[-1].in_row += 1
        tables[-1].widest = max(tables[-1].widest, tables[-1].in_row)
        cells.append(0)
    if cells:
        cells[-1] += len((element.text or "").strip())


def _leave(
    name: str,
    element: etree._Element,
    tables: list[_Measure],
    cells: list[int],
    found: set[etree._Element],
) -> None:
    if name == "table" and tables:
        measure = tables.pop()
        cells.pop()
        if measure.is_layout:
            found.add(element)
        if cells:
            cells[-1] += measure.total
    elif name in CELLS and tables:
        size = cells.pop()
        tables[-1].total += size
        tables[-1].fullest = max(tables[-1].fullest, size)
