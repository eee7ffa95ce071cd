"""What the list of findings shows, in which order and groups, and the same as plain text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from model.checks import Finding, Level, all_checks
from model.form.form import Form
from model.report.report import Report

ACKNOWLEDGED = "已注明情况属实"
TITLE_PLACE = "标题"
_AROUND = 8
"""Characters on each side of the words of a finding that reads like another."""


class Order(StrEnum):
    """How the findings are grouped: by how grave they are, or part by part."""

    LEVEL = "level"
    SECTION = "section"

    @property
    def label(self) -> str:
        """Return the order as the clerk reads it."""
        return {"level": "先急后缓", "section": "按部分顺序"}[self.value]


@dataclass(frozen=True)
class Entry:
    """One finding in the list with its rule, and with a reason where it was declared right."""

    finding: Finding
    place: str
    rule: str
    reason: str | None = None
    around: str = ""
    """Where two in the list read alike: what stands around the words, or which cell it is."""

    @property
    def headline(self) -> str:
        """Return the first sentence of what was found, without the table that its place names."""
        first = self._sentences()[0]
        table = f"{self.place}表格"
        return first.removeprefix(table) or first

    @property
    def advice(self) -> str:
        """Return what follows the first sentence, "" where that says all."""
        return self._sentences()[1]

    def _sentences(self) -> tuple[str, str]:
        first, stop, rest = self.finding.message.partition("。")
        # A full stop inside of quoted words ends nothing.
        while rest and first.count("「") > first.count("」"):
            more, stop, rest = rest.partition("。")
            first = f"{first}。{more}"
        return f"{first}{stop}", rest


@dataclass(frozen=True)
class Group:
    """A heading with its entries; of one level, or of no single one."""

    name: str
    entries: tuple[Entry, ...]
    level: Level | None = None

    @property
    def heading(self) -> str:
        """Return the name with the number of entries."""
        return f"{self.name}　{len(self.entries)}"


def groups(
    report: Report,
    findings: Iterable[Finding],
    acknowledged: Iterable[tuple[Finding, str]],
    order: Order,
) -> list[Group]:
    """Return the groups that are not empty; those declared right stand at the end."""
    entries = _told_apart(report, [_entry(report, finding) for finding in findings])
    found = _by_level(entries) if order is Order.LEVEL else _by_section(report.form, entries)
    declared = tuple(_entry(report, finding, reason) for finding, reason in acknowledged)
    return [group for group in (*found, Group(ACKNOWLEDGED, declared)) if group.entries]


def _entry(report: Report, finding: Finding, reason: str | None = None) -> Entry:
    return Entry(finding, place_of(report.form, finding), rule_of(report, finding), reason)


def _told_apart(report: Report, entries: list[Entry]) -> list[Entry]:
    """Return the entries, those that read alike with what tells them apart."""
    alike = Counter((entry.place, entry.headline) for entry in entries)
    return [
        replace(entry, around=_around(report, entry.finding))
        if alike[entry.place, entry.headline] > 1
        else entry
        for entry in entries
    ]


def _around(report: Report, finding: Finding) -> str:
    """Return the paragraph's number with the words around a finding's, or the name of its cell."""
    if finding.has_words and finding.section in report.sections:
        text = report.sections[finding.section]
        number = text.count("\n", 0, finding.start) + 1
        before = text[: finding.start].rpartition("\n")[2][-_AROUND:]
        after = text[finding.start : finding.start + finding.length + _AROUND].partition("\n")[0]
        return f"第{number}段「…{before}{after}…」"
    if finding.cells:
        table, key = finding.cells[0]
        return report.form.table(table).cell_name(key)
    return ""


def _by_level(entries: list[Entry]) -> list[Group]:
    return [
        Group(level.label, tuple(item for item in entries if item.finding.level is level), level)
        for level in Level
    ]


def _by_section(form: Form, entries: list[Entry]) -> list[Group]:
    """Return the findings of the title first, then part by part."""
    names = {"": TITLE_PLACE} | {section.key: section.name for section in form.sections}
    return [
        Group(name, tuple(item for item in entries if section_of(form, item.finding) == key))
        for key, name in names.items()
    ]


def section_of(form: Form, finding: Finding) -> str:
    """Return the part that a finding leads to, "" for the title at the top.

    Words come before the cells that they contradict, as in the middle.
    """
    if finding.cells and not finding.has_words:
        return form.table(finding.cells[0][0]).section
    return finding.section if finding.section in form.section_keys else ""


def place_of(form: Form, finding: Finding) -> str:
    """Return the place of a finding in short, such as 第三部分."""
    section = section_of(form, finding)
    if not section:
        return TITLE_PLACE
    name = form.section(section).name.split("、")[0]
    return f"第{name}部分" if len(name) == 1 else name


def rule_of(report: Report, finding: Finding) -> str:
    """Return the rule that a finding rests on, "" for one that no check yields.

    A rule names the papers of the report's year by the attributes of its `basis`.
    """
    rule = next((item.rule for item in all_checks() if finding.code in item.codes), "")
    return rule.format(basis=report.form.basis_of(report.year)) if "{" in rule else rule


def is_same(one: Finding, other: Finding) -> bool:
    """Return whether two findings are the same mistake, its figures perhaps changed since."""
    return (one.code, one.cells, one.section, one.quote) == (
        other.code,
        other.cells,
        other.section,
        other.quote,
    )


def counterpart(finding: Finding, others: Iterable[Finding]) -> Finding | None:
    """Return the finding that is equal, or else the nearest one on the same mistake, or None."""
    same = [other for other in others if is_same(finding, other)]
    return min(
        same, key=lambda other: (other != finding, abs(other.start - finding.start)), default=None
    )


def entry_text(entry: Entry) -> str:
    """Return one entry as a line of plain text."""
    reason = "" if entry.reason is None else f"（情况属实：{entry.reason}）"
    return f"{entry.place}：{entry.finding.message}{reason}"


def plain_text(report: Report, shown: Iterable[Group]) -> str:
    """Return all groups as numbered lines, ready to be sent to a colleague."""
    lines = [f"{report.organization}{report.title}　检查结果"]
    number = 0
    for group in shown:
        lines += ["", f"{group.name}（{len(group.entries)}）"]
        for entry in group.entries:
            number += 1
            lines.append(f"{number}. {entry_text(entry)}")
    return "\n".join(lines if number else [*lines, "", "没有发现问题。"])
