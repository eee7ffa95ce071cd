"""Which cells of a table the chosen finding concerns, and on which side of its equation."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, Signal

from model.checks import Finding
from model.form.table import Table


class Side(Enum):
    """Where a cell of the chosen finding stands: left or right of =, or in no equation."""

    LEFT = "left"
    RIGHT = "right"
    ONLY = "only"


class Outline(QObject):
    """Holds the finding that is outlined in one table, None most of the time."""

    changed = Signal()

    def __init__(self, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._sides: dict[str, Side] = {}
        self._code = ""

    def show(self, finding: Finding | None) -> None:
        """Outline the cells of a finding that stand in this table, and no others."""
        sides = self._sides_of(finding) if finding is not None else {}
        self._code = finding.code if finding is not None else ""
        if sides != self._sides:
            self._sides = sides
            self.changed.emit()

    def _sides_of(self, finding: Finding) -> dict[str, Side]:
        refs = [ref for ref in finding.cells if ref[0] == self._table.key]
        if not finding.right_cells:
            return {key: Side.ONLY for _, key in refs}
        right = finding.right_cells
        return {ref[1]: Side.RIGHT if ref in right else Side.LEFT for ref in refs}

    def side(self, key: str) -> Side | None:
        """Return the side of a cell, None where it is not outlined."""
        return self._sides.get(key)

    def keys(self, side: Side | None = None) -> list[str]:
        """Return the outlined cells, of one side or of all, in the order of the finding."""
        return [key for key, known in self._sides.items() if side in (None, known)]

    def words(self) -> list[tuple[Side, str]]:
        """Return (side, words) of each kind of outline that is shown, for the legend."""
        shown = set(self._sides.values())
        names = {Side.ONLY: f"这一条所指的格子（{len(self._sides)}格）"} | self._side_names()
        return [(side, names[side]) for side in Side if side in shown]

    def _side_names(self) -> dict[Side, str]:
        for rule in self._table.balances:
            if self._code in (rule.code, rule.swap_code):
                return {Side.LEFT: rule.left_name, Side.RIGHT: rule.right_name}
        return {Side.LEFT: "等式左边", Side.RIGHT: "等式右边"}
