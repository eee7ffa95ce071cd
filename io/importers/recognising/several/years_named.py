"""Which year a caption, a header, a row or a sheet says that its figures are on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from importers.recognising.labels import bare
from importers.recognising.texts.title_finder import year_number

_YEAR = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?!\d)(?=年|度|$|[^\d.\-/年]{0,6}(?:报告|数据|表))|([二][〇○零][一二三四五六七八九〇○零]{2})年"
)
_DATE = re.compile(r"\d{4}[年.\-/]\d{1,2}[月.\-/]")
_THIS = re.compile(r"本年|今年|当年|本期|报告年度")
_LAST = re.compile(r"上年|上一年|去年|上期|往年")
_BARE_WORD = re.compile(
    r"(?:(?:19|20)\d\d年度?|[本今上去]一?年度?|[本上]期|当年)(?:度)?(?:同期)?(?:数据?|数字|数量|情况|件数|实际)?"
)
THIS, LAST = 0, -1
"""A year that is only said by its place: the report's, or the one before it."""
MOST_NAME = 40


def year_named(text: str) -> int | None:
    """Return the year that a short line names, THIS or LAST where it does so by a word, or None."""
    plain = bare(text)
    if len(plain) > MOST_NAME or _DATE.search(plain):
        return None
    found = {year_number(a or b) for a, b in _YEAR.findall(plain)}
    if len(found) == 1:
        return found.pop()
    if found:
        return None
    is_this, is_last = _THIS.search(plain), _LAST.search(plain)
    if bool(is_this) == bool(is_last):
        return None
    return THIS if is_this else LAST


def is_year_word(text: str) -> bool:
    """Return whether a cell says nothing but a year, as 2023年, 本年 or 上年同期 do."""
    return bool(_BARE_WORD.fullmatch(bare(text)))


def fits(named: int | None, year: int | None) -> bool | None:
    """Return whether what is named is the report's year, None where that cannot be told."""
    if named is None:
        return None
    if named in (THIS, LAST):
        return named == THIS
    return None if year is None else named == year


def the_one(named: Iterable[int | None], year: int | None) -> int | None:
    """Return the place of the only one that is on the report's year, or that no other year has."""
    known = [fits(name, year) for name in named]
    for wanted in ((True,), (None,)):
        places = [place for place, found in enumerate(known) if found in wanted]
        if len(places) == 1 and (wanted == (True,) or len(known) - 1 == known.count(False)):
            return places[0]
        if places:
            return None
    return None
