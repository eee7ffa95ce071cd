"""Which values go where when a block is filled from its first row, from a cell, or by dragging."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import cycle, takewhile

from gui.tables.table_model import FormTableModel
from model.form.layout import GridCell
from model.report.values import Value

Values = list[tuple[str, Value]]


def from_one(model: FormTableModel, source: GridCell, cells: Iterable[GridCell]) -> Values:
    """Return the value of one cell for all typed cells."""
    value = model.value(source.key)
    return [(cell.key, value) for cell in cells if model.is_input(cell)]


def from_top(model: FormTableModel, cells: Sequence[GridCell]) -> Values:
    """Return the values of the first row for the rows below; of a single row those above it."""
    ordered = sorted(cells, key=_row)
    top = [*takewhile(lambda cell: cell.row == ordered[0].row, ordered)]
    if len(top) < len(ordered):
        return repeated(model, top, ordered[len(top) :], is_down=True)
    above = ((cell, _above(model, cell)) for cell in cells if model.is_input(cell))
    return [(cell.key, model.value(other.key)) for cell, other in above if other is not None]


def _above(model: FormTableModel, cell: GridCell) -> GridCell | None:
    """Return the typed cell above in the same column, or None."""
    same = (other for other in model.table.grid if other.column == cell.column)
    typed = (other for other in same if other.row < cell.row and model.is_input(other))
    return max(typed, key=_row, default=None)


def repeated(
    model: FormTableModel,
    source: Iterable[GridCell],
    target: Iterable[GridCell],
    *,
    is_down: bool,
) -> Values:
    """Return the source's values for the target, line by line, begun anew where they end."""
    line: Callable[[GridCell], int] = _column if is_down else _row
    place: Callable[[GridCell], int] = _row if is_down else _column
    sources = sorted(filter(model.is_input, source), key=place)
    targets = sorted(filter(model.is_input, target), key=place)
    found: Values = []
    for number in sorted({line(cell) for cell in targets}):
        given = [model.value(cell.key) for cell in sources if line(cell) == number]
        taking = [cell.key for cell in targets if line(cell) == number]
        # Where nothing can be given, nothing is taken.
        found += zip(taking, cycle(given), strict=False)
    return found


def _row(cell: GridCell) -> int:
    return cell.row


def _column(cell: GridCell) -> int:
    return cell.column
