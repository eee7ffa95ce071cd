"""The title of a report: the unit, the year and the title without both, also over several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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
_NO_YEAR = re.compile(
    r"(?P<unit>[^。；;：:\d]*?)(?P<title>(?:关于)?(?:政府|政务)信息公开(?:工作)?(?:年度报告|年报|年度工作报告))"
)
_HALF_UNIT = re.compile(
    r"(?:[省市县区镇乡旗州].{0,2}|街道?|道)?"
    r"(?:(?:(?:人?民)?政)?府|(?:(?:(?:街?道)?办)?事)?处|办公室|(?:(?:管理)?委)?员会)"
    r"|(?:[省市县区旗州镇乡]|街?道)(?:人民政府|办事处|政府)|.?[局委办厅室]"
    r"|县.+|.?(?:[镇乡]|街道).*|[市区旗州].{2,8}(?:[镇乡]|街道).*"
)
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,10}[省市县区州盟旗镇乡]|[\u4e00-\u9fff]{2,10}街道")


@dataclass(frozen=True)
class Title:
    """A title as read: unit, year, title without unit and blanks, and the blocks it stands in.

    The year is None where the title names none. `others` are blocks of titles that were not taken.
    """

    unit: str
    year: int | None
    title: str
    first: int
    last: int
    others: tuple[int, ...] = ()


def looks_like_unit(text: str) -> bool:
    """Return whether a line can be the name of an office."""
    plain = bare(text)
    if not 2 < len(plain) <= _UNIT_MOST or re.search(r"[\d。，,；;：:、?？!！]", plain):
        return False
    return bool(_UNIT_END.search(plain))


def year_number(text: str) -> int:
    """Return the year of four Arabic or Chinese digits; ValueError for other characters."""
    return int("".join(_DIGITS.get(mark, mark) for mark in text))


def find_title(
    paragraphs: Sequence[tuple[int, str]], official: str = "", said: str = ""
) -> Title | None:
    """Return the title among (block index, text) before the first part.

    Of several the one in the words of `official`, a pattern with {year}, is taken, then one with a
    unit, then the last one. Lines are joined where the title breaks over two to four of them, and
    with the line above where `said`, the bare text of the whole source, has the unit so joined.
    """
    found = list(_titles(paragraphs, said))
    if not found:
        return None
    best = max(found, key=lambda title: _rank(title, official))
    others = {index for title in found for index in (title.first, title.last)}
    outside = sorted(others - set(range(best.first, best.last + 1)))
    best = replace(best, others=tuple(index for index in outside if index > best.last))
    return _with_unit_around(best, found, paragraphs)


def _titles(paragraphs: Sequence[tuple[int, str]], said: str) -> Iterator[Title]:
    """Yield a title for each line that one ends with, its unit whole where it has one."""
    for end in range(len(paragraphs)):
        ending = [
            title
            for count in range(1, MOST_LINES + 1)
            if end - count + 1 >= 0
            and (title := _title_of(paragraphs[end - count + 1 : end + 1])) is not None
        ]
        if ending:
            named = next((title for title in ending if title.unit), ending[0])
            yield _whole_unit(named, ending, said)


def _whole_unit(title: Title, ending: Sequence[Title], said: str) -> Title:
    """Return the title with the unit's lines above it, where the nearest is but a part of it."""
    if not title.unit:
        return title
    for other in ending:
        above = other.unit[: len(other.unit) - len(title.unit)]
        if other.first >= title.first or not above:
            continue
        is_half = _HALF_UNIT.fullmatch(title.unit) or _PLACE.fullmatch(above)
        if is_half or bare(other.unit) in said:
            return other
    return title


def _rank(title: Title, official: str) -> tuple[bool, bool, bool, int]:
    is_official = official != "" and title.title == official.format(year=title.year)
    return title.year is not None, is_official, bool(title.unit), title.last


def _with_unit_around(
    title: Title, found: Sequence[Title], paragraphs: Sequence[tuple[int, str]]
) -> Title:
    """Return the title with the unit of another one on the same year, or of the line below it."""
    if title.unit:
        return title
    named = next((t.unit for t in found if t.unit and t.year in (title.year, None)), "")
    if named:
        return replace(title, unit=named)
    below = [(index, text) for index, text in paragraphs if index > title.last][:1]
    if below and looks_like_unit(below[0][1]):
        return replace(title, unit="".join(below[0][1].split()), last=below[0][0])
    return title


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


def _title_of(lines: Sequence[tuple[int, str]]) -> Title | None:
    text = "".join("".join(without_marks(line).split()) for _, line in lines)
    if len(text) > MOST_CHARACTERS:
        return None
    for pattern in (_YEAR_FIRST, _YEAR_LAST, _NO_YEAR):
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
        year = None if pattern is _NO_YEAR else year_number(match["year"])
        return Title(unit, year, title, lines[0][0], lines[-1][0])
    return None
