"""The line that tells in words what the outlines in a table stand for."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look.palette import colours
from gui.look.sizes import font, metrics
from gui.tables.cell_marks import outline_pen
from gui.tables.outline import Outline, Side

_SAMPLE, _GAP = 26, 6
_ESCAPE = "按 Esc 取消标记"
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class OutlineLegend(QWidget):
    """Shows a sample of each outline with its words; empty while nothing is outlined.

    A click on the words leads to the first cell that they stand for, which may be out of view.
    """

    side_clicked = Signal(Side)

    def __init__(self, outline: Outline) -> None:
        super().__init__()
        self._outline = outline
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("点一下，转到这样标出的格子")
        outline.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self.setAccessibleName(self.text())
        self.update()

    def text(self) -> str:
        """Return the words of the line."""
        words = [words for _, words in self._outline.words()]
        return "　".join([*words, _ESCAPE]) if words else ""

    def _places(self) -> list[tuple[Side, str, QRect]]:
        """Return (side, words, place) of each outline's words, its sample before them."""
        found: list[tuple[Side, str, QRect]] = []
        left = 12
        for side, words in self._outline.words():
            width = _SAMPLE + _GAP + metrics().horizontalAdvance(words)
            found.append((side, words, QRect(left, 0, width, self.height())))
            left += width + 3 * _GAP
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the samples and the words."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(font())
        left = 12
        for side, words, place in self._places():
            painter.setPen(outline_pen(side))
            painter.drawRect(QRect(place.left() + 1, 5, _SAMPLE - 3, self.height() - 11))
            painter.setPen(colours.text)
            painter.drawText(place.adjusted(_SAMPLE + _GAP, 0, 0, 0), _MIDDLE, words)
            left = place.right() + 3 * _GAP
        painter.setPen(colours.text2)
        painter.drawText(QRect(left, 0, self.width() - left, self.height()), _MIDDLE, _ESCAPE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which outline was clicked."""
        for side, _, place in self._places():
            if place.contains(event.position().toPoint()):
                self.side_clicked.emit(side)
