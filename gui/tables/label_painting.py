"""Labels of a table in one line or in several that stand close together."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from gui.tables.geometry import STEP, broken, line_count

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LINE = "\u2028"
"""What QTextLayout takes for the end of a line."""


def paint_label(
    painter: QPainter, rect: QRect, text: str, font: QFont, *, is_centred: bool
) -> None:
    """Paint a label into the middle of a place; Qt's own lines would stand too far apart."""
    painter.setFont(font)
    if line_count(text, rect.width()) <= 1:
        painter.drawText(rect, _CENTRE if is_centred else _LEFT, text)
        return
    layout = QTextLayout(broken(text, rect.width()).replace("\n", _LINE), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    step = font.pixelSize() * STEP
    lines = _set(layout, rect.width(), rect.width(), step, is_centred=is_centred)
    if is_centred and layout.lineAt(lines - 1).textLength() == 1:
        # One character by itself looks lost.
        narrower = rect.width() - font.pixelSize()
        lines = _set(layout, narrower, rect.width(), step, is_centred=True)
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - lines * step) / 2))


def _set(layout: QTextLayout, width: float, room: float, step: float, *, is_centred: bool) -> int:
    """Set the lines of a label and return how many they are."""
    lines = 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        left = (room - line.naturalTextWidth()) / 2 if is_centred else 0
        line.setPosition(QPointF(left, lines * step + (step - line.height()) / 2))
        lines += 1
    layout.endLayout()
    return lines
