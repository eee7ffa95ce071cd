"""A table of a page as a grid of source cells, colspan and rowspan respected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from importers.readers.html.html_names import CELLS, is_hidden, is_never_text, name_of, span_of
from importers.source_document import SourceCell, SourceTable

MOST_SPAN = 200
MOST_COLUMNS = 250


@dataclass(frozen=True)
class _Cell:
    text: str
    columns: int
    rows: int


@dataclass
class TableRows:
    """The rows of a table as they stand in the page, and what stands in none of its cells."""

    rows: list[list[_Cell]] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)

    def add(self, cell: _Cell) -> None:
        """Add a cell to the row that is open; a cell without a row opens one."""
        if not self.rows:
            self.rows.append([])
        self.rows[-1].append(cell)


def collect_rows(table: etree._Element, read_cell: Callable[[etree._Element], str]) -> TableRows:
    """Return the rows of a table; `read_cell` reads the words of a cell or caption."""
    found = TableRows()
    walker = etree.iterwalk(table, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            if element is not table:
                found.strays.append(element.tail or "")
            continue
        if element is not table and (is_never_text(element) or is_hidden(element)):
            walker.skip_subtree()
            continue
        name = name_of(element)
        if name == "tr":
            found.rows.append([])
        elif name in CELLS:
            columns = span_of(element, "colspan", MOST_SPAN)
            found.add(_Cell(read_cell(element), columns, span_of(element, "rowspan", 1000)))
            walker.skip_subtree()
            continue
        elif name in ("caption", "table") and element is not table:
            found.strays.append(read_cell(element))
            walker.skip_subtree()
            continue
        found.strays.append(element.text or "")
    found.strays = [text for text in map(str.strip, found.strays) if text]
    return found


def grid_of(rows: Sequence[Sequence[_Cell]]) -> SourceTable:
    """Return the grid that the rows make up, as browsers lay it out."""
    cells: list[SourceCell] = []
    taken: dict[int, int] = {}
    for number, row in enumerate(rows):
        column = 0
        begun: dict[int, int] = {}
        for cell in row:
            while taken.get(column, 0) > 0:
                column += 1
            # Beyond any real width a cell counts as one, so that no page fills the memory.
            is_within = column < MOST_COLUMNS
            height = min(cell.rows, len(rows) - number) if is_within else 1
            width = cell.columns if is_within else 1
            cells.append(SourceCell(number, column, cell.text, height, width))
            for place in range(column, column + width):
                begun[place] = height
            column += width
        taken = {place: left - 1 for place, left in (taken | begun).items() if left > 1}
    return SourceTable(tuple(cells))
