"""Moves the report's year, and the year after it, on in a text; says of every year what became.

A moved year keeps its length and its digits (2021, ２０２１, 二〇二一), so that places stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from model.texts.uncut import uncut
from model.texts.width import narrow

_DIGITS = "0-9０-９"
_ZERO = "〇○ＯO零"
_YEAR = rf"(?:[12１２][{_DIGITS}]{{3}}|[一二][{_ZERO}九八0０][{_ZERO}0０一二三四五六七八九]{{2}})"
_FREE = rf"(?<![{_DIGITS}.．〇零一二三四五六七八九]){_YEAR}(?![{_DIGITS}〇零一二三四五六七八九])"
_FOLLOWED = re.compile(
    rf"{_FREE}(?=\s*年|[.．/-][{_DIGITS}]{{1,2}}[.．/-][{_DIGITS}]{{1,2}}(?![{_DIGITS}]))"
)
_BARE = re.compile(rf"(?<![-—A-Za-z]){_FREE}(?![-.．A-Za-z%％件条次个人元项份篇]|\s*年)")
_NUMBER = r"[0-9０-９〇○零一二三四五六七八九十]{1,3}"
_DATE_REST = (
    rf"(?:[.．/-]{_NUMBER}[.．/-]{_NUMBER}"
    rf"|\s*年(?:度|底|初|末)?(?:\s*{_NUMBER}\s*月(?:\s*{_NUMBER}\s*[日号]|底|初|末)?)?)?"
)
_RANGE = re.compile(rf"({_FREE}){_DATE_REST}\s*(?:[—–\-－~～至到]+)\s*({_FREE})")
_SPECIFIC = re.compile(
    rf"(?:\s*年\s*(?!1\s*月\s*1\s*日|12\s*月\s*31|一月一日|十二月三十一|１月１日|１２月３１)"
    rf"{_NUMBER}\s*月|[.．/-])"
)
_ENDS_OF_YEAR = re.compile(r"([./-])(?:0?1\1 ?0?1|12\1 ?31)(?!\d)")
_PROTECTED = (
    ("网址中的数字", re.compile(r"(?:https?://|www\.)[!-~]+")),
    ("文件名称中的年份", re.compile(r"《(?:[^《》]|《[^《》]*》)*》|〈[^〈〉]*〉")),
    ("文号中的年份", re.compile(rf"[〔\[［(（【]\s*{_YEAR}\s*[〕\]］)）】]\s*第?\s*\d+\s*号")),
)
_CHINESE = "〇一二三四五六七八九"
_READ = {**{digit: value for value, digit in enumerate(_CHINESE)}, **dict.fromkeys(_ZERO, 0)}
_TORN = re.compile(rf"(?<![{_DIGITS}.．])20\d{{2}}(?=(?:1[0-2]|[1-9])\s*月)")
_OWN_REPORT = "年度报告"
MOVED = "报告年度"
MOVED_NEXT = "报告年度的下一年"
MOVED_LAST = "报告年度的上一年"
MOVED_TORN = "报告年度，少了「年」字，请补上"
MOVED_DATE = "具体日期，请核对"
Words = tuple[str, ...]


@dataclass(frozen=True)
class MovingWords:
    """What tells which years go with the report's, as patterns with □ for the year.

    `unit` is the short name of the unit: the title of its own report goes with it. `after_bare` is
    what follows a year that lost its 年; `relative` are years of which the one before the report's
    is meant. Dates after `before_date` or with `after_date` behind them, and lines of `furniture`,
    are of publication and stay.
    """

    unit: str = ""
    after_bare: Words = ()
    relative: Words = ()
    before_date: Words = ()
    after_date: Words = ()
    furniture: Words = ()


@dataclass(frozen=True)
class YearMove:
    """One year in a text: the words around it before and after, and why it moved or stayed.

    `before == after` means that it was left alone. `start` is its place in the text, and `year`
    what stands there after.
    """

    before: str
    after: str
    reason: str
    start: int = field(default=-1, compare=False)
    year: str = field(default="", compare=False)


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    written: str
    becomes: str
    reason: str


def move_years(
    text: str, old: int, new: int, words: MovingWords | None = None
) -> tuple[str, tuple[YearMove, ...]]:
    """Return the text with `old` and the year after it moved on to `new`, and every year's fate.

    With them moves the year before where it is the report's by its place (2022年决算 in 2023).
    Years in document numbers, titles in 《》 but the unit's own report, web addresses, dates of
    publication and ranges such as 2021—2025年 stay, and so do other years.
    """
    found = list(_years_found(text, old, new, words or MovingWords()))
    moved = list(text)
    for item in found:
        moved[item.start : item.end] = item.becomes
    after = "".join(moved)
    return after, tuple(_year_move(text, after, item) for item in found)


def _years_found(text: str, old: int, new: int, words: MovingWords) -> Iterator[_Found]:
    """Yield every year of the text, in order, with what becomes of it."""
    stay = _reasons_to_stay(text, words)
    move = _reasons_to_move(text, old, words)
    bare = {match.start() for match in _BARE.finditer(text) if _value(match[0]) in (old, old + 1)}
    for start in sorted(set(move) | bare | set(stay) | _followed(text)):
        written = text[start : start + 4]
        reason = stay.get(start) or ("" if start in move else _why_left(text, start))
        if reason:
            yield _Found(start, start + 4, written, written, reason)
        else:
            becomes = _written_like(_value(written) - old + new, written)
            yield _Found(start, start + 4, written, becomes, move[start])


def _followed(text: str) -> set[int]:
    return {match.start() for match in _FOLLOWED.finditer(text)}


def _why_left(text: str, start: int) -> str:
    return "不是报告年度" if _FOLLOWED.match(text, start) else "后面没有「年」字"


def _reasons_to_move(text: str, old: int, words: MovingWords) -> dict[int, str]:
    """Return why years move on, by their places."""
    followed = _followed(text)
    move = {
        start: _why_moved(text, start, _value(text[start : start + 4]) == old)
        for start in followed
        if _value(text[start : start + 4]) in (old, old + 1)
    }
    for pattern in words.relative:
        for match in re.finditer(pattern.replace("□", rf"(?P<year>{_FREE})"), text):
            if _value(match["year"]) == old - 1:
                move[match.start("year")] = MOVED_LAST
    torn = [*_TORN.finditer(text)]
    if words.after_bare:
        torn += re.finditer(rf"{_FREE}(?={'|'.join(words.after_bare)})", text)
    for match in torn:
        if _value(match[0]) in (old, old + 1):
            move[match.start()] = MOVED_TORN
    return move


def _reasons_to_stay(text: str, words: MovingWords) -> dict[int, str]:
    """Return why years stay, by their places: protected words first, then ranges."""
    reasons: dict[int, str] = {}
    for first, second in _ranges(text):
        reasons[first] = reasons[second] = "起止年份"
    for reason, pattern in (*_PROTECTED, *_published(words)):
        for span in pattern.finditer(text):
            if _is_own_report(span[0], words.unit):
                continue
            for year in re.finditer(_FREE, span[0]):
                if 1949 <= _value(year[0]) <= 2099:
                    reasons[span.start() + year.start()] = reason
    return reasons


def _published(words: MovingWords) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the patterns of dates of publication and of lines that came along from a web page."""
    date = rf"{_FREE}(?:\s*年|[.．/-])"
    for before in words.before_date:
        yield "发布、施行的日期", re.compile(f"(?:{before}){date}")
    for after in words.after_date:
        yield "发布、施行的日期", re.compile(rf"{_FREE}\s*{after}")
    for line in words.furniture:
        yield "网页上的发布信息", re.compile(line, re.MULTILINE)


