"""How much of a text repeats last year's, sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from model.texts.sentences import Sentence, sentences

NEARLY = 0.9
"""Share of letters in common from which two sentences count as the same."""

SHORTEST = 8
"""Letters that a sentence needs; headings and other short lines are alike every year."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_MARKS = re.compile(r"[^\w]+")


@dataclass(frozen=True)
class Repetition:
    """The share of a text that repeats last year's, in percent, and the repeated sentences."""

    share: int
    repeated: tuple[Sentence, ...]


def repetition(text: str, last: str) -> Repetition:
    """Return what of a text repeats last year's; years, blanks and punctuation do not count.

    Figures do count: a sentence with this year's figure is new.
    """
    long_enough = [item for item in sentences(text) if len(_bare(item.text)) >= SHORTEST]
    before = frozenset(_bare(item.text) for item in sentences(last))
    repeated = tuple(item for item in long_enough if _is_repeated(_bare(item.text), before))
    whole = sum(len(item.text) for item in long_enough)
    share = sum(len(item.text) for item in repeated) * 100 // whole if whole else 0
    return Repetition(share, repeated)


class Comparable:
    """A text made ready to be compared with many others.

    `shares_at_least` says what `repetition` says, without looking at all sentences of all texts.
    """

    def __init__(self, text: str) -> None:
        found = [(_bare(item.text), len(item.text)) for item in sentences(text)]
        self._all = frozenset(bare for bare, _ in found)
        # The longest first: one that is new settles it soonest.
        long_enough = (item for item in found if len(item[0]) >= SHORTEST)
        self._long = sorted(long_enough, key=lambda item: item[1], reverse=True)
        self._whole = sum(length for _, length in self._long)
        self._by_figures: dict[tuple[str, ...], list[str]] = {}
        for bare in self._all:
            self._by_figures.setdefault(_figures(bare), []).append(bare)

    def shares_at_least(self, percent: int, last: Comparable) -> bool:
        """Return whether at least so many percent of this text repeat the other one."""
        may_be_new = self._whole * (100 - percent)
        for bare, length in self._long:
            if not last.repeats(bare):
                may_be_new -= length * 100
            if may_be_new < 0:
                return False
        return self._whole > 0 or percent <= 0

    def repeats(self, bare: str) -> bool:
        """Return whether a bare sentence stands in this text, or nearly does."""
        if bare in self._all:
            return True
        alike = self._by_figures.get(_figures(bare), ())
        return any(_is_nearly(bare, other) for other in alike)


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    return _MARKS.sub("", _YEAR.sub("", text))


@lru_cache(maxsize=4096)
def _is_repeated(bare: str, before: frozenset[str]) -> bool:
    return bare in before or any(_is_nearly(bare, other) for other in before)


@lru_cache(maxsize=65536)
def _figures(bare: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+", bare))


def _is_nearly(one: str, other: str) -> bool:
    """Return whether two sentences differ in a few letters only, none of them a figure."""
    if min(len(one), len(other)) < NEARLY * max(len(one), len(other)):
        return False
    if _figures(one) != _figures(other):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= NEARLY and matcher.ratio() >= NEARLY
