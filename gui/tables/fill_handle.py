"""The small square at the corner of a selected range: dragged, it fills the cells it passes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen

from gui.look.palette import colours
from gui.look.sizes import px
from gui.tables.bare_table import BareTableView
from model.form.layout import GridCell

SIDE = 8
"""Pixels at 100 %."""


@dataclass(frozen=True)
class Span:
    """Rows and columns of a grid, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, cell: GridCell) -> bool:
        """Return whether a cell begins inside."""
        return self.top <= cell.row <= self.bottom and self.left <= cell.column <= self.right

    def stretched_to(self, cell: GridCell) -> Span:
        """Return the rows and columns from here to a cell, along one direction only."""
        if cell.row > self.bottom:
            return Span(self.top, self.left, cell.row, self.right)
        if cell.row < self.top:
            return Span(cell.row, self.left, self.bottom, self.right)
        last = cell.column + cell.column_span - 1
        if last > self.right:
            return Span(self.top, self.left, self.bottom, last)
        return Span(self.top, min(cell.column, self.left), self.bottom, self.right)

    @property
    def rows(self) -> tuple[int, int]:
        """Return the first and the last row."""
        return self.top, self.bottom


def span_of(cells: list[GridCell]) -> Span:
    """Return the smallest span around cells."""
    return Span(
        min(cell.row for cell in cells),
        min(cell.column for cell in cells),
        max(cell.row + cell.row_span - 1 for cell in cells),
        max(cell.column + cell.column_span - 1 for cell in cells),
    )


class FillHandle(QObject):
    """Knows where the square is, takes the mouse there, and while it is dragged knows how far."""

    def __init__(
        self,
        view: BareTableView,
        cells: Callable[[], list[GridCell]],
        place: Callable[[], QRect],
        fill: Callable[[Span, Span], None],
    ) -> None:
        super().__init__(view)
        self._view, self._cells, self._place, self._fill = view, cells, place, fill
        self._source: Span | None = None
        self._target: Span | None = None
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)

    @property
    def is_dragged(self) -> bool:
        """Return whether the square is held by the mouse."""
        return self._source is not None

    def square(self) -> QRect:
        """Return the square inside the corner of the range, empty where there is none."""
        place, side = self._place(), px(SIDE)
        if place.isEmpty():
            return QRect()
        return QRect(place.right() - side + 1, place.bottom() - side + 1, side, side)

    def end(self) -> tuple[Span, Span] | None:
        """Let go; return the range and what it was stretched to, None where it was not."""
        source, target = self._source, self._target
        self._source = self._target = None
        self._view.viewport().update()
        return None if source is None or target is None or source == target else (source, target)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse from the view from a press on the square on, until it is let go."""
        if not isinstance(event, QMouseEvent):
            return False
        point = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            return self._press(point, event.button())
        if event.type() == QEvent.Type.MouseMove:
            return self._move(point)
        if event.type() == QEvent.Type.MouseButtonRelease and self.is_dragged:
            spans = self.end()
            if spans is not None:
                self._fill(*spans)
            return True
        return False

    def _press(self, point: QPoint, button: Qt.MouseButton) -> bool:
        if button is not Qt.MouseButton.LeftButton or not self._is_at(point):
            return False
        self._source = self._target = span_of(self._cells())
        return True

    def _move(self, point: QPoint) -> bool:
        if self._source is None:
            is_at = self._is_at(point)
            shape = Qt.CursorShape.CrossCursor if is_at else Qt.CursorShape.ArrowCursor
            self._view.viewport().setCursor(shape)
            return False
        cell = self._view.form_model.cell_of(self._view.indexAt(point))
        if cell is not None:
            self._target = self._source.stretched_to(cell)
            self._view.viewport().update()
        return True

    def _is_at(self, point: QPoint) -> bool:
        square = self.square()
        return not square.isEmpty() and square.adjusted(-2, -2, 3, 3).contains(point)

    def paint(self, painter: QPainter) -> None:
        """Paint the square, and while it is dragged a dashed frame around what will be filled."""
        square = self.square()
        if square.isEmpty():
            return
        painter.fillRect(square.adjusted(-1, -1, 0, 0), colours.surface)
        painter.fillRect(square, colours.accent)
        if self._target is not None and self._target != self._source:
            painter.setPen(_dashed(colours.accent))
            painter.drawRect(self._rect(self._target).adjusted(1, 1, -2, -2))

    def _rect(self, span: Span) -> QRect:
        model, place = self._view.form_model, QRect()
        for row, column in ((span.top, span.left), (span.bottom, span.right)):
            cell = model.cell_at(row, column)
            if cell is not None:
                place |= self._view.visualRect(model.index(cell.row, cell.column))
        return place


def _dashed(colour: QColor) -> QPen:
    pen = QPen(colour, 2)
    pen.setDashPattern([3.0, 2.0])
    return pen
