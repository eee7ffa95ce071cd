"""What came of checking a file against a code."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from gui.frame.dialog import FittedDialog
from gui.look.sizes import TITLE
from gui.look.text_styles import tint, write
from model.signing.code_comparison import CodeComparison


class ResultDialog(FittedDialog):
    """Tells what came of it."""

    def __init__(self, parent: QWidget | None, result: CodeComparison) -> None:
        super().__init__(parent)
        self.setWindowTitle("核对校验码")
        self.setMinimumWidth(520)
        self.shown = result
        is_whole = result.is_same and not result.has_more
        sign = "√ " if is_whole else "！ " if result.is_same else "× "
        heading = QLabel(sign + result.heading)
        heading.setWordWrap(True)
        write(heading, TITLE, is_bold=True)
        tint(heading, "ok" if is_whole else "error")
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(180)
        self.list.addItems(list(result.found))
        self.list.setVisible(bool(result.found))
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(heading)
        for sentence in result.sentences:
            label = QLabel(sentence)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(label)
        layout.addWidget(self.list, 1)
        close = QPushButton("知道了")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
