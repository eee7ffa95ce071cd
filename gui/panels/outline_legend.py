"""The line that tells in words what the outlines in a table stand for."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.tables.cell_marks import outline_pen
from gui.tables.outline import Outline

_SAMPLE, _GAP = 26, 6
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class OutlineLegend(QWidget):
    """Shows a sample of each outline with its words; hidden while nothing is outlined."""

    def __init__(self, outline: Outline) -> None:
        super().__init__()
        self._outline = outline
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        outline.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self.setVisible(bool(self._outline.keys()))
        self.setAccessibleName(self.text())
        self.update()

    def text(self) -> str:
        """Return the words of the line."""
        words = [words for _, words in self._outline.words()]
        return "　".join([*words, "（按 Esc 取消标记）"]) if words else ""

    def sizeHint(self) -> QSize:
        """Return the height of one line."""
        return QSize(200, self.fontMetrics().height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the samples and the words."""
        super().paintEvent(event)
        painter = QPainter(self)
        left, height = 2, self.height()
        for side, words in self._outline.words():
            painter.setPen(outline_pen(side))
            painter.drawRect(QRect(left + 1, 4, _SAMPLE - 3, height - 9))
            left += _SAMPLE + _GAP
            painter.setPen(theme.TEXT)
            painter.drawText(QRect(left, 0, self.width() - left, height), _MIDDLE, words)
            left += self.fontMetrics().horizontalAdvance(words) + 3 * _GAP
        painter.setPen(theme.MUTED)
        painter.drawText(QRect(left, 0, self.width() - left, height), _MIDDLE, "按 Esc 取消标记")
