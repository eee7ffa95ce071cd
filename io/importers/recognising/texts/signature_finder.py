"""The 落款 at the end of a report: the unit's name and the date."""

from __future__ import annotations

import re

from importers.recognising.labels import bare
from importers.recognising.texts.title_finder import looks_like_unit

_NUMBER = r"[\d〇○零OＯ一二三四五六七八九十]"
_DATE = (
    rf"{_NUMBER}{{4}}年{_NUMBER}{{1,3}}月(?:{_NUMBER}{{1,3}}日)?"
    r"|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
)
_IS_DATE = re.compile(rf"[(（]?(?:日期:?)?(?:{_DATE})[)）]?")
_UNIT_AND_DATE = re.compile(rf"(?P<unit>[^。，,；;：:]{{3,45}}?)(?:{_DATE})")


def is_date(text: str) -> bool:
    """Return whether a line is nothing but a date, in Arabic or Chinese digits."""
    return bool(_IS_DATE.fullmatch(bare(text)))


def split_signature(lines: list[str], unit: str) -> tuple[list[str], list[str]]:
    """Return the lines of the last part without the signature, and the signature's lines.

    A signature ends with a date, or is the unit's own name alone as the last line.
    """
    if not lines:
        return lines, []
    if is_date(lines[-1]):
        has_unit = len(lines) > 1 and _names_unit(lines[-2], unit)
        first = len(lines) - (2 if has_unit else 1)
        return lines[:first], lines[first:]
    both = _UNIT_AND_DATE.fullmatch(bare(lines[-1]))
    is_signed = both is not None and _names_unit(both["unit"], unit)
    if is_signed or (len(lines) > 1 and unit and bare(lines[-1]) == bare(unit)):
        return lines[:-1], lines[-1:]
    return lines, []


def _names_unit(line: str, unit: str) -> bool:
    plain = bare(line)
    if unit and (plain == bare(unit) or plain.endswith(bare(unit)) or bare(unit).endswith(plain)):
        return True
    return looks_like_unit(line)
