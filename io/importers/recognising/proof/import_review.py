"""What a person should look at before an import is taken over: counts and doubtful cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from importers.recognising.figures.causes import Cause, CauseKind
from importers.recognising.tables.table_read import TableRead
from model.form.form import Form
from model.report.report import Report
from model.report.values import Value, format_value

NO_FIGURE = "来源里不是数字"


@dataclass(frozen=True)
class TableCount:
    """How the cells of one table were read; `unplaced` counts places of the source left over."""

    name: str
    cells: int
    read: int
    blank: int
    doubtful: int
    unplaced: int


@dataclass(frozen=True)
class Doubt:
    """A cell to be looked at: why, and the row of the source that it was read from.

    `cause` is what in the source this doubt hangs on, None where the cell itself is all there is.
    `code` is the check that proved the doubt, "" where none did.
    """

    table: str
    key: str
    reason: str
    source: tuple[str, ...] = ()
    cause: Cause | None = None
    code: str = ""


def find_doubts(form: Form, report: Report, reads: Mapping[str, TableRead]) -> tuple[Doubt, ...]:
    """Return the doubtful cells, in the order of the form, each once."""
    return tuple(
        doubt
        for table in form.tables
        for key in table.keys
        if (doubt := _doubt(report, reads[table.key], key)) is not None
    )


def _doubt(report: Report, read: TableRead, key: str) -> Doubt | None:
    table, row = read.table, read.table.row(key).key
    source = read.sources.get(row, ())
    value = report.value(table.key, key)
    printed = report.printed.get(table.key, {}).get(key)
    if key in table.sums:
        if printed is None:
            return None
        reason = total_reason(printed, value)
        cause = cause_behind(read, (key, *table.leaf_parts(key)))
        return Doubt(table.key, key, reason, source, cause)
    cause = read.cell_doubts.get(key) or read.doubts.get(row)
    if isinstance(value, str) and table.column(key).kind != "free":
        return Doubt(table.key, key, NO_FIGURE, source, cause)
    return Doubt(table.key, key, cause.text, source, cause) if cause else None


def total_reason(printed: Value, value: Value) -> str:
    """Return in words that a total of the source is another than the sum of its parts."""
    return f"来源印的是{format_value(printed)}，各项相加是{format_value(value) or '空白'}"


def cause_behind(read: TableRead, keys: Iterable[str]) -> Cause | None:
    """Return the first cause that puts any of these cells of a table in doubt."""
    for key in keys:
        cause = read.cell_doubts.get(key) or read.doubts.get(read.table.row(key).key)
        if cause:
            return cause
    return None


def missing_tables(form: Form, reads: Mapping[str, TableRead]) -> Iterator[Cause]:
    """Yield a cause for each table of the form of which nothing was found."""
    for table in form.tables:
        if not reads[table.key].rows:
            what = "只有表头" if reads[table.key].blocks else "没有找到，可能是图片或者已经缺失"
            text = f"{table.name}{what}，请对照原文填写"
            yield Cause(CauseKind.NO_TABLE, table.key, text)


def count_tables(
    form: Form, report: Report, reads: Mapping[str, TableRead], doubts: tuple[Doubt, ...]
) -> Iterator[TableCount]:
    """Yield for each table how many of its cells were read, are blank, doubtful or left over."""
    for table in form.tables:
        blank = sum(report.value(table.key, key) is None for key in table.keys)
        yield TableCount(
            name=table.name,
            cells=len(table.keys),
            read=len(table.keys) - blank,
            blank=blank,
            doubtful=sum(doubt.table == table.key for doubt in doubts),
            unplaced=len(reads[table.key].unplaced),
        )
