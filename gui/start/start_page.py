"""The page that is shown while no report is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.look.fitting import ground, keep_height, space
from gui.look.icons import show_icon, sign
from gui.look.palette import colours
from gui.look.sizes import BODY, HEAD, SECOND, TITLE, font, px
from gui.look.text_styles import hint_label, label
from gui.look.theme import follow
from gui.look.tool_tips import wrapped
from gui.services import Kinds
from gui.start.recent_reports import RecentReport
from gui.start.recent_row import HEAD as ROW_HEAD
from gui.start.recent_row import HEADS, RecentRow, edges
from model.report.year_range import year_to_report

WIDTH, CARD, WAY = 1000, 136, 40
READABLE = "Word、WPS、Excel、PDF、网页都可以，也可以把文件拖到这里"


class StartPage(QScrollArea):
    """Offers the ways to begin, and the reports used last with how they stand."""

    new_from_last_chosen = Signal()
    open_chosen = Signal()
    new_chosen = Signal()
    clipboard_chosen = Signal()
    file_chosen = Signal(object)

    def __init__(
        self, kinds: Kinds, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._kinds = kinds
        self.recent_buttons: list[RecentRow] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        ground(page, "surface")
        self._sheet = QWidget()
        outer = QHBoxLayout(page)
        space(outer, 16, 28)
        outer.addStretch(1)
        outer.addWidget(self._sheet, 100)
        outer.addStretch(1)
        self._lay_out(QVBoxLayout(self._sheet))
        follow(self, lambda: self._sheet.setMaximumWidth(px(WIDTH)))
        self.setWidget(page)

    def _lay_out(self, column: QVBoxLayout) -> None:
        space(column, gap=8)
        year = year_to_report(self._today())
        column.addWidget(label("政府信息公开工作年度报告", TITLE, is_bold=True))
        told = f"{year}年度的报告，各部门1月31日前、县级政府3月31日前公布。"
        column.addWidget(label(told, role="text2"))
        column.addSpacing(12)
        column.addLayout(self._ways())
        column.addSpacing(16)
        self._heading = label("最近的报告", is_bold=True)
        column.addWidget(self._heading)
        self._recent = QVBoxLayout()
        space(self._recent)
        column.addLayout(self._recent)
        column.addStretch()

    def _ways(self) -> QGridLayout:
        self.main = QPushButton("选择上年的报告…")
        self.main.setProperty("primary", True)
        self.main.setAutoDefault(True)
        show_icon(self.main, "open", role="onaccent")
        self.main.clicked.connect(self.new_from_last_chosen)
        grid = QGridLayout()
        space(grid, gap=8)
        grid.addWidget(self._card(), 0, 0, 3, 1)
        self.ways: list[QPushButton] = []
        for row, (text, icon, wanted) in enumerate(
            (
                ("打开已有的报告…", "open", self.open_chosen),
                ("从剪贴板读入…", "clipboard", self.clipboard_chosen),
                ("新建空白报告…", "new", self.new_chosen),
            )
        ):
            button = QPushButton(text)
            show_icon(button, icon)
            button.setProperty("way", True)
            button.setAutoDefault(True)
            keep_height(button, WAY)
            button.clicked.connect(wanted)
            grid.addWidget(button, row, 1)
            self.ways.append(button)
        grid.setColumnStretch(0, 8)
        grid.setColumnStretch(1, 5)
        return grid

    def _card(self) -> QWidget:
        card = _Card()
        keep_height(card, CARD)
        readable = "、".join(name for name, _ in self._kinds)
        last = year_to_report(self._today()) - 1
        line = QHBoxLayout(card)
        space(line, 20, 12, 16)
        line.addWidget(sign("last-year", "accent", 32))
        words = QVBoxLayout()
        space(words, gap=4)
        line.addLayout(words, 1)
        words.addWidget(label("从上年报告开始写今年的", HEAD, is_bold=True))
        told = f"选{last}年的报告：年份自动改好，上年结转自动填好，文字照上年起稿。"
        words.addWidget(hint_label(told))
        foot = QHBoxLayout()
        space(foot, gap=12)
        foot.addWidget(self.main)
        kinds = label(READABLE, SECOND, role="text2")
        kinds.setToolTip(wrapped(f"可以是：{readable}"))
        kinds.setWordWrap(True)
        foot.addWidget(kinds, 1)
        words.addLayout(foot)
        return card

    # ------------------------------------------------------------ recent reports

    def show_recent(self, files: Sequence[Path]) -> None:
        """Show the files used last, newest first; without any, say so."""
        while self._recent.count():
            item = self._recent.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self.recent_buttons = []
        self._recent.addWidget(_Heads() if files else _nothing())
        for path in files:
            row = RecentRow(path)
            row.clicked.connect(lambda _=False, path=path: self.file_chosen.emit(path))
            self._recent.addWidget(row)
            self.recent_buttons.append(row)

    def drop(self, path: Path) -> None:
        """Take a file off the page that is not there any more."""
        for row in self.recent_buttons:
            if row.path == path:
                row.hide()

    def show_state(self, report: RecentReport) -> None:
        """Show of a recent file whose report it holds, how it stands and when it is due."""
        for row in self.recent_buttons:
            if row.path == report.path:
                row.show_report(report)


def _nothing() -> QWidget:
    """Return what stands in place of the list while there is nothing in it."""
    place = QWidget()
    line = QHBoxLayout(place)
    space(line, ends=12, gap=12)
    line.addWidget(sign("report", "accent", 32))
    line.addWidget(label("还没有最近的报告。打开或新建以后，会列在这里。", role="text2"), 1)
    return place


class _Card(QWidget):
    """The ground of the way that most clerks go."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ground with an edge in the accent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colours.soft)
        pen = painter.pen()
        pen.setColor(colours.accent)
        pen.setWidth(2)
        painter.setPen(pen)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(6), px(6))


class _Heads(QWidget):
    """The names of the columns above the recent reports."""

    def __init__(self) -> None:
        super().__init__()
        keep_height(self, ROW_HEAD)

    def sizeHint(self) -> QSize:
        """Return the height of the line."""
        return QSize(px(400), px(ROW_HEAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names over their columns."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.header)
        painter.setFont(font(BODY, is_bold=True))
        painter.setPen(colours.text)
        for left, name in zip(edges(self.width()), HEADS, strict=False):
            place = self.rect().adjusted(left, 0, 0, 0)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), name)
        painter.setPen(colours.edge)
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
