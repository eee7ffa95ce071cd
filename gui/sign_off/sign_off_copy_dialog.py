"""What the copy that goes round to be signed looks like, and where it goes."""

from __future__ import annotations

from enum import Enum
from typing import Literal

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from exporters.sign_off_blocks import SignOffCopy
from gui.frame.dialog import FittedDialog
from gui.look.text_styles import hint_label
from model.report.report import Report
from model.signing.code import shown_code
from model.signing.standing import standing_notice

Sheet = Literal["first", "last", "none"]
_SHEETS: tuple[tuple[Sheet, str], ...] = (
    ("first", "放在最前"),
    ("last", "放在最后"),
    ("none", "不要"),
)


class SignOffWay(Enum):
    """Where the copy goes."""

    PDF = "导出 PDF…"
    WORD = "导出 Word…"
    PREVIEW = "预览和打印…"
    CANCEL = "取消"


class SignOffCopyDialog(FittedDialog):
    """Asks for watermark and sheet; the button that is pressed says where the copy goes."""

    def __init__(self, parent: QWidget | None, report: Report, last: SignOffCopy) -> None:
        super().__init__(parent)
        self.setWindowTitle("打印、导出送审稿")
        self.setMinimumWidth(440)
        self.way = SignOffWay.CANCEL
        self.watermark = QCheckBox("每页衬「送审稿」水印")
        self.watermark.setChecked(last.has_watermark)
        self.sheets: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        for key, name in _SHEETS:
            self.sheets[key] = QRadioButton(name)
            self._group.addButton(self.sheets[key])
        self.sheets[last.sheet].setChecked(True)
        self.ways = {way: self._button(way) for way in SignOffWay}
        self.ways[SignOffWay.PDF].setDefault(True)
        self._lay_out(report)

    @property
    def sign_off_copy(self) -> SignOffCopy:
        """Return what was chosen."""
        sheet = next(key for key, _ in _SHEETS if self.sheets[key].isChecked())
        return SignOffCopy(self.watermark.isChecked(), sheet)

    def _button(self, way: SignOffWay) -> QPushButton:
        button = QPushButton(way.value)
        button.setObjectName(way.name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._leave(way))
        return button

    def _leave(self, way: SignOffWay) -> None:
        self.way = way
        if way is SignOffWay.CANCEL:
            self.reject()
        else:
            self.accept()

    def _lay_out(self, report: Report) -> None:
        box = QGroupBox("审签单")
        choices = QHBoxLayout(box)
        for button in self.sheets.values():
            choices.addWidget(button)
        choices.addStretch()
        lead = QLabel(_lead(report))
        hint = hint_label("审签单上的姓名在「审签→审签单填写」里填。平常的导出和打印不带这些。")
        buttons = QHBoxLayout()
        buttons.addStretch()
        for way in SignOffWay:
            buttons.addWidget(self.ways[way])
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        lead.setWordWrap(True)
        for widget in (lead, self.watermark, box, hint):
            layout.addWidget(widget)
        layout.addLayout(buttons)


def _lead(report: Report) -> str:
    code = shown_code(report)
    words = f"每页页脚印校验码 {code}，签字以后凭它核对电子稿。"
    if standing_notice(report).is_warning:
        return f"{words}\n注意：这与已签的纸质稿的校验码不同。"
    return words if report.sign_off.is_locked else f"{words}\n报告还没有定稿，一改内容校验码就变。"
