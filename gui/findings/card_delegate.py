"""List entries with a title and a second line, wrapped to the panel's width."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.frame.list_rows import paint_inner_frame
from gui.look.icons import paint_icon
from gui.look.palette import colours
from gui.look.sizes import BODY, SECOND, font, px
from gui.look.theme import follow
from gui.look.zooming import zooms

SECOND_LINE = int(Qt.ItemDataRole.UserRole) + 1
ICON = int(Qt.ItemDataRole.UserRole) + 2
"""(icon, role of its colour) before a heading or an entry by itself."""
IS_HEADING = int(Qt.ItemDataRole.UserRole) + 3
IS_DIM = int(Qt.ItemDataRole.UserRole) + 4

SIDE, ENDS, BAR, GROUP = 12, 8, 3, 27
"""Pixels at 100 % beside and above the words, of the bar of the chosen one, and of a heading."""
_ICON_WIDTH = 24
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
AnyIndex = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Paints an entry: first line, a smaller second one; a bar beside the chosen entry."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one entry."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if index.data(IS_HEADING):
            painter.fillRect(rect, colours.header)
            self._paint_line(painter, rect, index, font(is_bold=True))
        else:
            is_chosen = bool(state & QStyle.StateFlag.State_Selected)
            self._paint_ground(painter, rect, is_chosen, bool(state & _HOT))
            self._paint_words(painter, rect, index)
        painter.setPen(colours.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            paint_inner_frame(painter, rect)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, is_chosen: bool, is_hot: bool) -> None:
        hot = colours.hover if is_hot else colours.surface
        painter.fillRect(rect, colours.soft if is_chosen else hot)
        if is_chosen:
            bar = QRect(rect.left(), rect.top(), px(BAR), rect.height() - 1)
            painter.fillRect(bar, colours.accent)

    def _paint_line(self, painter: QPainter, rect: QRect, index: AnyIndex, words: QFont) -> None:
        left = rect.left() + px(SIDE)
        sign = index.data(ICON)
        if sign is not None:
            place = QRectF(left - px(2), rect.top(), px(18), rect.height())
            paint_icon(painter, sign[0], sign[1], place)
            left += px(_ICON_WIDTH)
        painter.setFont(words)
        painter.setPen(colours.text)
        painter.drawText(rect.adjusted(left - rect.left(), 0, 0, 0), _MIDDLE, str(index.data()))

    def _paint_words(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:
        if index.data(ICON) is not None:
            self._paint_line(painter, rect, index, font())
            return
        inner = rect.adjusted(px(SIDE), px(ENDS), -px(SIDE), -px(ENDS))
        for text, words, colour in _lines(index):
            painter.setFont(words)
            painter.setPen(colour)
            painter.drawText(inner, _WRAP, text)
            inner.setTop(inner.top() + _height(text, words, inner.width()))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height that the lines need at the list's width."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 200
        if index.data(IS_HEADING):
            return QSize(width, px(GROUP))
        inner = width - 2 * px(SIDE)
        heights = [_height(text, words, inner) for text, words, _ in _lines(index)]
        return QSize(width, 2 * px(ENDS) + sum(heights) + 1)


_HOT = QStyle.StateFlag.State_MouseOver


def _lines(index: AnyIndex) -> Iterator[tuple[str, QFont, QColor]]:
    """Yield (text, font, colour) of each line of an entry."""
    yield str(index.data() or ""), font(BODY), colours.text2 if index.data(IS_DIM) else colours.text
    second = str(index.data(SECOND_LINE) or "")
    if second:
        yield second, font(SECOND), colours.text2


def _height(text: str, words: QFont, width: int) -> int:
    return QFontMetrics(words).boundingRect(QRect(0, 0, width, 10_000), _WRAP, text).height()


class CardList(QListWidget):
    """A list of cards that are wrapped anew when the panel gets another width."""

    # Qt lays out already while the list is being made.
    is_chosen_new = False
    """Whether the chosen entry is still to be brought into view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(CardDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.currentItemChanged.connect(self._lay_out_anew)
        follow(self, self.scheduleDelayedItemsLayout)

    def _lay_out_anew(self) -> None:
        """Bring the chosen entry into view once all have their heights."""
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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if not zooms(event):
            super().wheelEvent(event)
