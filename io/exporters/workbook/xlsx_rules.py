"""What a table's sheet watches while it is filled in: figures of the right kind, and balances."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from exporters.blocks import BalanceLine, Place, TableBlock, TableCell
from exporters.workbook.xlsx_formulas import ranges
from model.form.parts import Kind

_BROKEN = DifferentialStyle(
    font=Font(color="FFFFFF", bold=True), fill=PatternFill("solid", bgColor="C00000")
)
_CONCERNED = DifferentialStyle(fill=PatternFill("solid", bgColor="FFC7CE"))
_LEAST_CHANGE = -(10**9)


def watch_balance(sheet: Worksheet, balance: BalanceLine, row: int, first_row: int) -> None:
    """Turn a difference that is not 0 red, and lightly the figures that it is made of.

    The differences stand in sheet row `row`; `first_row` is the sheet row of grid row 0.
    """
    columns = [column.column for column in balance.columns]
    first, last = (get_column_letter(column + 1) for column in (min(columns), max(columns)))
    area = f"{first}{row}:{last}{row}"
    is_broken = f"{first}${row}<>0"
    sheet.conditional_formatting.add(area, _rule(is_broken, _BROKEN))
    places = [place for column in balance.columns for place in (*column.left, *column.right)]
    # The formula is written for the first area and moves with the column.
    areas = ranges(places, first_row).replace(",", " ")
    sheet.conditional_formatting.add(areas, _rule(is_broken, _CONCERNED))


def _rule(formula: str, look: DifferentialStyle) -> Rule:
    return Rule("expression", formula=[formula], dxf=look)


def watch_typing(sheet: Worksheet, table: TableBlock, first_row: int) -> None:
    """Let only figures of the right kind be typed, and tell in Chinese what is right."""
    by_kind: dict[Kind, list[Place]] = {}
    for cell in table.cells:
        if cell.is_input and cell.kind == "amount":
            _watch(sheet, _amount(cell, first_row), [(cell.row, cell.column)], first_row)
        elif cell.is_input:
            by_kind.setdefault(cell.kind, []).append((cell.row, cell.column))
    for kind, places in by_kind.items():
        if kind != "free":
            _watch(sheet, _whole(kind), places, first_row)


def _watch(sheet: Worksheet, rule: DataValidation, places: Sequence[Place], first_row: int) -> None:
    rule.errorTitle, rule.errorStyle, rule.showErrorMessage = "填写有误", "stop", True
    rule.allow_blank = True
    for area in ranges(places, first_row).split(","):
        rule.add(area)
    sheet.add_data_validation(rule)


def _whole(kind: Kind) -> DataValidation:
    if kind == "change":
        error, least = "请填整数，增加为正，减少为负，不写单位。", _LEAST_CHANGE
    else:
        error, least = "请填 0 或正整数，没有的填 0，不写单位。", 0
    return DataValidation("whole", operator="greaterThanOrEqual", formula1=str(least), error=error)


def _amount(cell: TableCell, first_row: int) -> DataValidation:
    name, places = ranges([(cell.row, cell.column)], first_row), cell.decimals
    rule = f"AND(ISNUMBER({name}),{name}>=0,ROUND({name},{places})={name})"
    error = f"请填金额，不小于 0，最多 {places} 位小数，按表头的单位填，格里不写单位。"
    return DataValidation("custom", formula1=rule, error=error)
