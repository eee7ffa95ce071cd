"""Blocks turned into strips: the title, headings, paragraphs, tables and the signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporters.blocks import Block, Heading, Paragraph, Signature, TableBlock, Title
from exporters.lines.placed import Letters, Mark, moved
from exporters.lines.text_setting import BASELINE, Column, Measure, Piece, set_text
from exporters.page_style import FontRole, PageStyle
from exporters.paged.page_flow import Poured, Strip, TableStrip
from exporters.paged.table_pages import TablePart
from exporters.paged.table_setting import set_table
from exporters.paragraph_layout import (
    air_before,
    is_kept_heading,
    is_kept_with,
    signature_gaps,
)
from exporters.table_fitting import fitted, group_ends
from exporters.table_layout import POINTS_PER_MM
from exporters.title_layout import title_gap

_LEVELS: dict[int, FontRole] = {1: "heading_1", 2: "heading_2"}


class BlockSetter:
    """Sets blocks in the text block of a page style, in points."""

    def __init__(self, style: PageStyle, measure: Measure) -> None:
        self._style = style
        self._measure = measure
        self._width = style.text_width * POINTS_PER_MM

    def strips(self, blocks: Sequence[Block]) -> Iterator[Poured]:
        """Yield the strips of all blocks in order."""
        for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
            for poured in self._block(before, block, after):
                yield _owned(poured, block) if isinstance(poured, Strip) else poured

    def _block(self, before: Block | None, block: Block, after: Block | None) -> Iterator[Poured]:
        space = air_before(before, block, self._style)
        if isinstance(block, Title):
            yield from self._title(block)
        elif isinstance(block, Heading):
            yield from self._heading(block, after, space)
        elif isinstance(block, Paragraph):
            yield from self._paragraph(block, after, space)
        elif isinstance(block, Signature):
            yield from self._signature(block)
        else:
            yield self._table(block, before, space)

    def _title(self, block: Title) -> Iterator[Poured]:
        style = self._style
        for text in block.lines:
            gap = title_gap(text, style)
            column = Column(self._width - 2 * gap, "center", may_hang=False)
            for line in set_text([Piece(text, "title", style.title.size)], column, self._measure):
                yield self._strip(moved(line, gap, 0.0), style.title_pitch, is_kept=True)
        yield Strip((), style.line_pitch)

    def _heading(self, block: Heading, after: Block | None, space: float) -> Iterator[Poured]:
        role = _LEVELS[block.level]
        lines = self._lines([self._piece(block.text, role)])
        is_kept = is_kept_heading(block, after)
        for strip in self._together(lines, space, is_kept=is_kept):
            yield replace(strip, is_heading=is_kept)

    def _paragraph(self, block: Paragraph, after: Block | None, space: float) -> Iterator[Poured]:
        pieces = [self._piece(run.text, run.role) for run in block.runs]
        is_kept = is_kept_with(block, after)
        yield from self._together(self._lines(pieces), space, is_kept)

    def _signature(self, block: Signature) -> Iterator[Poured]:
        size = self._style.body.size + self._style.spacing
        lines: list[tuple[Letters, ...]] = []
        for text, gap in zip(block.lines, signature_gaps(block, self._style), strict=True):
            column = Column(self._width - gap * size, "right", may_hang=False)
            lines += set_text([self._piece(text, "body")], column, self._measure)
        for index, line in enumerate(lines):
            space = 0.0 if index else self._style.line_pitch
            is_kept = index < len(lines) - 1
            yield self._strip(line, self._style.line_pitch, space, is_kept)

    def _table(self, block: TableBlock, before: Block | None, space: float) -> TableStrip:
        # Two tables that follow each other stand a line apart.
        gap = self._style.line_pitch if isinstance(before, TableBlock) else space
        block = fitted(block, self._style)
        ends = group_ends(block) if block.may_break else frozenset()
        table = set_table(block, self._style, self._measure)
        return TableStrip(TablePart(table, ends), gap)

    def _lines(self, pieces: Sequence[Piece]) -> tuple[tuple[Letters, ...], ...]:
        style = self._style
        indent = style.first_indent * (style.body.size + style.spacing)
        return set_text(pieces, Column(self._width, "justify", indent), self._measure)

    def _together(
        self, lines: Sequence[tuple[Letters, ...]], space: float, is_kept: bool
    ) -> Iterator[Strip]:
        # No page ends with the first line of a paragraph or begins with its last.
        paired = {0, len(lines) - 2} if len(lines) > 1 else set()
        for index, line in enumerate(lines):
            before = 0.0 if index else space
            yield self._strip(line, self._style.line_pitch, before, is_kept or index in paired)

    def _strip(
        self,
        line: Sequence[Mark],
        pitch: float,
        space: float = 0.0,
        is_kept: bool = False,
    ) -> Strip:
        return Strip(moved(line, 0.0, BASELINE * pitch), pitch, space, is_kept)

    def _piece(self, text: str, role: FontRole) -> Piece:
        return Piece(text, role, self._style.font(role).size, self._style.spacing)


def _owned(strip: Strip, block: Block) -> Strip:
    """Return a strip whose letters say which block they belong to."""
    marks = (replace(m, owner=block) if isinstance(m, Letters) else m for m in strip.marks)
    return replace(strip, marks=tuple(marks))
