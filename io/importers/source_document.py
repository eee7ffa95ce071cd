"""The neutral document that every reader yields: paragraphs and tables, without the form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Mark(StrEnum):
    """What a person sees of words that are no part of the text around them, in Chinese."""

    STRUCK = "划掉的"
    RAISED = "上标"
    LOWERED = "下标"
    SMALL = "字号特别小的"
    HIDDEN = "看不见的"
    DELETED = "修订中删除的"
    INSERTED = "修订中插入的"


@dataclass(frozen=True)
class Marked:
    """Words that a reader left out of a text for their looks; insertions are the one kind taken."""

    mark: Mark
    text: str

    @property
    def is_taken(self) -> bool:
        """Return whether the words are part of the text all the same."""
        return self.mark is Mark.INSERTED


@dataclass(frozen=True)
class Paragraph:
    """A paragraph or line of text, as the source has it, and what was left out of it.

    `part` is the name that the source itself gives the part it belongs to, or "".
    """

    text: str
    part: str = ""
    marked: tuple[Marked, ...] = ()


@dataclass(frozen=True)
class SourceCell:
    """A cell with its place and span, both in rows and columns of the grid and counted from 0.

    In a table without a grid, `column` only counts cells.
    """

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    marked: tuple[Marked, ...] = ()

    @property
    def end(self) -> int:
        """Return the grid column behind the cell."""
        return self.column + self.column_span

    def covers(self, column: int) -> bool:
        """Return whether the cell stands over that grid column."""
        return self.column <= column < self.end


@dataclass(frozen=True)
class SourceTable:
    """A table of the source; `has_grid` says that columns of different rows can be compared.

    `cuts` are the rows that begin a new page, where a row may have been torn in two.
    """

    cells: tuple[SourceCell, ...]
    has_grid: bool = True
    cuts: tuple[int, ...] = ()

    @cached_property
    def rows(self) -> tuple[tuple[SourceCell, ...], ...]:
        """Return the cells that start in each row, left to right."""
        count = max((cell.row + 1 for cell in self.cells), default=0)
        rows: list[list[SourceCell]] = [[] for _ in range(count)]
        for cell in sorted(self.cells, key=lambda cell: (cell.row, cell.column)):
            rows[cell.row].append(cell)
        return tuple(tuple(row) for row in rows)


Block = Paragraph | SourceTable


@dataclass(frozen=True)
class SourceDocument:
    """What a reader found: blocks in reading order, and notes in Chinese on what it left out.

    `sheets` holds the block that each sheet of a workbook begins with, `sheet_names` what the
    sheets are called; () for other sources.
    `title` is what the document says of itself outside its text, as a web page's head does.
    `data` is what this program itself put into the document, unread, or b"".
    """

    name: str
    kind: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    sheets: tuple[int, ...] = ()
    sheet_names: tuple[str, ...] = ()
    title: str = ""
    data: bytes = b""

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the paragraphs, tables left out."""
        return (block for block in self.blocks if isinstance(block, Paragraph))


def table_from_rows(rows: list[list[str]]) -> SourceTable:
    """Return a table without a grid from rows of cell texts."""
    return SourceTable(
        tuple(
            SourceCell(row, column, text)
            for row, texts in enumerate(rows)
            for column, text in enumerate(texts)
        ),
        has_grid=False,
    )
