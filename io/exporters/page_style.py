"""One page style for all writers: paper, pitch and fonts, after GB/T 9704—2012 where it applies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FontRole = Literal["title", "body", "heading_1", "heading_2", "table", "page_number"]


@dataclass(frozen=True)
class Font:
    """A font by its Chinese name, with the name to fall back on, and its size in points.

    The one name serves letters and digits too: in a face of its own a digit would be wider or
    narrower than half a character, and lines of figures would not stay in step with the text.
    """

    name: str
    fallback: str
    size: float


@dataclass(frozen=True)
class PageStyle:
    """Paper and margins in millimetres, the pitch of the lines in points, and the fonts by role.

    `spacing` is added to every character of the body, in points. `cell_gap` is the space left and
    right in a table cell, `row_height` the least height of a table row, in millimetres;
    `cell_top` that above and below, `table_space` the space around a whole table in points;
    `table_height` is what a table's rows may take together where its labels are short.
    `number_gap` is the space between the text block and the page number.
    """

    width: float = 210.0
    height: float = 297.0
    top: float = 37.0
    bottom: float = 35.0
    left: float = 28.0
    right: float = 26.0
    line_pitch: float = 28.95
    spacing: float = -0.25
    title_pitch: float = 36.0
    first_indent: int = 2
    signature_indent: int = 2
    number_gap: float = 7.0
    number_indent: int = 1
    cell_gap: float = 0.5
    cell_top: float = 0.3
    table_space: float = 6.0
    row_height: float = 9.0
    table_height: float = 176.0
    table_pitch: float = 1.25
    border: float = 0.5
    caption_fill: str = "DDEBF7"
    title: Font = Font("方正小标宋简体", "宋体", 22.0)
    body: Font = Font("仿宋_GB2312", "仿宋", 16.0)
    heading_1: Font = Font("黑体", "黑体", 16.0)
    heading_2: Font = Font("楷体_GB2312", "楷体", 16.0)
    table: Font = Font("宋体", "宋体", 10.5)
    page_number: Font = Font("宋体", "宋体", 14.0)

    @property
    def text_width(self) -> float:
        """Return the width of the text block in millimetres."""
        return self.width - self.left - self.right

    @property
    def fonts(self) -> tuple[Font, ...]:
        """Return the fonts of every role."""
        return (
            self.title,
            self.body,
            self.heading_1,
            self.heading_2,
            self.table,
            self.page_number,
        )

    def font(self, role: FontRole) -> Font:
        """Return the font of a role."""
        font: Font = getattr(self, role)
        return font


OFFICIAL = PageStyle()
"""The usual page of an official report."""
