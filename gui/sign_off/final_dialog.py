"""Making a report final: what stands in the way, or the code that goes onto the paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.report_dialogs import dialog_buttons
from gui.frame.dialog import FittedDialog
from gui.look.sizes import TITLE
from gui.look.text_styles import hint_label, write
from model.report.report import Report
from model.signing.code import verification_code
from model.signing.final import Obstacle
from model.signing.standing import day_words


class ObstaclesDialog(FittedDialog):
    """Lists what stands in the way; each entry leads to its place."""

    def __init__(
        self, parent: QWidget | None, found: Sequence[Obstacle], waiting: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("还不能定稿")
        self._waiting = waiting
        self.resize(600, 360)
        self._found = tuple(found)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, obstacle in enumerate(self._found, 1):
            self.list.addItem(QListWidgetItem(f"{number}. {obstacle.message}"))
        self.list.setCurrentRow(0)
        self.go = QPushButton("去处理")
        self.go.setDefault(True)
        self.close_button = QPushButton("关闭")
        self.list.itemDoubleClicked.connect(self.accept)
        self.go.clicked.connect(self.accept)
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self.list.setFocus()

    @property
    def chosen(self) -> Obstacle:
        """Return the entry that is selected."""
        return self._found[max(0, self.list.currentRow())]

    def _lay_out(self) -> None:
        lead = QLabel(f"还有 {len(self._found)} 项要先处理，双击一项转到那里：")
        waiting = f"{self._waiting}。" if self._waiting else ""
        hint = hint_label(
            "空白的格子要填，没有的填 0（表格上面有「空白填0」）。"
            + _hint_on_errors(self._found)
            + waiting
        )
        hint.setObjectName("hint")
        bar = QHBoxLayout()
        bar.addStretch()
        bar.addWidget(self.go)
        bar.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.addWidget(lead)
        layout.addWidget(self.list, 1)
        layout.addWidget(hint)
        layout.addLayout(bar)


def _hint_on_errors(found: Sequence[Obstacle]) -> str:
    if all(obstacle.finding is None for obstacle in found):
        return ""
    return (
        "必须改的问题要改正；确实不用改的，在右边检查结果里选中它，点「情况属实…」写明原因，"
        "原因会印在审签单上。"
    )


class FinalDialog(FittedDialog):
    """Shows the code and the day under which the report is made final."""

    def __init__(
        self,
        parent: QWidget | None,
        report: Report,
        day: date,
        queries: int,
        waiting: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("定稿")
        self.setMinimumWidth(540)
        self.code = verification_code(report)
        code = QLabel(self.code)
        write(code, TITLE, is_bold=True)
        code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        code.setAccessibleName("校验码")
        code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        under = QLabel(f"校验码　　定稿日期：{day_words(day)}")
        under.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(code)
        layout.addWidget(under)
        for text in _sentences(report, self.code, queries, waiting):
            label = QLabel(text)
            label.setWordWrap(True)
            layout.addWidget(label)
        self.buttons = dialog_buttons(self, "定稿")
        layout.addWidget(self.buttons)


def _sentences(report: Report, code: str, queries: int, waiting: str) -> list[str]:
    sentences = ["定稿会锁定数字、文字、标题和「情况属实」的原因；要改会先问您，一改就解除定稿。"]
    if queries:
        sentences.append(
            f"还有 {queries} 处「请核实」没有处理。它们不妨碍定稿，会在审签单上写明处数。"
        )
    if waiting:
        sentences.append(f"{waiting}。")
    old = report.sign_off.final
    if old is not None and old.code != code:
        sentences.append(
            f"原来的校验码 {old.code}（{day_words(old.day)}）作废，纸质稿要重新打印、签字。"
        )
    return sentences
