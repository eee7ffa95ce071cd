"""One dialog for all that the program has to tell about how a report was made."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gui.frame.dialog import FittedDialog
from gui.look.palette import colours
from gui.services import Records


class NotesDialog(FittedDialog):
    """Shows titled lists of lines; they can be copied."""

    def __init__(
        self, parent: QWidget | None, title: str, records: Records, lead: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(680, 480)
        self._records = records
        self.text = QTextBrowser()
        self.text.setHtml(_html(records))
        copy_all = QPushButton("复制全部")
        copy_all.clicked.connect(self._copy_all)
        close = QPushButton("知道了")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        bar = QHBoxLayout()
        bar.addWidget(copy_all)
        bar.addStretch()
        bar.addWidget(close)
        layout = QVBoxLayout(self)
        if lead:
            label = QLabel(lead)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addWidget(self.text)
        layout.addLayout(bar)

    def plain_text(self) -> str:
        """Return all lines as plain text."""
        parts = ["\n".join((title, *lines)) for title, lines in self._records if lines]
        return "\n\n".join(parts)

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self.plain_text())


def _html(records: Records) -> str:
    parts = []
    for title, lines in records:
        if lines:
            items = "".join(f"<li style='margin-bottom:5px'>{escape(line)}</li>" for line in lines)
            heading = f"<h3 style='color:{colours.accent.name()}'>{escape(title)}</h3>"
            parts.append(f"{heading}<ul style='margin-left:-18px'>{items}</ul>")
    return "".join(parts) or "<p>没有记录。</p>"
