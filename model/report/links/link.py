"""A figure in a text that follows a cell, and how a cell's figure is written in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from model.report.values import Value, format_value

UNFILLED = "＿＿"
"""What stands for a blank cell, as in the frames that a clerk starts from; 0 stands only for 0."""

_DIGIT = "0-9０-９"
_GLUED_BEFORE = re.compile(rf"(?:[{_DIGIT}]|[{_DIGIT}][.．,]|[-−－])$")
_GLUED_AFTER = re.compile(rf"[.．,]?[{_DIGIT}]")


@dataclass(frozen=True)
class Link:
    """The place of a figure in a section's text, in code points, and the cell that it follows."""

    section: str
    start: int
    length: int
    table: str
    key: str

    @property
    def end(self) -> int:
        """Return the place behind the figure."""
        return self.start + self.length

    @property
    def cell(self) -> tuple[str, str]:
        """Return the cell as (table key, value key)."""
        return self.table, self.key

    def words(self, text: str) -> str:
        """Return what stands at its place in the text of its section."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class Lost:
    """A link that is gone, with the words that stood at its place."""

    link: Link
    words: str


def rendered(value: Value) -> str:
    """Return a cell's figure as it is written in a text: as the table prints it, in one line."""
    return " ".join(format_value(value).split()) or UNFILLED


def stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether the words of a range make no other number with what stands beside them."""
    return not (
        _GLUED_BEFORE.search(text, max(0, start - 2), start) or _GLUED_AFTER.match(text, end)
    )


def in_order(links: Iterable[Link], sections: Sequence[str]) -> tuple[Link, ...]:
    """Return links in the order of the report; of sections that it lacks, none."""
    place = {section: number for number, section in enumerate(sections)}
    known = (link for link in links if link.section in place)
    return tuple(sorted(known, key=lambda link: (place[link.section], link.start, link.end)))


def apart(links: Iterable[Link]) -> Iterator[Link]:
    """Yield those of ordered links that do not lie upon one before them."""
    last: Link | None = None
    for link in links:
        if last is None or last.section != link.section or last.end <= link.start:
            last = link
            yield link
