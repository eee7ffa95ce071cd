"""Where the keys lead in an official table: from value cell to value cell."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QAbstractItemView

from gui.tables.table_model import FormTableModel
from model.form.layout import GridCell

_Move = QAbstractItemView.CursorAction
_PAGE = 8
_STEP_OF = {
    _Move.MoveUp: ("up", 1),
    _Move.MoveDown: ("down", 1),
    _Move.MoveLeft: ("left", 1),
    _Move.MoveRight: ("right", 1),
    _Move.MovePageUp: ("up", _PAGE),
    _Move.MovePageDown: ("down", _PAGE),
    _Move.MoveNext: ("next", 1),
    _Move.MovePrevious: ("previous", 1),
}


class Navigator:
    """Finds the neighbour of a value cell in every direction, past headers and labels."""

    def __init__(self, model: FormTableModel) -> None:
        self._model = model
        self._cells = [cell for cell in model.table.grid if cell.key]
        self._inputs = [cell for cell in self._cells if model.is_input(cell)]

    def move(self, cell: GridCell | None, action: _Move) -> GridCell | None:
        """Return where one of Qt's cursor actions leads."""
        if cell is None:
            return self._cells[0]
        if action in (_Move.MoveHome, _Move.MoveEnd):
            row = [other for other in self._cells if other.row == cell.row]
            return row[0] if action == _Move.MoveHome else row[-1]
        direction, count = _STEP_OF[action]
        for _ in range(count):
            cell = self._neighbour(cell, direction) or cell
        return cell

    def step(self, cell: GridCell | None, direction: str) -> GridCell | None:
        """Return the next typed cell; below the last row, the top of the next column."""
        if cell is None:
            return self._inputs[0]
        if direction in ("next", "previous"):
            return self._neighbour(cell, direction)
        below = self._column_step(cell, direction)
        if below is None and direction == "down":
            return self._next_column(cell)
        return below

    def _neighbour(self, cell: GridCell, direction: str) -> GridCell | None:
        if direction in ("up", "down"):
            return self._vertical(cell, direction, self._cells)
        if direction in ("left", "right"):
            return self._along(self._cells, cell, 1 if direction == "right" else -1)
        return self._along(self._inputs, cell, 1 if direction == "next" else -1)

    def _along(self, cells: list[GridCell], cell: GridCell, offset: int) -> GridCell | None:
        """Return the cell before or after in reading order; None at either end."""
        place = (cell.row, cell.column)
        if offset > 0:
            return next((c for c in cells if (c.row, c.column) > place), None)
        return next((c for c in reversed(cells) if (c.row, c.column) < place), None)

    def _column_step(self, cell: GridCell, direction: str) -> GridCell | None:
        pool = self._cells if self._model.is_computed(cell) else self._inputs
        return self._vertical(cell, direction, pool)

    def _vertical(
        self, cell: GridCell, direction: str, pool: Iterable[GridCell]
    ) -> GridCell | None:
        same = [other for other in pool if _covers(other, cell.column)]
        if direction == "down":
            return next((other for other in same if other.row > cell.row), None)
        return next((other for other in reversed(same) if other.row < cell.row), None)

    def _next_column(self, cell: GridCell) -> GridCell | None:
        later = [other for other in self._inputs if other.column > cell.column]
        return min(later, key=lambda other: (other.column, other.row), default=None)


def _covers(cell: GridCell, column: int) -> bool:
    return cell.column <= column < cell.column + cell.column_span
