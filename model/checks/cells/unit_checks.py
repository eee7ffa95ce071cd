"""Checks on what a unit of its kind cannot have done."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Finding, Level
from model.checks.registry import table_check
from model.checks.wording import shown
from model.form.parts import Row
from model.form.table import Table
from model.report.report import Report
from model.report.values import Value


@table_check(
    "regulations-not-zero",
    rule="规章由国务院部门和省、设区的市、自治州的人民政府制定，其他机关这一行是0。",
    silences=("in-force-mismatch", "figure-jump"),
)
def made_by_no_such_unit(report: Report, table: Table) -> Iterator[Finding]:
    """Yield the rows that a unit of this kind cannot fill (rule: a town makes no 规章).

    The kind is judged by the unit's name; nothing is said of a kind that the name does not tell.
    """
    kind = report.office_kind
    for row in table.rows:
        if kind in row.not_made_by:
            yield from _row_findings(report, table, row)


def _row_findings(report: Report, table: Table, row: Row) -> Iterator[Finding]:
    values = {key: report.value(table.key, key) for key in table.row_keys(row.key)}
    filled = {key: value for key, value in values.items() if _is_non_zero(value)}
    if not filled:
        return
    parts = "、".join(f"{table.column_name(key)}{shown(value)}" for key, value in filled.items())
    yield Finding(
        "regulations-not-zero",
        Level.QUERY,
        f"「{table.name_of_row(row)}」这一行填了{parts}。从名称看，{report.organization}"
        f"没有{row.label}制定权，这一行一般填0。请核对是否填错了行。",
        cells=tuple((table.key, key) for key in filled),
        expected=0,
        actual=next(iter(filled.values())) if len(filled) == 1 else None,
    )


def _is_non_zero(value: Value) -> bool:
    return bool(value) and not isinstance(value, str)
