"""The counts and amounts that a text states, as written and as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from model.texts.width import narrow

_PLAIN = r"(?<![0-9])[0-9]{1,15}(?![0-9])(?:[,，][0-9]{3}(?![0-9])){0,5}(?:[.．][0-9]{1,15})?"
_HAN = "零〇一二两三四五六七八九十百千"
_VAGUE = "余|多|几|来"
BEFORE = 12
"""Characters before a figure that may say that it is no count."""

_UNITS = "万元|元|人次|件次|件|条次|条|次|宗|起|份|例|项|个|篇|期|场|单|部|笔|封"
_NO_UNIT = (
    r"(?!事|性|龙|套|月|工作日|自然日|小时|年|季|方面|以上|以下|以内|之内|/|[-—~～至到][0-9])"
)
_FIGURE = re.compile(
    rf"(?P<number>{_PLAIN}|(?<![{_HAN}])[{_HAN}]{{1,12}})\s*(?P<vague>{_VAGUE})?(?P<scale>[万亿]?)(?P<more>{_VAGUE})?"
    rf"\s*(?P<unit>{_UNITS}){_NO_UNIT}"
)
_BARE = re.compile(rf"(?P<number>{_PLAIN})(?=\s*(?:[、，；。,;）)]|$))")
_ABOUT_BEFORE = re.compile(r"(?:大约|(?<![预节签契违公])约|大概|将近|接近|(?<![最附])近)\s*$")
_MANY_BEFORE = re.compile(r"(?:(?<![以网线])上|(?<![总件条次份])数|几)$")
_MANY = "十百千万"
_ABOUT_AFTER = re.compile(r"\s*(?:左右|上下)")
_NO_COUNT_BEFORE = re.compile(
    r"(?:第|每|任|某|逐|不超过|不少于|不低于|不足|不到|至少|最多|超过?|逾|突破|[0-9][-—–~～至到]"
    r"|[0-9](?:件|条|次|个|份|宗|起|项)?\s*(?:[-—–~～至到]|[.．]))\s*$"
)
_NONE_BEFORE = re.compile(r"(?:无|没有|未曾?有?(?:发生|收到|接到|出现|产生|引发)?)(?:过|任何)?\s*$")
"""Before one: 无一起 and 未发生1件 say that there was none."""
_NO_BARE_BEFORE = re.compile(r"[0-9年月.．/-]$")
_DIGITS = {digit: place for place, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000}
_TIMES = {"": 1, "万": 10_000, "亿": 100_000_000}


@dataclass(frozen=True)
class Figure:
    """A number in a text: its place with the measure word, its value and the measure word.

    `step` is the distance between two figures of the same precision, 1000 for 1.2万. `unit` is
    "" where no measure word stands. An amount is in 元.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    step: Decimal = Decimal(1)
    is_vague: bool = False

    def matches(self, value: Decimal | int) -> bool:
        """Return whether the figure, as precisely as it is given, stands for this value."""
        return self.value == value or (self.step != 1 and abs(self.value - value) * 2 <= self.step)


@lru_cache(maxsize=4096)
def figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a text that are counts or amounts, in their order.

    Ordinals, limits, ranges, shares and dates are none. Several checks read the same sentence.
    """
    text = narrow_digits(text)
    found = {figure.start: figure for figure in _bare(text)}
    found.update((figure.start, figure) for figure in _measured(text))
    return tuple(found[start] for start in sorted(found))


def narrow_digits(text: str) -> str:
    """Return the text, of the same length, with its full-width digits in half width."""
    return re.sub("[０-９]+", lambda match: narrow(match[0]), text)


def _measured(text: str) -> Iterator[Figure]:
    for match in _FIGURE.finditer(text):
        value = number(match["number"])
        before = text[max(0, match.start() - BEFORE) : match.start()]
        if value is None or _is_no_count(value, before):
            continue
        times = _TIMES[match["scale"]] * (_TIMES["万"] if match["unit"] == "万元" else 1)
        about = match["vague"] or match["more"] or _ABOUT_BEFORE.search(before)
        is_many = match["number"][0] in _MANY and _MANY_BEFORE.search(before)
        yield Figure(
            match.start(),
            match.end(),
            value * times,
            match["unit"].replace("万元", "元"),
            _step(match["number"], times),
            bool(about or is_many or _ABOUT_AFTER.match(text, match.end())),
        )


def _is_no_count(value: Decimal, before: str) -> bool:
    """Return whether the words before a number say that it counts nothing."""
    return bool(_NO_COUNT_BEFORE.search(before) or (value == 1 and _NONE_BEFORE.search(before)))


def _bare(text: str) -> Iterator[Figure]:
    for match in _BARE.finditer(text):
        before = text[max(0, match.start() - BEFORE) : match.start()]
        if not (_NO_COUNT_BEFORE.search(before) or _NO_BARE_BEFORE.search(before)):
            yield Figure(match.start(), match.end(), _plain(match["number"]), "")


def _step(digits: str, times: int) -> Decimal:
    """Return what the last digit given counts; whole plain counts are exact."""
    decimals = len(digits.replace("．", ".").partition(".")[2])
    return Decimal(times).scaleb(-decimals) if times > 1 else Decimal(1)


def number(text: str) -> Decimal | None:
    """Return the number that digits, or Chinese numerals up to 9999, stand for, else None."""
    if text[0] in _HAN:
        value = _chinese(text)
        return None if value is None else Decimal(value)
    return _plain(text)


def _plain(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "").replace("，", "").replace("．", "."))


def _chinese(text: str) -> int | None:
    """Return the value of 十二 or 一千零五; None for 三五 or 二〇二三, which are no counts."""
    total, digit, last_scale = 0, None, 10_000
    for sign in text:
        if sign in _SCALES:
            scale = _SCALES[sign]
            if scale >= last_scale:
                return None
            total += (1 if digit is None else digit) * scale
            digit, last_scale = None, scale
        elif digit:
            return None
        else:
            digit = _DIGITS[sign]
    return total + (digit or 0)
