"""A line of words that ends in … where there is no room, and tells the rest by its tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from gui.look.sizes import BODY
from gui.look.text_styles import tint, write
from gui.look.tool_tips import wrapped


class ElidedLabel(QLabel):
    """Takes whatever width there is; its height is that of one line."""

    def __init__(
        self,
        text: str = "",
        size: float = BODY,
        *,
        is_bold: bool = False,
        role: str = "text",
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        write(self, size, is_bold=is_bold)
        if role != "text":
            tint(self, role)
        self.setText(text)

    def keep_short(self) -> ElidedLabel:
        """Take no more room than the words need, and return itself."""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        return self

    def setText(self, text: str) -> None:
        """Show these words."""
        super().setText(text)
        self.setToolTip(wrapped(text))

    def minimumSizeHint(self) -> QSize:
        """Return a height of one line, and no width."""
        return QSize(0, self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        """Return the size that shows all words in one line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        painter = QPainter(self)
        line = " ".join(self.text().split("\n"))
        shown = self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
