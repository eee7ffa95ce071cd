"""The check on labels that a source printed otherwise than the official form."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import CellRef, Finding, Level
from model.checks.registry import table_check
from model.form.table import Table
from model.report.report import Report


@table_check("label-changed", rule="表格的行名、列名用官方格式的文字。")
def label_changed(report: Report, table: Table) -> Iterator[Finding]:
    """Yield the labels that the source printed in other words (rule: the official wording).

    The importer notes them; the width of brackets, blanks and numbering do not count.
    """
    for official, printed in report.source_labels.get(table.key, {}).items():
        cells = _cells(table, official)
        if cells:
            yield Finding(
                "label-changed",
                Level.QUERY,
                f"{table.name}的「{official}」，来源文件里印的是「{printed}」。"
                "导出时用官方格式的名称；请确认来源文件的这一项说的就是它。",
                cells=cells,
            )


def _cells(table: Table, label: str) -> tuple[CellRef, ...]:
    """Return the cells of the row, column or group that bears the label."""
    groups = {key for key, group in table.groups.items() if group.label == label}
    return tuple(
        (table.key, key)
        for key in table.keys
        if label in (table.row(key).label, table.column(key).label)
        or groups & {group.key for group in table.group_path(table.row(key).group)}
        or groups & {group.key for group in table.group_path(table.column(key).group)}
    )
