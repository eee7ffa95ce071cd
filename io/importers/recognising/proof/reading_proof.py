"""What the rules of the tables prove about a reading: figures that cannot all be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from importers.recognising.proof.import_review import Doubt, cause_behind
from importers.recognising.tables.table_read import TableRead
from model.checks import CellRef, Finding, table_findings
from model.form.table import Table
from model.report.balances import ColumnBalance, column_balances
from model.report.report import Report

SPLIT = "split-number"
ADVICE = "可能是读错了，也可能来源本来就是这样，请对照来源核对"


def proven_doubts(report: Report, reads: Mapping[str, TableRead] | None = None) -> Iterator[Doubt]:
    """Yield the cells on which a balance rule or two sums say that a figure is wrong.

    One doubt a finding; nothing is repaired, because the source itself may be wrong. Without what
    was read the doubts have no source row and no cause.
    """
    for doubt, behind in _proven(report):
        read = reads[doubt.table] if reads else None
        yield doubt if read is None else _with_source(doubt, behind, read)


def _proven(report: Report) -> Iterator[tuple[Doubt, list[str]]]:
    """Yield each doubt with the cells of its table that play a part in it."""
    told: set[CellRef] = set()
    for finding in table_findings(report):
        table = finding.table
        if table and _proves(report.form.table(table), finding):
            if finding.code not in _codes_of_totals(report.form.table(table)):
                told.update(finding.cells)
            reason = f"{finding.message.split('。')[0]}。{ADVICE}"
            doubt = Doubt(table, finding.cells[0][1], reason, code=finding.code)
            yield doubt, [key for at, key in (*finding.cells, *finding.uses) if at == table]
    for column in _silent_columns(report, told):
        keys = [leaf for key in column.keys for leaf in column.table.leaf_parts(key)]
        reason = f"{_sentence(column)}。{ADVICE}"
        yield Doubt(column.table.key, column.keys[0], reason, code=column.rule.code), keys


def _with_source(doubt: Doubt, behind: Iterable[str], read: TableRead) -> Doubt:
    """Return a doubt with its source row, and the cause behind any of the cells."""
    source = read.sources.get(read.table.row(doubt.key).key, ())
    return replace(doubt, source=source, cause=cause_behind(read, sorted(behind)))


def _silent_columns(report: Report, told: AbstractSet[CellRef]) -> Iterator[ColumnBalance]:
    """Yield the columns out of balance that no finding is on.

    The check waits for blanks to be filled, and for text in a cell to be made a figure. A source is
    complete, so a figure that was read in another column shows here all the same. The totals are
    accused only where no other column is.
    """
    for table in report.form.tables:
        for rule in table.balances:
            for column in _accused(column_balances(report, table, rule)):
                cells = {(table.key, key) for key in column.keys}
                if not cells & told and _is_begun(report, column):
                    yield column


def _accused(columns: Iterable[ColumnBalance]) -> list[ColumnBalance]:
    """Return the columns out of balance, those of totals only where there is no other."""
    off = [column for column in columns if column.difference]
    return [column for column in off if not column.column.is_sum] or off


def _is_begun(report: Report, column: ColumnBalance) -> bool:
    """Return whether a column holds more than last year handed on, which stands in new drafts."""
    table = column.table
    return any(
        report.effective_value(table.key, key) is not None
        for key in column.keys
        if not table.row(key).previous
    )


def _sentence(column: ColumnBalance) -> str:
    """Return both sides of a column as 收（一＋二）＝5，办（三＋四）＝4."""
    rule = column.rule
    return (
        f"{column.table.name}「{column.name}」列不平：{rule.left_name}＝{column.left}，"
        f"{rule.right_name}＝{column.right}，{column.words}，空白和不是数字的按0计"
    )


def _codes_of_totals(table: Table) -> set[str]:
    return {total.code for total in table.sums.values()}


def _proves(table: Table, finding: Finding) -> bool:
    """Return whether a finding is on figures that do not fit one another.

    A printed total that differs is listed on its own; only the cell that explains it counts here.
    """
    codes = {code for rule in table.balances for code in (rule.code, rule.swap_code)}
    if finding.code in codes or finding.code == SPLIT:
        return True
    return finding.code in _codes_of_totals(table) and finding.cells[0][1] not in table.sums
