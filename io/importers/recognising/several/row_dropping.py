"""A source's table without some of its rows or columns."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from importers.source_document import SourceCell, SourceTable


def without_rows(table: SourceTable, dropped: AbstractSet[int]) -> SourceTable:
    """Return the table without these rows; a cell that reaches over others keeps its text there."""
    places = {old: new for new, old in enumerate(_kept(len(table.rows), table, dropped))}
    cells = []
    for cell in table.cells:
        rows = [r for r in range(cell.row, cell.row + cell.row_span) if r in places]
        if rows:
            cells.append(replace(cell, row=places[rows[0]], row_span=len(rows)))
    cuts = tuple(dict.fromkeys(sum(r < cut for r in places) for cut in table.cuts))
    return replace(table, cells=tuple(cells), cuts=cuts)


def _kept(count: int, table: SourceTable, dropped: AbstractSet[int]) -> list[int]:
    end = max((cell.row + cell.row_span for cell in table.cells), default=count)
    return [row for row in range(max(count, end)) if row not in dropped]


def without_columns(table: SourceTable, dropped: AbstractSet[int]) -> SourceTable:
    """Return the table without these columns; a cell over others as well is only narrower."""
    width = max((cell.end for cell in table.cells), default=0)
    places = {old: new for new, old in enumerate(c for c in range(width) if c not in dropped)}
    cells: list[SourceCell] = []
    for cell in table.cells:
        columns = [c for c in range(cell.column, cell.end) if c in places]
        if columns:
            cells.append(replace(cell, column=places[columns[0]], column_span=len(columns)))
    return replace(table, cells=tuple(cells))
