"""The check on other units' names where the report's own should stand."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Finding, Level
from model.checks.registry import Reads, check
from model.report.report import Report
from model.texts.unit_kind import STREET, TOWN
from model.texts.unit_names import (
    NamedUnit,
    UnitWords,
    core_of,
    may_be_one,
    named_towns,
    signing_units,
)
from model.texts.word_lists import lines

_WORD_LISTS = ("unit_heads", "unit_doings", "no_unit_names", "unit_guests")
Place = tuple[str, NamedUnit]


@check(
    "text-other-unit",
    rule="报告写的是本单位，落款、联系方式和正文里的单位名称是本单位的。",
    silences=("text-like-last-year",),
    reads=Reads.TEXTS,
)
def other_unit(report: Report) -> Iterator[Finding]:
    """Yield the names of other units that stand for this one, each name once.

    Superiors and the unit's own offices are none; towns in the text of a town's or a street
    office's report only, as departments and counties speak of many.
    """
    if not report.organization.strip():
        return
    found: dict[str, list[Place]] = {}
    for section, unit in _named(report):
        if not may_be_one(unit.name, report.organization):
            found.setdefault(core_of(unit.name), []).append((section, unit))
    for places in found.values():
        yield _finding(report, places)
    yield from _last_years(report)


def _named(report: Report) -> Iterator[Place]:
    signature = report.form.roles.signature
    words = UnitWords(*(report.form.words[name] for name in _WORD_LISTS))
    has_towns = report.office_kind in (TOWN, STREET)
    for section, text in report.sections.items():
        if section == signature:
            yield from ((section, unit) for unit in signing_units(text))
        elif has_towns:
            for start, line in lines(text):
                for unit in named_towns(line, words):
                    yield section, NamedUnit(unit.start + start, unit.end + start, unit.name)


def _finding(report: Report, places: list[Place]) -> Finding:
    section, unit = places[0]
    several = f"，共{len(places)}处" if len(places) > 1 else ""
    return Finding(
        "text-other-unit",
        Level.QUERY,
        f"「{report.form.section(section).name}」出现「{unit.name}」{several}，"
        f"本单位是「{report.organization}」。请核对是否用了别的单位的文字。",
        section=section,
        quote=unit.name,
        start=unit.start,
        length=len(unit.name),
        expected=report.organization,
        actual=unit.name,
    )


def _last_years(report: Report) -> Iterator[Finding]:
    """Yield that last year's report is another unit's."""
    last = report.previous
    if last is not None and not may_be_one(last.organization, report.organization):
        yield Finding(
            "text-other-unit",
            Level.QUERY,
            f"附上的上年报告是「{last.organization}」的，本单位是「{report.organization}」。"
            "请核对是否附错了；单位改名、合并的，请写明。",
            expected=report.organization,
            actual=last.organization,
        )
