"""The neutral sequence of blocks that a report becomes before any writer sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from model.form import Kind
from model.form_layout import Role
from model.values import Value

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
    not computed.
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
    """An official table: cells that tile the grid, widths in millimetres, font size in points."""

    name: str
    section: str
    cells: tuple[TableCell, ...]
    widths: tuple[float, ...]
    font_size: float
    header_rows: int
    label_columns: int
    balances: tuple[BalanceLine, ...] = field(default=())

    @cached_property
    def row_count(self) -> int:
        """Return the number of grid rows."""
        return max(cell.row + cell.row_span for cell in self.cells)

    def width_of(self, cell: TableCell) -> float:
        """Return the width of a cell over its columns, in millimetres."""
        return sum(self.widths[cell.column : cell.column + cell.column_span])


Block = Title | Heading | Paragraph | TableBlock | Signature
