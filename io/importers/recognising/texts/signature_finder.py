"""The 落款 at the end of a report: the unit's name and the date."""

from __future__ import annotations

import re

from importers.recognising.labels import bare
from importers.recognising.texts.title_finder import looks_like_unit, year_number

_NUMBER = r"[\d〇○零OＯ一二三四五六七八九十]"
_DATE = (
    rf"{_NUMBER}{{4}}年{_NUMBER}{{1,3}}月(?:{_NUMBER}{{1,3}}日)?"
    r"|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
)
_IS_DATE = re.compile(rf"[(（]?(?:日期:?)?(?:{_DATE})[)）]?")
_YEAR = re.compile(rf"{_NUMBER}{{4}}(?=[年./-])")
_UNIT_AND_DATE = re.compile(rf"(?P<unit>[^。，,；;：:]{{3,45}}?)(?:{_DATE})")


def is_date(text: str) -> bool:
    """Return whether a line is nothing but a date, in Arabic or Chinese digits."""
    return bool(_IS_DATE.fullmatch(bare(text)))


def date_year(text: str) -> int | None:
    """Return the year of the date that a line ends with, or None."""
    plain = bare(text)
    found = re.search(rf"(?:{_DATE})[)）]?$", plain)
    year = _YEAR.search(found[0]) if found else None
    return year_number(year[0]) if year and "十" not in year[0] else None


def named_unit(text: str) -> str:
    """Return the unit that a line of a signature is, with or without a date behind it, or ""."""
    plain = bare(text)
    both = _UNIT_AND_DATE.fullmatch(plain)
    unit = both["unit"] if both else plain
    return unit if looks_like_unit(unit) else ""


def signature_place(lines: list[str], unit: str) -> tuple[int, int]:
    """Return the first line of the signature among the lines of the last part, and the one behind.

    Both are the number of lines where there is none. A signature has a unit and a date; at the very
    end the date or the unit's own name alone is one.
    """
    for index in range(len(lines)):
        length = _signature_at(lines, index, unit)
        if length:
            return index, index + length
    if lines:
        is_alone = is_date(lines[-1]) or (
            len(lines) > 1 and unit != "" and bare(lines[-1]) == bare(unit)
        )
        if is_alone:
            return len(lines) - 1, len(lines)
    return len(lines), len(lines)


def _signature_at(lines: list[str], index: int, unit: str) -> int:
    """Return how many lines a signature of a unit and a date takes from a line on, or 0."""
    both = _UNIT_AND_DATE.fullmatch(bare(lines[index]))
    if both is not None and _names_unit(both["unit"], unit):
        return 1
    if index + 1 >= len(lines):
        return 0
    pair = lines[index], lines[index + 1]
    for name, date in (pair, pair[::-1]):
        if is_date(date) and _names_unit(name, unit):
            return 2
    return 0


def _names_unit(line: str, unit: str) -> bool:
    plain = bare(line)
    if unit and (plain == bare(unit) or plain.endswith(bare(unit)) or bare(unit).endswith(plain)):
        return bool(plain)
    return looks_like_unit(line)
