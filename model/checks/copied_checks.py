"""The check on last year's text that stands in this year's report, unedited and unconfirmed."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Finding, Level
from model.checks.registry import check
from model.report import Copied, Report
from model.text_figures import clauses


@check("text-like-last-year", rule="年度报告不得照抄上年内容。")
def copied_text(report: Report) -> Iterator[Finding]:
    """Yield the sections with text copied from last year (rule: no report repeats the last)."""
    remaining = report.remaining_copied()
    for section in report.form.sections:
        pieces = [piece for piece in remaining if piece.section == section.key]
        if pieces:
            yield _copied_finding(report, section.key, pieces)


def _copied_finding(report: Report, section: str, pieces: list[Copied]) -> Finding:
    start, first = min((_place(report, piece), piece.text) for piece in pieces)
    figures = sum(piece.is_figure for piece in pieces)
    paragraphs = len(pieces) - figures
    counts = [f"{paragraphs}段文字"] * bool(paragraphs) + [f"{figures}处数字"] * bool(figures)
    return Finding(
        "text-like-last-year",
        Level.QUERY,
        f"「{report.form.section(section).name}」有{'、'.join(counts)}沿用上年，尚未修改或确认。"
        "请逐处改成本年的情况；确实没有变化的，确认即可。",
        section=section,
        quote=first,
        start=start,
        length=len(first),
    )


def _place(report: Report, piece: Copied) -> int:
    """Return where the piece starts in its section, as a whole paragraph or clause."""
    text = report.sections[piece.section]
    if piece.is_figure:
        return next(start for start, clause in clauses(text) if clause == piece.text)
    before = text.split("\n")[: text.split("\n").index(piece.text)]
    return sum(len(line) + 1 for line in before)