def _is_own_report(title: str, unit: str) -> bool:
    """Return whether a title in 《》 is that of the unit's own report."""
    is_title = title.startswith(("《", "〈")) and title[:-1].endswith(_OWN_REPORT)
    return is_title and bool(unit) and unit in title


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of two different years joined by a dash, 至 or 到."""
    start = 0
    while match := _RANGE.search(text, start):
        if _value(match[1]) != _value(match[2]):
            yield match.start(1), match.start(2)
        start = match.start(2)


def _why_moved(text: str, start: int, is_old: bool) -> str:
    rest = text[start + 4 : start + 20]
    if _SPECIFIC.match(rest) and not _ENDS_OF_YEAR.match(narrow(rest)):
        return MOVED_DATE
    return MOVED if is_old else MOVED_NEXT


def _value(written: str) -> int:
    """Return the year that four digits of any kind say."""
    return int("".join(str(_READ.get(digit, digit)) for digit in written))


def _written_like(year: int, pattern: str) -> str:
    """Return the year in the kind of digits, and the kind of zero, that the pattern shows."""
    if not any(char in _CHINESE[1:] for char in pattern):
        return "".join(
            _digit_like(digit, char) for digit, char in zip(str(year), pattern, strict=True)
        )
    zero = next((char for char in pattern if char in _ZERO + "0０"), _CHINESE[0])
    return "".join(zero if digit == "0" else _CHINESE[int(digit)] for digit in str(year))


def _digit_like(digit: str, pattern: str) -> str:
    return chr(ord(digit) + 0xFEE0) if "０" <= pattern <= "９" else digit


def _year_move(before: str, after: str, item: _Found) -> YearMove:
    """Return the move with some words around it, of the one line that it stands in."""
    start = before.rfind("\n", 0, item.start) + 1
    end = before.find("\n", item.end)
    line = before[start : len(before) if end < 0 else end]
    first, last = uncut(line, max(item.start - 8 - start, 0), min(len(line), item.end + 10 - start))
    first, last = start + first, start + last
    if item.written == item.becomes:
        after = before
    return YearMove(before[first:last], after[first:last], item.reason, item.start, item.becomes)
