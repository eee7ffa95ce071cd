"""A table of a page as a grid of source cells, colspan and rowspan respected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from importers.readers.html.html_names import (
    CELLS,
    Element,
    is_never_text,
    name_of,
    span_of,
    text_of,
)
from importers.source_document import Paragraph, SourceCell, SourceTable

MOST_SPAN = 200
MOST_COLUMNS = 250
MOST_ROWS = 1000
_STRAYS = frozenset(("caption", "table"))


ReadCell = Callable[[Element], Paragraph]
IsUnseen = Callable[[Element], bool]


@dataclass(frozen=True)
class _Cell:
    words: Paragraph
    columns: int
    rows: int


@dataclass
class TableRows:
    """The rows of a table as they stand in the page, and what stands in none of its cells."""

    rows: list[list[_Cell]] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)

    def takes_whole(self, element: Element, read_cell: ReadCell, is_unseen: IsUnseen) -> bool:
        """Take a cell, a caption or a table without a cell as one, and what is not shown."""
        if is_never_text(element):
            return True
        if is_unseen(element):
            self.unseen.append(text_of(element))
            return True
        name = name_of(element)
        if name in CELLS:
            columns = span_of(element, "colspan", MOST_SPAN)
            self.add(_Cell(read_cell(element), columns, span_of(element, "rowspan", MOST_ROWS)))
        elif name in _STRAYS:
            self.strays.append(read_cell(element).text)
        return name in CELLS or name in _STRAYS

    def open(self, element: Element) -> None:
        """Begin a row, or whatever else stands in the table around its cells."""
        if name_of(element) == "tr":
            self.rows.append([])
        self.strays.append(element.text or "")

    def add(self, cell: _Cell) -> None:
        """Add a cell to the row that is open; a cell without a row opens one."""
        if not self.rows:
            self.rows.append([])
        self.rows[-1].append(cell)


def collect_rows(table: Element, read_cell: ReadCell, is_unseen: IsUnseen) -> TableRows:
    """Return the rows of a table; `read_cell` reads the words of a cell or caption.

    Rows and cells that are not shown are none of it.
    """
    found = TableRows()
    walker = etree.iterwalk(table, events=("start", "end"))
    for event, element in walker:
        if element is table:
            found.strays += [element.text or ""] if event == "start" else []
        elif event == "end":
            found.strays.append(element.tail or "")
        elif found.takes_whole(element, read_cell, is_unseen):
            walker.skip_subtree()
        else:
            found.open(element)
    found.strays = [text for text in map(str.strip, found.strays) if text]
    return found


def grid_of(rows: Sequence[Sequence[_Cell]]) -> SourceTable:
    """Return the grid that the rows make up, as browsers lay it out.

    The rule is the table model of the HTML standard: a cell takes the first column that no cell
    from above still covers.
    """
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
            text, marked = cell.words.text, cell.words.marked
            cells.append(SourceCell(number, column, text, height, width, marked))
            for place in range(column, column + width):
                begun[place] = height
            column += width
        taken = {place: left - 1 for place, left in (taken | begun).items() if left > 1}
    return SourceTable(tuple(cells))
