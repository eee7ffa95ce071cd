"""Keeps the fixes of text checks off figures that follow a table, where they are changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from model.checks.finding import Finding
from model.report.edits import Edit, LinksChange, TextChange
from model.report.links.carrying import carried
from model.report.links.following import links_in
from model.report.links.link import Link
from model.report.report import Report

_TOLD = "这里的数随表更新，要改请改表格。"


def without_overwriting(report: Report, finding: Finding) -> Finding:
    """Return the finding, without the edits of it that would write over a linked figure.

    It then leads to the table.
    """
    if not finding.edits or not report.links:
        return finding
    lost = tuple(link for edit in finding.edits for link in _lost(report, edit))
    if not lost:
        return finding
    choices = tuple(edit for edit in finding.choices if not any(_lost(report, edit)))
    cells = tuple(dict.fromkeys((*finding.cells, *(link.cell for link in lost))))
    message = f"{finding.message}{_TOLD}"
    return replace(finding, message=message, cells=cells, fix=None, choices=choices, is_linked=True)


def _lost(report: Report, fix: Edit) -> Iterator[Link]:
    """Yield the links that a fix would end; one that sets the links itself ends none unasked."""
    if any(isinstance(change, LinksChange) for change in fix.changes):
        return
    for change in fix.changes:
        if isinstance(change, TextChange):
            text = report.sections[change.section]
            for link in links_in(report, change.section):
                if not tuple(carried((link,), text, change.text)):
                    yield link
