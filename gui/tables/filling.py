"""The column that is being filled: nothing in it is called out of balance before it is done."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gui.document.document import Document
from model.checks import Level
from model.form.table import Table


class Filling(QObject):
    """Knows which column the current cell stands in, and whether cells in it are still blank."""

    changed = Signal()

    def __init__(self, document: Document, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._table = table
        self._codes = {code for rule in table.balances for code in (rule.code, rule.swap_code)}
        self._column = ""

    def go_to(self, key: str) -> None:
        """Note the current cell; "" where there is none."""
        column = self._table.column(key).key if key else ""
        if column != self._column:
            self._column = column
            if self._codes:
                self.changed.emit()

    def leave(self) -> None:
        """Note that the keys went elsewhere, so that the column counts as done."""
        self.go_to("")

    def is_open(self, column: str) -> bool:
        """Return whether a column is being filled and is not complete."""
        if column != self._column:
            return False
        values = self._document.report.tables[self._table.key]
        keys = (key for key in self._table.inputs if self._table.column(key).key == column)
        return any(values[key] is None for key in keys)

    def hides(self, key: str) -> bool:
        """Return whether a cell is accused of nothing but an imbalance of the open column."""
        if not self.is_open(self._table.column(key).key):
            return False
        place = (self._table.key, key)
        here = [item for item in self._document.findings if place in item.cells]
        return all(item.code in self._codes for item in here if item.level is not Level.HINT)
