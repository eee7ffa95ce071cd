"""Asks for the margins; the paper is A4, as the rules for official papers want it."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from exporters.page_style import OFFICIAL, Margins
from gui.dialogs.report_dialogs import dialog_buttons
from gui.frame.dialog import FittedDialog
from gui.printing.page_choice import LEAST_MARGIN, MOST_MARGIN, PageSetup


class PageSetupDialog(FittedDialog):
    """The four margins in millimetres, with a way back to the official ones, seal and code."""

    def __init__(self, parent: QWidget | None, setup: PageSetup) -> None:
        super().__init__(parent)
        self.setWindowTitle("页面设置")
        self.top, self.bottom = _field("上边距"), _field("下边距")
        self.left, self.right = _field("左边距"), _field("右边距")
        self.restore = QPushButton("恢复公文标准边距")
        self.restore.clicked.connect(lambda: self._show(OFFICIAL.margins))
        self.seal = QCheckBox("落款处要盖章（日期右空四字，单位名称居中在日期上方）")
        self.seal.setChecked(setup.has_seal)
        self.code = QCheckBox("定稿以后，每页页脚印校验码")
        self.code.setChecked(setup.has_code)
        form = QFormLayout()
        form.addRow("纸张", QLabel("A4（210 × 297 毫米），纵向"))
        for field in (self.top, self.bottom, self.left, self.right):
            form.addRow(field.accessibleName(), field)
        official = OFFICIAL.margins
        hint = QLabel(
            f"公文标准：上 {official.top:g}、下 {official.bottom:g}、"
            f"左 {official.left:g}、右 {official.right:g} 毫米，每页 22 行，每行 28 字。\n"
            "改动后 Word、PDF 和打印都按新的边距。"
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(hint)
        layout.addWidget(self.restore)
        layout.addWidget(self.seal)
        layout.addWidget(self.code)
        layout.addWidget(dialog_buttons(self, "保存设置"))
        self._given = setup.margins
        self._show(setup.margins)
        self._shown = self._in_fields()

    @property
    def setup(self) -> PageSetup:
        """Return what was set; the given margins to the last decimal if none was changed."""
        now = self._in_fields()
        margins = self._given if now == self._shown else now
        return PageSetup(margins, self.seal.isChecked(), self.code.isChecked())

    def _in_fields(self) -> Margins:
        return Margins(self.top.value(), self.bottom.value(), self.left.value(), self.right.value())

    def _show(self, margins: Margins) -> None:
        self.top.setValue(margins.top)
        self.bottom.setValue(margins.bottom)
        self.left.setValue(margins.left)
        self.right.setValue(margins.right)


def _field(name: str) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setRange(LEAST_MARGIN, MOST_MARGIN)
    field.setDecimals(1)
    field.setSuffix(" 毫米")
    field.setAccessibleName(name)
    return field
