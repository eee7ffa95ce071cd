"""The list of parts: a sign, the short name, and how the part stands."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
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
from gui.parts.part_states import PartState

STATE = int(Qt.ItemDataRole.UserRole) + 1
PART, LEAST, NAME, ENTRY = 48, 38, 20, 52
"""Pixels at 100 % of a part and its least, of its name, and of the entry below the list."""
_SIGN_LEFT, _TEXT_LEFT, _BAR = 12, 38, 3
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def paint_part(
    painter: QPainter, rect: QRect, name: str, state: PartState, *, is_chosen: bool, is_hot: bool
) -> None:
    """Paint one entry: ground, bar of the chosen one, sign, name, and the words below it."""
    if is_chosen or is_hot:
        painter.fillRect(rect, colours.soft if is_chosen else colours.hover)
    if is_chosen:
        painter.fillRect(QRect(rect.left(), rect.top(), px(_BAR), rect.height()), colours.accent)
    sign = QRectF(rect.left() + px(_SIGN_LEFT), rect.top(), px(18), rect.height())
    paint_icon(painter, state.icon, state.role, sign)
    words = rect.adjusted(px(_TEXT_LEFT), (rect.height() - px(38)) // 2, -px(2), 0)
    painter.setFont(font(BODY, is_bold=is_chosen))
    painter.setPen(colours.text)
    words.setHeight(px(NAME))
    painter.drawText(words, _MIDDLE, _elided(painter, name, words.width()))
    painter.setFont(font(SECOND))
    painter.setPen(colours.of(state.role if state.role in ("error", "query") else "text2"))
    below = QRect(words.left(), words.bottom() + 1, words.width(), px(18))
    painter.drawText(below, _MIDDLE, _elided(painter, state.words, below.width()))


def _elided(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)


class PartDelegate(QStyledItemDelegate):
    """Paints a part in the list."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one part; the one that the keys go to has a frame inside."""
        painter.save()
        flags = QStyle.StateFlag
        is_chosen = bool(option.state & flags.State_Selected)
        is_hot = bool(option.state & flags.State_MouseOver)
        name, state = str(index.data() or ""), index.data(STATE)
        paint_part(painter, option.rect, name, state, is_chosen=is_chosen, is_hot=is_hot)
        if option.state & flags.State_HasFocus:
            paint_inner_frame(painter, option.rect)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a part: less where all would not be seen otherwise."""
        view = self.parent()
        if not isinstance(view, PartList) or not view.count():
            return QSize(px(100), px(PART))
        room = view.viewport().height() // view.count()
        return QSize(px(100), max(px(LEAST), min(room, px(PART))))


class PartList(QListWidget):
    """Shows the parts without frame or scroll bar at the side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(PartDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        follow(self, self.scheduleDelayedItemsLayout)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts on the ground of the column, not on that of lists."""
        QPainter(self.viewport()).fillRect(event.rect(), colours.window)
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the height anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if not zooms(event):
            super().wheelEvent(event)


class PartEntry(QAbstractButton):
    """An entry like a part's that stands by itself, with a line above."""

    def __init__(self, name: str, state: PartState) -> None:
        super().__init__()
        self.setText(name)
        self.setCheckable(True)
        self.state = state
        follow(self, lambda: self.setFixedHeight(px(ENTRY)))

    def show_state(self, state: PartState) -> None:
        """Show other words below the name."""
        self.state = state
        self.setAccessibleName(f"{self.text()}，{state.words}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the entry."""
        return QSize(px(100), px(ENTRY))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the entry."""
        painter = QPainter(self)
        rect, is_chosen = self.rect(), self.isChecked()
        is_hot = self.underMouse()
        paint_part(painter, rect, self.text(), self.state, is_chosen=is_chosen, is_hot=is_hot)
        painter.setPen(colours.line)
        painter.drawLine(rect.topLeft(), rect.topRight())
