"""Years that are right or wrong by the report's own, and years that lost their 年.

They are compared with, or something is carried from or to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from model.texts.sentences import sentences
from model.texts.width import narrow
from model.texts.years.named_years import kept_places

Words = tuple[str, ...]
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_BARE = r"(?<![\d.〔\[(（/\-—–~至])(?P<year>20\d{2})"
_NEAR = 3
"""Years that a slip may lie from the report's; those further off are meant."""

COMPARED, CARRIED_FROM, CARRIED_TO, BARE = "compared", "from", "to", "bare"


@dataclass(frozen=True)
class RelativeWords:
    """Patterns with □ for the year: compared with, carried from, carried to.

    `after_bare` is what follows a year that lost its 年.
    """

    compared: Words
    carried_from: Words
    carried_to: Words
    after_bare: Words


@dataclass(frozen=True)
class RelativeYear:
    """A year that does not fit, by its place; what is wrong; and the year that should stand."""

    start: int
    end: int
    kind: str
    expected: int


@lru_cache(maxsize=4096)
def wrong_relative_years(
    line: str, report_year: int, words: RelativeWords
) -> tuple[RelativeYear, ...]:
    """Return the years of a line that are compared with or carried from or to wrongly.

    Years in titles, document numbers and addresses are left out.
    """
    if "20" not in narrow(line):
        return ()
    kept = kept_places(line)
    found = (*_carried(line, report_year, words), *_compared(line, report_year, words))
    found += tuple(_bare(line, report_year, words.after_bare))
    return tuple(
        item for item in found if not any(start <= item.start < end for start, end in kept)
    )


def _places(line: str, patterns: Words) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        yield from re.finditer(pattern.replace("□", _YEAR), narrow(line))


def _carried(line: str, year: int, words: RelativeWords) -> tuple[RelativeYear, ...]:
    found = []
    for match in _places(line, words.carried_from):
        value = int(match["year"])
        if value not in (year - 1, year) and abs(value - year) <= _NEAR:
            found.append(RelativeYear(*match.span("year"), CARRIED_FROM, year - 1))
    for match in _places(line, words.carried_to):
        value = int(match["year"])
        is_last_years = value == year and _is_of_last_year(line, match.start(), year)
        if value != year + 1 and not is_last_years and abs(value - year) <= _NEAR:
            found.append(RelativeYear(*match.span("year"), CARRIED_TO, year + 1))
    return tuple(found)


def _is_of_last_year(line: str, place: int, year: int) -> bool:
    """Return whether what is carried into the report's year is said to be last year's."""
    clause = re.split("[，。；,;]", line[:place])[-1]
    return bool(re.search(rf"上年|去年|上一年|{year - 1}年", narrow(clause)))


def _compared(line: str, year: int, words: RelativeWords) -> tuple[RelativeYear, ...]:
    """Return the years compared with that are this year or the last but one.

    A sentence that names further years compares by intent.
    """
    found = []
    for sentence in sentences(line):
        named = {int(value) for value in re.findall(r"(20\d{2})\s*年", narrow(sentence.text))}
        for match in _places(sentence.text, words.compared):
            value = int(match["year"])
            if value in (year - 2, year) and not named - {value, year}:
                start, end = match.span("year")
                start, end = start + sentence.start, end + sentence.start
                found.append(RelativeYear(start, end, COMPARED, year - 1))
    return tuple(found)


def _bare(line: str, year: int, after: Words) -> Iterator[RelativeYear]:
    """Yield the years near the report's that lost their 年."""
    for match in re.finditer(rf"{_BARE}(?={'|'.join(after)})", narrow(line)):
        if abs(int(match["year"]) - year) <= _NEAR:
            yield RelativeYear(*match.span("year"), BARE, int(match["year"]))
