"""Where the figures that follow the tables stand once the text around them was changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from model.report.links.link import Link

_PIECE = re.compile(r"[^，。；：、！？!?;:（）()\n]+|[，。；：、！？!?;:（）()\n]")
_SURE = 6
"""Characters that must be the same in a row, where a text was changed in several places, before a
figure in them is taken for the one that stood there."""


@dataclass(frozen=True)
class Run:
    """Characters that are the same in two texts: where they begin in each, and how many."""

    before: int
    after: int
    length: int


def carried(links: Iterable[Link], old: str, new: str) -> Iterator[Link]:
    """Yield the links of one section's old text that still stand in the new one, at their place.

    A link is gone where any of its characters was touched. What was typed, pasted or taken out at
    one place is found exactly; where several places changed at once, by whole clauses.
    """
    links = tuple(links)
    if old == new:
        yield from links
        return
    head, tail = _ends(old, new)
    runs: tuple[Run, ...] = (head, tail)
    if any(not _in_runs(link, runs) for link in links):
        runs = (head, *_inside(old, new, head.length, tail.length), tail)
    for link in links:
        run = _in_runs(link, runs)
        if run is not None:
            yield replace(link, start=link.start - run.before + run.after)


def _in_runs(link: Link, runs: Iterable[Run]) -> Run | None:
    return next(
        (r for r in runs if r.before <= link.start and link.end <= r.before + r.length), None
    )


def _ends(old: str, new: str) -> tuple[Run, Run]:
    """Return what two texts have in common at their beginning and at their end."""
    start = same(old, new)
    end = same(old[start:][::-1], new[start:][::-1])
    return Run(0, 0, start), Run(len(old) - end, len(new) - end, end)


def _inside(old: str, new: str, head: int, tail: int) -> Iterator[Run]:
    """Yield what is the same, clause by clause, between the common beginning and end."""
    # The whole clause in which the first change lies is looked at, and that of the last.
    ours = _pieces(old, head, len(old) - tail)
    theirs = _pieces(new, head, len(new) - tail)
    matcher = SequenceMatcher(None, [w for _, w in ours], [w for _, w in theirs], autojunk=False)
    for kind, i, i_end, j, j_end in matcher.get_opcodes():
        if kind == "equal":
            length = sum(len(words) for _, words in ours[i:i_end])
            if length >= _SURE:
                yield Run(ours[i][0], theirs[j][0], length)
        elif kind == "replace" and i_end - i == j_end - j:
            pairs = zip(ours[i:i_end], theirs[j:j_end], strict=True)
            for (start, words), (place, other) in pairs:
                yield from _in_clause(start, words, place, other)


def _in_clause(start: int, words: str, place: int, other: str) -> Iterator[Run]:
    for run in _ends(words, other):
        if run.length >= _SURE:
            yield Run(start + run.before, place + run.after, run.length)


def _pieces(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Return the clauses and marks that a range of a text touches, each with its place."""
    found = ((match.start(), match.end(), match[0]) for match in _PIECE.finditer(text))
    return [(first, words) for first, last, words in found if last > start and first < end]


def same(one: str, other: str) -> int:
    """Return how many first characters two texts share."""
    limit = min(len(one), len(other))
    return next((place for place in range(limit) if one[place] != other[place]), limit)
