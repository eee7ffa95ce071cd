"""The pages of a report: blocks set in the text block, page numbers below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporters.blocks import Content, Part, parts_of
from exporters.lines.placed import Backdrop, Mark, Page, Stroke, Tint, moved
from exporters.lines.text_setting import Align, Column, Measure, Piece, set_text
from exporters.page_style import PLAIN, Furniture, PageStyle
from exporters.paged.block_setting import BlockSetter
from exporters.paged.page_flow import PageFlow
from exporters.table_layout import POINTS_PER_MM


def lay_pages(
    contents: Sequence[Content],
    style: PageStyle,
    measure: Measure,
    furniture: Furniture = PLAIN,
) -> tuple[Page, ...]:
    """Return the pages in order, at least one; places in points from the paper's top left."""
    layout = _Layout(style, measure, furniture)
    pages = [marks for part in parts_of(contents) for marks in layout.part(part)]
    return tuple(Page(place, marks) for place, marks in enumerate(pages, start=1))


def page_fills(
    contents: Sequence[Content], style: PageStyle, measure: Measure
) -> tuple[float, ...]:
    """Return how much of the text block is used on each page, from its top down, from 0 to 1."""
    layout = _Layout(style, measure, PLAIN)
    pages = (page for part in parts_of(contents) for page in layout.bodies(part))
    height = style.text_height * POINTS_PER_MM
    return tuple(max(map(_foot_of, page), default=0.0) / height for page in pages)


def _foot_of(mark: Mark) -> float:
    """Return how far down a mark reaches, in points."""
    if isinstance(mark, Stroke):
        return max(mark.y1, mark.y2)
    return mark.y + (mark.height if isinstance(mark, Tint) else 0.0)


class _Layout:
    """Lays the pages of parts, with what every page bears."""

    def __init__(self, style: PageStyle, measure: Measure, furniture: Furniture) -> None:
        self._style = style
        self._measure = measure
        self._furniture = furniture

    def bodies(self, part: Part) -> tuple[tuple[Mark, ...], ...]:
        """Return what stands in the text block of each page of a part."""
        strips = list(BlockSetter(self._style, self._measure).strips(part.blocks))
        return PageFlow(self._style.text_height * POINTS_PER_MM).pour(strips)

    def part(self, part: Part) -> Iterator[tuple[Mark, ...]]:
        """Yield the marks of each page of a part."""
        style = self._style
        left, top = style.left * POINTS_PER_MM, style.top * POINTS_PER_MM
        for number, marks in enumerate(self.bodies(part), start=1):
            yield (
                *self._backdrop(),
                *moved(marks, left, top),
                *self._foot(number, is_numbered=part.is_numbered),
            )

    def _backdrop(self) -> Iterator[Mark]:
        if self._furniture.watermark:
            style = self._style
            yield Backdrop(
                style.width * POINTS_PER_MM / 2,
                style.height * POINTS_PER_MM / 2,
                self._furniture.watermark,
                "heading_1",
                style.watermark_size,
                style.watermark_angle,
                style.watermark_colour,
            )

    def _foot(self, number: int, *, is_numbered: bool) -> Iterator[Mark]:
        """Yield — 1 — below the text block, odd pages right, even left, and the line beside it."""
        side, other = _sides(number)
        if is_numbered:
            yield from self._below(f"— {number} —", side, self._style.page_number.size)
        if self._furniture.footer:
            yield from self._below(self._furniture.footer, other, self._style.footer_size)

    def _below(self, text: str, side: Align, size: float) -> tuple[Mark, ...]:
        """Return a line below the text block, one character of the page number in."""
        style = self._style
        indent = style.number_indent * style.page_number.size
        width = style.text_width * POINTS_PER_MM
        column = Column(width - indent, side, may_hang=False)
        (line,) = set_text([Piece(text, "page_number", size)], column, self._measure)
        right = style.left * POINTS_PER_MM + (indent if side == "left" else 0.0)
        down = (style.height - style.bottom + style.number_space) * POINTS_PER_MM
        return moved(line, right, down + style.page_number.size)


def _sides(number: int) -> tuple[Align, Align]:
    """Return the outer side of a page, where its number stands, and the inner one."""
    return ("right", "left") if number % 2 else ("left", "right")
