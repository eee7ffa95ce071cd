"""Findings on words of a section, and the edits that put them right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.checks.finding import Finding, Level
from model.report.edits import Edit, TextChange
from model.report.report import Report
from model.report.values import Value


@dataclass(frozen=True)
class Doubt:
    """Words of a text that something is wrong with, by their places.

    `message` says what. `right` are the words that should stand there, where there is exactly one
    right fix, and None otherwise.
    """

    start: int
    end: int
    message: str
    right: str | None = None
    expected: Value = None
    actual: Value = None

    def moved(self, distance: int) -> Doubt:
        """Return the same doubt for a text in which the words stand further on."""
        return Doubt(
            self.start + distance,
            self.end + distance,
            self.message,
            self.right,
            self.expected,
            self.actual,
        )


def as_findings(
    report: Report, section: str, code: str, level: Level, doubts: Iterable[Doubt]
) -> Iterator[Finding]:
    """Yield a finding of one code for each doubt about a section's words."""
    for doubt in doubts:
        yield as_finding(report, section, code, level, doubt)


def as_finding(report: Report, section: str, code: str, level: Level, doubt: Doubt) -> Finding:
    """Return the finding that says a doubt, with its words and its fix."""
    text = report.sections[section]
    return Finding(
        code,
        level,
        doubt.message,
        section=section,
        quote=text[doubt.start : doubt.end],
        start=doubt.start,
        length=doubt.end - doubt.start,
        expected=doubt.expected,
        actual=doubt.actual,
        fix=None if doubt.right is None else _replacing(section, text, doubt, doubt.right),
    )


def _replacing(section: str, text: str, doubt: Doubt, right: str) -> Edit:
    """Return the edit that puts the right words in place of the doubted ones."""
    name = f"改为「{right}」" if right else "删去多余的字"
    return Edit(name, (TextChange(section, text[: doubt.start] + right + text[doubt.end :]),))
