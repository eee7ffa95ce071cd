"""Shares in percent that do not fit their figures, and bare lists that do not add up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from model.texts.figures.guards import hide_names
from model.texts.figures.numbers import Figure, figures, narrow_digits
from model.texts.figures.spoken import Spoken

_HUNDRED = Decimal(100)
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class WrongShare:
    """A figure with its share by their places, the share as stated, and what it may be of."""

    start: int
    end: int
    stated: Decimal
    part: Figure
    whole: Figure


@dataclass(frozen=True)
class WrongList:
    """A whole and the bare figures that stand for its parts, by their places."""

    start: int
    end: int
    whole: Decimal
    sum: Decimal


@lru_cache(maxsize=4096)
def wrong_shares(text: str, before: str, spoken: Spoken) -> tuple[WrongShare, ...]:
    """Return the shares of a sentence that fit no figure before them in the paragraph.

    `before` is the paragraph up to the sentence. Two figures together may be the whole, too.
    """
    if "%" not in text and "％" not in text:
        return ()
    plain = narrow_digits(hide_names(text))
    earlier = list(figures(narrow_digits(hide_names(before))))
    return tuple(_wrong_shares(plain, earlier, spoken))


def _wrong_shares(text: str, earlier: list[Figure], spoken: Spoken) -> Iterator[WrongShare]:
    found = figures(text)
    for number, part in enumerate(found):
        share = spoken.words_of("share").match(text, part.end)
        wholes = _wholes(part, [*earlier, *found[:number]])
        if share and wholes and not part.is_vague:
            stated = Decimal(share["share"])
            if not any(_fits(part.value, whole, stated) for whole in _values(wholes)):
                yield WrongShare(part.start, share.end(), stated, part, wholes[-1])


def _wholes(part: Figure, before: list[Figure]) -> list[Figure]:
    """Return the figures that a part may be of: of its unit, and no smaller."""
    return [item for item in before if item.unit == part.unit and item.value >= part.value > 0]


def _values(wholes: list[Figure]) -> set[Decimal]:
    """Return the figures and what each two of them come to."""
    sums = {one.value + other.value for one, other in combinations(wholes, 2)}
    return sums.union(whole.value for whole in wholes)


def _fits(part: Decimal, whole: Decimal, stated: Decimal) -> bool:
    """Return whether a share is right to one in its last digit."""
    exponent = stated.as_tuple().exponent
    step = Decimal(1).scaleb(min(int(exponent), 0))
    return abs(part * _HUNDRED / whole - stated) <= step


@lru_cache(maxsize=4096)
def wrong_lists(text: str, spoken: Spoken) -> tuple[WrongList, ...]:
    """Return the lists of bare figures, such as 其中4、5、4, that do not come to their whole."""
    plain = narrow_digits(hide_names(text))
    return tuple(_wrong_lists(plain, spoken))


def _wrong_lists(text: str, spoken: Spoken) -> Iterator[WrongList]:
    for match in spoken.words_of("bare_list").finditer(text):
        wholes = [figure for figure in figures(text[: match.start()]) if figure.unit]
        parts = sum(map(Decimal, _NUMBER.findall(match["list"])))
        if wholes and wholes[-1].value != parts:
            yield WrongList(wholes[-1].start, match.end(), wholes[-1].value, Decimal(parts))


@lru_cache(maxsize=4096)
def figures_without_unit(text: str, spoken: Spoken) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of the counts of a sentence that lack their measure word."""
    plain = narrow_digits(hide_names(text))
    return tuple(match.span("count") for match in spoken.words_of("no_unit").finditer(plain))
