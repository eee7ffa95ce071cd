"""The check on what is in force within one year's figures."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Finding, Level
from model.checks.registry import table_check
from model.checks.wording import gap
from model.form.parts import cell_key
from model.form.table import Table
from model.report.report import Report
from model.report.values import Value


@table_check("in-force-too-small", rule="本年制发而没有废止的文件，年末都现行有效。")
def in_force_too_small(report: Report, table: Table) -> Iterator[Finding]:
    """Yield the stocks smaller than this year's increase (rule: what was issued is in force)."""
    for key in table.inputs:
        column, row = table.column(key), table.row(key)
        if not column.add:
            continue
        added, dropped = cell_key(row.key, column.add), cell_key(row.key, column.less)
        now, plus, minus = (_count(report, table, part) for part in (key, added, dropped))
        if now is None or plus is None or minus is None or now >= plus - minus:
            continue
        yield Finding(
            "in-force-too-small",
            Level.QUERY,
            f"{table.cell_name(key)}是{now}，「{table.column_name(added)}」是{plus}、"
            f"「{table.column_name(dropped)}」是{minus}，至少应有{plus - minus}，"
            f"少了{gap(now, plus - minus)}。请核对这一行；确有其他原因的，请写明。",
            cells=((table.key, key),),
            expected=plus - minus,
            actual=now,
            uses=frozenset((table.key, part) for part in (added, dropped)),
        )


def _count(report: Report, table: Table, key: str) -> int | None:
    value: Value = report.value(table.key, key)
    return value if isinstance(value, int) else None
