"""The check on text that repeats last year's: pieces taken into a draft, and whole sections."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Finding, Level
from model.checks.registry import section_check
from model.form.parts import Section
from model.report.report import Report, ReusedText
from model.texts.figure_clauses import clauses
from model.texts.repetition import Repetition, repetition

SHORTEST_SECTION = 50
"""Letters that a section needs: the share of a few words says nothing."""


@section_check("text-like-last-year", rule="年度报告不得照抄上年内容。")
def reused_text(report: Report, section: Section) -> Iterator[Finding]:
    """Yield the sections with text taken from last year (rule: no report repeats the last).

    Reused pieces of a draft count until they are edited or confirmed; of the sections that are
    written anew each year, the share that repeats last year's counts, from the office's limit on.
    """
    pieces = [piece for piece in report.remaining_reused() if piece.section == section.key]
    repeated = _repetition(report, section)
    if pieces:
        yield _reused_finding(report, section, pieces)
    elif repeated is not None and repeated.share >= report.office.repeated_share:
        yield _repeated_finding(section, repeated, report.office.repeated_share)


def _repetition(report: Report, section: Section) -> Repetition | None:
    """Return what repeats last year's, None where there is nothing to compare."""
    text = report.sections[section.key]
    if not section.is_reused or report.previous is None or len(text) < SHORTEST_SECTION:
        return None
    return repetition(text, report.previous.sections.get(section.key, ""))


def _repeated_finding(section: Section, repeated: Repetition, limit: int) -> Finding:
    first = repeated.repeated[0]
    return Finding(
        "text-like-last-year",
        Level.QUERY,
        f"「{section.name}」有{repeated.share}%的文字和上年报告相同，到了{limit}%就要核实，"
        f"共{len(repeated.repeated)}句。请改写成本年的情况。",
        section=section.key,
        quote=first.text,
        start=first.start,
        length=len(first.text),
    )


def _reused_finding(report: Report, section: Section, pieces: list[ReusedText]) -> Finding:
    start, first = min((_place(report, piece), piece.text) for piece in pieces)
    figures = sum(piece.is_figure for piece in pieces)
    paragraphs = len(pieces) - figures
    counts = [f"{paragraphs}段文字"] * bool(paragraphs) + [f"{figures}处数字"] * bool(figures)
    return Finding(
        "text-like-last-year",
        Level.QUERY,
        f"「{section.name}」有{'、'.join(counts)}沿用上年，尚未修改或确认。"
        "请逐处改成本年的情况；确实没有变化的，确认即可。",
        section=section.key,
        quote=first,
        start=start,
        length=len(first),
    )


def _place(report: Report, piece: ReusedText) -> int:
    """Return where the piece starts in its section, as a whole paragraph or clause."""
    text = report.sections[piece.section]
    if piece.is_figure:
        return next(start for start, clause in clauses(text) if clause == piece.text)
    before = text.split("\n")[: text.split("\n").index(piece.text)]
    return sum(len(line) + 1 for line in before)
