"""An official table with its zero-fill button, its balance strip and the line on the cell."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.document import Document
from gui.panels.balance_panel import BalancePanel
from gui.tables.frozen_grid import FrozenGrid
from gui.tables.table_model import FormTableModel
from model.form import Table


class TablePanel(QWidget):
    """Shows one table: grid, balance, last year's figure and what the current cell means."""

    said = Signal(str)

    def __init__(self, document: Document, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.model = FormTableModel(document, table, self)
        self.grid = FrozenGrid(self.model)
        self.view = self.grid.main
        self.view.setAccessibleName(table.name)
        self.balances = [BalancePanel(document, self.grid, rule) for rule in table.balances]
        self.cell_line = QLabel()
        self.cell_line.setWordWrap(True)
        self.cell_line.setTextFormat(Qt.TextFormat.PlainText)
        self.cell_line.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.cell_line.setFixedHeight(3 * self.fontMetrics().lineSpacing() + 2)
        self.cell_line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.fill_button = QPushButton()
        self.fill_button.setToolTip("把这张表里还空着的格子都填为 0，已填的不动；可以撤销")
        self._lay_out()
        self.fill_button.clicked.connect(self.view.fill_blanks)
        self.view.said.connect(self.said)
        self.view.current_changed.connect(self._show_cell)
        document.cells_changed.connect(self._refresh)
        document.findings_changed.connect(self._refresh)
        self._refresh()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.fill_button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.cell_line, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.grid, 1)
        for panel in self.balances:
            layout.addWidget(panel)
        layout.addSpacing(2)
        layout.addLayout(line)
        layout.addStretch()

    def _refresh(self, *_: object) -> None:
        blank = self.model.blank_count()
        self.fill_button.setText(f"空白填0（{blank}格）" if blank else "空白填0")
        self.fill_button.setEnabled(blank > 0)
        self._show_cell()

    def _show_cell(self) -> None:
        cell = self.view.current_cell()
        self.cell_line.setText(self._describe(cell.key) if cell else "点一个格子开始填写。")

    def _describe(self, key: str) -> str:
        """Return the cell's name, last year's figure, and what is wrong there or what it means."""
        table = self.model.table
        parts = [table.cell_name(key)]
        last = self.model.last_year(key)
        if last:
            parts.append(last)
        if key in table.sums:
            parts.append("自动合计，不用填")
        head = "　".join(parts)
        messages = self._document.cell_messages(table.key, key)
        row, column = table.row(key), table.column(key)
        meaning = messages[0] if messages else row.help or column.help
        return f"{head}\n{meaning}"
