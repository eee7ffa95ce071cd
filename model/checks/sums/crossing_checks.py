"""The check that blames the one cell in which a wrong row and a wrong column cross."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import CellRef, Finding, Level
from model.checks.registry import table_check
from model.checks.wording import shown
from model.form.parts import cell_key
from model.form.table import Table
from model.report.balances import column_balance
from model.report.report import Report
from model.report.values import number_of


@table_check(
    "requests-row-total",
    rule="总计等于各项之和；一格填错，它的行和列都会对不上。",
    silences=("requests-row-total", "requests-outcome-total", "requests-balance", "applicant-swap"),
)
def crossing_cell(report: Report, table: Table) -> Iterator[Finding]:
    """Yield the cell that alone explains a row's printed total and its column's sums.

    Rule: totals are the sums of their parts, so that one wrong part shows in its row and column.
    Told only where one row and one column are wrong by the same.
    """
    if not table.balances:
        return
    rows = {key: gain for key, gain in _gains(report, table) if table.column(key).is_sum}
    for total, gain in rows.items():
        cells = [leaf for leaf in table.sums[total].parts if _explains(report, table, leaf, gain)]
        if len(cells) == 1 and list(rows.values()).count(gain) == 1:
            yield _finding(report, table, cells[0], total, gain)


def _gains(report: Report, table: Table) -> Iterator[tuple[str, int]]:
    """Yield (total, printed less computed) of each printed total that differs, none of totals."""
    for key, printed in report.differing_in(table):
        computed = report.value(table.key, key)
        if not table.crossing_parts(key) and isinstance(printed, int) and computed is not None:
            yield key, printed - int(number_of(computed))


def _explains(report: Report, table: Table, leaf: str, gain: int) -> bool:
    """Return whether the column is wrong too, and right with the gain in this cell."""
    column = table.column(leaf).key
    totals = [
        printed
        for key, printed in _gains(report, table)
        if table.column(key).key == column and leaf in table.leaf_parts(key)
    ]
    off = sum(column_balance(report, table, rule, column).difference for rule in table.balances)
    sign = sum(
        (leaf in _leaves(table, rule.left, column)) - (leaf in _leaves(table, rule.right, column))
        for rule in table.balances
    )
    return bool(off) and off + sign * gain == 0 and totals in ([], [gain])


def _leaves(table: Table, rows: tuple[str, ...], column: str) -> list[str]:
    return [leaf for row in rows for leaf in table.leaf_parts(cell_key(row, column))]


def _finding(report: Report, table: Table, cell: str, total: str, gain: int) -> Finding:
    value = report.value(table.key, cell)
    wanted = int(number_of(value)) + gain
    cells: tuple[CellRef, ...] = ((table.key, cell), (table.key, total))
    return Finding(
        table.sums[total].code,
        Level.ERROR,
        f"{table.cell_name(cell)}是{shown(value)}，它所在的行和列的合计都差{abs(gain)}，"
        f"这一格是{wanted}才对得上。请核对这一格；这一格无误的，再核对这一行和这一列的其他数。",
        cells=cells,
        expected=wanted,
        actual=value,
        uses=frozenset((table.key, leaf) for leaf in table.leaf_parts(total)),
    )
