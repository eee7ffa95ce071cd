"""The small dialog that notes where the figures of cells or whole rows come from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.report_dialogs import dialog_buttons
from gui.look.text_styles import hint_label
from model.form.table import Table
from model.report.edits import Edit
from model.report.figure_sources import known_sources, note_edit, place_name, row_of
from model.report.report import Report

LONGEST_NOTE = 60


class FigureSourceDialog(QDialog):
    """Asks for a short note on the chosen cells, or on their whole rows."""

    def __init__(
        self, parent: QWidget | None, report: Report, table: Table, keys: Sequence[str]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("注明数字来源")
        self.setMinimumWidth(440)
        self._report = report
        self._table = table
        self._cells = tuple(keys)
        self._rows = tuple(dict.fromkeys(map(row_of, keys)))
        self.whole_row = QRadioButton(self._words(self._rows, "所选 {} 行，整行"))
        self.cells_only = QRadioButton(f"只是{self._words(self._cells, '所选的 {} 格')}")
        self.note = QComboBox()
        self.note.setEditable(True)
        self.note.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.note.addItems(list(known_sources(report)))
        self._lay_out()
        noted = report.figure_sources.get(table.key, {})
        has_own = any(noted.get(key) for key in self._cells)
        (self.cells_only if has_own else self.whole_row).setChecked(True)
        self.whole_row.toggled.connect(self._show_note)
        self._show_note()

    def edit(self) -> Edit:
        """Return the edit that makes the note; empty where nothing changed."""
        note = " ".join(self.note.currentText().split())
        return note_edit(self._report, self._table, self._places(), note)

    def _places(self) -> tuple[str, ...]:
        return self._rows if self.whole_row.isChecked() else self._cells

    def _words(self, places: Sequence[str], many: str) -> str:
        return place_name(self._table, places[0]) if len(places) == 1 else many.format(len(places))

    def _show_note(self) -> None:
        """Offer the note that stands already, ready to be typed over."""
        noted = self._report.figure_sources.get(self._table.key, {})
        self.note.setEditText(next((noted[key] for key in self._places() if noted.get(key)), ""))
        line = self.note.lineEdit()
        if line is not None:
            line.selectAll()

    def _lay_out(self) -> None:
        line = self.note.lineEdit()
        if line is not None:
            line.setMaxLength(LONGEST_NOTE)
            line.setPlaceholderText("如：司法所、财政所、申请台账；也可以写人名、电话")
        lead = QLabel("下面的数字向谁要、从哪里来：")
        hint = hint_label("只给自己看，不会导出；明年以这份报告为模板新建时还在。清空就是删去。")
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        buttons = dialog_buttons(self, "确定")
        for widget in (lead, self.whole_row, self.cells_only, self.note, hint, buttons):
            layout.addWidget(widget)
        self.note.setFocus()
