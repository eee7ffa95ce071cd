"""The official sub-headings of a part: which stand in its text, and the edit that adds one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from model.form.form import Form
from model.form.parts import Section
from model.report.edits import Edit
from model.report.links.linking import Replacement, replacing
from model.report.report import Report
from model.texts.overview_parts import PartWords, headed_parts, missing_overview_parts

_NUMERALS = "一二三四五六七八九十"
_NUMBERED = re.compile(rf"^[ \t\u3000]*（([{_NUMERALS}])）", re.MULTILINE)


@dataclass(frozen=True)
class SubHeading:
    """An official sub-heading: whether it stands in the text, and whether its matter does."""

    name: str
    stands: bool
    is_written: bool


def sub_headings(report: Report, section: Section) -> tuple[SubHeading, ...]:
    """Return the official sub-headings of a part, in their order."""
    text, parts = report.sections[section.key], _parts(report.form, section)
    headed = headed_parts(text, parts)
    missing = missing_overview_parts(text, parts)
    return tuple(
        SubHeading(name, number in headed, number not in missing)
        for number, name in enumerate(section.headings)
    )


def _parts(form: Form, section: Section) -> tuple[PartWords, ...]:
    """Return how the official sub-headings of a part are known: by the words of the checks, too."""
    names = form.words.get("overview_parts", ())
    if section.key == form.roles.overview and len(names) == len(section.headings):
        words = form.words
        return tuple(
            PartWords(words[f"heads_{name}"], words[f"names_{name}"], words[f"part_{name}"])
            for name in names
        )
    return tuple(
        PartWords((re.escape(name),), (re.escape(name),), (re.escape(name),))
        for name in section.headings
    )


@dataclass(frozen=True)
class Added:
    """The edit that adds a sub-heading, and where one goes on writing behind it."""

    edit: Edit
    cursor: int


def add_sub_heading(report: Report, section: Section, name: str) -> Added:
    """Return the edit that puts a sub-heading in its place, with the number that is due there.

    Before the first of those that follow it, else at the end. Later numbers move on where they
    would come twice.
    """
    text, number = report.sections[section.key], section.headings.index(name)
    headed = headed_parts(text, _parts(report.form, section))
    later = [start for place, (start, _) in headed.items() if place > number]
    at = min(later, default=len(text))
    due = _due(text, at, number)
    words = f"（{_NUMERALS[due]}）{name}{_end(text, headed)}"
    lead = "" if later or not text or text.endswith("\n") else "\n"
    tail = "\n" if later else ""
    items = [Replacement(at, at, f"{lead}{words}{tail}"), *_moved_on(text, at, due)]
    edit = Edit(f"加上小标题「{name}」", replacing(report, section.key, items))
    return Added(edit, at + len(lead) + len(words))


def _due(text: str, at: int, number: int) -> int:
    """Return the number, from 0, that is due at a place; that of the form where none stands."""
    given = [(match.start(), _NUMERALS.index(match[1])) for match in _NUMBERED.finditer(text)]
    before = [numeral for start, numeral in given if start < at]
    if not given:
        return number
    return min(before[-1] + 1 if before else 0, len(_NUMERALS) - 1)


def _end(text: str, headed: dict[int, tuple[int, int]]) -> str:
    """Return how sub-headings end here: bare, if those that stand are lines of their own."""
    ends = [end for _, end in headed.values()]
    bare = [end for end in ends if text[end : end + 1] in ("", "\n")]
    return "" if len(bare) * 2 > len(ends) else "。"


def _moved_on(text: str, at: int, last: int) -> Iterator[Replacement]:
    """Yield the later numbers that would come twice, moved on by as much as is needed."""
    for match in _NUMBERED.finditer(text, at):
        own = _NUMERALS.index(match[1])
        last = max(own, last + 1)
        if last >= len(_NUMERALS):
            return
        if last != own:
            yield Replacement(match.start(1), match.end(1), _NUMERALS[last])
