"""The names and the remark of the sign-off sheet."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.report_dialogs import dialog_buttons
from gui.look.text_styles import hint_label
from model.report.edits import Edit, SignOffChange
from model.report.report import Report
from model.report.sign_off_record import STEPS

LONGEST_NAME = 30
LONGEST_REMARK = 200
"""Characters that the sheet has room for."""


class NamesDialog(QDialog):
    """Asks who takes which step; a name left blank is written by hand on the sheet."""

    def __init__(self, parent: QWidget | None, report: Report) -> None:
        super().__init__(parent)
        self.setWindowTitle("审签单填写")
        self.setMinimumWidth(460)
        self._report = report
        self.names: dict[str, QLineEdit] = {}
        for step, printed in STEPS:
            field = QLineEdit(report.sign_off.name(step))
            field.setMaxLength(LONGEST_NAME)
            field.setAccessibleName(printed)
            self.names[step] = field
        self.remark = QPlainTextEdit(report.sign_off.remark)
        self.remark.setAccessibleName("备注")
        self.remark.setTabChangesFocus(True)
        self.remark.setFixedHeight(4 * self.fontMetrics().lineSpacing() + 12)
        self.remark.textChanged.connect(self._show_count)
        self.count = hint_label(is_wrapped=False)
        self.buttons = dialog_buttons(self, "确定")
        self._lay_out()
        self._show_count()

    def _lay_out(self) -> None:
        lead = QLabel("预先印在审签单上的姓名；签字和日期在纸上手写，不预印的留空。")
        hint = hint_label("随报告一起保存；明年以它为模板新建时沿用姓名。不影响校验码。")
        form = QFormLayout()
        for step, printed in STEPS:
            form.addRow(printed, self.names[step])
        form.addRow("备注", self.remark)
        form.addRow("", self.count)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        lead.setWordWrap(True)
        layout.addWidget(lead)
        layout.addLayout(form)
        layout.addWidget(hint)
        layout.addWidget(self.buttons)

    def _show_count(self) -> None:
        length = len(self.remark.toPlainText().strip())
        more = length - LONGEST_REMARK
        self.count.setText(
            f"{length} / {LONGEST_REMARK} 字" + (f"，请删去 {more} 字" if more > 0 else "")
        )
        self.buttons.button(self.buttons.StandardButton.Ok).setEnabled(more <= 0)

    def edit(self) -> Edit:
        """Return the edit that sets the names and the remark; empty where nothing changed."""
        known = {step: " ".join(field.text().split()) for step, field in self.names.items()}
        names = tuple((step, name) for step, name in known.items() if name)
        remark = self.remark.toPlainText().strip()
        old = self._report.sign_off
        new = replace(old, names=names, remark=remark)
        return Edit("填写审签单", () if new == old else (SignOffChange(new),))
