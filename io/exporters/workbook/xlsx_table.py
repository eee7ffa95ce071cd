"""An official table as a sheet: merged as on paper, with live totals and balances."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exporters.blocks import BalanceLine, TableBlock, TableCell
from exporters.page_style import PageStyle
from exporters.table_layout import (
    DIGIT_SPARE,
    LEAST_FIGURE,
    POINTS_PER_MM,
    is_figure,
    is_left_aligned,
    is_stackable,
    row_heights,
    text_width,
)
from exporters.workbook.xlsx_formulas import difference_formula, total_formula
from exporters.workbook.xlsx_looks import LABEL_FILL, Look, Looks
from exporters.workbook.xlsx_rules import watch_balance, watch_typing
from exporters.workbook.xlsx_style import (
    DIFFERENCE_FORMAT,
    MARGIN,
    cell_at,
    needs_quote,
    number_format,
    protect_sheet,
    put_text,
    put_value,
    set_up_print,
    set_widths,
)
from model.report.values import Value

FIRST_ROW = 2
"""The sheet row of grid row 0; the heading stands above it."""
LEAST_SIZE = 10.0
"""Points; smaller type is for paper only."""


class TableSheet:
    """A sheet that is filled from a table block; `results` holds what its formulas yield."""

    def __init__(self, sheet: Worksheet, table: TableBlock, style: PageStyle, looks: Looks) -> None:
        self._sheet = sheet
        self._looks = looks
        self._table = table
        self._style = style
        is_wide = len(table.widths) > table.row_count
        self._is_landscape = is_wide or _has_tiny_figures(table, style)
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
        watch_typing(self._sheet, self._table, FIRST_ROW)
        self._lay_sizes()
        self._lay_view()

    @property
    def _last_row(self) -> int:
        return FIRST_ROW + self._table.row_count - 1

    @property
    def _balance_row(self) -> int:
        return self._last_row + 2

    def _lay_heading(self) -> None:
        put_text(cell_at(self._sheet, 1, 1), self._table.section)
        look = Look(self._style.heading_1.name, 14)
        self._looks.dress_box(self._sheet, 1, 1, 1, len(self._table.widths), look)

    def _lay_cell(self, cell: TableCell) -> None:
        row, column = FIRST_ROW + cell.row, cell.column + 1
        target = cell_at(self._sheet, row, column)
        if cell.is_computed:
            blank = cell.value if cell.is_printed else None
            target.value = total_formula(cell.parts, FIRST_ROW, blank)
            self.results[target.coordinate] = cell.value
        elif cell.role == "value":
            put_value(target, cell.value)
        else:
            put_text(target, cell.text)
        self._looks.dress_box(
            self._sheet, row, column, cell.row_span, cell.column_span, self._look(cell)
        )

    def _look(self, cell: TableCell) -> Look:
        shown = None if cell.is_computed else cell.value
        return Look(
            self._style.table.name,
            self._size,
            horizontal="left" if is_left_aligned(self._table, cell) else "center",
            fill=self._fill(cell),
            is_open=cell.is_input,
            is_figure=is_figure(cell),
            is_stacked=cell.role == "label"
            and is_stackable(self._table, cell, self._size, self._style),
            is_quoted=needs_quote(shown if cell.role == "value" else cell.text),
            number_format=number_format(shown, cell.decimals)
            if cell.role == "value"
            else "General",
        )

    def _fill(self, cell: TableCell) -> str:
        if cell.role == "caption":
            return self._style.caption_fill
        return "" if cell.is_input else LABEL_FILL

    def _lay_balance(self, balance: BalanceLine, row: int) -> None:
        put_text(cell_at(self._sheet, row, 1), balance.name)
        look = Look(self._style.table.name, self._size, is_bold=True, fill=LABEL_FILL)
        first = min(column.column for column in balance.columns)
        self._looks.dress_box(self._sheet, row, 1, 1, first, look._replace(horizontal="left"))
        look = look._replace(is_figure=True, number_format=DIFFERENCE_FORMAT)
        for column in balance.columns:
            cell = cell_at(self._sheet, row, column.column + 1)
            cell.value = difference_formula(column.left, column.right, FIRST_ROW)
            self._looks.dress(cell, look)
            self.results[cell.coordinate] = column.difference
        watch_balance(self._sheet, balance, row, FIRST_ROW)
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
        protect_sheet(self._sheet)


def _has_tiny_figures(table: TableBlock, style: PageStyle) -> bool:
    """Return whether figures would have to shrink below what can be read on upright paper."""
    scale = (style.width - 2 * MARGIN) / sum(table.widths) * POINTS_PER_MM
    return any(
        table.width_of(cell) * scale < text_width(cell.text) * LEAST_FIGURE * DIGIT_SPARE
        for cell in table.cells
        if is_figure(cell)
    )
