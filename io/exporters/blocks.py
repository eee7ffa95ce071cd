"""The neutral sequence of blocks that a report becomes before any writer sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from model.form.layout import Role
from model.form.parts import Kind
from model.report.values import Value

RunRole = Literal["body", "heading_2"]
Place = tuple[int, int]
"""A grid row and a grid column of a table, from 0."""


@dataclass(frozen=True)
class Title:
    """The unit and the title, each on a line of its own; the year is the report's."""

    organization: str
    title: str
    year: int | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the lines that are printed, blank ones left out."""
        return tuple(line for line in (self.organization, self.title) if line)


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 (一、) or 2 (（一）) in the part that `section` names."""

    level: int
    text: str
    section: str


@dataclass(frozen=True)
class Run:
    """A stretch of a paragraph in one font."""

    text: str
    role: RunRole = "body"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph whose first line stands two characters in; its runs join to the exact line."""

    runs: tuple[Run, ...]
    section: str

    @property
    def text(self) -> str:
        """Return the whole line."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Signature:
    """The lines at the end, unit and date, on the right."""

    lines: tuple[str, ...]
    section: str


@dataclass(frozen=True)
class TableCell:
    """A cell of the grid: place, spans, wording or figure, and for a sum its typed cells.

    `kind` is what a person types there, `decimals` how many decimals its column allows.
    `is_printed` marks a total that its source printed over blank cells: it is shown, but it was
    not computed. `is_left` begins the text at the left side; `size` is that of its letters in
    points, 0 for the table's.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    role: Role
    text: str
    value: Value = None
    key: str = ""
    kind: Kind = "count"
    decimals: int = 0
    parts: tuple[Place, ...] = ()
    is_printed: bool = False
    is_left: bool = False
    size: float = 0.0

    @property
    def is_computed(self) -> bool:
        """Return whether the cell is a sum of other cells."""
        return bool(self.parts)

    @property
    def is_input(self) -> bool:
        """Return whether a person types this cell."""
        return self.role == "value" and not self.parts


@dataclass(frozen=True)
class BalanceColumn:
    """One column of a balance: the cells on its left and right side, and left minus right."""

    column: int
    left: tuple[Place, ...]
    right: tuple[Place, ...]
    difference: Value


@dataclass(frozen=True)
class BalanceLine:
    """A balance of a table under its name, column by column."""

    name: str
    columns: tuple[BalanceColumn, ...]


@dataclass(frozen=True)
class TableBlock:
    """A table: cells that tile the grid, widths in millimetres, font size in points.

    `heights` are the least heights of its rows in millimetres, () where all are those of the page
    style. `kept_rows` are how many of its first rows stay together on a page, None for all, and
    of a table that `may_break`, which no page can hold, those of each group. `air`
    is the space between text and rules, in millimetres beyond that of the page style.
    """

    name: str
    section: str
    cells: tuple[TableCell, ...]
    widths: tuple[float, ...]
    font_size: float
    header_rows: int
    label_columns: int
    balances: tuple[BalanceLine, ...] = field(default=())
    heights: tuple[float, ...] = ()
    kept_rows: int | None = None
    may_break: bool = False
    air: float = 0.0

    @cached_property
    def row_count(self) -> int:
        """Return the number of grid rows."""
        return max(cell.row + cell.row_span for cell in self.cells)

    def width_of(self, cell: TableCell) -> float:
        """Return the width of a cell over its columns, in millimetres."""
        return sum(self.widths[cell.column : cell.column + cell.column_span])


Block = Title | Heading | Paragraph | TableBlock | Signature


@dataclass(frozen=True)
class PartStart:
    """Begins a new page; the pages up to the next start are the report's own, or bear no number."""

    is_numbered: bool


Content = Block | PartStart
"""What stands on paper: blocks, and where pages that are none of the report's begin and end."""


@dataclass(frozen=True)
class Part:
    """Blocks that begin on a page of their own; its page numbers, if it has any, begin with 1."""

    blocks: tuple[Block, ...]
    is_numbered: bool = True


def parts_of(contents: Iterable[Content]) -> tuple[Part, ...]:
    """Return the parts in order, at least one; what stands before any start is numbered."""
    parts: list[tuple[bool, list[Block]]] = []
    for item in contents:
        if isinstance(item, PartStart):
            parts.append((item.is_numbered, []))
            continue
        if not parts:
            parts.append((True, []))
        parts[-1][1].append(item)
    return tuple(Part(tuple(blocks), is_numbered) for is_numbered, blocks in parts) or (Part(()),)


def report_title(contents: Iterable[Content]) -> Title:
    """Return the report's title, an empty one where it has none."""
    for part in parts_of(contents):
        for block in part.blocks if part.is_numbered else ():
            if isinstance(block, Title):
                return block
    return Title("", "")


def spoken_levels(contents: Iterable[Content]) -> list[int]:
    """Return the level of each heading below the title, which is the first; none is skipped.

    Who hears a page is led by levels: a second one before any first would be a first one.
    """
    levels = [1]
    for item in contents:
        if isinstance(item, Heading):
            levels.append(min(item.level + 1, levels[-1] + 1))
    return levels[1:]


def heading_names(contents: Iterable[Content]) -> tuple[str, ...]:
    """Return the headings of the report's parts in their order."""
    return tuple(item.text for item in contents if isinstance(item, Heading) and item.level == 1)
