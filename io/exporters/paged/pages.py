"""The pages of a report: blocks set in the text block, page numbers below it."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.blocks import Block
from exporters.page_style import PageStyle
from exporters.paged.block_setting import BlockSetter
from exporters.paged.page_flow import PageFlow
from exporters.paged.placed import Mark, Page, moved
from exporters.paged.text_setting import Align, Column, Measure, Piece, set_text
from exporters.table_layout import POINTS_PER_MM


def lay_pages(blocks: Sequence[Block], style: PageStyle, measure: Measure) -> tuple[Page, ...]:
    """Return the pages in order, at least one; places in points from the paper's top left."""
    strips = list(BlockSetter(style, measure).strips(blocks))
    flow = PageFlow(style.text_height * POINTS_PER_MM)
    left, top = style.left * POINTS_PER_MM, style.top * POINTS_PER_MM
    return tuple(
        Page(number, (*moved(marks, left, top), *_page_number(number, style, measure)))
        for number, marks in enumerate(flow.pour(strips), start=1)
    )


def _page_number(number: int, style: PageStyle, measure: Measure) -> tuple[Mark, ...]:
    """Return — 1 — below the text block, one character in: odd pages right, even pages left."""
    size = style.page_number.size
    side: Align = "right" if number % 2 else "left"
    indent = style.number_indent * size
    width = style.text_width * POINTS_PER_MM
    column = Column(width - indent, side, may_hang=False)
    piece = Piece(f"— {number} —", "page_number", size)
    (line,) = set_text([piece], column, measure)
    right = style.left * POINTS_PER_MM + (indent if side == "left" else 0.0)
    down = (style.height - style.bottom + style.number_gap) * POINTS_PER_MM + size
    return moved(line, right, down)
