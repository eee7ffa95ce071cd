"""The rows, names and remark of the sign-off sheet."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.report_dialogs import dialog_buttons
from gui.frame.dialog import FittedDialog
from gui.look.text_styles import hint_label
from gui.sign_off.sheet_rows import SheetRowsEditor
from model.report.edits import Edit, SignOffChange
from model.report.report import Report
from model.report.sign_off_record import USUAL_ROWS

LONGEST_REMARK = 200
"""Characters that the sheet has room for."""


class NamesDialog(FittedDialog):
    """Asks for the rows of the sheet; what is left blank in one is written by hand."""

    def __init__(self, parent: QWidget | None, report: Report) -> None:
        super().__init__(parent)
        self.setWindowTitle("审签单填写")
        self.setMinimumWidth(600)
        self._report = report
        self.rows = SheetRowsEditor(report.sign_off)
        self.rows.changed.connect(self._show_count)
        self.remark = QPlainTextEdit(report.sign_off.remark)
        self.remark.setAccessibleName("备注")
        self.remark.setTabChangesFocus(True)
        self.remark.setFixedHeight(4 * self.fontMetrics().lineSpacing() + 12)
        self.remark.textChanged.connect(self._show_count)
        self._shown_remark = self.remark.toPlainText()
        self.count = hint_label()
        self.buttons = dialog_buttons(self, "填好了")
        self._lay_out()
        self._show_count()

    def _lay_out(self) -> None:
        lead = QLabel(
            "审签单上的栏目和预先印上的内容；签字和日期在纸上手写，不预印的留空。"
            "双击可以改名、改内容；各单位的环节不同，可以添加、删去、换次序。"
        )
        hint = hint_label("随报告一起保存；明年以它为模板新建时沿用栏目和姓名。不影响校验码。")
        form = QFormLayout()
        form.addRow("备注", self.remark)
        form.addRow("", self.count)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        lead.setWordWrap(True)
        layout.addWidget(lead)
        layout.addWidget(self.rows)
        layout.addLayout(form)
        layout.addWidget(hint)
        layout.addWidget(self.buttons)

    def _show_count(self) -> None:
        length = len(self._remark)
        more = length - LONGEST_REMARK if self._is_remark_changed else 0
        words = f"{length} / {LONGEST_REMARK} 字" + (f"，请删去 {more} 字" if more > 0 else "")
        problems = self.rows.problems
        self.count.setText("；".join((words, *problems)))
        is_right = more <= 0 and not problems
        self.buttons.button(self.buttons.StandardButton.Ok).setEnabled(is_right)

    @property
    def _is_remark_changed(self) -> bool:
        return self.remark.toPlainText() != self._shown_remark

    @property
    def _remark(self) -> str:
        """Return the remark; one that was not touched as it stands, however it is written."""
        if not self._is_remark_changed:
            return self._report.sign_off.remark
        return self.remark.toPlainText().strip()

    def edit(self) -> Edit:
        """Return the edit that sets the names and the remark; empty where nothing changed."""
        self.rows.finish_typing()
        old, rows = self._report.sign_off, self.rows.rows
        own_rows = () if rows == USUAL_ROWS else rows
        new = replace(old, names=self.rows.names, remark=self._remark, own_rows=own_rows)
        return Edit("填写审签单", () if new == old else (SignOffChange(new),))
