"""Asks for the unit and the year of a report that was read, where they were not recognised."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from gui.dialogs.report_dialogs import dialog_buttons
from gui.fields.line_field import LineField
from gui.fields.year_field import YearField, YearHint
from gui.frame.dialog import FittedDialog
from gui.look.text_styles import hint_label

WIDTH = 320


class UnitDialog(FittedDialog):
    """Shows the unit and the year as they were read, to be corrected."""

    def __init__(self, parent: QWidget | None, unit: str, year: int | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("改单位和年度")
        self.unit = LineField(unit)
        self.unit.setAccessibleName("单位全称")
        self.unit.setPlaceholderText("如：红星镇人民政府")
        self.unit.setMinimumWidth(WIDTH)
        self.year = YearField(without="没有认出")
        self.year.setAccessibleName("报告年度")
        self.year.show_year(year)
        form = QFormLayout()
        form.addRow("单位全称", self.unit)
        form.addRow("报告年度", self.year)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(hint_label("原文件不会改动，改了什么写进记录。"))
        self.problem = YearHint(self.year, while_typing=True)
        layout.addWidget(self.problem)
        self.buttons = dialog_buttons(self, "改好了")
        layout.addWidget(self.buttons)
        self.year.lineEdit().textChanged.connect(self._refresh)

    def _refresh(self) -> None:
        accept = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        accept.setEnabled(not self.year.problem)
