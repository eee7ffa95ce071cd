"""Findings on words of a section, and the edits that put them right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.checks.finding import Finding, Level
from model.report.edits import Edit, TextChange
from model.report.report import Report
from model.report.values import Value


@dataclass(frozen=True)
class FlaggedWords:
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

    def moved(self, distance: int) -> FlaggedWords:
        """Return the same words for a text in which the words stand further on."""
        return FlaggedWords(
            self.start + distance,
            self.end + distance,
            self.message,
            self.right,
            self.expected,
            self.actual,
        )


def as_findings(
    report: Report, section: str, code: str, level: Level, found: Iterable[FlaggedWords]
) -> Iterator[Finding]:
    """Yield a finding of one code for each place in a section's text where words are flagged."""
    for flagged in found:
        yield as_finding(report, section, code, level, flagged)


def as_finding(
    report: Report, section: str, code: str, level: Level, flagged: FlaggedWords
) -> Finding:
    """Return the finding on words of a section, with their fix."""
    text = report.sections[section]
    return Finding(
        code,
        level,
        flagged.message,
        section=section,
        quote=text[flagged.start : flagged.end],
        start=flagged.start,
        length=flagged.end - flagged.start,
        expected=flagged.expected,
        actual=flagged.actual,
        fix=None if flagged.right is None else _replacing(section, text, flagged, flagged.right),
    )


def _replacing(section: str, text: str, flagged: FlaggedWords, right: str) -> Edit:
    """Return the edit that puts the right words in place of the flagged ones."""
    name = f"改为「{right}」" if right else "删去多余的字"
    return Edit(name, (TextChange(section, text[: flagged.start] + right + text[flagged.end :]),))
