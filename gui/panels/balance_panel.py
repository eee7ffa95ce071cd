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
from model.form.parts import Balance, cell_key
from model.form.table import Table
from model.report.values import format_value, number_of

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

    def columns(self) -> list[str]:
        """Return the keys of the columns that must balance."""
        return [column.key for column in self._table.block(self._first_key()).columns]

    def _first_key(self) -> str:
        return self._table.row_keys(self._balance.left[0])[0]

    def sides(self, column: str) -> tuple[str, str, str]:
        """Return what stands under a column: left side, right side, and the difference."""
        left, right = self._sum(self._balance.left, column), self._sum(self._balance.right, column)
        difference = left - right
        if difference == 0:
            return format_value(left), format_value(right), "平"
        word = "多" if difference > 0 else "少"
        return format_value(left), format_value(right), f"{word}{abs(difference)}"

    def sentence(self, column: str) -> str:
        """Return the state of a column in words, such as 自然人：收比办多2."""
        name = self._table.column_name(f"{self._balance.left[0]}.{column}")
        difference = self.sides(column)[2]
        left, right = self._balance.left_name, self._balance.right_name
        if difference == "平":
            return f"{name}：{left}与{right}相等"
        return f"{name}：{left[0]}比{right[0]}{difference}"

    def _sum(self, rows: tuple[str, ...], column: str) -> int:
        """Return one side; a total printed over blank parts counts, as it does for the check."""
        report = self._document.report
        keys = (cell_key(row, column) for row in rows)
        return int(sum(number_of(report.effective_value(self._table.key, key)) for key in keys))

    def differences(self) -> list[str]:
        """Return the columns that do not balance."""
        return [column for column in self.columns() if self.sides(column)[2] != "平"]

    # ------------------------------------------------------------ painting

    def sizeHint(self) -> QSize:
        """Return the height of three lines; the last one is taller while there is a difference."""
        line = self._line()
        last = 2 * line - 6 if self.differences() else line
        return QSize(200, 2 * line + last + 2)

    def _line(self) -> int:
        return self.fontMetrics().height() + 4

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint names at the left and the figures under their columns."""
        super().paintEvent(event)
        painter = QPainter(self)
        left = self._offset() + self._grid.values_left()
        names = (self._balance.left_name, self._balance.right_name, "差额")
        edge = self._right_edge()
        for row, name in enumerate(names):
            rect = QRect(0, self._top(row), left - 6, self._height(row))
            painter.fillRect(QRect(0, self._top(row), edge, self._height(row)), self._fill(row))
            painter.setFont(theme.bold(self.font()))
            painter.setPen(theme.TEXT)
            painter.drawText(rect, _RIGHT, name)
        painter.setClipRect(QRect(left, 0, edge - left, self.height()))
        for column in self.columns():
            self._paint_column(painter, column)

    def _paint_column(self, painter: QPainter, column: str) -> None:
        start, width = self._place(column)
        texts = self.sides(column)
        balanced = texts[2] == "平"
        for row, text in enumerate(texts):
            rect = QRect(start, self._top(row), width, self._height(row))
            colour: QColor = theme.TEXT
            painter.setFont(self.font())
            if row == 2:
                colour = theme.GOOD if balanced else QColor("#ffffff")
                if not balanced:
                    painter.fillRect(rect.adjusted(1, 1, -1, -1), QColor("#b3180d"))
                    painter.setFont(theme.bold(theme.small(self.font())))
                    words = self._balance.left_name[0] + "比" + self._balance.right_name[0]
                    text = f"{words}\n{text}"
            painter.setPen(colour)
            painter.drawText(rect, _CENTRE, text)
        self._paint_outlines(painter, column)

    def _paint_outlines(self, painter: QPainter, column: str) -> None:
        """Frame both sums of a column that the chosen finding is on, like its cells."""
        start, width = self._place(column)
        for row, keys in enumerate((self._balance.left, self._balance.right)):
            side = self._outline.side(f"{keys[0]}.{column}")
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

    def _right_edge(self) -> int:
        last, width = self._place(self.columns()[-1])
        return min(last + width, self.width())

    def _place(self, column: str) -> tuple[int, int]:
        cell = self._table.positions[f"{self._balance.left[0]}.{column}"]
        start, width = self._grid.column_edges(cell.column)
        return start + self._offset(), width

    def event(self, event: QEvent) -> bool:
        """Show the words of the column under the mouse as a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for column in self.columns():
                start, width = self._place(column)
                if start <= event.pos().x() < start + width:
                    QToolTip.showText(event.globalPos(), self.sentence(column), self)
                    return True
        return bool(super().event(event))
