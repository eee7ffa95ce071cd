"""The check on reports of different units whose texts are the same but for the name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from model.checks.finding import Finding, Level
from model.report.report import Report
from model.texts.repetition import Comparable
from model.texts.unit_names import core_of

CODE = "text-like-other-unit"
SAME_PERCENT = 95
SHORTEST_TEXT = 150
"""Letters that a text needs: short reports of quiet offices are alike by right."""

_NAME = "□"


@dataclass(frozen=True)
class OwnText:
    """What a unit wrote, without its name, and the part that a finding on it is told at."""

    organization: str
    text: str
    section: str


def like_other_units(reports: Sequence[OwnText]) -> dict[int, Finding]:
    """Return the findings by the number of their report; a report is told of once.

    Rule: 内容雷同的年度报告要追究责任 (the form's notice). Compared are the parts that are written
    anew each year, the units' own names apart; figures count.
    """
    texts = [Comparable(report.text) for report in reports]
    long_enough = [len(report.text) >= SHORTEST_TEXT for report in reports]
    found: dict[int, Finding] = {}
    for one, other in combinations(range(len(reports)), 2):
        if reports[one].organization == reports[other].organization:
            continue
        if not (long_enough[one] and long_enough[other]):
            continue
        if _are_alike(texts[one], texts[other]):
            found.setdefault(one, _finding(reports[one], reports[other]))
            found.setdefault(other, _finding(reports[other], reports[one]))
    return found


def own_text(report: Report) -> OwnText:
    """Return what a unit wrote, without its name."""
    name, core = report.organization.strip(), core_of(report.organization)
    text = "\n".join(
        report.sections[section.key] for section in report.form.sections if section.is_reused
    )
    for own in (name, core, core.removesuffix("镇").removesuffix("乡").removesuffix("街道")):
        text = text.replace(own, _NAME) if len(own) > 1 else text
    return OwnText(report.organization, text, report.form.roles.overview)


def _are_alike(one: Comparable, other: Comparable) -> bool:
    return one.shares_at_least(SAME_PERCENT, other) and other.shares_at_least(SAME_PERCENT, one)


def _finding(report: OwnText, other: OwnText) -> Finding:
    return Finding(
        CODE,
        Level.QUERY,
        f"正文和「{other.organization}」的报告除单位名称外几乎一样。请核对，改写成本单位的情况。",
        section=report.section,
        expected=report.organization,
        actual=other.organization,
    )
