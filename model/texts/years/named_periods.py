"""The period that a text says its figures are for, and days that they stop at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from model.texts.figure_clauses import states_figure
from model.texts.sentences import sentences
from model.texts.width import narrow

_REACH = 120
_D = r"\s*"
_YEAR = rf"(?P<{{0}}>20\d{{{{2}}}}){_D}(?:[年./-]|(?=\d{{{{1,2}}}}{_D}月)){_D}"
"""A year with its mark; where 年 was lost, with the month right behind it (20231月1日)."""

_FIRST = (
    rf"(?:{_YEAR.format('first')})(?P<month>\d{{1,2}}){_D}[月./-]{_D}"
    rf"(?P<day>\d{{1,2}})?{_D}(?P<sun>[日号]?)"
)
_SECOND = (
    rf"(?:(?:{_YEAR.format('second')})|(?:同|当|本|该)年{_D})?(?P<month2>\d{{1,2}}){_D}[月./-]{_D}"
    rf"(?P<day2>\d{{1,2}})?{_D}(?P<sun2>[日号]?)"
)
_PERIOD = re.compile(
    rf"(?<!\d){_FIRST}{_D}(?:起|开始)?{_D}[，,]?(?:[—–~～一-]{{1,2}}|至|到)+{_D}(?:截[至止])?{_D}{_SECOND}(?!\d)"
)
_NO_YEAR_MARK = re.compile(r"20\d{2}\s*\d{1,2}\s*月")
_STATISTICS_PERIOD = re.compile(
    r"统计(?:的)?(?:期限|时限|时间|期间|日期|周期|范围|口径)|(?:所列)?数据(?:的)?(?:统计|期限|时限|起止)|(?:时间|期限|起止)(?:为|自|从|是)"
)
_CUTOFF = re.compile(
    r"截(?:至|止)(?:到|至)?\s*(?:(?P<year>20\d{2})\s*年度?)?\s*(?:(?P<month>\d{1,2})\s*月(?:份)?\s*(?P<day>\d{1,2})?\s*[日号]?)\s*(?:底|末|初|中旬|上旬|下旬)?"
)


@dataclass(frozen=True)
class Period:
    """A period in a text by its place: whether it is a whole year's, and of which years."""

    start: int
    end: int
    years: tuple[int, ...]
    is_whole: bool
    is_well_written: bool
    is_statement: bool


@dataclass(frozen=True)
class Cutoff:
    """A day that figures stop at, by its place; `year` is 0 where it is not named."""

    start: int
    end: int
    year: int
    month: int
    day: int


@lru_cache(maxsize=2048)
def named_periods(line: str) -> tuple[Period, ...]:
    """Return the periods from a day to a day that a line names.

    `is_statement` tells the sentence on the period of all figures from one on some campaign.
    """
    if "20" not in narrow(line):
        return ()
    return tuple(
        _period(match, sentence.start, sentence.text)
        for sentence in sentences(line)
        for match in _PERIOD.finditer(narrow(sentence.text))
    )


def _period(match: re.Match[str], distance: int, sentence: str) -> Period:
    years = tuple(int(year) for year in match.group("first", "second") if year)
    days = match.group("month", "day", "month2", "day2")
    is_whole = [int(day) if day else 0 for day in days] in ([1, 1, 12, 31], [1, 0, 12, 0])
    return Period(
        match.start() + distance,
        match.end() + distance,
        years,
        is_whole,
        _is_well_written(match),
        bool(_STATISTICS_PERIOD.search(sentence)),
    )


def _is_well_written(match: re.Match[str]) -> bool:
    """Return whether years and days end on 年 and 日 where they are written with 月."""
    if "月" not in match[0]:
        return True
    ends = [(match["day"], match["sun"]), (match["day2"], match["sun2"])]
    return not _NO_YEAR_MARK.search(match[0]) and all(bool(day) == bool(sun) for day, sun in ends)


@lru_cache(maxsize=2048)
def cutoffs(line: str) -> tuple[Cutoff, ...]:
    """Return the days such as 截至4月底 that figures of a line stop at."""
    if "截" not in line:
        return ()
    return tuple(_cutoffs(line))


def _cutoffs(line: str) -> Iterator[Cutoff]:
    for sentence in sentences(line):
        for match in _CUTOFF.finditer(narrow(sentence.text)):
            if states_figure(sentence.text[match.end() :][:_REACH]):
                yield Cutoff(
                    match.start() + sentence.start,
                    match.end() + sentence.start,
                    int(match["year"] or 0),
                    int(match["month"]),
                    int(match["day"] or 0),
                )
