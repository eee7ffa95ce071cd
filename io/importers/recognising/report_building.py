"""The report made of what was read: values by key, printed totals that differ, and identity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from importers.recognising.tables.table_read import TableRead
from importers.recognising.texts.title_finder import Title
from model.form.form import Form
from model.form.table import Table
from model.report.report import Report
from model.report.values import Value, parse_value


def build_report(
    form: Form,
    title: Title | None,
    sections: Mapping[str, Sequence[str]],
    reads: Mapping[str, TableRead],
) -> Report:
    """Return the report of what was read by table key, and the lines of each section.

    Its totals are computed; what the source printed in their places is kept where it differs.
    """
    values = {table.key: _values(table, reads[table.key]) for table in form.tables}
    printed = {table.key: _printed(table, values[table.key]) for table in form.tables}
    report = Report(
        form=form,
        organization=title.unit if title else "",
        year=title.year if title else None,
        title=title.title if title else "",
        sections={key: "\n".join(lines) for key, lines in sections.items()},
        tables=values,
        printed=printed,
        source_labels={
            key: dict(read.changed_labels) for key, read in reads.items() if read.changed_labels
        },
    )
    report.printed = report.kept_printed()
    return report


def _values(table: Table, read: TableRead) -> dict[str, Value]:
    return {key: parse_value(read.texts.get(key, ""), table.column(key).kind) for key in table.keys}


def _printed(table: Table, values: Mapping[str, Value]) -> dict[str, Value]:
    """Return the totals that the source prints, blank ones left out."""
    return {key: value for key in table.sums if (value := values[key]) is not None}
