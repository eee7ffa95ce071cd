"""The check on figures that are many times those of last year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from model.checks.finding import Finding, Level
from model.checks.last_year import last_year
from model.checks.registry import table_check
from model.checks.wording import shown
from model.form.table import Table
from model.report.report import Report
from model.report.values import Value

TIMES, APART = 5, 20


@table_check("figure-jump", rule="和上年相差悬殊的数字，填报前再核对一遍。")
def figure_jump(report: Report, table: Table) -> Iterator[Finding]:
    """Yield the figures at least 5 times last year's or a fifth of them, and 20 or more apart.

    Of rows with a total that alone is compared, of outcomes and stocks nothing: they follow from
    what came and from what was issued.
    """
    last = last_year(report)
    if last is None:
        return
    for key in _compared(table):
        now, before = report.effective_value(table.key, key), last.value(table.key, key)
        if _has_jumped(now, before):
            yield Finding(
                "figure-jump",
                Level.HINT,
                f"{table.cell_name(key)}本年是{shown(now)}，上年是{shown(before)}，相差悬殊。"
                "请再核对一遍，无误的不用改。",
                cells=((table.key, key),),
                expected=before,
                actual=now,
                uses=frozenset((table.key, leaf) for leaf in table.leaf_parts(key)),
            )


def _compared(table: Table) -> Iterator[str]:
    """Yield the cells that are compared: totals of rows, or cells of rows without one."""
    for row in table.rows:
        keys = table.row_keys(row.key)
        totals = [key for key in keys if table.column(key).is_sum]
        is_on_its_own = not (row.group and any(table.balances)) and not row.previous
        if is_on_its_own:
            yield from totals or [key for key in keys if not table.column(key).add]


def _has_jumped(now: Value, before: Value) -> bool:
    if not isinstance(now, (int, Decimal)) or not isinstance(before, (int, Decimal)):
        return False
    less, more = sorted((now, before))
    return more - less >= APART and more >= TIMES * less >= 0
