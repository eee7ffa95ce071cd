"""An official table as a sheet: merged as on paper, with live totals and balances."""

from __future__ import annotations

from decimal import Decimal

from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exporters.blocks import BalanceLine, TableBlock, TableCell
from exporters.page_style import PageStyle
from exporters.table_layout import POINTS_PER_MM, is_left_aligned, is_stackable, row_heights
from exporters.xlsx_formulas import difference_formula, total_formula
from exporters.xlsx_style import (
    DIFFERENCE_FORMAT,
    LABEL_FILL,
    MARGIN,
    caption_fill,
    cell_at,
    dress,
    lock,
    put_text,
    put_value,
    set_up_print,
    set_widths,
)
from model.values import Value

FIRST_ROW = 2
"""The sheet row of grid row 0; the heading stands above it."""
LEAST_SIZE = 10.0
"""Points; smaller type is for paper only."""


class TableSheet:
    """A sheet that is filled from a table block; `results` holds what its formulas yield."""

    def __init__(self, sheet: Worksheet, table: TableBlock, style: PageStyle) -> None:
        self._sheet = sheet
        self._table = table
        self._style = style
        self._is_landscape = len(table.widths) > table.row_count
        paper = style.height if self._is_landscape else style.width
        self._scale = (paper - 2 * MARGIN) / sum(table.widths)
        self._size = max(LEAST_SIZE, table.font_size)
        self.results: dict[str, Value] = {}

    def fill(self) -> None:
        """Lay heading, cells, balances, sizes, print set-up and locks."""
        self._lay_heading()
        for cell in self._table.cells:
            self._lay_cell(cell)
        for index, balance in enumerate(self._table.balances):
            self._lay_balance(balance, self._balance_row + index)
        self._lay_sizes()
        self._lay_view()

    @property
    def _last_row(self) -> int:
        return FIRST_ROW + self._table.row_count - 1

    @property
    def _balance_row(self) -> int:
        return self._last_row + 2

    def _font(self, *, bold: bool = False) -> Font:
        return Font(name=self._style.table.name, size=self._size, bold=bold)

    def _lay_heading(self) -> None:
        cell = cell_at(self._sheet, 1, 1)
        put_text(cell, self._table.section)
        dress(cell, Font(name=self._style.heading_1.name, size=14))
        self._sheet.merge_cells(
            start_row=1, start_column=1, end_row=1, end_column=len(self._table.widths)
        )

    def _lay_cell(self, cell: TableCell) -> None:
        row, column = FIRST_ROW + cell.row, cell.column + 1
        target = cell_at(self._sheet, row, column)
        if cell.is_computed:
            self._lay_total(cell)
        elif cell.role == "value":
            put_value(target, cell.value, cell.decimals)
        else:
            put_text(target, cell.text)
        self._dress(cell)
        if cell.row_span * cell.column_span > 1:
            self._sheet.merge_cells(
                start_row=row,
                start_column=column,
                end_row=row + cell.row_span - 1,
                end_column=column + cell.column_span - 1,
            )

    def _lay_total(self, cell: TableCell) -> None:
        target = cell_at(self._sheet, FIRST_ROW + cell.row, cell.column + 1)
        blank = cell.value if cell.is_printed else None
        target.value = total_formula(cell.parts, FIRST_ROW, blank)
        target.number_format = "0"
        self.results[target.coordinate] = cell.value

    def _dress(self, cell: TableCell) -> None:
        fill = None
        if cell.role == "caption":
            fill = caption_fill(self._style)
        elif not cell.is_input:
            fill = LABEL_FILL
        side = "left" if is_left_aligned(self._table, cell) else "center"
        target = cell_at(self._sheet, FIRST_ROW + cell.row, cell.column + 1)
        dress(
            target,
            self._font(),
            horizontal=side,
            fill=fill,
            is_open=cell.is_input,
            is_figure=cell.is_computed or isinstance(cell.value, int | Decimal),
            is_stacked=is_stackable(self._table, cell, self._size, self._style),
        )

    def _lay_balance(self, balance: BalanceLine, row: int) -> None:
        label = cell_at(self._sheet, row, 1)
        put_text(label, balance.name)
        dress(label, self._font(bold=True), horizontal="left", fill=LABEL_FILL)
        first = min(column.column for column in balance.columns)
        if first > 1:
            self._sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=first)
        for column in balance.columns:
            cell = cell_at(self._sheet, row, column.column + 1)
            cell.value = difference_formula(column.left, column.right, FIRST_ROW)
            dress(cell, self._font(bold=True), fill=LABEL_FILL, is_figure=True)
            cell.number_format = DIFFERENCE_FORMAT
            self.results[cell.coordinate] = column.difference
        self._sheet.row_dimensions[row].height = 24

    def _lay_sizes(self) -> None:
        set_widths(self._sheet, [width * self._scale for width in self._table.widths])
        heights = row_heights(self._table, self._style, self._scale, self._size)
        for index, height in enumerate(heights):
            dimension = self._sheet.row_dimensions[FIRST_ROW + index]
            dimension.height = round(height * POINTS_PER_MM, 1)
        self._sheet.row_dimensions[1].height = 30

    def _lay_view(self) -> None:
        header = FIRST_ROW + self._table.header_rows
        corner = get_column_letter(self._table.label_columns + 1)
        self._sheet.freeze_panes = f"{corner}{header}"
        self._sheet.sheet_view.showGridLines = False
        last = self._balance_row + len(self._table.balances) - 1
        if not self._table.balances:
            last = self._last_row
        area = f"A1:{get_column_letter(len(self._table.widths))}{last}"
        set_up_print(self._sheet, area, f"1:{header - 1}", is_landscape=self._is_landscape)
        lock(self._sheet)
