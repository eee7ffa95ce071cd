"""A line of text that holds all of what it is given and knows whether the clerk changed it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_MOST_LETTERS = 2**31 - 1
"""Qt cuts at 32767 letters without a word unless it is told another number."""


def holds_files(data: QMimeData) -> bool:
    """Return whether files are dragged or copied; their addresses are no words of a report."""
    return any(url.isLocalFile() for url in data.urls())


class LineField(QLineEdit):
    """A line edit that never cuts; what is too long is told by whoever reads it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_MOST_LETTERS)
        self._shown = ""
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show a text that stands somewhere already; it counts as unchanged until it is edited."""
        self._shown = text
        self.setText(text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave a file to the window, which opens it; here its path would be typed."""
        if holds_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Leave a file to the window on the whole way."""
        if holds_files(event.mimeData()):
            event.ignore()
        else:
            super().dragMoveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the head of a long text again; after typing Qt goes on showing its tail."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.setCursorPosition(0)

    @property
    def is_changed(self) -> bool:
        """Return whether the text was edited since it was shown, or set to another one."""
        return self.isModified() or self.text() != self._shown
