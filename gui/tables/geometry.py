"""Column widths and row heights of an official table, in pixels at the zoom of now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, Qt

from gui.look.sizes import BODY, metrics, metrics_of, px, type_px, unzoomed
from model.form.layout import GridCell
from model.form.table import Table

MARGIN = 4
"""Pixels at 100 % between a row's label and the edges of its cell; a centred one has 1."""
HEADER_MARGIN = 1
STEP = 1.2
"""From one line of a label to the next, in parts of its type."""
SECOND_LINE, MORE_LINES = 14, 18
"""Pixels at 100 % that the second line of a label adds to its row, and each further one."""

_LABELS = 3
"""Label columns of the table of requests; the widths below are drawn for such a table."""
_LONGEST_NUMBER, _NARROW_EMS = 3, 8
"""Characters of （十二, and of a column in which a number has a line of its own."""
_NARROWEST, _WIDEST = 0.86, 1.4
_MILLIMETRES_PER_POINT = 25.4 / 72
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True)
class Measures:
    """What is drawn for a window of some size, in pixels at 100 %.

    `labels` are the widths of the label columns, the last one's least; `widest_label` is its most,
    `widest` that of a column of numbers.
    """

    row: int
    header: int
    labels: tuple[int, int, int]
    widest_label: int
    widest: int


def measures(width: int, height: int, *, is_whole: bool = False) -> Measures:
    """Return what is drawn for a window so many pixels wide and high; for a whole table less."""
    if is_whole:
        return Measures(18, 20, (28, 76, 196), 516, 92)
    is_tall = unzoomed(height) >= 1000
    row, header = (28, 26) if is_tall else (22, 22)
    effective = unzoomed(width)
    if effective >= 1600:
        return Measures(row, header, (32, 76, 196), 560, 98)
    labels = (28, 68, 196) if effective >= 1200 else (28, 60, 190)
    return Measures(row, header, labels, 560, 98)


def column_widths(table: Table, available: int, drawn: Measures) -> list[int]:
    """Return the widths that fill so many pixels where they still can, and need more otherwise."""
    if table.label_columns == _LABELS:
        return _with_labels(table, available, drawn)
    return _in_proportion(table, available)


def _with_labels(table: Table, available: int, drawn: Measures) -> list[int]:
    numbers = table.grid_columns - _LABELS
    labels = [px(width) for width in drawn.labels]
    room = (available - sum(labels)) // numbers
    number = min(max(room, px(NARROWEST_NUMBER)), px(drawn.widest))
    spare = available - sum(labels) - numbers * number
    labels[-1] = min(labels[-1] + max(spare, 0), px(drawn.widest_label))
    return [*labels, *[number] * numbers]


NARROWEST_NUMBER = 72
"""Pixels at 100 % of a column of numbers below which the table scrolls sideways."""


def _in_proportion(table: Table, available: int) -> list[int]:
    """Return the official widths scaled to the space, within limits on both sides.

    A character takes the same share of its column as on paper.
    """
    character = metrics().horizontalAdvance("字")
    per_millimetre = character / (table.font_size * _MILLIMETRES_PER_POINT)
    natural = sum(table.widths) * per_millimetre
    scale = min(max((available - 2) / natural, _NARROWEST), _WIDEST)
    return [int(width * per_millimetre * scale) for width in table.widths]


def row_heights(table: Table, widths: Sequence[int], drawn: Measures) -> list[int]:
    """Return the heights in which every wrapped label is seen whole."""
    heights = [
        px(drawn.header if row < table.header_rows else drawn.row) for row in range(table.grid_rows)
    ]
    for cell in sorted(table.grid, key=lambda cell: cell.row_span):
        if not cell.text:
            continue
        width = sum(widths[cell.column : cell.column + cell.column_span])
        lines = line_count(cell.text, width - 1 - 2 * px(margin_of(cell)))
        rows = range(cell.row, cell.row + cell.row_span)
        missing = _needed(lines, drawn.row) - sum(heights[row] for row in rows)
        if missing > 0:
            heights[rows[-1]] += missing
    return heights


def _needed(lines: int, row: int) -> int:
    """Return the height that so many lines need: less for the second than for further ones."""
    if lines <= 1:
        return 0
    return px(min(row, 22) + SECOND_LINE + MORE_LINES * (lines - 2))


def margin_of(cell: GridCell) -> int:
    """Return the room beside a label in pixels at 100 %: little where the words are centred."""
    return MARGIN if is_across(cell) else HEADER_MARGIN


def is_across(cell: GridCell) -> bool:
    """Return whether a cell is the label of one row, which begins at the left."""
    return cell.role == "label" and cell.row_span == 1


def broken(text: str, width: int) -> str:
    """Return a label with a line of its own for the number before it, where it needs several."""
    number, bracket, rest = text.partition("）")
    is_numbered = bool(rest) and number.startswith("（") and len(number) <= _LONGEST_NUMBER
    if is_numbered and metrics().horizontalAdvance(text) > width:
        return f"{number}{bracket}\n{rest}" if width < _NARROW_EMS * px(BODY) else text
    return text


def line_count(text: str, width: int) -> int:
    """Return in how many lines a label is set in so many pixels."""
    return _lines(broken(text, width), width, type_px(BODY))


@lru_cache(maxsize=2000)
def _lines(text: str, width: int, pixels: int) -> int:
    measure = metrics_of(pixels)
    if "\n" not in text and measure.horizontalAdvance(text) <= width:
        return 1
    height = measure.boundingRect(QRect(0, 0, max(width, 8), 10_000), _WRAP, text).height()
    return round(height / measure.lineSpacing())
