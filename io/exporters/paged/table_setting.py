"""An official table set in millimetre-exact cells: lines of text, heights of rows, places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from exporters.blocks import TableBlock, TableCell
from exporters.lines.placed import Letters
from exporters.lines.text_setting import Column, Measure, Piece, set_text
from exporters.page_style import PageStyle
from exporters.table_layout import (
    POINTS_PER_MM,
    airy,
    fitting_size,
    is_left_aligned,
    least_heights,
    side_gap,
)


@dataclass(frozen=True)
class SetCell:
    """A cell in points from the table's top left, and its lines, each `pitch` points high.

    A line's letters stand at `x` from the table's left edge.
    """

    cell: TableCell
    left: float
    right: float
    top: float
    bottom: float
    lines: tuple[tuple[Letters, ...], ...]
    pitch: float

    @property
    def text_height(self) -> float:
        """Return the height that the lines take together."""
        return len(self.lines) * self.pitch


@dataclass(frozen=True)
class SetTable:
    """A table as one endless strip, with the edges of its rows in points from the top."""

    cells: tuple[SetCell, ...]
    edges: tuple[float, ...]
    header_rows: int
    style: PageStyle

    @property
    def height(self) -> float:
        """Return the height of all rows."""
        return self.edges[-1]

    @property
    def header_height(self) -> float:
        """Return the height of the rows that are repeated on every page."""
        return self.edges[self.header_rows]


@dataclass(frozen=True)
class _Text:
    """The lines of a cell before its place is known."""

    lines: tuple[tuple[Letters, ...], ...]
    pitch: float

    def height(self, style: PageStyle) -> float:
        return len(self.lines) * self.pitch + 2 * style.cell_top * POINTS_PER_MM + style.border


def set_table(table: TableBlock, style: PageStyle, measure: Measure) -> SetTable:
    """Return the table set in the width and with the heights of the page style."""
    style = airy(table, style)
    texts = [_set_cell(table, cell, style, measure) for cell in table.cells]
    heights = _heights(table, texts, style)
    edges = tuple(accumulate(heights, initial=0.0))
    sides = [0.0, *accumulate(width * POINTS_PER_MM for width in table.widths)]
    cells = tuple(
        SetCell(
            cell,
            sides[cell.column],
            sides[cell.column + cell.column_span],
            edges[cell.row],
            edges[cell.row + cell.row_span],
            text.lines,
            text.pitch,
        )
        for cell, text in zip(table.cells, texts, strict=True)
    )
    return SetTable(cells, edges, table.header_rows, style)


def _heights(table: TableBlock, texts: Sequence[_Text], style: PageStyle) -> list[float]:
    """Return the height of each row; what a merged cell needs more goes to its last row."""
    heights = [height * POINTS_PER_MM for height in least_heights(table, style)]
    by_span = sorted(zip(table.cells, texts, strict=True), key=lambda pair: pair[0].row_span)
    for cell, text in by_span:
        rows = slice(cell.row, cell.row + cell.row_span)
        lacking = text.height(style) - sum(heights[rows])
        if lacking > 0:
            heights[cell.row + cell.row_span - 1] += lacking
    return heights


def _set_cell(table: TableBlock, cell: TableCell, style: PageStyle, measure: Measure) -> _Text:
    size = fitting_size(table, cell, style)
    left, column = _column(table, cell, size, style)
    # A mark that hangs would stand on the border.
    lines = [
        line
        for text in cell.text.split("\n")
        for line in set_text([Piece(text, "table", size)], column, measure)
    ]
    start = sum(table.widths[: cell.column]) * POINTS_PER_MM + left
    return _Text(tuple(_shifted(line, start) for line in lines), size * style.table_pitch)


def _shifted(line: Sequence[Letters], right: float) -> tuple[Letters, ...]:
    return tuple(
        Letters(run.x + right, run.y, run.text, run.offsets, run.role, run.size, run.owner)
        for run in line
    )


def _column(
    table: TableBlock, cell: TableCell, size: float, style: PageStyle
) -> tuple[float, Column]:
    """Return where the text begins, from the cell's left edge, and the column it is set in."""
    gap = style.cell_gap
    width = table.width_of(cell) - 2 * gap
    if is_left_aligned(table, cell):
        column = Column((width - gap) * POINTS_PER_MM, "left", may_hang=False)
        return 2 * gap * POINTS_PER_MM, column
    sides = 0.0
    if cell.role in ("header", "label"):
        sides = side_gap(table.width_of(cell), cell.text, size, style)
    column = Column((width - 2 * sides) * POINTS_PER_MM, "center", may_hang=False)
    return (gap + sides) * POINTS_PER_MM, column
