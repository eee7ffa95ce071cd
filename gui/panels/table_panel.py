"""An official table with the buttons of its head, its balance strip and the line on the cell."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from gui.document.document import Document
from gui.frame.arrangement import LOW
from gui.frame.help_line import HelpLine
from gui.frame.part_head import button_row, head_button
from gui.look.fitting import ground, keep_height, space
from gui.look.icons import show_icon
from gui.look.sizes import unzoomed
from gui.panels.balance_panel import BalancePanel
from gui.panels.outline_legend import OutlineLegend
from gui.tables.cell_deeds import CellDeeds
from gui.tables.comparison import ComparisonSwitch
from gui.tables.frozen_grid import FrozenGrid
from gui.tables.table_model import FormTableModel
from model.form.table import Table
from model.report.comparison import name_of_last


class TablePanel(QWidget):
    """Shows one table: grid, balance, last year's figure and what the current cell means."""

    notified = Signal(str)
    cell_clicked = Signal(str)
    """A value cell was clicked, by its key."""
    whole_wanted = Signal(bool)
    """The whole table is to be seen, or the columns beside it again."""

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
        self.deeds = CellDeeds(self.view)
        self.balances = [BalancePanel(document, self.grid, rule) for rule in table.balances]
        self.legend = OutlineLegend(self.model.outline)
        self.help = HelpLine()
        self.cell_line = self.help.words
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._show_switch()
        self._refresh()

    def _make_buttons(self) -> None:
        self.last_year_button = head_button("上年数", "last-year", is_checkable=True)
        self.fill_button = head_button("空白填0", "zero")
        self.whole_button = head_button("整表", "whole", is_checkable=True)
        self.whole_button.setToolTip("收起两边，把整张表放进窗口；再点一下还原")
        self.more_button = head_button("", "more")
        self.more_button.setAccessibleName("更多")
        self.more_button.setToolTip("更多")
        self.more = QMenu(self.more_button)
        self.more_button.setMenu(self.more)
        self.tools = button_row(
            self.last_year_button, self.fill_button, self.whole_button, self.more_button
        )

    def _connect(self) -> None:
        document = self._document
        self.fill_button.clicked.connect(self.view.fill_blanks)
        self.whole_button.toggled.connect(self._show_whole)
        self.legend.side_clicked.connect(
            lambda side: self.view.select_keys(self.model.outline.keys(side))
        )
        self.model.outline.changed.connect(self._show_legend)
        self.last_year_button.clicked.connect(self.model.comparison.turn)
        self.model.comparison.toggled.connect(self._show_switch)
        document.typing_interrupted.connect(self.view.finish_typing)
        for signal in (document.previous_changed, document.identity_changed):
            signal.connect(self._show_switch)
        document.figure_sources_changed.connect(self._show_cell)
        self.view.notified.connect(self.notified)
        self.view.clicked.connect(self._tell_clicked)
        self.view.current_changed.connect(self._show_cell)
        document.cells_changed.connect(self._refresh)
        document.findings_changed.connect(self._refresh)

    def _lay_out(self) -> None:
        ground(self, "surface")
        self.lines = QStackedWidget(self)
        self.lines.addWidget(self.help)
        self.lines.addWidget(self.legend)
        keep_height(self.lines, 24)
        layout = QVBoxLayout(self)
        space(layout)
        layout.addWidget(self.grid, 1)
        layout.addStretch(0)
        for panel in self.balances:
            layout.addWidget(panel)
        layout.addWidget(self.lines)

    # ------------------------------------------------------------ what is shown

    def _show_whole(self, is_whole: bool) -> None:
        self.whole_button.setText("还原" if is_whole else "整表")
        show_icon(self.whole_button, "restore" if is_whole else "whole")
        self._fit_strip()
        self.whole_wanted.emit(is_whole)
        self.grid.show_whole(is_whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave both sums out of the strip in a low window, where they would cost rows."""
        super().resizeEvent(event)
        self._fit_strip()

    def _fit_strip(self) -> None:
        is_low = unzoomed(self.window().height()) < LOW
        for panel in self.balances:
            panel.show_short(is_low or self.whole_button.isChecked())

    def _show_legend(self) -> None:
        """Let the words on the outlines stand in place of those on the cell while there are any."""
        shown = self.legend if self.model.outline.keys() else self.help
        self.lines.setCurrentWidget(shown)

    def _refresh(self, *_: object) -> None:
        blank = self.model.blank_count()
        told = f"把这张表里还空着的{blank}格都填为0，已填的不动；可以撤销"
        self.fill_button.setToolTip(told if blank else "没有空白格")
        self.fill_button.setAccessibleName(f"空白填0，还空{blank}格")
        self.fill_button.setEnabled(blank > 0)
        self._show_cell()

    def _show_switch(self, *_: object) -> None:
        previous = self._document.report.previous
        is_shown = self.model.shows_last_year
        name = name_of_last(self._document.report)
        self.last_year_button.setText(f"{name}数")
        self.last_year_button.setEnabled(previous is not None)
        self.last_year_button.setChecked(is_shown)
        self.last_year_button.setToolTip(
            f"在每个格子左边用小字显示{name}的数"
            if previous is not None
            else "这份报告还没有上年报告，附上以后可以显示上年的数"
        )
        year = f"{previous.year}年数" if previous is not None and previous.year else "上年数"
        self.help.aside.setText(f"左侧小字＝{year}" if is_shown else "")
        self._show_cell()

    def _show_cell(self, *_: object) -> None:
        cell = self.view.current_cell()
        self.cell_line.setText(self._describe(cell.key) if cell else "点一个格子开始填写。")

    def _tell_clicked(self, index: QModelIndex) -> None:
        cell = self.model.cell_of(index)
        if cell is not None and cell.key:
            self.cell_clicked.emit(cell.key)

    def _describe(self, key: str) -> str:
        """Return what a cell means, last year's figure, what is wrong in it, and its source."""
        table = self.model.table
        source = self._document.report.figure_source(table.key, key)
        parts = [
            table.cell_name(key),
            "自动合计，不用填" if key in table.sums else "",
            table.row(key).help or table.column(key).help,
            self.model.last_year(key),
            self._trouble(key),
            f"数字来源：{source}" if source else "",
        ]
        return "　".join(part for part in parts if part)

    def _trouble(self, key: str) -> str:
        """Return what is wrong with a cell, or why it was declared right; a blank is no trouble."""
        table = self.model.table
        messages = self._document.cell_messages(table.key, key)
        reasons = self._document.cell_reasons(table.key, key)
        if messages and self.model.shown_level(table.positions[key]) is not None:
            return messages[0]
        return f"已注明情况属实：{reasons[0]}" if reasons else ""
