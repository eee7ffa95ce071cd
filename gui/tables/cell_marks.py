"""The marks that are painted onto a cell: finding, note, outline, last year's figure."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPolygon

from gui.look import theme
from gui.tables.outline import Side
from model.checks import Level

_BADGE = 11
_FOLD = 8
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
LEVEL_SIGNS = {Level.ERROR: "!", Level.QUERY: "?", Level.HINT: "i"}
"""What tells the levels apart without colours."""


def paint_badge(painter: QPainter, rect: QRect, level: Level) -> None:
    """Paint the sign of a level into the upper right corner of a cell."""
    badge = QRect(rect.right() - _BADGE + 1, rect.top(), _BADGE, _BADGE)
    painter.fillRect(badge, theme.LEVEL_TEXT[level])
    painter.setFont(theme.badge(painter.font(), _BADGE - 1))
    painter.setPen(theme.PAPER)
    painter.drawText(badge, _CENTRE, LEVEL_SIGNS[level])


def paint_note(painter: QPainter, rect: QRect) -> None:
    """Paint the folded corner at the lower left that tells of a note."""
    left, bottom = rect.left(), rect.bottom() + 1
    corner = QPolygon(
        [QPoint(left, bottom - _FOLD), QPoint(left, bottom), QPoint(left + _FOLD, bottom)]
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.NOTE)
    painter.drawPolygon(corner)


def outline_pen(side: Side) -> QPen:
    """Return the pen of a side; the right side of an equation is also dashed."""
    pen = QPen(theme.OUTLINE_RIGHT if side is Side.RIGHT else theme.OUTLINE_LEFT, 3)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if side is Side.RIGHT:
        pen.setDashPattern([2.0, 1.2])
    return pen


def paint_outline(painter: QPainter, rect: QRect, side: Side, inset: int = 1) -> None:
    """Paint the frame of a cell that the chosen finding concerns, so far inside its edges."""
    painter.setPen(outline_pen(side))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(inset, inset, -inset - 1, -inset - 1))


def paint_comparison(painter: QPainter, rect: QRect, last: str, change: str) -> None:
    """Paint last year's figure and the change; the change is an arrow where there is no room."""
    metrics = painter.fontMetrics()
    arrow = {"+": "↑", "−": "↓"}.get(change[:1], "")
    choices = (f"{last} {change}".strip(), f"{last}{arrow}", last)
    fitting = [text for text in choices if metrics.horizontalAdvance(text) <= rect.width()]
    text = fitting[0] if fitting else last
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setPen(theme.MUTED)
    painter.drawText(rect, _CENTRE, shown)
