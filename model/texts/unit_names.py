"""Names of towns, streets and other units in a text, and whether two names are one unit's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from model.texts.word_lists import any_of

Words = tuple[str, ...]
_TAIL = (
    r"(?:人民政府|政府)?(?:街道办事处|办事处|街道办)?"
    r"(?:党政综合办公室|党政办公室|综合办公室|办公室|党政办|党委)?$"
)
_TAILS = re.compile(rf"(?:人民政府|办事处|街道办|党委|{_TAIL})$")
_REGION = re.compile(
    r"^.*(?:[省州盟县旗]|自治区|(?<![社园景小片校库])区|(?<![城都超门夜])市)(?=.{2})"
)
_STEM = r"[一-龥]{2,4}?"
_KIND = r"(?:镇|乡|街道)"
_NOT_AFTER = r"(?![镇乡村土愁亲贤音间里下风域容压静街路巷里口长])"
_BEFORE = r"(?:^|(?<=[，。；：、,;:（()）\s“”年度县区市旗]))"
_PLACE = re.compile(
    rf"(?:地址|位于|地点|坐落)[^，。；;]{{0,16}}?[：:县区市旗在]\s*({_STEM}{_KIND}){_NOT_AFTER}"
)
_UNIT_LINE = re.compile(r"[一-龥]{2,30}(?:政府|办事处|局|委员会|委|中心|办公室|管委会|镇|乡|街道)$")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True)
class UnitWords:
    """Lists of words by which a unit's name in a text is known.

    `heads` lead to the unit that reports, `doings` follow its name; `no_names` are no names of
    towns; `guests` are words of sentences in which other units stand by right.
    """

    heads: Words
    doings: Words
    no_names: Words
    guests: Words


@dataclass(frozen=True)
class NamedUnit:
    """A unit's name in a text, by its place."""

    start: int
    end: int
    name: str


@lru_cache(maxsize=512)
def core_of(name: str) -> str:
    """Return a unit's name without the regions before it and 人民政府, 办事处 behind it."""
    bare = _TAILS.sub("", _BLANKS.sub("", name))
    return _REGION.sub("", bare) or bare


@lru_cache(maxsize=512)
def may_be_one(name: str, other: str) -> bool:
    """Return whether two names may be one unit's, or one is the other's superior or its office.

    Short forms such as 发改局 for 发展和改革局 are its names, too.
    """
    if not name.strip() or not other.strip():
        return True
    full, full_other = _BLANKS.sub("", name), _BLANKS.sub("", other)
    one, two = core_of(full), core_of(full_other)
    if one in full_other or two in full:
        return True
    return _is_short_for(one, full_other) or _is_short_for(two, full)


def _is_short_for(short: str, long: str) -> bool:
    """Return whether all characters of a name stand in another one, in their order."""
    rest = iter(long)
    return len(short) > 1 and all(char in rest for char in short)


@lru_cache(maxsize=512)
def named_towns(line: str, words: UnitWords) -> tuple[NamedUnit, ...]:
    """Return the towns and streets that a line names as the unit that it speaks of.

    That is at the head of a clause and with what a unit does, after words such as 联系, or as the
    address. Sentences on visits, mergers and transfers name others by right.
    """
    if not re.search(_KIND, line):
        return ()
    return tuple(_named_towns(line, words))


def _named_towns(line: str, words: UnitWords) -> Iterator[NamedUnit]:
    for pattern in (*_patterns(words.heads, words.doings), _PLACE):
        for match in pattern.finditer(line):
            name = match[1]
            stem = name.removesuffix("街道").removesuffix("镇").removesuffix("乡")
            is_name = not any_of(words.no_names).search(stem)
            if is_name and not any_of(words.guests).search(_sentence_at(line, match.start(1))):
                yield NamedUnit(*match.span(1), name)


@lru_cache(maxsize=8)
def _patterns(heads: Words, doings: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    doing, head = "|".join(doings), "|".join(heads)
    name = rf"({_STEM}{_KIND}){_NOT_AFTER}"
    return (
        re.compile(rf"{_BEFORE}{name}(?={doing})"),
        re.compile(rf"(?:{head})(?:[一-龥]{{1,8}}[县区市旗])?{name}(?!.{{0,6}}[、和])"),
    )


def _sentence_at(line: str, place: int) -> str:
    start = line.rfind("。", 0, place) + 1
    end = line.find("。", place)
    return line[start : len(line) if end < 0 else end]


def signing_units(text: str) -> tuple[NamedUnit, ...]:
    """Return the units under a report, one a line; dates and other words are none."""
    found = []
    start = 0
    for line in text.split("\n"):
        words = re.sub(r"[（(]?[\d二〇○零].*$", "", line).strip().rstrip("，,。")
        if _UNIT_LINE.fullmatch(words):
            place = start + line.index(words)
            found.append(NamedUnit(place, place + len(words), words))
        start += len(line) + 1
    return tuple(found)
