"""The dates under a report, as its signature writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from model.texts.width import narrow
from model.texts.years.named_years import NamedYear, year_value

_NUMERALS = "一二三四五六七八九十"
_NUMBER = rf"\d{{1,2}}|[{_NUMERALS}〇○零]{{1,3}}"
_DATE = re.compile(
    rf"(?<!\d)(\d{{4}}|二[〇○零Ｏ{_NUMERALS}]{{3}})\s*(?:年|[./-])\s*({_NUMBER})\s*(?:月|[./-])\s*({_NUMBER})(?!\d)"
)


@dataclass(frozen=True)
class SignedDate:
    """A date with the place of its year."""

    year: NamedYear
    day: date


@lru_cache(maxsize=64)
def signed_dates(text: str) -> tuple[SignedDate, ...]:
    """Return the dates that a signature writes in Arabic or Chinese digits; no day, no date."""
    return tuple(_dates(text))


def _dates(text: str) -> Iterator[SignedDate]:
    for match in _DATE.finditer(narrow(text)):
        value = year_value(match[1])
        try:
            day = date(value, _number(match[2]), _number(match[3]))
        except ValueError:
            continue
        start, end = match.span(1)
        yield SignedDate(NamedYear(start, end, value, text[start:end]), day)


def _number(written: str) -> int:
    """Return the number that 15 or 十五 or 二十一 says."""
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return _digit(ones)
    return (_digit(tens) if tens else 1) * 10 + (_digit(ones) if ones else 0)


def _digit(written: str) -> int:
    return _NUMERALS.find(written) + 1
