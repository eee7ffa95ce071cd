"""An official table with its zero-fill button, its balance strip and the line on the cell."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.document.document import Document
from gui.panels.balance_panel import BalancePanel
from gui.panels.outline_legend import OutlineLegend
from gui.tables.comparison import ComparisonSwitch
from gui.tables.frozen_grid import FrozenGrid
from gui.tables.table_model import FormTableModel
from model.form.table import Table


class TablePanel(QWidget):
    """Shows one table: grid, balance, last year's figure and what the current cell means."""

    notified = Signal(str)
    cell_clicked = Signal(str)
    """A value cell was clicked, by its key."""

    def __init__(
        self,
        document: Document,
        table: Table,
        parent: QWidget | None = None,
        comparison: ComparisonSwitch | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.model = FormTableModel(document, table, self, comparison)
        self.grid = FrozenGrid(self.model)
        self.view = self.grid.main
        self.view.setAccessibleName(table.name)
        self.balances = [BalancePanel(document, self.grid, rule) for rule in table.balances]
        self.legend = OutlineLegend(self.model.outline)
        self.cell_line = self._three_lines()
        self.fill_button = QPushButton()
        self.fill_button.setToolTip("把这张表里还空着的格子都填为 0，已填的不动；可以撤销")
        self.last_year_button = QPushButton("显示上年数(&L)")
        self.last_year_button.setCheckable(True)
        # The keys stay with the cells.
        self.last_year_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self._connect()
        self._show_switch()
        self._refresh()

    def _three_lines(self) -> QLabel:
        """Return the label on the current cell, which stays as high whatever it says."""
        label = QLabel()
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        label.setFixedHeight(3 * self.fontMetrics().lineSpacing() + 2)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return label

    def _connect(self) -> None:
        document = self._document
        self.fill_button.clicked.connect(self.view.fill_blanks)
        self.legend.side_clicked.connect(
            lambda side: self.view.select_keys(self.model.outline.keys(side))
        )
        self.last_year_button.clicked.connect(self.model.comparison.turn)
        self.model.comparison.toggled.connect(self._show_switch)
        document.typing_interrupted.connect(self.view.finish_typing)
        document.previous_changed.connect(self._show_switch)
        document.figure_sources_changed.connect(self._show_cell)
        self.view.notified.connect(self.notified)
        self.view.clicked.connect(self._tell_clicked)
        self.view.current_changed.connect(self._show_cell)
        document.cells_changed.connect(self._refresh)
        document.findings_changed.connect(self._refresh)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        buttons = QVBoxLayout()
        buttons.setSpacing(2)
        buttons.addWidget(self.fill_button)
        buttons.addWidget(self.last_year_button)
        line.addLayout(buttons)
        line.addWidget(self.cell_line, 1, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.grid, 1)
        for panel in self.balances:
            layout.addWidget(panel)
        layout.addWidget(self.legend)
        layout.addSpacing(2)
        layout.addLayout(line)
        layout.addStretch()

    def _refresh(self, *_: object) -> None:
        blank = self.model.blank_count()
        self.fill_button.setText(f"空白填0（{blank}格）" if blank else "空白填0")
        self.fill_button.setEnabled(blank > 0)
        self._show_cell()

    def _show_switch(self, *_: object) -> None:
        has_previous = self._document.report.previous is not None
        self.last_year_button.setEnabled(has_previous)
        self.last_year_button.setChecked(self.model.shows_last_year)
        self.last_year_button.setToolTip(
            "在每个格子的数下面用小字显示上年的数和增减，如「3 +2」"
            if has_previous
            else "这份报告还没有上年报告，附上以后可以显示上年的数"
        )
        self._show_cell()

    def _show_cell(self, *_: object) -> None:
        cell = self.view.current_cell()
        self.cell_line.setText(self._describe(cell.key) if cell else "点一个格子开始填写。")

    def _tell_clicked(self, index: QModelIndex) -> None:
        cell = self.model.cell_of(index)
        if cell is not None and cell.key:
            self.cell_clicked.emit(cell.key)

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
        source = self._document.report.figure_source(table.key, key)
        lines = [head, self._meaning(key), f"数字来源：{source}" if source else ""]
        return "\n".join(line for line in lines if line)

    def _meaning(self, key: str) -> str:
        """Return what is wrong with a cell, why it was declared right, or what it means."""
        table = self.model.table
        messages = self._document.cell_messages(table.key, key)
        reasons = self._document.cell_reasons(table.key, key)
        if messages:
            return messages[0]
        if reasons:
            return f"已注明情况属实：{reasons[0]}"
        return table.row(key).help or table.column(key).help
