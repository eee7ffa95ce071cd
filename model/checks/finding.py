"""What a check yields: a finding with its cells or words, both sides, and a fix if there is one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from model.report.edits import Edit
from model.report.values import Value

CellRef = tuple[str, str]
"""A cell as (table key, value key)."""


class Level(StrEnum):
    """How a finding is meant: 必须改, 请核实 or 提示."""

    ERROR = "error"
    QUERY = "query"
    HINT = "hint"

    @property
    def label(self) -> str:
        """Return the level as the clerk reads it."""
        return {"error": "必须改", "query": "请核实", "hint": "提示"}[self.value]


@dataclass(frozen=True)
class Finding:
    """One mistake or doubt, in one plain sentence.

    `cells` are the cells that it names. `section`, `quote`, `start` and `length` are the words, in
    characters of the section. `expected` is what should stand there and `actual` what does.
    `uses` are all cells that it rests on: a finding on one of them may silence this one.
    `right_cells` are those of `cells` on the right side of an equation.
    `fix` is the one right edit, where there is exactly one. `choices` are edits each of which would
    settle it, where only the clerk knows which is right; they are offered as questions. `is_linked`
    words follow the table, and are changed there.
    """

    code: str
    level: Level
    message: str
    cells: tuple[CellRef, ...] = ()
    section: str = ""
    quote: str = ""
    start: int = -1
    length: int = 0
    expected: Value = None
    actual: Value = None
    uses: frozenset[CellRef] = field(default=frozenset(), compare=False)
    right_cells: frozenset[CellRef] = field(default=frozenset(), compare=False)
    fix: Edit | None = field(default=None, compare=False)
    is_linked: bool = field(default=False, compare=False)
    choices: tuple[Edit, ...] = field(default=(), compare=False)

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Return what may be done about it: the one right edit, or those to choose from."""
        return self.choices if self.fix is None else (self.fix,)

    @property
    def table(self) -> str:
        """Return the one table that the cells stand in, or ""."""
        tables = {table for table, _ in self.cells}
        return tables.pop() if len(tables) == 1 else ""

    @property
    def has_words(self) -> bool:
        """Return whether words of a part's text are named, where it leads before any cell.

        Not to words that follow a table: it leads to the table.
        """
        return bool(self.section) and self.start >= 0 and self.length > 0 and not self.is_linked

    def overlaps(self, other: Finding) -> bool:
        """Return whether both name words and these overlap."""
        if self.section != other.section or not self.length or not other.length:
            return False
        return self.start < other.start + other.length and other.start < self.start + self.length

    @property
    def rests_on(self) -> frozenset[CellRef]:
        """Return the cells that it names and uses."""
        return self.uses | frozenset(self.cells)
