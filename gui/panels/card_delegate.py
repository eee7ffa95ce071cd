"""List entries with a title, a second line and a coloured edge, wrapped to the panel's width."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.look import theme

SECOND_LINE = int(Qt.ItemDataRole.UserRole) + 1
COLOUR = int(Qt.ItemDataRole.UserRole) + 2
IS_HEADING = int(Qt.ItemDataRole.UserRole) + 3
IS_DIM = int(Qt.ItemDataRole.UserRole) + 4
DETAIL = int(Qt.ItemDataRole.UserRole) + 5
"""A last line that only the chosen entry shows."""

_EDGE, _PAD, _GAP = 5, 6, 2
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
AnyIndex = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Paints an entry: first line, smaller lines in its colour, coloured edge.

    The detail is shown of the chosen entry only.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one entry."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colour = index.data(COLOUR) or theme.MUTED
        painter.save()
        if index.data(IS_HEADING):
            painter.fillRect(rect, theme.HEADER)
        elif state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.ACCENT_LIGHT)
        if index.data(COLOUR) is not None:
            painter.fillRect(QRect(rect.left(), rect.top(), _EDGE, rect.height() - 1), colour)
        inner = rect.adjusted(_EDGE + _PAD, _PAD, -_PAD, -_PAD)
        for text, font, pen in self._lines(option, index):
            painter.setFont(font)
            painter.setPen(pen)
            painter.drawText(inner, _WRAP, text)
            inner.setTop(inner.top() + _height(text, font, inner.width()) + _GAP)
        painter.setPen(theme.LINE.lighter(125))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.ACCENT)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _lines(
        self, option: QStyleOptionViewItem, index: AnyIndex
    ) -> Iterator[tuple[str, QFont, QColor]]:
        """Yield (text, font, colour) of each line of an entry."""
        font: QFont = option.font
        colour: QColor = index.data(COLOUR) or theme.MUTED
        text = str(index.data() or "")
        if index.data(IS_HEADING):
            yield text, theme.bold(font), colour
        else:
            yield text, font, theme.MUTED if index.data(IS_DIM) else theme.TEXT
        second = str(index.data(SECOND_LINE) or "")
        if second:
            yield second, theme.small(font), colour
        detail = str(index.data(DETAIL) or "")
        if detail and self._is_current(index):
            yield detail, theme.small(font), theme.MUTED

    def _is_current(self, index: AnyIndex) -> bool:
        view = self.parent()
        return isinstance(view, QAbstractItemView) and view.currentIndex() == index

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height that the lines need at the list's width."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 200
        text_width = width - _EDGE - 2 * _PAD
        heights = [_height(text, font, text_width) for text, font, _ in self._lines(option, index)]
        return QSize(width, 2 * _PAD + sum(heights) + _GAP * (len(heights) - 1))


def _height(text: str, font: QFont, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), _WRAP, text).height()


class CardList(QListWidget):
    """A list of cards that are wrapped anew when the panel gets another width."""

    # Qt lays out already while the list is being made.
    is_chosen_new = False
    """Whether the chosen entry is still to be brought into view, at its new height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(CardDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.currentItemChanged.connect(self._lay_out_anew)

    def _lay_out_anew(self) -> None:
        """Give the chosen entry the height that its detail needs."""
        self.is_chosen_new = True
        self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        """Lay the cards out, and bring the whole of a newly chosen one into view."""
        super().doItemsLayout()
        if self.is_chosen_new:
            self.is_chosen_new = False
            self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
