"""When a figure in a text must not be believed to speak of this unit and this year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from model.texts.figures.spoken import Spoken

_CLAUSE_END = re.compile(r"[，。；：,;:（()）\s]")
_AFTER_YEAR = re.compile(r"^.*年度?(?=.)")
_LISTED = re.compile(r"[0-9零〇一二三四五六七八九十百]\s*[件条份次宗起例项个封]?[、和及](?![0-9])")
_UNIT_WORD = re.compile(
    r"[一-龥]{0,12}?(?:政府办公室|政府办(?!理|结)|人民政府|政府|街道办事处|街道办|办事处|街道|管委会|委员会|镇|乡|局|厅)"
    r"(?!信息|政务|公开|办|公室|机关|村|域)"
)
_OWN_SUBJECT = re.compile(
    r"(?:我|本)(?:镇|乡|街道|局|办|委|中心|机关|单位|部门|区|县|市|院|校|站|所|处|厅)"
)
_GOVERNMENT = "人民政府"
_REGIONS = frozenset("省市州盟区县旗")
"""区政府 in another unit's report is its superior."""

_BUREAUS = frozenset("局厅")
"""What units whose names are often cut short end with: 市场监管局, 人社局."""

_ZONES = ("管委会", "管理委员会")

_HIDDEN = re.compile(r"《[^》]*》|〈[^〉]*〉|〔[^〕]*〕|https?://[\w./:%?=&-]+|www\.[\w./-]+")


@dataclass(frozen=True)
class Setting:
    """Whose report the text stands in, and of what year."""

    organization: str
    year: int | None


@dataclass(frozen=True)
class Context:
    """What was spoken of before a sentence: a table's matter, by its key, and a time, or ""."""

    topic: str = ""
    time: str = ""


def hide_names(text: str) -> str:
    """Return the text, of the same length, without names of papers and addresses."""
    return _HIDDEN.sub(lambda match: "＊" * len(match[0]), text)


def clause_before(text: str, end: int) -> str:
    """Return the words of the clause that stand before a place; 、 ends no clause."""
    start = max((match.end() for match in _CLAUSE_END.finditer(text, 0, end)), default=0)
    return text[start:end]


def item_before(text: str, end: int) -> str:
    """Return the words of the clause before a place since the last item of a list with figures."""
    return _LISTED.split(clause_before(text, end))[-1]


def segment_before(text: str, end: int) -> str:
    """Return the words from the last ； up to a place."""
    return text[max(text.rfind(mark, 0, end) for mark in "；;") + 1 : end]


def is_of_this_year(spoken: Spoken, before: str, year: int | None) -> bool:
    """Return whether the last year named before a figure, if any, is the report's.

    Years compared with, and the years between which requests are carried, are none of its own.
    """
    times = [None, *_times(spoken).finditer(before)]
    last = times[-1]
    if last is None or last["this"]:
        return True
    return bool(last["year"]) and year in (None, int(last["year"]))


@lru_cache(maxsize=4096)
def time_named(spoken: Spoken, text: str) -> str:
    """Return the last year that a text names as that of its figures, or ""."""
    return next((match[0] for match in reversed([*_times(spoken).finditer(text)])), "")


@lru_cache(maxsize=8)
def _times(spoken: Spoken) -> re.Pattern[str]:
    other, this = spoken.words_of("other_years").pattern, spoken.words_of("this_year").pattern
    carried = "度?(?:的)?(?:结转|转结|结余|遗留)"
    return re.compile(
        r"(?<![较比与同和跟由至到])(?<!结转)(?<!转结)(?<!转入)(?<!较于)(?<!超过)"
        rf"(?:(?P<year>[0-9]{{4}})年|(?P<other>{other})|(?P<this>{this}))(?!{carried})"
    )


def is_compared(spoken: Spoken, text: str, start: int) -> bool:
    """Return whether the figure's clause compares, as in 较上年增加3件."""
    return bool(spoken.words_of("compared").search(clause_before(text, start)))


def is_of_whole_year(spoken: Spoken, before: str) -> bool:
    """Return whether no shorter or longer period, plan or condition stands before a figure."""
    return not spoken.words_of("periods").search(spoken.words_of("whole_year").sub("", before))


def is_of_this_unit(spoken: Spoken, before: str, clause: str, organization: str) -> bool:
    """Return whether neither other units nor all units of a region stand before a figure.

    A county government's own report may say 全县.
    """
    own = max((match.end() for match in _OWN_SUBJECT.finditer(before)), default=-1)
    for match in spoken.words_of("elsewhere").finditer(before):
        if match.end() > own and not _is_own_region(match[0], organization):
            return False
    return all(_is_own(match[0], organization) for match in _UNIT_WORD.finditer(clause))


def _is_own_region(word: str, organization: str) -> bool:
    if not organization.endswith(_GOVERNMENT):
        return False
    return word == f"全{organization.removesuffix(_GOVERNMENT)[-1:]}"


def _is_own(word: str, organization: str) -> bool:
    """Return whether a unit's name, or 我镇, 镇政府, is the report's own."""
    bare = word.removesuffix(_GOVERNMENT).removesuffix("政府").removesuffix("办事处")
    bare = _AFTER_YEAR.sub("", bare.removesuffix("办"))
    own = organization.removesuffix(_GOVERNMENT).removesuffix("办事处")
    if not organization or bare[-2:-1] in {"我", "本", "全"} or "我街" in bare or "本街" in bare:
        return True
    if bare in _ZONES:
        return any(own.endswith(zone) for zone in _ZONES)
    if len(bare) > 1:
        return _is_short_for(bare[-3:], own)
    return own.endswith(bare) and (bare not in _REGIONS or organization.endswith(_GOVERNMENT))


def _is_short_for(short: str, name: str) -> bool:
    """Return whether a name ends so; a bureau's may be cut short, as 监管局 is."""
    if short[-1] not in _BUREAUS:
        return short in name
    rest = iter(name)
    return all(sign in rest for sign in short)
