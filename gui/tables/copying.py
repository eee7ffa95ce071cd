"""What is copied from a grid: the same block as text with tabs and as an HTML table."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData

from gui.tables.clipboard import block_text
from gui.tables.table_model import FormTableModel
from model.form.layout import GridCell


def copied(model: FormTableModel, cells: Sequence[GridCell], *, has_labels: bool) -> QMimeData:
    """Return the block around cells for the clipboard, in both forms.

    With labels the names of its rows and columns come along, merged as on the paper, so that the
    block can be placed by them again.
    """
    rows = _with_span({cell.row for cell in cells})
    columns = _with_span({cell.column for cell in cells})
    if has_labels:
        rows, columns = _labels_of(model, rows, columns)
    data = QMimeData()
    data.setText(_text(model, rows, columns) if has_labels else block_text(model, _places(cells)))
    data.setHtml(_html(model, rows, columns))
    return data


def _places(cells: Sequence[GridCell]) -> list[tuple[int, int]]:
    return [(cell.row, cell.column) for cell in cells]


def _with_span(numbers: set[int]) -> list[int]:
    return list(range(min(numbers), max(numbers) + 1))


def _labels_of(
    model: FormTableModel, rows: list[int], columns: list[int]
) -> tuple[list[int], list[int]]:
    """Return the rows and columns with those in which their names stand."""
    values = [cell for cell in model.table.grid if cell.key]
    first_row = min(cell.row for cell in values if cell.column in columns)
    first_column = min(cell.column for cell in values if cell.row in rows)
    heads = set(range(model.table.header_rows or first_row))
    names = set(range(first_column))
    return sorted(heads.union(rows)), sorted(names.union(columns))


def _text(model: FormTableModel, rows: Sequence[int], columns: Sequence[int]) -> str:
    lines = []
    for row in rows:
        cells = (_own(model, row, column) for column in columns)
        lines.append("\t".join("" if cell is None else _one_line(model, cell) for cell in cells))
    return "\n".join(lines)


def _one_line(model: FormTableModel, cell: GridCell) -> str:
    return " ".join(model.text(cell).split())


def _own(model: FormTableModel, row: int, column: int) -> GridCell | None:
    """Return the cell that begins at a place, or None where another one covers it."""
    cell = model.cell_at(row, column)
    return cell if cell is not None and (cell.row, cell.column) == (row, column) else None


def _html(model: FormTableModel, rows: Sequence[int], columns: Sequence[int]) -> str:
    lines = []
    for row in rows:
        cells = (_own(model, row, column) for column in columns)
        shown = (_html_cell(model, cell, rows, columns) for cell in cells if cell is not None)
        lines.append(f"<tr>{''.join(shown)}</tr>")
    return f"<table border='1'>{''.join(lines)}</table>"


def _html_cell(
    model: FormTableModel, cell: GridCell, rows: Sequence[int], columns: Sequence[int]
) -> str:
    """Return a cell with its spans, as far as they lie in the block."""
    high = sum(row in rows for row in range(cell.row, cell.row + cell.row_span))
    wide = sum(c in columns for c in range(cell.column, cell.column + cell.column_span))
    spans = (f" rowspan='{high}'" if high > 1 else "") + (f" colspan='{wide}'" if wide > 1 else "")
    return f"<td{spans}>{escape(_one_line(model, cell))}</td>"
