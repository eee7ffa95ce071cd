"""Which findings the clerk declared right (情况属实): until what they rest on changes."""

from __future__ import annotations

from dataclasses import replace

from model.checks.finding import Finding
from model.report.acknowledged import Acknowledged
from model.report.report import Report
from model.report.values import format_value
from model.texts.sentences import sentences


def reason_for(report: Report, finding: Finding) -> str | None:
    """Return why a finding was declared right, None where it was not or no longer holds.

    Rule: a declaration belongs to the code, the cells or words and their values; any change of one
    voids it, checking again does not.
    """
    if not report.acknowledged:
        return None
    wanted = described(report, finding)
    for item in report.acknowledged:
        if replace(item, reason="") == wanted:
            return item.reason
    return None


def described(report: Report, finding: Finding) -> Acknowledged:
    """Return the declaration of a finding as things stand, without a reason."""
    return Acknowledged(
        code=finding.code,
        reason="",
        cells=finding.cells,
        rests_on=tuple(
            (table, key, report.effective_value(table, key))
            for table, key in sorted(finding.rests_on)
        ),
        section=finding.section,
        quote=finding.quote,
        words=_words(report, finding),
        expected=format_value(finding.expected),
    )


def _words(report: Report, finding: Finding) -> str:
    if not finding.length:
        return "" if finding.cells else finding.message
    text = report.sections[finding.section] if finding.section else report.title
    inside = [
        sentence.text
        for sentence in sentences(text)
        if sentence.start <= finding.start < sentence.start + len(sentence.text)
    ]
    return inside[0] if inside else finding.quote
