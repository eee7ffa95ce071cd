"""The rows of RTF tables put together to grids by the right edges of their cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from importers.source_document import Paragraph, SourceCell, SourceTable

NEAR = 30
"""Twips: edges that are not further apart are one."""
MOST_ROWS, MOST_COLUMNS = 2_000, 250


@dataclass
class CellShape:
    """What a row says of a cell: its right edge in twips, and how it is merged."""

    edge: int = 0
    joins_left: bool = False
    joins_above: bool = False
    has_ground: bool = False


@dataclass
class Row:
    """A row as it was written: the shapes of its cells, and their words."""

    left: int
    shapes: list[CellShape]
    cells: list[Paragraph]


@dataclass
class OpenTable:
    """A table whose end has not come: rows, the open row's cells, the open cell's lines."""

    rows: list[Row] = field(default_factory=list)
    cells: list[Paragraph] = field(default_factory=list)
    lines: list[Paragraph] = field(default_factory=list)
    shapes: list[CellShape] = field(default_factory=list)
    pending: CellShape = field(default_factory=CellShape)
    left: int = 0

    def begin_shapes(self) -> None:
        """Begin to say anew how a row's cells are laid out."""
        self.shapes, self.pending, self.left = [], CellShape(), 0

    def add_shape(self, edge: int) -> None:
        """End what is said of a cell with its right edge."""
        self.pending.edge = edge
        if len(self.shapes) < MOST_COLUMNS:
            self.shapes.append(self.pending)
        self.pending = CellShape()

    def end_cell(self) -> None:
        """End the open cell with the lines it has."""
        marked = tuple(item for line in self.lines for item in line.marked)
        text = "\n".join(line.text for line in self.lines if line.text)
        self.cells.append(Paragraph(text, marked=marked))
        self.lines = []

    def end_row(self) -> None:
        """End the open row; words behind its last cell are a cell too."""
        if any(line.text or line.marked for line in self.lines):
            self.end_cell()
        self.lines = []
        if self.cells and len(self.rows) < MOST_ROWS:
            self.rows.append(Row(self.left, self.shapes, self.cells[:MOST_COLUMNS]))
        self.cells = []

    @property
    def has_ground(self) -> bool:
        """Return whether the open cell has a colour behind its words."""
        place = len(self.cells)
        return place < len(self.shapes) and self.shapes[place].has_ground


def grid_of(rows: Sequence[Row]) -> SourceTable:
    """Return the grid of a table; without one where rows do not say where their cells end."""
    if any(len(row.shapes) < len(row.cells) for row in rows):
        cells = [
            SourceCell(number, column, cell.text, marked=cell.marked)
            for number, row in enumerate(rows)
            for column, cell in enumerate(row.cells)
        ]
        return SourceTable(tuple(cells), has_grid=False)
    edges = _edges(rows)
    found: list[SourceCell] = []
    above: dict[int, int] = {}
    for number, row in enumerate(rows):
        above = _add_row(number, row, edges, found, above)
    return SourceTable(tuple(found))


def _add_row(
    number: int, row: Row, edges: Sequence[int], found: list[SourceCell], above: dict[int, int]
) -> dict[int, int]:
    """Add a row's cells; return which cell covers each column, by its place among those found."""
    covered: dict[int, int] = {}
    start, last = _place(edges, row.left), -1
    for shape, words in zip(row.shapes, row.cells, strict=False):
        end = max(_place(edges, shape.edge), start + 1)
        over = above.get(start, -1)
        if shape.joins_above and over >= 0 and not words.text.strip():
            taken = found[over]
            height = number - taken.row + 1
            found[over] = _changed(taken, words, rows=height)
            last = over
        elif shape.joins_left and last >= 0 and found[last].row == number:
            found[last] = _changed(found[last], words, columns=end - found[last].column)
        else:
            found.append(SourceCell(number, start, words.text, 1, end - start, words.marked))
            last = len(found) - 1
        covered.update(dict.fromkeys(range(start, end), last))
        start = end
    return covered


def _changed(cell: SourceCell, words: Paragraph, rows: int = 0, columns: int = 0) -> SourceCell:
    return SourceCell(
        cell.row,
        cell.column,
        cell.text + words.text,
        rows or cell.row_span,
        columns or cell.column_span,
        (*cell.marked, *words.marked),
    )


def _edges(rows: Sequence[Row]) -> list[int]:
    """Return the edges of all cells, rising, those close together as one."""
    found: list[int] = []
    every = {row.left for row in rows} | {shape.edge for row in rows for shape in row.shapes}
    for edge in sorted(every):
        if not found or edge - found[-1] > NEAR:
            found.append(edge)
    return found


def _place(edges: Sequence[int], edge: int) -> int:
    return min(range(len(edges)), key=lambda place: abs(edges[place] - edge), default=0)
