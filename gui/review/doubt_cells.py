"""How the places and the source's rows stand in the list of doubts."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.look.palette import colours
from gui.look.sizes import SECOND, font, px

_DOUBTFUL = re.compile("【([^】]*)】")
LINE_END = "\u2028"
_MARGIN, _SIDE = 6, 8
_LEAST = 60


def plain_and_marks(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return words without the brackets around doubtful figures, and where those stand."""
    plain, marks, end = "", [], 0
    for match in _DOUBTFUL.finditer(text):
        plain += text[end : match.start()]
        marks.append((len(plain), len(match[1])))
        plain += match[1]
        end = match.end()
    return plain + text[end:], marks


class WordsDelegate(QStyledItemDelegate):
    """Paints words over several lines; those that stand out are told by a subclass."""

    def formats(self, text: str) -> tuple[str, list[QTextLayout.FormatRange]]:
        """Return the words to be painted, and how parts of them look."""
        plain, marks = plain_and_marks(text)
        return plain, [_range(start, length, _doubtful()) for start, length in marks]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground as ever, and the words with what stands out in them."""
        self.initStyleOption(option, index)
        # Qt has put its own mark in place of each line's end.
        text, option.text = option.text.replace(LINE_END, "\n"), ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        layout, height = self._laid_out(text, option.rect.width())
        top = option.rect.top() + max(px(_MARGIN), (option.rect.height() - height) / 2)
        painter.save()
        painter.setPen(colours.text)
        painter.setClipRect(QRectF(option.rect))
        layout.draw(painter, QPointF(option.rect.left() + px(_SIDE), top))
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room that the words take in the width of their column."""
        width = option.rect.width() or _LEAST
        _, height = self._laid_out(str(index.data() or ""), width)
        return QSize(width, round(height) + 2 * px(_MARGIN))

    def _laid_out(self, text: str, width: int) -> tuple[QTextLayout, float]:
        plain, formats = self.formats(text)
        layout = QTextLayout(plain.replace("\n", LINE_END), font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(formats)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(_LEAST, width - 2 * px(_SIDE)))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, height


class PlaceDelegate(WordsDelegate):
    """Paints the row's name bold, and the column's below it smaller."""

    def formats(self, text: str) -> tuple[str, list[QTextLayout.FormatRange]]:
        """Return the words, the first line bold."""
        first, _, rest = text.partition("\n")
        second = QTextCharFormat()
        second.setFont(font(SECOND))
        second.setFontWeight(QFont.Weight.Normal)
        second.setForeground(colours.text2)
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        ranges = [_range(0, len(first), bold), _range(len(first) + 1, len(rest), second)]
        return text, ranges


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, look
    return made


def _doubtful() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setForeground(colours.query)
    look.setBackground(colours.qsoft)
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    look.setUnderlineColor(colours.query)
    return look
