"""A part of an official table as a view: the frozen headers and the figures are each one."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from gui.look.zooming import zooms
from gui.tables.cell_delegate import FormCellDelegate
from gui.tables.table_model import FormTableModel
from model.form.layout import GridCell


class BareTableView(QTableView):
    """A table view without Qt's own headers that lays out the official spans of its part."""

    def __init__(self, model: FormTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form_model = model
        self.cell_delegate = FormCellDelegate(model, self)
        self.setItemDelegate(self.cell_delegate)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setMinimumSectionSize(8)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def mark(self, current: GridCell | None) -> None:
        """Show which cell is current, and what leads to it; nothing else is painted anew."""
        for cell in self.cell_delegate.mark(current):
            self.viewport().update(self.visualRect(self.form_model.index(cell.row, cell.column)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if not zooms(event):
            super().wheelEvent(event)

    def show_part(self, rows: range, columns: range) -> None:
        """Show only these rows and columns, with the spans of the cells that begin there."""
        for row in range(self.form_model.rowCount()):
            self.setRowHidden(row, row not in rows)
        for column in range(self.form_model.columnCount()):
            self.setColumnHidden(column, column not in columns)
        for cell in self.form_model.table.grid:
            is_here = cell.row in rows and cell.column in columns
            if is_here and (cell.row_span > 1 or cell.column_span > 1):
                self.setSpan(cell.row, cell.column, cell.row_span, cell.column_span)
