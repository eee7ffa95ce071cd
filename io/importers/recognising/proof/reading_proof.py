"""What the rules of the tables prove about a reading: figures that cannot all be right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from importers.recognising.proof.import_review import Doubt, cause_behind
from importers.recognising.tables.table_read import TableRead
from model.checks import Finding, table_findings
from model.form.table import Table
from model.report.report import Report

SPLIT = "split-number"
ADVICE = "可能是读错了，也可能来源本来就是这样，请对照来源核对"


def proven_doubts(report: Report, reads: Mapping[str, TableRead]) -> Iterator[Doubt]:
    """Yield the cells on which a balance rule or two sums say that a figure is wrong.

    One doubt a finding; nothing is repaired, because the source itself may be wrong.
    """
    for finding in table_findings(report):
        table = finding.table
        if table and _proves(report.form.table(table), finding):
            key = finding.cells[0][1]
            row = report.form.table(table).row(key).key
            reason = f"{finding.message.split('。')[0]}。{ADVICE}"
            behind = [cell for at, cell in (*finding.cells, *finding.uses) if at == table]
            cause = cause_behind(reads[table], sorted(behind))
            yield Doubt(table, key, reason, reads[table].sources.get(row, ()), cause)


def _proves(table: Table, finding: Finding) -> bool:
    """Return whether a finding is on figures that do not fit one another.

    A printed total that differs is listed on its own; only the cell that explains it counts here.
    """
    codes = {code for rule in table.balances for code in (rule.code, rule.swap_code)}
    if finding.code in codes or finding.code == SPLIT:
        return True
    totals = {total.code for total in table.sums.values()}
    return finding.code in totals and finding.cells[0][1] not in table.sums
