"""Notes on where figures come from, by the cell of the grid that carries the mark."""

from __future__ import annotations

from gui.document.document import Document
from model.form.layout import GridCell
from model.form.table import Table


class CellNotes:
    """Finds the note of a cell, and of a row on the row's label."""

    def __init__(self, document: Document, table: Table) -> None:
        self._document = document
        self._table = table
        row_of = {cell.row: table.row(key).key for key, cell in table.positions.items()}
        labels = {
            cell.row: (cell.row, cell.column)
            for cell in table.grid
            if cell.role == "label" and cell.row_span == 1
        }
        self._labels = {place: row_of[row] for row, place in labels.items()}
        self._labelled = set(self._labels.values())

    def words(self, cell: GridCell) -> str:
        """Return the note that is marked on a cell of the grid, or "".

        A row's note stands on its label; in a table without labels on each of its cells.
        """
        noted = self._document.report.figure_sources.get(self._table.key)
        if not noted:
            return ""
        if not cell.key:
            return noted.get(self._labels.get((cell.row, cell.column), ""), "")
        row = self._table.row(cell.key).key
        return noted.get(cell.key, "" if row in self._labelled else noted.get(row, ""))
