"""The page that is looked at before a foreign report is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.unit_dialog import UnitDialog
from gui.frame.dialog import FittedDialog
from gui.look.fitting import keep_width, space
from gui.look.icons import sign
from gui.look.sizes import HEAD
from gui.look.text_styles import hint_label, label
from gui.messages import Messages
from gui.review.doubt_list import DoubtList
from gui.review.part_counts import PartCounts
from gui.review.review import Review
from gui.review.whole_text import whole_text
from model.report.edits import Edit

if TYPE_CHECKING:
    from gui.services import OpenedFile

ICON = 28
PARTS = 212
"""Pixels at 100 % of the parts at the side."""


class Use(Enum):
    """What the clerk wants to do with the report that was read."""

    CANCEL = 0
    THIS_YEAR = 1
    LAST_YEAR = 2
    ATTACH = 3


_USES = {
    Use.LAST_YEAR: "用它起稿，写{next}的",
    Use.ATTACH: "附到正在编辑的报告，作为上年报告",
    Use.THIS_YEAR: "接着编辑这一份",
}


class ImportReviewDialog(FittedDialog):
    """Shows what was read of a source: causes of doubt, doubtful cells, what was left out."""

    def __init__(
        self,
        parent: QWidget | None,
        name: str,
        opened: OpenedFile,
        uses: Sequence[Use] = (Use.LAST_YEAR, Use.THIS_YEAR),
        messages: Messages | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("读入结果")
        self.resize(1040, 560)
        self._opened = opened
        self.messages = messages or Messages()
        self._has_asked = False
        self._names: dict[QPushButton, str] = {}
        self.use = Use.CANCEL
        self.review = Review(opened)
        self.parts = PartCounts(self.review)
        keep_width(self.parts, PARTS)
        self.doubts = DoubtList(self.review)
        self.doubts.changed.connect(self._refresh)
        self.doubts.ended.connect(self._go_to_deed)
        self.doubts.reached.connect(self.parts.show_current)
        self.parts.chosen.connect(self.doubts.go_to_table)
        middle = QHBoxLayout()
        middle.addWidget(self.parts)
        middle.addWidget(self._tabs(), 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self._identity(name))
        layout.addLayout(middle, 1)
        layout.addLayout(self._bar(uses))
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first cell to be looked at, or at the deed."""
        super().showEvent(event)
        start = self.doubts.go_first if self.doubts.rowCount() else self._go_to_deed
        QTimer.singleShot(0, self, start)

    def corrections(self) -> Edit:
        """Return the edit that puts in what the clerk corrected here; it may be empty."""
        return self.review.corrections()

    def notes(self) -> tuple[str, ...]:
        """Return a line on each correction, for the records of the report."""
        return self.review.notes()

    def _identity(self, name: str) -> QWidget:
        box = QWidget()
        line = QHBoxLayout(box)
        space(line, gap=12)
        line.addWidget(sign("import", "accent", ICON))
        column = QVBoxLayout()
        space(column, gap=4)
        line.addLayout(column, 1)
        self.unit = label("", HEAD, is_bold=True)
        source = hint_label(f"{name}（{self._opened.kind}）。原文件不会改动。")
        for words in (self.unit, source):
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            column.addWidget(words)
        self.change_unit = QPushButton("单位、年度不对？改一下…")
        self.change_unit.setAutoDefault(False)
        self.change_unit.clicked.connect(self._change_unit)
        line.addWidget(self.change_unit)
        return box

    def _change_unit(self) -> None:
        """Let the clerk correct the unit and the year that were read."""
        report = self.review.report
        dialog = UnitDialog(self, report.organization, report.year)
        if dialog.exec():
            self.review.identify(dialog.unit.text(), dialog.year.year)
            self._refresh()

    def _tabs(self) -> QTabWidget:
        self.tabs = QTabWidget()
        opened = self._opened
        if self.doubts.rowCount():
            self.tabs.addTab(self.doubts, "")
        asides = set(opened.asides)
        left_out = [line for line in opened.unplaced if line not in asides]
        for title, lines in (("没有录入的内容", left_out), ("自动处理的", opened.decided)):
            if lines:
                self.tabs.addTab(_lines(lines), f"{title} {len(lines)}")
        self.tabs.addTab(_lines(opened.summary), "认出了什么")
        self.whole = _lines(())
        self.tabs.addTab(self.whole, "读到的全文")
        return self.tabs

    def _bar(self, uses: Sequence[Use]) -> QHBoxLayout:
        bar = QHBoxLayout()
        self.info = sign("info", "accent")
        self.remark = hint_label()
        bar.addWidget(self.info)
        bar.addWidget(self.remark, 1)
        self.deeds: list[QPushButton] = []
        for use in uses:
            button = QPushButton()
            button.setObjectName(use.name)
            button.setDefault(use is uses[0])
            button.clicked.connect(lambda _=False, use=use: self._choose(use))
            bar.addWidget(button)
            self._names[button] = _USES[use]
            self.deeds.append(button)
        cancel = QPushButton("取消")
        cancel.clicked.connect(self.reject)
        bar.addWidget(cancel)
        return bar

    def _refresh(self) -> None:
        self.parts.refresh()
        report = self.review.report
        year = f"{report.year}年度" if report.year else "没有认出年度"
        self.unit.setText(f"{report.organization or '没有认出单位'}　{year}　{report.form.name}")
        self.whole.setPlainText(whole_text(report))
        following = f"{report.year + 1}年" if report.year else "下一年"
        for button, words in self._names.items():
            button.setText(words.format(next=following))
        left = self.review.unsettled
        if self.tabs.indexOf(self.doubts) >= 0:
            self.tabs.setTabText(self.tabs.indexOf(self.doubts), f"存疑的格 {left}")
        unseen = len(self.review.unseen)
        more = f"其中{unseen}格还没有看过。" if unseen else ""
        self.info.setVisible(bool(left))
        self.remark.setText(f"还有{left}格存疑，不改也可以先继续。{more}" if left else "")

    def _go_to_deed(self) -> None:
        self.deeds[0].setFocus()

    def _choose(self, use: Use) -> None:
        """Close with a use; once it is asked whether to leave cells that were not looked at."""
        unseen = len(self.review.unseen)
        if unseen and not self._has_asked:
            self._has_asked = True
            self.messages.parent = self
            if not self.messages.ask_unread(unseen):
                self.tabs.setCurrentWidget(self.doubts)
                self.doubts.go_first()
                return
        self.use = use
        self.accept()


def _lines(lines: Sequence[str]) -> QPlainTextEdit:
    text = QPlainTextEdit("\n".join(lines))
    text.setReadOnly(True)
    return text
