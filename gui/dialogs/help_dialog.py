"""The short instructions for use, shown from the help menu."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

HELP_FILE = Path(__file__).resolve().parents[2] / "resources" / "help" / "window.html"


class HelpDialog(QDialog):
    """Shows the keys and the way from last year's report to this year's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("使用说明")
        self.resize(640, 560)
        text = QTextBrowser()
        text.setHtml(HELP_FILE.read_text(encoding="utf-8"))
        close = QPushButton("关闭")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        bar = QHBoxLayout()
        bar.addStretch()
        bar.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addLayout(bar)
