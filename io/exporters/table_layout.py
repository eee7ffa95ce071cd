"""How cells of an official table are set: sides, gaps and heights, alike in every writer."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import replace
from decimal import Decimal

from exporters.blocks import TableBlock, TableCell
from exporters.lines.line_breaking import Letter, break_lines
from exporters.page_style import PageStyle

POINTS_PER_MM = 72 / 25.4
DIGIT_SPARE = 1.15
"""Digits of most fonts are a little wider than half a character."""
WIDEST_DIGIT = 1.3
"""Those of some that stand in are wider still: what may not take another line counts with that."""
LEAST_FIGURE = 6.5
"""Points; a figure that would be smaller on one line takes two."""
NARROW = 4
"""A column of at most so many characters breaks its labels into lines of even length."""


def airy(table: TableBlock, style: PageStyle) -> PageStyle:
    """Return the page style with the space that the table's cells have beyond the usual."""
    if not table.air:
        return style
    return replace(style, cell_gap=style.cell_gap + table.air, cell_top=style.cell_top + table.air)


def text_width(text: str) -> float:
    """Return the width of the widest line in characters; letters and digits are half as wide."""
    return max((sum(map(_character_width, line)) for line in text.split("\n")), default=0.0)


def _character_width(character: str) -> float:
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5


def is_left_aligned(table: TableBlock, cell: TableCell) -> bool:
    """Return whether a cell is a row label or a text that reads better from the left."""
    is_row_label = cell.role == "label" and cell.row_span == 1 and table.label_columns > 1
    return cell.is_left or is_row_label


def is_figure(cell: TableCell) -> bool:
    """Return whether a cell holds a number, typed or computed, and no words."""
    return cell.is_computed or isinstance(cell.value, int | Decimal)


def is_stackable(table: TableBlock, cell: TableCell, size: float, style: PageStyle) -> bool:
    """Return whether a label is so high and narrow that it may run downwards."""
    rows_needed = line_count(size / POINTS_PER_MM, cell.text, size, style)
    is_narrow = table.width_of(cell) * POINTS_PER_MM < (NARROW + 0.5) * size
    return cell.role == "label" and is_narrow and cell.row_span > rows_needed


def side_gap(width: float, text: str, size: float, style: PageStyle) -> float:
    """Return the space to leave on each side of a centred label, in millimetres.

    In a narrow column it is so wide that the lines come out even: 商业／企业, not 商业企／业.
    """
    room = (width - 2 * style.cell_gap) * POINTS_PER_MM
    capacity = int(room / size)
    length = math.ceil(text_width(text))
    if not 0 < capacity <= NARROW or length <= capacity:
        return 0.0
    even = math.ceil(length / math.ceil(length / capacity))
    # A tenth of a character stays free, so that rounding never pushes one over the edge.
    return max(0.0, (room - (even + 0.1) * size) / 2 / POINTS_PER_MM)


def fitting_size(table: TableBlock, cell: TableCell, style: PageStyle) -> float:
    """Return the size in points in which a figure stands on one line of its cell, or on two.

    On two where it would have to be smaller than can be read. A text with words in it wraps
    instead and keeps the table's size.
    """
    size = cell.size or table.font_size
    has_words = any(_character_width(character) == 1.0 for character in cell.text)
    room = (table.width_of(cell) - 2 * style.cell_gap) * POINTS_PER_MM
    length = text_width(cell.text)
    if cell.role != "value" or has_words or length * size * DIGIT_SPARE <= room:
        return size
    on_one = math.floor(2 * room / (length * DIGIT_SPARE)) / 2
    if on_one >= LEAST_FIGURE:
        return on_one
    on_two = math.floor(2 * room / (math.ceil(length) / 2 * WIDEST_DIGIT)) / 2
    return min(size, max(LEAST_FIGURE, on_two))


def line_count(width: float, text: str, size: float, style: PageStyle) -> int:
    """Return about how many lines a text takes in a cell of that width in millimetres.

    Addresses and numbers stay whole, as in worksheets, and are counted as wide as in any font.
    """
    room = max(size, (width - 2 * style.cell_gap) * POINTS_PER_MM)
    return sum(
        len(break_lines([_letter(char, size) for char in line], room, may_hang=False, marks=""))
        for line in text.split("\n")
    )


def _letter(character: str, size: float) -> Letter:
    width = _character_width(character)
    return Letter(character, size * (width if width == 1.0 else width * WIDEST_DIGIT))


def least_heights(table: TableBlock, style: PageStyle) -> tuple[float, ...]:
    """Return the least height of each row in millimetres, lower where a table has many rows."""
    usual = min(style.row_height, style.table_height / table.row_count)
    return table.heights or (usual,) * table.row_count


def row_heights(
    table: TableBlock, style: PageStyle, scale: float = 1.0, size: float = 0.0
) -> list[float]:
    """Return about how high each row must be in millimetres, for columns widened by `scale`.

    For worksheets, where a figure shrinks and never takes a second line.
    """
    points = size or table.font_size
    heights = list(least_heights(table, style))
    for cell in table.cells:
        if cell.row_span == 1 and not is_figure(cell):
            lines = line_count(table.width_of(cell) * scale, cell.text, points, style)
            needed = (lines * points * style.table_pitch + 4) / POINTS_PER_MM
            heights[cell.row] = max(heights[cell.row], needed)
    return heights
