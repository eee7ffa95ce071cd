"""What was read of one official table, and what the form has no place for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from importers.recognising.figures.causes import Cause
from importers.recognising.labels import bare, normalise
from importers.recognising.tables.table_labels import TableLabels
from importers.source_document import SourceCell
from model.form.table import Table

LONGEST_QUOTE = 20
"""Characters of a cell in a message."""


@dataclass
class TableRead:
    """What was read of one official table: texts by key, places, and what was left over.

    `sources` and `doubts` go by row key: the cells of the row in the source, and why to look;
    `cell_doubts` go by cell key, `broken` are cells with blanks between digits. `causes` holds
    every cause once. `orders` has the columns of a row, left to right. `changed_labels` go from the
    official label to the source's.
    """

    table: Table
    texts: dict[str, str] = field(default_factory=dict)
    rows: set[str] = field(default_factory=set)
    blocks: list[int] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    sources: dict[str, tuple[str, ...]] = field(default_factory=dict)
    doubts: dict[str, Cause] = field(default_factory=dict)
    cell_doubts: dict[str, Cause] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)
    causes: list[Cause] = field(default_factory=list)
    changed_labels: dict[str, str] = field(default_factory=dict)
    orders: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def missing_rows(self) -> list[str]:
        """Return the printed names of the official rows that the source does not have."""
        rows = [row for row in self.table.rows if row.key not in self.rows]
        return [self.table.name_of_row(row) for row in rows]

    def doubt(self, cause: Cause) -> None:
        """Doubt the rows of a cause; what put a row's figures in doubt first stays its cause."""
        if cause not in self.causes:
            self.causes.append(cause)
        for row in cause.rows or [row.key for row in self.table.rows]:
            self.doubts.setdefault(row, cause)

    def doubt_cell(self, key: str, cause: Cause) -> None:
        """Doubt one cell for a cause."""
        if cause not in self.causes:
            self.causes.append(cause)
        self.cell_doubts.setdefault(key, cause)

    def list_unplaced(self, what: str) -> None:
        """List something of the source as left out, once."""
        line = f"{self.table.name}：{what}，没有录入"
        if line not in self.unplaced:
            self.unplaced.append(line)

    def list_left_cells(self, labels: TableLabels, cells: Iterable[SourceCell], place: str) -> None:
        """List the texts that stand where the form has nothing, labels of groups left out."""
        for cell in cells:
            known = labels.is_wording(cell.text) or labels.is_piece(cell.text)
            if normalise(cell.text) and not known:
                self.list_unplaced(f"{place}的「{quoted(cell.text)}」")

    def list_strange_row(self, labels: TableLabels, row: Sequence[SourceCell]) -> None:
        """List what a row without an official label holds, unless it is a header or empty."""
        worded = [cell for cell in row if normalise(cell.text)]
        if any(not labels.is_wording(cell.text) for cell in worded):
            texts = "、".join(quoted(cell.text) for cell in worded)
            self.list_unplaced(f"没有规定名称的一行（{texts}）")


def bare_texts(row: Sequence[SourceCell]) -> tuple[str, ...]:
    """Return the texts of a row without blanks."""
    return tuple(bare(cell.text) for cell in row)


def quoted(text: str) -> str:
    """Return a cell's text short enough for a message."""
    plain = bare(text)
    return plain if len(plain) <= LONGEST_QUOTE else plain[:LONGEST_QUOTE] + "…"
