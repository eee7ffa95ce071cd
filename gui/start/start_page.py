"""The page that is shown while no report is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.look import theme
from gui.look.text_styles import deadline_style, hint_label
from gui.services import Kinds
from gui.start.recent_reports import RecentReport


class StartPage(QWidget):
    """Offers the three ways to begin, and the files used last with the days left for each."""

    new_from_last_chosen = Signal()
    open_chosen = Signal()
    new_chosen = Signal()
    file_chosen = Signal(object)

    def __init__(self, kinds: Kinds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent = QGridLayout()
        self._recent.setVerticalSpacing(2)
        self._recent.setHorizontalSpacing(16)
        self._recent.setColumnStretch(0, 1)
        self.recent_buttons: list[QPushButton] = []
        self.recent_states: dict[Path, QLabel] = {}
        column = QVBoxLayout()
        column.setSpacing(10)
        self._add_ways(column, kinds)
        column.addLayout(self._recent)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addLayout(column)
        middle.addStretch(2)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(middle, 3)
        outer.addStretch(1)

    def _add_ways(self, column: QVBoxLayout, kinds: Kinds) -> None:
        title = QLabel("政府信息公开工作年度报告")
        title.setFont(theme.bold(self.font(), theme.TITLE_SIZE))
        column.addWidget(title)
        column.addWidget(hint_label("一年写一次：先从上年的报告开始，最省事。"))
        column.addSpacing(8)
        readable = "、".join(name for name, _ in kinds)
        for text, more, signal in (
            (
                "以上年报告为模板新建",
                "选择上年的报告文件，年份自动移到本年，生成草稿",
                self.new_from_last_chosen,
            ),
            ("打开报告", f"可以打开：{readable}", self.open_chosen),
            ("新建空白报告", "填写单位和年度，从空白表格开始", self.new_chosen),
        ):
            is_main = signal is self.new_from_last_chosen
            column.addWidget(_big_button(text, signal.emit, is_main=is_main))
            column.addWidget(hint_label(more))
            column.addSpacing(4)

    def show_recent(self, files: Sequence[Path]) -> None:
        """Show the files used last, newest first."""
        while self._recent.count():
            item = self._recent.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self.recent_buttons, self.recent_states = [], {}
        if files:
            heading = QLabel("最近的文件")
            heading.setFont(theme.bold(self.font()))
            self._recent.addWidget(heading, 0, 0)
        for row, path in enumerate(files, 1):
            self._add_recent(row, path)

    def _add_recent(self, row: int, path: Path) -> None:
        button = QPushButton(path.stem)
        button.setFlat(True)
        button.setToolTip(str(path))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setProperty("link", True)
        button.clicked.connect(lambda: self.file_chosen.emit(path))
        state = QLabel()
        self._recent.addWidget(button, row, 0)
        self._recent.addWidget(state, row, 1)
        self.recent_buttons.append(button)
        self.recent_states[path] = state

    def show_state(self, report: RecentReport) -> None:
        """Show beside a recent file whose report it holds and how many days are left."""
        state = self.recent_states.get(report.path)
        if state is None:
            return
        state.setText(report.left.words)
        state.setStyleSheet(deadline_style(report.left))
        for button in self.recent_buttons:
            if button.toolTip() == str(report.path) and report.name not in button.text():
                button.setText(f"{report.path.stem}（{report.name}）")


def _big_button(text: str, then: object, *, is_main: bool) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("primary", is_main)
    button.setFont(theme.bold(button.font(), theme.HEADING_SIZE))
    button.setMinimumHeight(46)
    button.clicked.connect(then)
    return button
