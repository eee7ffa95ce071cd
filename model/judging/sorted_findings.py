"""The findings on the report as it stands: open ones and those declared right, by cell and part."""

from __future__ import annotations

from collections.abc import Iterable

from model.checks import CellRef, Finding, Level
from model.checks.declared import reason_for
from model.report.report import Report

WAITING = "另有{}项，改好必须改的以后再检查"
WAITING_BEHIND_QUERIES = "另有{}项，核实好表里的数以后再检查"


class SortedFindings:
    """Sorts findings into open ones and those declared right, and answers by cell and section."""

    def __init__(self, report: Report, findings: Iterable[Finding]) -> None:
        reasons = [(finding, reason_for(report, finding)) for finding in findings]
        self.open = tuple(finding for finding, reason in reasons if reason is None)
        self.acknowledged = tuple(
            (finding, reason) for finding, reason in reasons if reason is not None
        )
        self._form = report.form
        self._levels: dict[CellRef, Level] = {}
        self._messages: dict[CellRef, list[str]] = {}
        self._reasons: dict[CellRef, list[str]] = {}
        self._in_section: dict[str, tuple[Finding, ...]] = {}
        for finding in self.open:
            self._index(finding)
        for finding, reason in self.acknowledged:
            for ref in finding.cells:
                self._reasons.setdefault(ref, []).append(reason)

    def _index(self, finding: Finding) -> None:
        order = list(Level)
        for ref in finding.cells:
            known = self._levels.get(ref, finding.level)
            self._levels[ref] = min(known, finding.level, key=order.index)
            self._messages.setdefault(ref, []).append(finding.message)

    def level(self, table: str, key: str) -> Level | None:
        """Return the gravest level among the open findings on a cell, or None."""
        return self._levels.get((table, key))

    def messages(self, table: str, key: str) -> list[str]:
        """Return what the open findings say about a cell."""
        return self._messages.get((table, key), [])

    def reasons(self, table: str, key: str) -> list[str]:
        """Return why the findings on a cell were declared right."""
        return self._reasons.get((table, key), [])

    def count(self, level: Level) -> int:
        """Return how many open findings of a level there are."""
        return sum(finding.level is level for finding in self.open)

    def in_section(self, section: str) -> list[Finding]:
        """Return the open findings on a part: on its text and on its table's cells."""
        if section not in self._in_section:
            table = self._form.section(section).table
            self._in_section[section] = tuple(
                finding
                for finding in self.open
                if finding.section == section
                or (table and any(name == table for name, _ in finding.cells))
            )
        return list(self._in_section[section])


def waiting_words(findings: Iterable[Finding], count: int) -> str:
    """Return the line on what can be checked only after others are settled, "" where nothing is."""
    if not count:
        return ""
    has_errors = any(finding.level is Level.ERROR for finding in findings)
    return (WAITING if has_errors else WAITING_BEHIND_QUERIES).format(count)
