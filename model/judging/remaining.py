"""What is still missing before the report can be made final, part by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.checks.finding import Finding, Level
from model.form.parts import Section
from model.judging.finding_entries import TITLE_PLACE, Entry, place_of, section_of
from model.report.report import Report

TOLD = ("cell-blank", "text-like-last-year")
"""Checks on blank cells and on copied text; both are told here by the cells and the text."""


@dataclass(frozen=True)
class Item:
    """One thing to do: in words, what kind it is, and where it leads.

    `level` is None where something is empty; `is_reused` where last year's text still stands.
    """

    section: str
    words: str
    detail: str = ""
    level: Level | None = None
    finding: Finding | None = None
    cell: tuple[str, str] | None = None
    is_reused: bool = False


@dataclass(frozen=True)
class Part:
    """One part of the report with what is to be done there; `section` is "" for the title."""

    section: str
    name: str
    items: tuple[Item, ...]


def remaining(report: Report, findings: Iterable[Finding]) -> tuple[Part, ...]:
    """Return every part in which something is left to do, in the order of the report."""
    found = [item for item in findings if item.code not in TOLD or not _is_told(report, item)]
    title = Part("", TITLE_PLACE, tuple(_doubts(report, found, "")))
    parts = [title, *(_part(report, found, section) for section in report.form.sections)]
    return tuple(part for part in parts if part.items)


def _is_told(report: Report, finding: Finding) -> bool:
    """Return whether what was found is told by the cells or by the text that is still copied."""
    copied = {piece.section for piece in report.remaining_reused()}
    return bool(finding.cells) or finding.section in copied


def _part(report: Report, findings: list[Finding], section: Section) -> Part:
    items = (*_doubts(report, findings, section.key), *_blanks(report, section))
    return Part(section.key, section.name, (*items, *_reused(report, section)))


def _doubts(report: Report, findings: list[Finding], section: str) -> Iterator[Item]:
    """Yield what was found in a part, the gravest first; hints only help, nothing waits on them."""
    here = [item for item in findings if section_of(report.form, item) == section]
    for finding in sorted(here, key=lambda item: list(Level).index(item.level)):
        words = Entry(finding, place_of(report.form, finding), "").headline
        if finding.level is Level.ERROR:
            yield Item(
                section,
                words,
                "定稿前必须改，或注明情况属实",
                Level.ERROR,
                finding,
            )
        elif finding.level is Level.QUERY:
            yield Item(section, words, "", Level.QUERY, finding)


def _blanks(report: Report, section: Section) -> Iterator[Item]:
    if section.table:
        table = report.form.table(section.table)
        blank = report.blank_inputs(table)
        if blank:
            place = (table.key, blank[0])
            yield Item(section.key, f"还空{len(blank)}格", "没有的填0", cell=place)
    elif section.key == report.form.roles.signature:
        yield from _signature(report, section)


def _signature(report: Report, section: Section) -> Iterator[Item]:
    lines = [line for line in report.sections[section.key].split("\n") if line.strip()]
    dated = [line for line in lines if line.rstrip().endswith("日")]
    if len(lines) == len(dated):
        yield Item(section.key, "没有写单位", "可以不写")
    if not dated:
        yield Item(section.key, "没有写日期", "可以不写")


def _reused(report: Report, section: Section) -> Iterator[Item]:
    count = sum(1 for piece in report.remaining_reused() if piece.section == section.key)
    if count:
        words, detail = f"{count}处文字沿用上年", "改过或确认后消失"
        yield Item(section.key, words, detail, Level.HINT, is_reused=True)
