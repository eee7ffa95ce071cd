"""The short instructions for use, shown from the help menu."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gui.frame.dialog import FittedDialog
from storage.program import RESOURCES, own_text

KEYS = "快捷键"
PAGES = {
    "怎样写报告": "help/window.html",
    KEYS: "help/keys.html",
    "安装、文件和搬家": "help/desk.html",
}


class HelpDialog(FittedDialog):
    """Shows the way from last year's report to this year's with the keys, and first help."""

    def __init__(self, parent: QWidget | None = None, page: str = "") -> None:
        """Show a page by its title, the first one where none is given."""
        super().__init__(parent)
        self.setWindowTitle("使用说明")
        self.resize(720, 600)
        self.pages = QTabWidget()
        for title, name in PAGES.items():
            self.pages.addTab(_page(name), title)
        if page:
            self.pages.setCurrentIndex(list(PAGES).index(page))
        close = QPushButton("关闭")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        bar = QHBoxLayout()
        bar.addStretch()
        bar.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.pages)
        layout.addLayout(bar)


def _page(name: str) -> QTextBrowser:
    text = QTextBrowser()
    text.setSearchPaths([str((RESOURCES / name).parent)])
    text.setHtml(own_text(name))
    return text
