"""Making a report final, unlocking it, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from model.checks.declared import reason_for
from model.checks.finding import Finding, Level
from model.report.edits import Edit, SignOffChange
from model.report.report import Report
from model.report.sign_off_record import Final
from model.signing.code import verification_code


@dataclass(frozen=True)
class Obstacle:
    """Why a report cannot be made final: a sentence, and the finding that it rests on, or None.

    `cell` is the first cell concerned as (table, key) where there is no finding.
    """

    message: str
    finding: Finding | None = None
    cell: tuple[str, str] | None = None


def obstacles(report: Report, findings: Iterable[Finding]) -> tuple[Obstacle, ...]:
    """Return why the report cannot be made final; () where it can.

    Rule: blank cells are refused, and errors that are left need a written reason.
    """
    found: list[Obstacle] = []
    for table in report.form.tables:
        blank = report.blank_inputs(table)
        if blank:
            place = table.cell_name(blank[0])
            words = f"{table.name}还有{len(blank)}格空白（第一格是{place}）。"
            found.append(Obstacle(words, cell=(table.key, blank[0])))
    found += (
        Obstacle(f"必须改的问题还没有处理：{finding.message}", finding)
        for finding in findings
        if finding.level is Level.ERROR and reason_for(report, finding) is None
    )
    return tuple(found)


def make_final(report: Report, day: date) -> Edit:
    """Return the edit that makes the report final on a day, under the code of its content."""
    final = Final(day, verification_code(report))
    return Edit("定稿", (SignOffChange(replace(report.sign_off, final=final)),))


def unlock(report: Report) -> Edit:
    """Return the edit that lets the report be changed again; what was signed stays recorded."""
    final = report.sign_off.final
    if final is None:
        return Edit("解除定稿", ())
    unlocked = replace(report.sign_off, final=replace(final, is_unlocked=True))
    return Edit("解除定稿", (SignOffChange(unlocked),))
