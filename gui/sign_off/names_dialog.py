"""The names and the remark of the sign-off sheet."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.report_dialogs import dialog_buttons
from gui.fields.line_field import LineField
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
        self.names: dict[str, LineField] = {}
        for step, printed in STEPS:
            field = LineField(report.sign_off.name(step))
            field.textChanged.connect(self._show_count)
            field.setAccessibleName(printed)
            self.names[step] = field
        self.remark = QPlainTextEdit(report.sign_off.remark)
        self.remark.setAccessibleName("备注")
        self.remark.setTabChangesFocus(True)
        self.remark.setFixedHeight(4 * self.fontMetrics().lineSpacing() + 12)
        self.remark.textChanged.connect(self._show_count)
        self._shown_remark = self.remark.toPlainText()
        self.count = hint_label()
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
        length = len(self._remark)
        more = length - LONGEST_REMARK if self._is_remark_changed else 0
        words = f"{length} / {LONGEST_REMARK} 字" + (f"，请删去 {more} 字" if more > 0 else "")
        too_long = [
            f"「{printed}」最多 {LONGEST_NAME} 字，请删去 {len(self._name(step)) - LONGEST_NAME} 字"
            for step, printed in STEPS
            if self.names[step].is_changed and len(self._name(step)) > LONGEST_NAME
        ]
        self.count.setText("；".join((words, *too_long)))
        is_right = more <= 0 and not too_long
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

    def _name(self, step: str) -> str:
        """Return the name of a step; one that was not touched as it stands."""
        field = self.names[step]
        if not field.is_changed:
            return self._report.sign_off.name(step)
        return " ".join(field.text().split())

    def edit(self) -> Edit:
        """Return the edit that sets the names and the remark; empty where nothing changed."""
        names = tuple((step, self._name(step)) for step in self.names if self._name(step))
        old = self._report.sign_off
        new = replace(old, names=names, remark=self._remark)
        return Edit("填写审签单", () if new == old else (SignOffChange(new),))
