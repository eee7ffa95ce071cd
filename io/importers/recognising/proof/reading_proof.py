"""What the rules of the tables prove about a reading: figures that cannot all be right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from importers.recognising.proof.import_review import Doubt, cause_behind
from importers.recognising.tables.table_read import TableRead
from model.checks import Finding, table_findings
from model.form.table import Table
from model.report.report import Report

SPLIT = "split-number"
ADVICE = "可能是读错了，也可能来源本来就是这样，请对照来源核对"


def proven_doubts(report: Report, reads: Mapping[str, TableRead] | None = None) -> Iterator[Doubt]:
    """Yield the cells on which a balance rule or two sums say that a figure is wrong.

    One doubt a finding; nothing is repaired, because the source itself may be wrong. Without what
    was read the doubts have no source row and no cause.
    """
    for finding in table_findings(report):
        table = finding.table
        if table and _proves(report.form.table(table), finding):
            key = finding.cells[0][1]
            reason = f"{finding.message.split('。')[0]}。{ADVICE}"
            doubt = Doubt(table, key, reason, code=finding.code)
            yield _with_source(doubt, finding, reads[table]) if reads else doubt


def _with_source(doubt: Doubt, finding: Finding, read: TableRead) -> Doubt:
    behind = [key for at, key in (*finding.cells, *finding.uses) if at == doubt.table]
    row = read.table.row(doubt.key).key
    cause = cause_behind(read, sorted(behind))
    return replace(doubt, source=read.sources.get(row, ()), cause=cause)


def _proves(table: Table, finding: Finding) -> bool:
    """Return whether a finding is on figures that do not fit one another.

    A printed total that differs is listed on its own; only the cell that explains it counts here.
    """
    codes = {code for rule in table.balances for code in (rule.code, rule.swap_code)}
    if finding.code in codes or finding.code == SPLIT:
        return True
    totals = {total.code for total in table.sums.values()}
    return finding.code in totals and finding.cells[0][1] not in table.sums
