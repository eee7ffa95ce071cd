"""The title of a report: the unit, the year and the title without both, also over several lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from importers.recognising.labels import bare, without_marks

OUTSIDE = -1
"""The place of a title that stands in no block."""

MOST_LINES = 4
MOST_CHARACTERS = 90
_DIGITS = {
    mark: str(value)
    for value, marks in enumerate(
        ("〇○零OoＯ", "一", "二", "三", "四", "五", "六", "七", "八", "九")
    )
    for mark in marks
}
_YEAR = r"(?P<year>(?:19|20)\d\d|[一二][〇○零一二三四五六七八九OoＯ]{3})年?度?"
_KIND = r"信息公开[^。；：]{0,12}(?:报告|年报)"
_YEAR_FIRST = re.compile(
    rf"(?P<unit>[^。；;：:]*?)(?P<title>(?:关于)?{_YEAR}[^。；;：:]{{0,30}}?{_KIND}(?:[(（][^)）]*[)）])?)"
)
_YEAR_LAST = re.compile(
    rf"(?P<unit>[^。；;：:]*?)(?P<title>(?:政府|政务)?{_KIND}[(（]?{_YEAR}[)）]?)"
)
_UNIT_END = re.compile(
    r"(?:政府|局|委员会|委|办公室|办事处|办|中心|镇|乡|街道|院|站|所|队|会|厅|署|社|馆|公司|校|学|区|县|市|旗|部|处)"
    r"(?:[（(][^（()）]*[)）])?$"
)
_UNIT_MOST = 45


@dataclass(frozen=True)
class Title:
    """A title as read: unit, year, title without unit and blanks, and the blocks it stands in."""

    unit: str
    year: int
    title: str
    first: int
    last: int


def looks_like_unit(text: str) -> bool:
    """Return whether a line can be the name of an office."""
    plain = bare(text)
    if not 2 < len(plain) <= _UNIT_MOST or re.search(r"[\d。，,；;：:、?？!！]", plain):
        return False
    return bool(_UNIT_END.search(plain))


def year_number(text: str) -> int:
    """Return the year of four Arabic or Chinese digits; ValueError for other characters."""
    return int("".join(_DIGITS.get(mark, mark) for mark in text))


def find_title(paragraphs: Sequence[tuple[int, str]]) -> Title | None:
    """Return the title among (block index, text) before the first part, the last one if several.

    Lines are joined where the title breaks over two to four of them.
    """
    found: Title | None = None
    for end in range(len(paragraphs)):
        for count in range(1, MOST_LINES + 1):
            start = end - count + 1
            if start < 0:
                break
            title = _title_of(paragraphs[start : end + 1])
            if title and _is_better(title, found):
                found = title
    return found


def title_outside(text: str) -> Title | None:
    """Return the title in what a document says of itself, where a site's name may stand beside it.

    It stands in none of the blocks.
    """
    for part in re.split(r"[_|｜–—\-\n]", text):
        found = _title_of([(OUTSIDE, part)]) if part.strip() else None
        if found:
            return found
    return None


def _unit_behind_year(title: str) -> tuple[str, str]:
    """Return the unit and the title where the unit stands behind the year, else "" and the title.

    So cities such as Shanghai print it: 2025年某区人民政府政府信息公开工作年度报告.
    """
    year = re.match(_YEAR, title)
    subject = re.search(r"(?:政府|政务)?信息公开", title)
    if year is None or subject is None:
        return "", title
    # 某县人民政府信息公开 leaves out one 政府, which then belongs to the unit.
    for place in (subject.start(), subject.end() - len("信息公开")):
        unit = title[year.end() : place]
        if looks_like_unit(unit):
            return unit, title[: year.end()] + title[place:]
    return "", title


def _is_better(new: Title, old: Title | None) -> bool:
    if old is None or new.last > old.last:
        return old is None or bool(new.unit) or not old.unit
    return bool(new.unit) and not old.unit


def _title_of(lines: Sequence[tuple[int, str]]) -> Title | None:
    text = "".join("".join(without_marks(line).split()) for _, line in lines)
    if len(text) > MOST_CHARACTERS:
        return None
    for pattern in (_YEAR_FIRST, _YEAR_LAST):
        match = pattern.fullmatch(bare(text))
        if match is None:
            continue
        # `bare` keeps the length of a text without blanks, so places can be taken over.
        unit = text[: match.end("unit")]
        if unit and not looks_like_unit(unit):
            continue
        title = text[match.start("title") : match.end("title")]
        if not unit:
            unit, title = _unit_behind_year(title)
        return Title(unit, year_number(match["year"]), title, lines[0][0], lines[-1][0])
    return None
