"""The strip below a table that holds its balance rule against the figures all the time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.document.document import Document
from gui.look import theme
from gui.tables.cell_marks import paint_outline
from gui.tables.frozen_grid import FrozenGrid
from gui.tables.outline import Side
from model.checks import Level
from model.form.parts import Balance
from model.form.table import Table
from model.report.balances import ColumnBalance, column_balances
from model.report.values import format_value

_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class BalancePanel(QWidget):
    """Shows per column both sides of a balance rule and their difference, under the columns."""

    def __init__(self, document: Document, grid: FrozenGrid, balance: Balance) -> None:
        super().__init__()
        self._document = document
        self._grid = grid
        self._table: Table = grid.form_model.table
        self._balance = balance
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        document.cells_changed.connect(self._refresh)
        grid.columns_moved.connect(self.update)
        self._outline = grid.form_model.outline
        self._outline.changed.connect(self.update)

    def _refresh(self, *_: object) -> None:
        self.updateGeometry()
        self.update()

    # ------------------------------------------------------------ figures

    def balances(self) -> tuple[ColumnBalance, ...]:
        """Return both sums of each column that must balance, left to right."""
        return column_balances(self._document.report, self._table, self._balance)

    def sides(self, balance: ColumnBalance) -> tuple[str, str, str]:
        """Return what stands under a column: left side, right side, and the difference."""
        left, right = format_value(balance.left), format_value(balance.right)
        if balance.difference == 0:
            return left, right, "平"
        word = "多" if balance.difference > 0 else "少"
        return left, right, f"{word}{abs(balance.difference)}"

    def sentence(self, balance: ColumnBalance) -> str:
        """Return the state of a column in words, such as 自然人：收比办多2."""
        difference = self.sides(balance)[2]
        left, right = self._balance.left_name, self._balance.right_name
        if balance.difference == 0:
            return f"{balance.name}：{left}与{right}相等"
        return f"{balance.name}：{left[0]}比{right[0]}{difference}"

    # ------------------------------------------------------------ painting

    def sizeHint(self) -> QSize:
        """Return the height of three lines; the last one is taller while there is a difference."""
        line = self._line()
        is_off = any(balance.difference for balance in self.balances())
        last = 2 * line - 6 if is_off else line
        return QSize(200, 2 * line + last + 2)

    def _line(self) -> int:
        return self.fontMetrics().height() + 4

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint names at the left and the figures under their columns."""
        super().paintEvent(event)
        painter = QPainter(self)
        balances = self.balances()
        left = self._offset() + self._grid.values_left()
        names = (self._balance.left_name, self._balance.right_name, "差额")
        edge = self._right_edge(balances)
        for row, name in enumerate(names):
            rect = QRect(0, self._top(row), left - 6, self._height(row))
            painter.fillRect(QRect(0, self._top(row), edge, self._height(row)), self._fill(row))
            painter.setFont(theme.bold(self.font()))
            painter.setPen(theme.TEXT)
            painter.drawText(rect, _RIGHT, name)
        painter.setClipRect(QRect(left, 0, edge - left, self.height()))
        for balance in balances:
            self._paint_column(painter, balance)

    def _paint_column(self, painter: QPainter, balance: ColumnBalance) -> None:
        start, width = self._place(balance)
        balanced = balance.difference == 0
        for row, text in enumerate(self.sides(balance)):
            rect = QRect(start, self._top(row), width, self._height(row))
            colour: QColor = theme.TEXT
            painter.setFont(self.font())
            if row == 2:
                colour = theme.GOOD if balanced else theme.PAPER
                if not balanced:
                    painter.fillRect(rect.adjusted(1, 1, -1, -1), theme.LEVEL_TEXT[Level.ERROR])
                    painter.setFont(theme.bold(theme.small(self.font())))
                    words = self._balance.left_name[0] + "比" + self._balance.right_name[0]
                    text = f"{words}\n{text}"
            painter.setPen(colour)
            painter.drawText(rect, _CENTRE, text)
        self._paint_outlines(painter, balance)

    def _paint_outlines(self, painter: QPainter, balance: ColumnBalance) -> None:
        """Frame both sums of a column that the chosen finding is on, like its cells."""
        start, width = self._place(balance)
        for row, keys in enumerate((balance.left_keys, balance.right_keys)):
            side = self._outline.side(keys[0])
            if side in (Side.LEFT, Side.RIGHT):
                rect = QRect(start, self._top(row), width, self._height(row))
                paint_outline(painter, rect, side)

    def _fill(self, row: int) -> QColor:
        return theme.COMPUTED if row < 2 else theme.HEADER

    def _top(self, row: int) -> int:
        return 2 + row * self._line()

    def _height(self, row: int) -> int:
        return self._line() - 1 if row < 2 else self.height() - self._top(2)

    def _offset(self) -> int:
        return self._grid.x() - self.x()

    def _right_edge(self, balances: tuple[ColumnBalance, ...]) -> int:
        last, width = self._place(balances[-1])
        return min(last + width, self.width())

    def _place(self, balance: ColumnBalance) -> tuple[int, int]:
        cell = self._table.positions[balance.left_keys[0]]
        start, width = self._grid.column_edges(cell.column)
        return start + self._offset(), width

    def event(self, event: QEvent) -> bool:
        """Show the words of the column under the mouse as a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for balance in self.balances():
                start, width = self._place(balance)
                if start <= event.pos().x() < start + width:
                    QToolTip.showText(event.globalPos(), self.sentence(balance), self)
                    return True
        return bool(super().event(event))
