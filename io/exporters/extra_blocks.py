"""What a workbook shows beside the report only when asked: last year's figures and the findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exporters.blocks import Place
from model.checks import Finding, run_checks
from model.checks.declared import reason_for
from model.form.form import Form
from model.report.report import Previous, Report
from model.report.values import Value

MOST_NAMED = 3
"""Cells that a finding's place names; of more only the number is told."""
TITLE_PLACE = "标题"


@dataclass(frozen=True)
class ComparedFigure:
    """Last year's figure of a cell, and this year's with its place where the form still has it."""

    table: str
    name: str
    previous: Value
    current: Value = None
    place: Place | None = None
    decimals: int = 0


@dataclass(frozen=True)
class FindingLine:
    """A finding as it is read: level, place, sentence, and why it was declared right, or ""."""

    level: str
    place: str
    message: str
    reason: str


@dataclass(frozen=True)
class Extras:
    """Whose figures stand beside the report's, the figures, and the findings."""

    previous: str
    figures: tuple[ComparedFigure, ...]
    findings: tuple[FindingLine, ...]


def report_extras(report: Report) -> Extras:
    """Return last year's figures, none where no report is attached, and all findings."""
    last = report.previous
    return Extras(
        previous=_name(last) if last else "",
        figures=tuple(_figures(report, last)) if last else (),
        findings=tuple(_finding_line(report, finding) for finding in run_checks(report)),
    )


def _name(previous: Previous) -> str:
    year = f"{previous.year}年" if previous.year else ""
    return f"{previous.organization}{year}"


def _figures(report: Report, previous: Previous) -> Iterator[ComparedFigure]:
    """Yield the figures in the order of last year's form, by the names that it has for them."""
    for table in previous.form.tables:
        for key in table.keys:
            figure = ComparedFigure(
                table.name, table.cell_name(key), previous.value(table.key, key)
            )
            yield _with_current(report, table.key, key, figure)


def _with_current(report: Report, table_key: str, key: str, last: ComparedFigure) -> ComparedFigure:
    """Return the figure with this year's beside it, where this year's form has the cell."""
    table = next((table for table in report.form.tables if table.key == table_key), None)
    if table is None or key not in table.positions:
        return last
    cell = table.positions[key]
    return ComparedFigure(
        table.name,
        last.name,
        last.previous,
        report.effective_value(table_key, key),
        (cell.row, cell.column),
        table.column(key).decimals,
    )


def _finding_line(report: Report, finding: Finding) -> FindingLine:
    return FindingLine(
        level=finding.level.label,
        place=_place(report.form, finding),
        message=finding.message,
        reason=reason_for(report, finding) or "",
    )


def _place(form: Form, finding: Finding) -> str:
    if not finding.cells:
        return form.section(finding.section).name if finding.section else TITLE_PLACE
    named = [form.table(table).cell_name(key) for table, key in finding.cells[:MOST_NAMED]]
    more = f"等{len(finding.cells)}格" if len(finding.cells) > MOST_NAMED else ""
    tables = dict.fromkeys(form.table(table).name for table, _ in finding.cells)
    return f"{'、'.join(tables)}：{'、'.join(named)}{more}"
