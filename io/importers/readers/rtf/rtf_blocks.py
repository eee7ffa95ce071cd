"""Puts the runs of an RTF file together to paragraphs and tables, those in notes behind theirs."""

from __future__ import annotations

from dataclasses import dataclass, field

from importers.readers.looks import Run, shown_text
from importers.readers.rtf.rtf_tables import OpenTable, grid_of
from importers.source_document import Block, Paragraph

MOST_LEVELS = 20


@dataclass
class _Story:
    """What is being written: the text itself, or a note or box in it.

    `behind` waits for the end of the paragraph or table; `group` is how deep the story's group is.
    """

    group: int = 0
    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    tables: list[OpenTable] = field(default_factory=list)
    behind: list[Block] = field(default_factory=list)


class BlockBuilder:
    """Takes runs and the ends of paragraphs, cells and rows, and holds the blocks they make up."""

    def __init__(self) -> None:
        """Begin with an empty text."""
        self._stories = [_Story()]

    @property
    def blocks(self) -> list[Block]:
        """Return what has ended so far of the text itself."""
        return self._stories[0].blocks

    @property
    def _story(self) -> _Story:
        return self._stories[-1]

    def add(self, run: Run) -> None:
        """Add words to the open paragraph."""
        self._story.runs.append(run)

    def begin_story(self, group: int) -> None:
        """Begin a note or box, whose blocks come behind what it stands in."""
        self._stories.append(_Story(group))

    def end_stories(self, group: int) -> None:
        """End the notes and boxes whose groups have ended."""
        while len(self._stories) > 1 and self._story.group > group:
            self.end_paragraph(0)
            self.end_tables(0)
            ended = self._stories.pop()
            self._story.behind += ended.blocks

    def finish(self) -> None:
        """End all that is still open."""
        self.end_stories(-1)
        self.end_paragraph(0)
        self.end_tables(0)

    def end_paragraph(self, depth: int) -> None:
        """End the open paragraph, which stands in that many tables."""
        story = self._story
        shown = shown_text(story.runs)
        story.runs = []
        text = "" if shown.text.isspace() else shown.text
        paragraph = Paragraph(text, marked=tuple(shown.marked))
        if depth:
            self.end_tables(depth)
            self._table(depth).lines.append(paragraph)
            return
        self.end_tables(0)
        if paragraph.text or paragraph.marked:
            story.blocks.append(paragraph)
        story.blocks += story.behind
        story.behind = []

    def end_cell(self, depth: int) -> None:
        """End the open cell of the table at that depth."""
        self.end_paragraph(depth)
        self._table(depth).end_cell()

    def end_row(self, depth: int) -> None:
        """End the open row of the table at that depth."""
        story = self._story
        if any(text.strip() for text, _ in story.runs):
            self.end_paragraph(depth)
        story.runs = []
        self.end_tables(depth)
        self._table(depth).end_row()

    def shapes(self, depth: int) -> OpenTable:
        """Return the table at that depth, which says how its rows are laid out."""
        return self._table(depth)

    def has_ground(self, depth: int) -> bool:
        """Return whether a colour lies behind the open cell, or one that it stands in."""
        return any(table.has_ground for table in self._story.tables[:depth])

    def end_tables(self, depth: int) -> None:
        """End the tables deeper than that; inner ones come behind the table they stand in."""
        story = self._story
        while len(story.tables) > depth:
            table = story.tables.pop()
            table.end_row()
            if not table.rows:
                continue
            grid = grid_of(table.rows)
            if story.tables:
                story.behind.append(grid)
            else:
                story.blocks += [grid, *story.behind]
                story.behind = []

    def _table(self, depth: int) -> OpenTable:
        tables = self._story.tables
        while len(tables) < min(depth, MOST_LEVELS):
            tables.append(OpenTable())
        return tables[min(depth, MOST_LEVELS) - 1]
