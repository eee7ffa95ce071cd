"""The year that the texts of a report speak of, whatever its title says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from model.texts.word_lists import lines
from model.texts.years.named_periods import named_periods
from model.texts.years.named_years import named_years

_LEAST_NAMED = 4


def year_in_texts(sections: Mapping[str, str], titled: int | None) -> int | None:
    """Return the year that the texts agree on where the title's year is the slip, else None.

    They agree when the period is that year's from the first to the last day, and they name it
    several times, more often than any other year and the title's never or hardly ever.
    """
    named = sum((_named(text) for text in sections.values()), Counter[int]())
    years = {year for text in sections.values() for year in _whole_years(text)}
    if len(years) != 1:
        return None
    year = years.pop()
    if titled is not None and named[titled] * 3 > named[year]:
        return None
    is_most = named[year] == max(named.values(), default=0) and named[year] >= _LEAST_NAMED
    return year if is_most and year != titled else None


@lru_cache(maxsize=64)
def _named(text: str) -> Counter[int]:
    return Counter(year.value for _, line in lines(text) for year in named_years(line))


@lru_cache(maxsize=64)
def _whole_years(text: str) -> frozenset[int]:
    return frozenset(
        period.years[0]
        for _, line in lines(text)
        for period in named_periods(line)
        if period.is_statement and period.is_whole and len(set(period.years)) == 1
    )
