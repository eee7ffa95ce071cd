"""Column widths and row heights of an official table in pixels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from model.form.table import Table

MARGIN = 4
"""Pixels between a cell's edge and its text at either side."""

ABOVE = 2
"""Pixels above and below a cell's text; small, so that many rows fit an old screen."""

_NARROWEST, _WIDEST = 0.86, 1.4
_MILLIMETRES_PER_POINT = 25.4 / 72
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignCenter)


def column_widths(table: Table, available: int, metrics: QFontMetrics) -> list[int]:
    """Return the widths, in proportion to the official ones, that fit where they still can.

    A character takes the same share of its column as on paper, within limits on both sides.
    """
    character = metrics.horizontalAdvance("字")
    per_millimetre = character / (table.font_size * _MILLIMETRES_PER_POINT)
    natural = sum(table.widths) * per_millimetre
    scale = min(max((available - 2) / natural, _NARROWEST), _WIDEST)
    return [int(width * per_millimetre * scale) for width in table.widths]


def row_heights(
    table: Table, widths: Sequence[int], metrics: QFontMetrics, below: int = 0
) -> list[int]:
    """Return the heights in which every wrapped label is seen whole.

    Rows of figures are so many pixels higher for a second line `below` each figure.
    """
    least = metrics.height() + 2 * ABOVE + 1
    heights = [least] * table.grid_rows
    for cell in table.positions.values():
        heights[cell.row] = least + below
    for cell in sorted(table.grid, key=lambda cell: cell.row_span):
        width = sum(widths[cell.column : cell.column + cell.column_span])
        needed = text_height(cell.text, width, metrics) + 2 * ABOVE + 1 if cell.text else 0
        rows = range(cell.row, cell.row + cell.row_span)
        missing = needed - sum(heights[row] for row in rows)
        if missing > 0:
            heights[rows[-1]] += missing
    return heights


def text_height(text: str, width: int, metrics: QFontMetrics) -> int:
    """Return the height of a text wrapped into a cell of that width, in pixels."""
    space = QRect(0, 0, max(width - 2 * MARGIN, 8), 10_000)
    return metrics.boundingRect(space, _WRAP, text).height()
