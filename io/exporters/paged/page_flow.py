"""Strips of a report poured onto pages: what stays together does, the rest goes on overleaf."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from exporters.lines.placed import Mark, moved
from exporters.paged.table_pages import SPARE, TablePart


@dataclass(frozen=True)
class Strip:
    """A line of text: its marks from its own top, its height, the space before it, in points.

    The space is left out at the head of a page. A strip that `is_kept` does not end a page, a
    heading never does.
    """

    marks: tuple[Mark, ...]
    height: float
    space: float = 0.0
    is_kept: bool = False
    is_heading: bool = False

    @property
    def least(self) -> float:
        """Return the height without which it cannot begin."""
        return self.height


@dataclass(frozen=True)
class TableStrip:
    """A table, or what is left of it, and the space before it."""

    part: TablePart
    space: float = 0.0
    is_kept: bool = False

    @property
    def height(self) -> float:
        """Return the height of all of it."""
        return self.part.height

    @property
    def least(self) -> float:
        """Return the height without which it cannot begin."""
        return self.part.least

    @property
    def may_break(self) -> bool:
        """Return whether it goes on overleaf although a page could hold all of it."""
        return bool(self.part.ends)


Poured = Strip | TableStrip


class PageFlow:
    """Fills pages of one height, in points; a page's marks count from the text block's corner."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._used = 0.0
        self._pages: list[list[Mark]] = [[]]

    def pour(self, strips: Sequence[Poured]) -> tuple[tuple[Mark, ...], ...]:
        """Return the marks of each page."""
        for chain in _chains(strips):
            self._pour_chain(chain)
        return tuple(tuple(page) for page in self._pages)

    def _pour_chain(self, chain: Sequence[Poured]) -> None:
        """Pour strips that stay together; only a chain that no page can hold is torn.

        Rather than a table, it is the text before it that is left behind then.
        """
        whole = sum(strip.height + strip.space for strip in chain) - chain[0].space
        if whole > self._height + SPARE and self._is_better_parted(chain):
            self._pour_chain(chain[:-1])
            self._pour_chain(chain[-1:])
            return
        is_whole = whole <= self._height + SPARE and not _may_break(chain[-1])
        if not self._fits(whole + chain[0].space) and (is_whole or not self._fits(_least(chain))):
            self._turn()
        for strip in chain:
            self._pour_one(strip)

    def _is_better_parted(self, chain: Sequence[Poured]) -> bool:
        """Return whether the last of a chain is a table for which a page without text is enough."""
        if len(chain) < 2 or not isinstance(chain[-1], TableStrip):
            return False
        before = chain[-2]
        is_under_heading = isinstance(before, Strip) and before.is_heading
        return not is_under_heading and chain[-1].height <= self._height + SPARE

    def _pour_one(self, strip: Poured) -> None:
        if not self._fits(strip.space + strip.least):
            self._turn()
        self._used += strip.space if self._used else 0.0
        if isinstance(strip, Strip):
            self._put(strip.marks, strip.height)
        else:
            self._pour_table(strip.part)

    def _pour_table(self, part: TablePart) -> None:
        marks, height, rest = part.cut(self._height - self._used)
        self._put(marks, height)
        while rest is not None:
            self._turn()
            marks, height, rest = rest.cut(self._height)
            self._put(marks, height)

    def _put(self, marks: Iterable[Mark], height: float) -> None:
        self._pages[-1] += moved(marks, 0.0, self._used)
        self._used += height

    def _fits(self, height: float) -> bool:
        return self._used + height <= self._height + SPARE

    def _turn(self) -> None:
        if self._used:
            self._pages.append([])
            self._used = 0.0


def _may_break(strip: Poured) -> bool:
    return isinstance(strip, TableStrip) and strip.may_break


def _least(chain: Sequence[Poured]) -> float:
    """Return what must fit for a chain to begin: all of it but the most of its last strip."""
    *upper, last = chain
    return sum(strip.height + strip.space for strip in upper) + last.space + last.least


def _chains(strips: Sequence[Poured]) -> Iterator[list[Poured]]:
    chain: list[Poured] = []
    for strip in strips:
        chain.append(strip)
        if not strip.is_kept:
            yield chain
            chain = []
    if chain:
        yield chain
