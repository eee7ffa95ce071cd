"""Where the keys lead in an official table: from value cell to value cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
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
_LINES = ("left", "right", "up", "down")
_KEY_STEPS = {
    Qt.Key.Key_Return: "down",
    Qt.Key.Key_Enter: "down",
    Qt.Key.Key_Tab: "next",
    Qt.Key.Key_Backtab: "previous",
}
_TYPING_STEPS = {Qt.Key.Key_Down: "down", Qt.Key.Key_Up: "up"}
_CARET_STEPS = {Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right"}


def key_step(event: QKeyEvent) -> str:
    """Return the step that a key makes wherever a cell has the keys, or "" for none."""
    step = _KEY_STEPS.get(Qt.Key(event.key()), "")
    if step == "down" and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return "fill"
    is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return "up" if step == "down" and is_back else step


def typing_step(event: QKeyEvent, *, moves_caret: bool) -> str:
    """Return the step that a key makes which ends the typing in a cell, or "" for none.

    `moves_caret`: the cell was opened to be corrected, so that left and right stay in it.
    """
    key = Qt.Key(event.key())
    step = key_step(event) or _TYPING_STEPS.get(key, "")
    plain = Qt.KeyboardModifier.KeypadModifier
    if not step and not moves_caret and not event.modifiers() & ~plain:
        step = _CARET_STEPS.get(key, "")
    return step


class Navigator:
    """Finds the neighbour of a value cell in every direction, past headers and labels."""

    def __init__(self, model: FormTableModel) -> None:
        self._model = model
        self._cells = [cell for cell in model.table.grid if cell.key]
        self._inputs = [cell for cell in self._cells if model.is_input(cell)]

    def move(
        self, cell: GridCell | None, action: _Move, *, is_far: bool = False
    ) -> GridCell | None:
        """Return where one of Qt's cursor actions leads; `is_far` as with Ctrl in a spreadsheet."""
        if cell is None:
            return self._cells[0]
        if action in (_Move.MoveHome, _Move.MoveEnd):
            row = self._inputs if is_far else self._typed_in_row(cell)
            return row[0] if action == _Move.MoveHome else row[-1]
        direction, count = _STEP_OF[action]
        if is_far and direction in _LINES:
            return self._edge(cell, direction)
        for _ in range(count):
            cell = self._neighbour(cell, direction) or cell
        return cell

    def step(self, cell: GridCell | None, direction: str) -> GridCell | None:
        """Return the next typed cell; below the last row, the top of the next column."""
        if cell is None:
            return self._inputs[0]
        if direction in ("next", "previous", "left", "right"):
            return self._neighbour(cell, direction)
        below = self._column_step(cell, direction)
        if below is None and direction == "down":
            return self._next_column(cell)
        return below

    def return_below(self, cell: GridCell, column: int) -> GridCell | None:
        """Return the first typed cell of a column below a cell's row; None in the last row."""
        return next((c for c in self._inputs if c.row > cell.row and _covers(c, column)), None)

    def _typed_in_row(self, cell: GridCell) -> list[GridCell]:
        """Return the typed cells of a row; those that are computed where it has no others."""
        row = [other for other in self._cells if other.row == cell.row]
        return [other for other in row if self._model.is_input(other)] or row

    def _edge(self, cell: GridCell, direction: str) -> GridCell:
        """Return the last filled cell of a run, or else the next filled one, or else the last.

        Typed cells lead past the computed ones, as everywhere else.
        """
        line = self._line(cell, direction)
        if not line:
            return cell
        is_filled = [bool(self._model.text(other)) for other in line]
        if self._model.text(cell) and is_filled[0]:
            return line[(is_filled.index(False) if False in is_filled else len(line)) - 1]
        return line[is_filled.index(True)] if True in is_filled else line[-1]

    def _line(self, cell: GridCell, direction: str) -> Sequence[GridCell]:
        """Return the cells from a cell towards an edge of the table, the nearest first."""
        pool = self._cells if self._model.is_computed(cell) else self._inputs
        is_row = direction in ("left", "right")
        same = [c for c in pool if (c.row == cell.row if is_row else _covers(c, cell.column))]
        if direction in ("right", "down"):
            return [other for other in same if _place(other) > _place(cell)]
        return [other for other in reversed(same) if _place(other) < _place(cell)]

    def _neighbour(self, cell: GridCell, direction: str) -> GridCell | None:
        if direction in ("up", "down"):
            return self._vertical(cell, direction, self._cells)
        if direction in ("left", "right"):
            return self._along(self._cells, cell, 1 if direction == "right" else -1)
        return self._along(self._inputs, cell, 1 if direction == "next" else -1)

    def _along(self, cells: list[GridCell], cell: GridCell, offset: int) -> GridCell | None:
        """Return the cell before or after in reading order; None at either end."""
        if offset > 0:
            return next((c for c in cells if _place(c) > _place(cell)), None)
        return next((c for c in reversed(cells) if _place(c) < _place(cell)), None)

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


def _place(cell: GridCell) -> tuple[int, int]:
    return cell.row, cell.column


def _covers(cell: GridCell, column: int) -> bool:
    return cell.column <= column < cell.column + cell.column_span
