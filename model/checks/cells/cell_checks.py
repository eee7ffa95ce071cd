"""Checks on one cell's value: no number, negative, fraction, placeholder, decimals, blank."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from model.checks.finding import Finding, Level
from model.checks.registry import table_check
from model.checks.wording import row_names, shown, some_names
from model.form.table import Table
from model.report.balances import ColumnBalance, sole_blanks
from model.report.edits import set_cells
from model.report.report import Report
from model.report.values import Value, is_placeholder, number_in, number_of

RESTING_ON_CELLS = (
    "requests-balance",
    "applicant-swap",
    "requests-outcome-total",
    "requests-row-total",
    "review-total",
    "parts-missing",
    "carried-over-mismatch",
    "in-force-mismatch",
    "figure-jump",
    "regulations-not-zero",
    "in-force-too-small",
    "split-number",
    "text-figure",
)
"""What cannot be judged while a cell below it is wrong: sums, balances, and other years."""


def _typed(report: Report, table: Table) -> Iterator[tuple[str, Value]]:
    """Yield (key, value) of every typed cell of a table, those written freely left out."""
    for key in table.inputs:
        if table.column(key).kind != "free":
            yield key, report.value(table.key, key)


@table_check(
    "cell-not-a-number",
    rule="各表填写数字；金额按这一列的单位填写数字。",
    silences=RESTING_ON_CELLS,
)
def text_in_cell(report: Report, table: Table) -> Iterator[Finding]:
    """Yield the cells whose typed text is no number (rule: the tables hold numbers)."""
    for key, value in _typed(report, table):
        if isinstance(value, str) and number_in(value) is None:
            unit = table.column(key).unit
            wanted = f"以{unit}为单位的数字" if unit else "整数"
            yield Finding(
                "cell-not-a-number",
                Level.ERROR,
                f"{table.cell_name(key)}填的是{shown(value)}，不是数字，合计时按0计。"
                f"请改填{wanted}，没有的填0。",
                cells=((table.key, key),),
                actual=value,
            )


@table_check(
    "cell-negative",
    rule="件数和金额不小于0。",
    silences=RESTING_ON_CELLS,
)
def negative_cell(report: Report, table: Table) -> Iterator[Finding]:
    """Yield the cells below 0 (rule: counts and amounts are 0 or more)."""
    for key, value in _typed(report, table):
        has_sign = table.column(key).kind == "change"
        if isinstance(value, (int, Decimal)) and value < 0 and not has_sign:
            yield Finding(
                "cell-negative",
                Level.ERROR,
                f"{table.cell_name(key)}是{shown(value)}，不能小于0。请核对后改正。",
                cells=((table.key, key),),
                actual=value,
            )


@table_check(
    "cell-fraction",
    rule="件数是整数。",
    silences=RESTING_ON_CELLS,
)
def fraction_in_count(report: Report, table: Table) -> Iterator[Finding]:
    """Yield the counts with decimals (rule: a count is a whole number)."""
    for key, value in _typed(report, table):
        if table.column(key).kind != "count" or not isinstance(value, str):
            continue
        if number_in(value) is not None:
            yield Finding(
                "cell-fraction",
                Level.ERROR,
                f"{table.cell_name(key)}填的是{shown(value)}，件数应是整数，合计时按0计。请改正。",
                cells=((table.key, key),),
                actual=value,
            )


@table_check(
    "cell-placeholder",
    rule="没有的填0，不填「/」「—」「无」。",
    silences=("cell-not-a-number", *RESTING_ON_CELLS),
)
def placeholder_in_cell(report: Report, table: Table) -> Iterator[Finding]:
    """Yield, once a table, the cells that hold a mark for nothing (rule: nothing is 0)."""
    values = report.tables[table.key]
    marked = {key: text for key, text in _texts(table, values) if is_placeholder(text)}
    if marked:
        yield _placeholders(table, marked)


def _texts(table: Table, values: dict[str, Value]) -> Iterator[tuple[str, str]]:
    for key in table.inputs:
        value = values[key]
        if isinstance(value, str) and table.column(key).kind != "free":
            yield key, value


def _placeholders(table: Table, marked: dict[str, str]) -> Finding:
    keys = list(marked)
    marks = list(dict.fromkeys(marked.values()))
    if len(keys) == 1:
        where = table.cell_name(keys[0])
    else:
        rows = some_names(row_names(table, keys))
        where = f"{table.name}有{len(keys)}格（在{rows}行）"
    return Finding(
        "cell-placeholder",
        Level.QUERY,
        f"{where}填的是{some_names(marks)}。如果是没有，请改填0。",
        cells=tuple((table.key, key) for key in keys),
        expected=0,
        actual=marks[0] if len(marks) == 1 else None,
        fix=set_cells("改填0", table.key, [(key, 0) for key in keys]),
    )


@table_check(
    "fee-precision",
    rule="金额的小数不超过这一列规定的位数。",
    silences=RESTING_ON_CELLS,
)
def too_many_decimals(report: Report, table: Table) -> Iterator[Finding]:
    """Yield the amounts with more decimals than the form's (rule: its column's)."""
    for key, value in _typed(report, table):
        column = table.column(key)
        if isinstance(value, Decimal) and _decimals(value) > column.decimals:
            yield Finding(
                "fee-precision",
                Level.ERROR,
                f"{table.cell_name(key)}是{shown(value)}{column.unit}，"
                f"小数有{_decimals(value)}位，最多{column.decimals}位。请核对单位和金额后改正。",
                cells=((table.key, key),),
                actual=value,
            )


def _decimals(value: Decimal) -> int:
    """Return the number of decimals; zeros at the end do not count."""
    return len(format(value, "f").partition(".")[2].rstrip("0"))


@table_check("cell-blank", rule="各表每格都要填写，没有的填0；空白和0是两回事。")
def blank_cells(report: Report, table: Table) -> Iterator[Finding]:
    """Yield, once a table, its blank cells (rule: every cell is filled, nothing is 0).

    A cell that alone can settle its column is asked about by itself: 0 would be wrong there.
    """
    told = _below_printed_totals(report, table)
    asked = {key: off for key, off in sole_blanks(report, table).items() if key not in told}
    yield from (_missing_part(column, key) for key, column in asked.items())
    told |= asked.keys()
    blank = [key for key in report.blank_inputs(table) if key not in told]
    if blank:
        rows = some_names(row_names(table, blank))
        yield Finding(
            "cell-blank",
            Level.QUERY,
            f"{table.name}还有{len(blank)}格空白（在{rows}行）。没有的请填0，可用「空白填0」。",
            cells=tuple((table.key, key) for key in blank),
            fix=set_cells("空白填0", table.key, [(key, 0) for key in blank]),
        )


def _missing_part(column: ColumnBalance, key: str) -> Finding:
    """Return the question whether a blank cell holds what its column lacks."""
    table = column.table
    missing: Value = max(column.difference, -column.difference)
    return Finding(
        "cell-blank",
        Level.QUERY,
        f"{table.name}「{column.name}」列{column.words}，只有「{table.row_name(key)}」空着，"
        f"这一格是不是{missing}？{column.both}。请对照台账；这一格应当是0的，这一列别的格还要核对。",
        cells=((table.key, key),),
        expected=missing,
        choices=(set_cells(f"填{missing}", table.key, [(key, missing)]),),
    )


def _below_printed_totals(report: Report, table: Table) -> frozenset[str]:
    """Return the cells below totals that a source printed over blank parts, which is told there.

    To fill them with 0 would be wrong: the total says that there were some.
    """
    return frozenset(
        leaf
        for key, printed in report.differing_in(table)
        if report.value(table.key, key) is None and number_of(printed)
        for leaf in table.leaf_parts(key)
    )
