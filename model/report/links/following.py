"""Holds the texts to the tables: a linked figure says what its cell says, or is told of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from model.report.links.carrying import carried
from model.report.links.link import Link, Lost, apart, in_order, rendered, stands_alone
from model.report.report import Report, ReusedText
from model.texts.figure_clauses import clauses


@dataclass(frozen=True)
class Before:
    """The texts, the links and last year's pieces as they were before an edit."""

    sections: dict[str, str]
    links: tuple[Link, ...]
    reused: tuple[ReusedText, ...]


@dataclass(frozen=True)
class Followed:
    """What an edit brought about: sections whose figures were written anew, and links lost."""

    sections: frozenset[str] = frozenset()
    lost: tuple[Lost, ...] = ()


def before_edit(report: Report) -> Before:
    """Return what must be known of a report before an edit."""
    return Before(dict(report.sections), report.links, report.reused)


def carry_over(report: Report, section: str, old: str) -> None:
    """Move the links of a section whose text was changed to where their figures stand now."""
    if report.links:
        here = carried(links_in(report, section), old, report.sections[section])
        others = [link for link in report.links if link.section != section]
        report.links = in_order([*others, *here], tuple(report.sections))


def links_in(report: Report, section: str) -> tuple[Link, ...]:
    """Return the links of a section, in their order."""
    return tuple(link for link in report.links if link.section == section)


def follow(report: Report, before: Before, *, is_set: bool) -> Followed:
    """Write every linked figure anew where its cell says something else, and drop what fits not.

    A paragraph or clause of last year that changes only by such a figure is still last year's.
    Where the edit set the links itself (`is_set`), those that it took away are not lost.
    """
    if not report.links and not before.links:
        return Followed()
    wanted = report.links if is_set else before.links
    texts = dict(report.sections) if is_set else before.sections
    report.links = tuple(_apart_as_written(report))
    written = {section for section in report.sections if _write(report, section)}
    return Followed(frozenset(written), tuple(_lost(report, wanted, texts)))


def fitting(report: Report) -> tuple[Link, ...]:
    """Return those links of a report whose place holds the figure of their cell, and no more."""
    return tuple(
        apart(
            link
            for link in _sound(report)
            if link.words(report.sections[link.section]) == figure_of(report, link)
        )
    )


def figure_of(report: Report, link: Link) -> str:
    """Return what a link's cell says, as it is written in a text."""
    return rendered(report.effective_value(link.table, link.key))


def _sound(report: Report) -> Iterator[Link]:
    """Yield the links that have a place and a cell, and make no other number with what is beside.

    In the order of the report.
    """
    for link in in_order(report.links, tuple(report.sections)):
        text = report.sections[link.section]
        is_in = 0 <= link.start < link.end <= len(text)
        if is_in and link.cell in report.form.cells and stands_alone(text, link.start, link.end):
            yield link


def _apart_as_written(report: Report) -> Iterator[Link]:
    """Yield the links that have a place now, and once all figures are written as their cells are.

    Two blanks side by side may become one number when they are filled; the later one then ends.
    """
    links = tuple(apart(_sound(report)))
    for section in report.sections:
        here = [link for link in links if link.section == section]
        while here:
            text, moved = _written(report, section, here)
            glued = [not stands_alone(text, one.start, one.end) for one in moved]
            if not any(glued):
                break
            del here[len(glued) - 1 - glued[::-1].index(True)]
        yield from here


def _written(report: Report, section: str, links: Iterable[Link]) -> tuple[str, list[Link]]:
    """Return a section's text with the figures of its cells, and its links at their new places."""
    text, shift = report.sections[section], 0
    moved = []
    for link in links:
        now, figure = replace(link, start=link.start + shift), figure_of(report, link)
        text = text[: now.start] + figure + text[now.end :]
        moved.append(replace(now, length=len(figure)))
        shift += len(figure) - link.length
    return text, moved


def _write(report: Report, section: str) -> bool:
    """Write the figures of one section as their cells are; return whether any changed."""
    old = report.sections[section]
    text, moved = _written(report, section, links_in(report, section))
    if text == old:
        return False
    report.reused = tuple(_reused(report.reused, section, old, text))
    report.sections[section] = text
    others = [link for link in report.links if link.section != section]
    report.links = in_order([*others, *moved], tuple(report.sections))
    return True


def _reused(pieces: Iterable[ReusedText], section: str, old: str, new: str) -> Iterator[ReusedText]:
    """Yield the pieces of last year as they stand after figures were written anew."""
    changed = _changed(old.split("\n"), new.split("\n"))
    changed |= _changed([words for _, words in clauses(old)], [words for _, words in clauses(new)])
    kept = {*new.split("\n"), *(words for _, words in clauses(new))}
    for piece in pieces:
        after = changed.get(piece.text) if piece.section == section else None
        if after is None or piece.text in kept:
            yield piece
        if after is not None:
            yield replace(piece, text=after)


def _changed(old: list[str], new: list[str]) -> dict[str, str]:
    """Return what became of each line or clause.

    Of clauses nothing where a text typed in a cell, such as 三、四, made one more or one less.
    """
    if len(old) != len(new):
        return {}
    return {one: two for one, two in zip(old, new, strict=True) if one != two}


def _lost(report: Report, wanted: Iterable[Link], texts: Mapping[str, str]) -> Iterator[Lost]:
    """Yield the links that are no more: fewer than wanted now lead from a part to a cell."""
    left = [(link.section, link.cell) for link in report.links]
    for link in wanted:
        place = (link.section, link.cell)
        if place in left:
            left.remove(place)
        else:
            yield Lost(link, link.words(texts.get(link.section, "")))
