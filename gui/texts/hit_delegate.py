"""Paints a row of what was found: the part's name, and the words with what stands around them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.frame.list_rows import paint_inner_frame
from gui.look.palette import colours
from gui.look.sizes import BODY, SECOND, font, metrics, px
from model.report.writing.word_search import Hit

HIT = Qt.ItemDataRole.UserRole
ROW, NAME = 28, 200
"""Pixels at 100 % of a row, and of the name of the part."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_Index = QModelIndex | QPersistentModelIndex


class HitDelegate(QStyledItemDelegate):
    """The words that were found stand out bold on a ground; linked ones on theirs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a row."""
        return QSize(0, px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        hit: Hit = index.data(HIT)
        rect: QRect = option.rect
        state = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, colours.soft if is_chosen else colours.surface)
        left = self._name(painter, rect, hit.place.name)
        for words, is_found in ((hit.before, False), (hit.words, True), (hit.after, False)):
            left = self._words(painter, rect, left, words, is_found=is_found, hit=hit)
        if is_chosen and state & QStyle.StateFlag.State_HasFocus:
            paint_inner_frame(painter, rect)
        painter.restore()

    def _name(self, painter: QPainter, rect: QRect, name: str) -> int:
        """Paint the name of the place and return where the words begin."""
        place = QRect(rect.left() + px(8), rect.top(), px(NAME), rect.height())
        painter.setFont(font(SECOND))
        painter.setPen(colours.text2)
        shown = metrics(SECOND).elidedText(name, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _LEFT, shown)
        return place.right() + px(8)

    def _words(
        self, painter: QPainter, rect: QRect, left: int, words: str, *, is_found: bool, hit: Hit
    ) -> int:
        """Paint words and return where the next begin."""
        shown = " ".join(words.split("\n"))
        width = metrics(BODY, is_bold=is_found).horizontalAdvance(shown)
        place = QRect(left, rect.top(), width, rect.height())
        if is_found:
            ground = colours.linked if hit.is_linked else colours.qsoft
            painter.fillRect(place.adjusted(0, px(4), 0, -px(4)), ground)
        painter.setFont(font(BODY, is_bold=is_found))
        painter.setPen(colours.text)
        painter.drawText(place, _LEFT, shown)
        return left + width
