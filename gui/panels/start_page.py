"""The page that is shown while no report is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.services import Kinds


class StartPage(QWidget):
    """Offers the three ways to begin, and the files used last."""

    new_from_last_chosen = Signal()
    open_chosen = Signal()
    new_chosen = Signal()
    file_chosen = Signal(object)

    def __init__(self, kinds: Kinds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self.recent_buttons: list[QPushButton] = []
        title = QLabel("政府信息公开工作年度报告")
        title.setFont(theme.bold(self.font(), 20))
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(_muted("一年写一次：先从上年的报告开始，最省事。"))
        column.addSpacing(8)
        readable = "、".join(name for name, _ in kinds)
        for text, more, signal, is_main in (
            (
                "以上年报告为模板新建",
                "选择上年的报告文件，年份自动移到本年，生成草稿",
                self.new_from_last_chosen,
                True,
            ),
            ("打开报告", f"可以打开：{readable}", self.open_chosen, False),
            (
                "新建空白报告",
                "填写单位和年度，从空白表格开始",
                self.new_chosen,
                False,
            ),
        ):
            column.addWidget(_big_button(text, signal.emit, is_main))
            column.addWidget(_muted(more))
            column.addSpacing(4)
        column.addLayout(self._recent)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addLayout(column)
        middle.addStretch(2)
        outer.addLayout(middle, 2)
        outer.addStretch(1)

    def show_recent(self, files: list[Path]) -> None:
        """Show the files used last, newest first."""
        while self._recent.count():
            item = self._recent.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self.recent_buttons = []
        if files:
            heading = QLabel("最近的文件")
            heading.setFont(theme.bold(self.font()))
            self._recent.addWidget(heading)
        for path in files:
            button = QPushButton(path.stem)
            button.setFlat(True)
            button.setToolTip(str(path))
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setStyleSheet(
                "QPushButton { border: none; text-align: left; color: #1f5fa8; padding: 3px; "
                "background: transparent; } QPushButton:hover { text-decoration: underline; }"
            )
            button.clicked.connect(lambda _=False, path=path: self.file_chosen.emit(path))
            self._recent.addWidget(button)
            self.recent_buttons.append(button)


def _big_button(text: str, then: object, is_main: bool) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("primary", is_main)
    button.setFont(theme.bold(button.font(), 13))
    button.setMinimumHeight(46)
    button.clicked.connect(then)
    return button


def _muted(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setStyleSheet(f"color: {theme.MUTED.name()}")
    return label
