"""Words found everywhere in a report, and the edit that puts others in their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.report.edits import Change, Edit, FigureSourceChange, IdentityChange
from model.report.figure_sources import place_name
from model.report.links.linking import Replacement, link_at, replacing_in
from model.report.report import Report
from model.texts.finding import places

AROUND = 12
"""Characters that are shown on each side of words that were found."""

UNIT, TITLE = "单位", "标题"


@dataclass(frozen=True)
class Place:
    """Where words were found: a section, the note on a row's or cell's figures, unit or title.

    `name` is what the clerk calls it.
    """

    name: str
    section: str = ""
    table: str = ""
    key: str = ""


@dataclass(frozen=True)
class Hit:
    """Words that were found: in code points of their place, with what stands around them.

    `is_linked` ones are, or touch, a figure that follows a table, and stay as they are.
    """

    place: Place
    start: int
    words: str
    before: str
    after: str
    is_linked: bool = False

    @property
    def end(self) -> int:
        """Return the place behind the words."""
        return self.start + len(self.words)


def search(report: Report, wanted: str, *, is_width_equal: bool = True) -> tuple[Hit, ...]:
    """Return all words that were found, in the order of the report."""
    return tuple(
        _hit(report, place, text, start, len(wanted))
        for place, text in _texts(report)
        for start in places(text, wanted, is_width_equal=is_width_equal)
    )


def _texts(report: Report) -> Iterator[tuple[Place, str]]:
    yield Place(UNIT), report.organization
    yield Place(TITLE), report.title
    for section in report.form.sections:
        yield Place(section.name, section=section.key), report.sections[section.key]
        if section.table:
            table = report.form.table(section.table)
            for key, note in report.figure_sources.get(table.key, {}).items():
                name = f"{place_name(table, key)}的数字来源"
                yield Place(name, table=table.key, key=key), note


def _hit(report: Report, place: Place, text: str, start: int, length: int) -> Hit:
    end = start + length
    before = text[max(0, start - AROUND) : start].rpartition("\n")[2]
    after = text[end : end + AROUND].partition("\n")[0]
    is_linked = _is_linked(report, place, start, end)
    return Hit(place, start, text[start:end], before, after, is_linked)


def _is_linked(report: Report, place: Place, start: int, end: int) -> bool:
    link = link_at(report, place.section, start, end) if place.section else None
    return link is not None and link.start < end and start < link.end


def replace_words(report: Report, hits: Iterable[Hit], words: str) -> Edit:
    """Return the edit that puts words in place of those that were found, as one step.

    Figures that follow a table stay: they are changed in the table.
    """
    hits = [hit for hit in hits if not hit.is_linked]
    by_section: dict[str, list[Replacement]] = {}
    for hit in hits:
        if hit.place.section:
            item = Replacement(hit.start, hit.end, words)
            by_section.setdefault(hit.place.section, []).append(item)
    changes: list[Change] = list(replacing_in(report, by_section))
    changes += _identity(report, hits, words)
    changes += _notes(report, hits, words)
    name = f"替换「{hits[0].words}」（{len(hits)}处）" if hits else ""
    return Edit(name, tuple(changes))


def _identity(report: Report, hits: Iterable[Hit], words: str) -> Iterator[Change]:
    unit = _with(report.organization, [hit for hit in hits if hit.place.name == UNIT], words)
    title = _with(report.title, [hit for hit in hits if hit.place.name == TITLE], words)
    if (unit, title) != (report.organization, report.title):
        yield IdentityChange(unit, report.year, title)


def _notes(report: Report, hits: Iterable[Hit], words: str) -> Iterator[Change]:
    by_note: dict[Place, list[Hit]] = {}
    for hit in hits:
        if hit.place.table:
            by_note.setdefault(hit.place, []).append(hit)
    for place, here in by_note.items():
        note = _with(report.figure_sources[place.table][place.key], here, words)
        yield FigureSourceChange(place.table, place.key, note)


def _with(text: str, hits: Iterable[Hit], words: str) -> str:
    for hit in sorted(hits, key=lambda hit: -hit.start):
        text = text[: hit.start] + words + text[hit.end :]
    return text
