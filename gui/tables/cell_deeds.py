"""What the right button offers on the selected cells, beside the clipboard and the note."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from gui.tables.clipboard import changed_values
from gui.tables.table_view import FormTableView
from model.form.layout import GridCell
from model.report.comparison import name_of_last
from model.report.edits import set_cells
from model.report.values import Value, format_value


class CellDeeds(QObject):
    """Clears the selected typed cells, fills the blank ones with 0, or takes last year's figures.

    Each is one step. What would change nothing is off.
    """

    def __init__(self, view: FormTableView) -> None:
        super().__init__(view)
        self._view = view
        self._model = view.form_model
        self.clear, self.zero, self.last = QAction("清除", self), QAction(self), QAction(self)
        self.copy_named = QAction("连同行名、列名复制", self)
        self.copy_named.triggered.connect(lambda _=False: view.copy(has_labels=True))
        self.clear.triggered.connect(lambda _=False: view.clear())
        self.zero.triggered.connect(lambda _=False: self._set("填0", self._zeros()))
        self.last.triggered.connect(lambda _=False: self._set(self._name(), self._last_figures()))
        document = self._model.document
        for signal in (
            view.range_changed,
            view.current_changed,
            document.cells_changed,
            document.previous_changed,
        ):
            signal.connect(self._refresh)
        self._refresh()

    def actions(self) -> list[QAction]:
        """Return the entries of the menu."""
        return [self.copy_named, self.clear, self.zero, self.last]

    def _typed(self) -> list[GridCell]:
        return [cell for cell in self._view.selected_cells() if self._model.is_input(cell)]

    def _zeros(self) -> list[tuple[str, Value]]:
        """Return 0 for each blank one of the selected typed cells."""
        return [(cell.key, 0) for cell in self._typed() if self._model.value(cell.key) is None]

    def _last_figures(self) -> list[tuple[str, Value]]:
        """Return last year's figure for each selected typed cell that has another one now."""
        previous = self._model.document.report.previous
        if previous is None:
            return []
        table = self._model.table.key
        values = ((cell.key, previous.value(table, cell.key)) for cell in self._typed())
        return changed_values(self._model, [item for item in values if item[1] is not None])

    def _set(self, name: str, values: list[tuple[str, Value]]) -> None:
        table = self._model.table
        where = table.cell_name(values[0][0]) if len(values) == 1 else f" {len(values)} 格"
        if values and self._model.document.push(set_cells(f"{name}{where}", table.key, values)):
            self._view.notified.emit(f"{name}：{len(values)}格，可以撤销。")

    def _refresh(self, *_: object) -> None:
        has_any = any(self._model.value(cell.key) is not None for cell in self._typed())
        self.clear.setEnabled(has_any)
        blanks, last = self._zeros(), self._last_figures()
        self.zero.setEnabled(bool(blanks))
        self.zero.setText(f"空白填0（{len(blanks)}格）" if len(blanks) > 1 else "填0")
        self.last.setEnabled(bool(last))
        told = f"{len(last)}格" if len(last) > 1 else format_value(last[0][1]) if last else "没有"
        self.last.setText(f"{self._name()}（{told}）")

    def _name(self) -> str:
        return f"填入{name_of_last(self._model.document.report)}数"
