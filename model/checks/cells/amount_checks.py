"""Checks on amounts of money whose unit may be mistaken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from model.checks.finding import Finding, Level
from model.checks.last_year import last_year
from model.checks.registry import table_check
from model.checks.wording import shown
from model.form.parts import YUAN, Column
from model.form.table import Table
from model.report.edits import Edit, set_cells
from model.report.report import Report
from model.report.values import Value, parse_value
from model.texts.unit_kind import COUNTY_DEPARTMENT, DEPARTMENT, STREET, TOWN
from model.texts.width import narrow

SMALL_OFFICES = (TOWN, STREET, COUNTY_DEPARTMENT)
LARGE_AMOUNT = 10_000_000
"""元; a small office that takes in ten million yuan of fees has more likely written 元."""

MANY_TIMES = 1_000
"""Times last year's: the distance between units of money is larger, that of two years smaller."""

_WRITTEN = re.compile(r"(.*?)(万?元)(?:整|人民币)?")


@table_check(
    "fee-unit",
    rule="金额按这一列的单位填写；以万元为单位的，1元＝0.0001万元。",
    silences=("cell-not-a-number", "fee-precision", "figure-jump"),
)
def amount_in_other_unit(report: Report, table: Table) -> Iterator[Finding]:
    """Yield amounts that look like 元 where the unit is another, and those with a unit typed in."""
    for key in table.inputs:
        column, value = table.column(key), report.value(table.key, key)
        if not column.yuan or value is None:
            continue
        if isinstance(value, str):
            yield from _written_unit(table, key, value)
        elif column.yuan > 1 and _looks_like_yuan(report, table, key, value):
            yield _large_amount(table, key, Decimal(value))


def _looks_like_yuan(report: Report, table: Table, key: str, value: int | Decimal) -> bool:
    """Return whether an amount is too large for the office, or for what it was last year.

    A department of a city may take in as much, but then seldom in whole units.
    """
    if value * table.column(key).yuan >= LARGE_AMOUNT:
        is_whole = value == int(value)
        kind = report.office_kind
        if kind in SMALL_OFFICES or (kind == DEPARTMENT and is_whole):
            return True
    last = last_year(report)
    before = None if last is None else last.value(table.key, key)
    return isinstance(before, (int, Decimal)) and 0 < before * MANY_TIMES <= value


def _large_amount(table: Table, key: str, value: Decimal) -> Finding:
    column = table.column(key)
    meant = _converted(value, column)
    return Finding(
        "fee-unit",
        Level.QUERY,
        f"{table.cell_name(key)}是{shown(value)}，这一格以{column.unit}为单位，这样大的金额像是按元填的。"
        f"如果是{shown(value)}元，应填{shown(meant)}；请核对。",
        cells=((table.key, key),),
        expected=meant,
        actual=value,
    )


def _written_unit(table: Table, key: str, text: str) -> Iterator[Finding]:
    """Yield what a text such as 7730元 or 1.5万元 should be as a number in the column's unit."""
    match = _WRITTEN.fullmatch("".join(narrow(text).split()))
    column = table.column(key)
    amount = parse_value(match[1], column.kind) if match else None
    if match is None or not isinstance(amount, Decimal):
        return
    unit = match[2]
    meant = amount if unit == column.unit else _converted(amount * YUAN[unit], column)
    yield Finding(
        "fee-unit",
        Level.QUERY,
        f"{table.cell_name(key)}填的是{shown(text)}，这一格只填以{column.unit}为单位的数字，"
        f"不写单位，合计时按0计。{shown(text)}应填{shown(meant)}，请核对。",
        cells=((table.key, key),),
        expected=meant,
        actual=text,
        fix=_fix(table, key, column, meant),
    )


def _fix(table: Table, key: str, column: Column, meant: Decimal) -> Edit | None:
    """Return the edit that types the amount, None where it has more decimals than the form."""
    if -int(meant.normalize().as_tuple().exponent) > column.decimals:
        return None
    return set_cells(f"改填{shown(meant)}", table.key, [(key, meant)])


def _converted(yuan: Decimal, column: Column) -> Decimal:
    """Return an amount of 元 in the column's unit, without zeros at the end."""
    amount: Value = parse_value(format((yuan / column.yuan).normalize(), "f"), "amount")
    return Decimal(amount or 0)
