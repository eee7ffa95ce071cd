"""List entries with a title, a second line and a coloured edge, wrapped to the panel's width."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui import theme

SECOND_LINE = int(Qt.ItemDataRole.UserRole) + 1
COLOUR = int(Qt.ItemDataRole.UserRole) + 2
IS_HEADING = int(Qt.ItemDataRole.UserRole) + 3

_EDGE, _PAD = 5, 6
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
AnyIndex = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Paints an entry: first line, smaller second line in its colour, coloured edge."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one entry."""
        rect: QRect = option.rect
        font: QFont = option.font
        state: QStyle.StateFlag = option.state
        is_heading = bool(index.data(IS_HEADING))
        colour = index.data(COLOUR) or theme.MUTED
        painter.save()
        if is_heading:
            painter.fillRect(rect, theme.HEADER)
        elif state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.ACCENT_LIGHT)
        if index.data(COLOUR) is not None:
            painter.fillRect(QRect(rect.left(), rect.top(), _EDGE, rect.height() - 1), colour)
        inner = rect.adjusted(_EDGE + _PAD, _PAD, -_PAD, -_PAD)
        painter.setPen(colour if is_heading else theme.TEXT)
        painter.setFont(theme.bold(font) if is_heading else font)
        used = painter.drawText(inner, _WRAP, str(index.data() or ""))
        bottom = (used if isinstance(used, QRect) else inner).bottom()
        painter.setFont(theme.small(font))
        painter.setPen(colour)
        painter.drawText(
            inner.adjusted(0, bottom - inner.top() + 2, 0, 4),
            _WRAP,
            str(index.data(SECOND_LINE) or ""),
        )
        painter.setPen(theme.LINE.lighter(125))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height that both lines need at the list's width."""
        font: QFont = option.font
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 200
        text_width = width - _EDGE - 2 * _PAD
        first = theme.bold(font) if index.data(IS_HEADING) else font
        height = 2 * _PAD + _height(str(index.data() or ""), first, text_width)
        second = str(index.data(SECOND_LINE) or "")
        if second:
            height += 2 + _height(second, theme.small(font), text_width)
        return QSize(width, height)


def _height(text: str, font: QFont, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), _WRAP, text).height()


class CardList(QListWidget):
    """A list of cards that are wrapped anew when the panel gets another width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(CardDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
