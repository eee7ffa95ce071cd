"""The strip below a table that holds its balance rule against the figures all the time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.document.document import Document
from gui.look.icons import paint_icon
from gui.look.palette import colours
from gui.look.sizes import BODY, FIGURE, font, metrics, px
from gui.look.theme import follow
from gui.tables.cell_marks import paint_outline
from gui.tables.frozen_grid import FrozenGrid
from gui.tables.outline import Side
from model.form.parts import Balance
from model.form.table import Table
from model.report.balances import ColumnBalance, column_balances
from model.report.values import format_value

LINE, TOP = 22, 2
"""Pixels at 100 % of a line, and of the line above the strip."""
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LAST = 2
"""The line of the differences."""


class BalancePanel(QWidget):
    """Shows per column both sides of a balance rule and their difference, under the columns.

    Its height stays the same whatever it says; beside a whole table it is the last line alone.
    """

    def __init__(self, document: Document, grid: FrozenGrid, balance: Balance) -> None:
        super().__init__()
        self._document = document
        self._grid = grid
        self._table: Table = grid.form_model.table
        self._balance = balance
        self._is_short = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._outline = grid.form_model.outline
        for signal in (
            document.cells_changed,
            grid.columns_moved,
            grid.form_model.filling.changed,
            self._outline.changed,
        ):
            signal.connect(self._refresh)
        follow(self, self.updateGeometry)

    def show_short(self, is_short: bool) -> None:
        """Show the differences alone, or both sums above them."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.updateGeometry()
            self.update()

    def _refresh(self, *_: object) -> None:
        self.update()

    # ------------------------------------------------------------ figures

    def balances(self) -> tuple[ColumnBalance, ...]:
        """Return both sums of each column that must balance, left to right."""
        return column_balances(self._document.report, self._table, self._balance)

    def sides(self, balance: ColumnBalance) -> tuple[str, str, str]:
        """Return what stands under a column: left side, right side, and the difference."""
        return format_value(balance.left), format_value(balance.right), balance.words

    def sentence(self, balance: ColumnBalance) -> str:
        """Return the state of a column in words, with both sums, which may have no room."""
        return f"{balance.name}：{balance.both}，{balance.words}"

    def is_accused(self, balance: ColumnBalance) -> bool:
        """Return whether a column is told loudly: neither a total nor one that is being filled."""
        if not balance.difference or balance.column.is_sum:
            return False
        return not self._grid.form_model.filling.is_open(balance.column.key)

    # ------------------------------------------------------------ painting

    def sizeHint(self) -> QSize:
        """Return the height of three lines, or of one."""
        return QSize(200, px(LINE) * (1 if self._is_short else _LAST + 1))

    def _rows(self) -> range:
        return range(_LAST if self._is_short else 0, _LAST + 1)

    def _line(self, row: int, left: int, width: int) -> QRect:
        place = row - self._rows().start
        return QRect(left, px(LINE) * place, width, px(LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint names at the left and the figures under their columns."""
        painter = QPainter(self)
        balances = self.balances()
        left, edge = self._grid.values_left(), self._right_edge(balances)
        names = (self._balance.left_name, self._balance.right_name, "差额")
        painter.setFont(font(BODY, is_bold=True))
        for row in self._rows():
            painter.fillRect(self._line(row, 0, edge), colours.window)
            painter.setPen(colours.text)
            painter.drawText(self._line(row, 0, left - px(12)), _RIGHT, names[row])
            painter.setPen(colours.line)
            below = self._line(row, 0, edge)
            painter.drawLine(below.bottomLeft(), below.bottomRight())
        painter.setClipRect(QRect(left, 0, edge - left, self.height()))
        for balance in balances:
            self._paint_column(painter, balance)
        painter.setClipping(False)
        painter.fillRect(QRect(0, 0, edge, TOP), colours.edge)

    def _paint_column(self, painter: QPainter, balance: ColumnBalance) -> None:
        start, width = self._place(balance)
        for row, text in enumerate(self.sides(balance)):
            if row not in self._rows():
                continue
            cell = self._line(row, start, width)
            painter.setPen(colours.line)
            painter.drawLine(cell.topRight(), cell.bottomRight())
            if row == _LAST:
                self._paint_difference(painter, cell, balance)
            else:
                painter.setFont(font(FIGURE))
                painter.setPen(colours.text)
                _draw(painter, cell, text)
        self._paint_outlines(painter, balance)

    def _paint_difference(self, painter: QPainter, cell: QRect, balance: ColumnBalance) -> None:
        """Paint a tick and 平, or how much is too much: loudly, but quietly of a total."""
        icon, role, is_bold = "", "text", False
        if not balance.difference and not balance.column.is_sum:
            icon, role = "tick", "ok"
        elif self.is_accused(balance):
            icon, role, is_bold = "warning", "surface", True
            painter.fillRect(cell.adjusted(0, 0, -1, -1), colours.error)
        painter.setFont(font(BODY, is_bold=is_bold))
        painter.setPen(colours.of(role))
        if not icon:
            _draw(painter, cell, balance.words)
            return
        side = px(16)
        width = side + px(2) + metrics(is_bold=is_bold).horizontalAdvance(balance.words)
        left = cell.left() + max((cell.width() - width) // 2, 0)
        paint_icon(painter, icon, role, QRectF(left, cell.top(), side, cell.height()), 16)
        words = cell.adjusted(left - cell.left() + side + px(2), 0, 0, 0)
        painter.drawText(words, _LEFT, short(painter.fontMetrics(), balance.words, words.width()))

    def _paint_outlines(self, painter: QPainter, balance: ColumnBalance) -> None:
        """Frame both sums of a column that the chosen finding is on, like its cells."""
        start, width = self._place(balance)
        for row, keys in enumerate((balance.left_keys, balance.right_keys)):
            side = self._outline.side(keys[0])
            if side in (Side.LEFT, Side.RIGHT) and row in self._rows():
                paint_outline(painter, self._line(row, start, width), side)

    def _right_edge(self, balances: tuple[ColumnBalance, ...]) -> int:
        last, width = self._place(balances[-1])
        return min(last + width, self.width())

    def _place(self, balance: ColumnBalance) -> tuple[int, int]:
        cell = self._table.positions[balance.left_keys[0]]
        start, width = self._grid.column_edges(cell.column)
        return start, width

    def event(self, event: QEvent) -> bool:
        """Show the words of the column under the mouse as a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for balance in self.balances():
                start, width = self._place(balance)
                if start <= event.pos().x() < start + width:
                    QToolTip.showText(event.globalPos(), self.sentence(balance), self)
                    return True
        return bool(super().event(event))


def _draw(painter: QPainter, cell: QRect, text: str) -> None:
    painter.drawText(cell, _CENTRE, short(painter.fontMetrics(), text, cell.width()))


def short(metrics: QFontMetrics, text: str, width: int) -> str:
    """Return a text as it fits into so many pixels, with … where something is left out."""
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - px(2))
