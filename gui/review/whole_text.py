"""All that was read of a source, as plain text in the order of the form."""

from __future__ import annotations

from collections.abc import Iterator

from model.form.table import Table
from model.report.report import Report
from model.report.values import format_value

BLANK = "空"


def whole_text(report: Report) -> str:
    """Return the title, the texts, and the tables row by row, as they were read."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    tables = {table.section: table for table in report.form.tables}
    yield f"{report.organization}{report.title}"
    for section in report.form.sections:
        yield ""
        yield f"【{section.short}】"
        if section.key in tables:
            yield from _rows(report, tables[section.key])
        yield report.sections[section.key] or ("" if section.key in tables else "没有读到")


def _rows(report: Report, table: Table) -> Iterator[str]:
    for row in table.rows:
        texts = [
            f"{table.column(key).label} {format_value(report.value(table.key, key)) or BLANK}"
            for key in table.row_keys(row.key)
        ]
        yield f"{row.label}：{' ｜ '.join(texts)}"
