"""What the rows of all lists have in common."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from gui.look.palette import colours


def paint_inner_frame(painter: QPainter, rect: QRect) -> None:
    """Paint the frame of the row that the keys go to."""
    painter.setPen(colours.accent)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0, 0, -1, -1))
    painter.drawRect(rect.adjusted(1, 1, -2, -2))
