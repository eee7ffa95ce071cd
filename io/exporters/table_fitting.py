"""How a table is made to fit its page, or broken between its groups: alike in every paged format.

Fonts differ from computer to computer, and office programs count the space in cells in different
ways. So lines are counted for characters a little wider than they are, and some of the page is
left free: what is found to fit here, fits everywhere.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporters.blocks import TableBlock, TableCell
from exporters.page_style import PageStyle
from exporters.table_layout import POINTS_PER_MM, fitting_size, is_left_aligned, text_width

MOST_OF_PAGE = 0.92
"""How much of the text block a table takes at most together with its heading."""
WIDER = 1.04
"""Characters of a font that stands in may be so much wider."""
LEAST_SIZE = 7.5
"""Points: 六号, the smallest type that an official table is set in."""
_STEP = 0.5


def fitted(table: TableBlock, style: PageStyle) -> TableBlock:
    """Return the table as wide as the text block, and no higher than a page.

    Rows become lower, then letters smaller by half points; where even the smallest would not do,
    the table keeps its size and may break.
    """
    wide = _widened(table, style)
    if wide.heights:
        return wide
    limit = page_room(style)
    for size in _sizes(wide.font_size):
        smaller = replace(wide, font_size=size)
        natural = natural_heights(smaller, style)
        if sum(natural) <= limit:
            height = _level(natural, limit, style.row_height)
            return replace(smaller, heights=(height,) * wide.row_count)
    lowest = min(style.row_height, limit / wide.row_count)
    return replace(wide, heights=(lowest,) * wide.row_count, may_break=True)


def page_room(style: PageStyle) -> float:
    """Return the height in millimetres that a table under its heading takes at most."""
    heading = (style.line_pitch + style.table_space) / POINTS_PER_MM
    return MOST_OF_PAGE * style.text_height - heading


def natural_heights(table: TableBlock, style: PageStyle) -> list[float]:
    """Return the height in millimetres that each row needs for its texts.

    What a merged cell needs more is added to its last row.
    """
    heights = [0.0] * table.row_count
    for cell in sorted(table.cells, key=lambda cell: cell.row_span):
        lacking = _needed(table, cell, style) - sum(heights[cell.row : cell.row + cell.row_span])
        heights[cell.row + cell.row_span - 1] += max(0.0, lacking)
    return heights


def group_ends(table: TableBlock) -> frozenset[int]:
    """Return the rows behind which the table may break: the last ones of its groups.

    No label of a group is cut there, save one that spans all groups at the table's side, and no
    header or caption is parted from its figures.
    """
    captions = {cell.row for cell in table.cells if cell.role == "caption"}
    is_by_caption = len([row for row in captions if row >= table.header_rows]) > 1
    lasts = {*captions, table.row_count} if is_by_caption else range(table.row_count + 1)
    rows = range(table.header_rows, table.row_count)
    return frozenset(row for row in rows if row + 1 in lasts and _may_end_behind(table, row))


def _may_end_behind(table: TableBlock, row: int) -> bool:
    """Return whether figures end in a row, and no label but one at the side goes on below it."""
    side = min((cell.column for cell in table.cells if cell.role == "label"), default=0)
    has_figures = any(c.role == "value" and c.row + c.row_span - 1 == row for c in table.cells)
    below = (c.column for c in table.cells if c.row <= row < c.row + c.row_span - 1)
    return has_figures and all(column <= side for column in below)


def _widened(table: TableBlock, style: PageStyle) -> TableBlock:
    scale = style.text_width / sum(table.widths)
    if abs(scale - 1.0) < 0.001:
        return table
    return replace(table, widths=tuple(width * scale for width in table.widths))


def _sizes(largest: float) -> Iterator[float]:
    yield largest
    size = largest - _STEP
    while size >= LEAST_SIZE:
        yield size
        size -= _STEP


def _level(natural: Sequence[float], limit: float, usual: float) -> float:
    """Return the height of rows, at most the usual one, with which all of them reach the limit."""
    low, high = 0.0, usual
    if sum(max(usual, height) for height in natural) <= limit:
        return usual
    while high - low > 0.01:
        middle = (low + high) / 2
        if sum(max(middle, height) for height in natural) <= limit:
            low = middle
        else:
            high = middle
    return low


def _needed(table: TableBlock, cell: TableCell, style: PageStyle) -> float:
    size = fitting_size(table, cell, style)
    gaps = 3 if is_left_aligned(table, cell) else 2
    room = (table.width_of(cell) - gaps * style.cell_gap) * POINTS_PER_MM
    capacity = max(1.0, math.floor(2 * room / size / WIDER) / 2)
    lines = sum(max(1, math.ceil(text_width(line) / capacity)) for line in cell.text.split("\n"))
    height = lines * size * style.table_pitch + style.border
    return height / POINTS_PER_MM + 2 * style.cell_top
