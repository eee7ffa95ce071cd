"""The signs inside a cell: finding, note, blank, outline, last year's figure."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygon

from gui.look.palette import colours
from gui.look.sizes import SECOND, font, metrics, px
from gui.tables.outline import Side
from model.checks import Level

_CORNER, _NOTE = 10, 8
_BLANK_WIDTH, _BLANK_BELOW = 16, 5
LAST_LEFT = 6
"""Pixels at 100 % from the edge of a cell to last year's figure."""
_GAP = 4
_RIGHT_TOP = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def paint_level(painter: QPainter, rect: QRect, level: Level) -> None:
    """Paint the sign of a level into the upper right corner of a cell; a hint has none."""
    if level is Level.ERROR:
        side, right, top = px(_CORNER), rect.right() + 1, rect.top()
        _triangle(painter, colours.error, (right - side, top), (right, top), (right, top + side))
    elif level is Level.QUERY:
        painter.setFont(font(SECOND, is_bold=True))
        painter.setPen(colours.query)
        painter.drawText(rect.adjusted(0, 0, -px(3), 0), _RIGHT_TOP, "?")


def paint_note(painter: QPainter, rect: QRect) -> None:
    """Paint the folded corner at the lower left that tells of a note."""
    side, left, bottom = px(_NOTE), rect.left(), rect.bottom() + 1
    points = ((left, bottom - side), (left, bottom), (left + side, bottom))
    _triangle(painter, colours.accent, *points)


def _triangle(painter: QPainter, colour: QColor, *points: tuple[int, int]) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygon([QPoint(*point) for point in points]))


def paint_blank(painter: QPainter, rect: QRect) -> None:
    """Paint the dots that stand where no figure is: 0 is a figure, blank is dots."""
    pen = QPen(colours.off, 2)
    pen.setDashPattern([1, 1.5])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    middle, half = rect.center(), px(_BLANK_WIDTH) // 2
    height = middle.y() + px(_BLANK_BELOW)
    painter.drawLine(middle.x() - half, height, middle.x() + half, height)


def outline_pen(side: Side) -> QPen:
    """Return the pen of a side; the right side of an equation is dashed."""
    pen = QPen(colours.text2, 2)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if side is Side.RIGHT:
        pen.setDashPattern([3.0, 2.0])
    return pen


def paint_outline(painter: QPainter, rect: QRect, side: Side, inset: int = 1) -> None:
    """Paint the frame of a cell that the chosen finding concerns, so far inside its edges."""
    painter.setPen(outline_pen(side))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(inset, inset, -inset - 1, -inset - 1))


def paint_frame(painter: QPainter, rect: QRect) -> None:
    """Paint the frame of the current cell or of a range, inside its edges."""
    pen = QPen(colours.accent, 2)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))


def room_beside_last(rect: QRect, last: str, figure_width: int) -> QRect | None:
    """Return where the figure stands beside last year's; None where there is no room for both.

    It stays in the middle while the two do not touch, and moves right otherwise.
    """
    taken = px(LAST_LEFT) + metrics(SECOND).horizontalAdvance(last) + px(_GAP)
    if taken <= (rect.width() - figure_width) // 2:
        return rect
    if taken + figure_width <= rect.width() - px(2):
        return rect.adjusted(taken, 0, 0, 0)
    return None


def paint_last(painter: QPainter, rect: QRect, last: str) -> None:
    """Paint last year's figure at the left of a cell."""
    painter.setFont(font(SECOND))
    painter.setPen(colours.last)
    painter.drawText(rect.adjusted(px(LAST_LEFT), 0, 0, 0), _LEFT, last)
