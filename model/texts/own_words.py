"""The words by which a unit calls itself: 我镇, 我街道, 我局."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from model.texts.unit_kind import (
    COUNTY_DEPARTMENT,
    COUNTY_GOVERNMENT,
    DEPARTMENT,
    STREET,
    TOWN,
)

_AREAS = "区县旗"
_SUFFIXES = (
    ("局", "局"),
    ("委员会", "委"),
    ("委", "委"),
    ("中心", "中心"),
)
_NOT_AN_AREA = re.compile(r"自治区|地区|开发区|高新区|园区|新区|示范区|管理区|社区|景区")


@lru_cache(maxsize=64)
def foreign_words(name: str, kind: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ends of 我… that a unit of this name and kind does not call itself.

    `words` are the ends that units of all kinds use. Nothing is foreign to a kind that is unknown,
    and nobody is held to what its name does not tell.
    """
    if kind not in _OWN_WORDS:
        return ()
    own = _OWN_WORDS[kind](name, words)
    if not own:
        return ()
    return tuple(word for word in words if word not in own) + _foreign_areas(name)


def _own_of_town(name: str, words: tuple[str, ...]) -> set[str]:
    return {word for word in words[:2] if word in name.removesuffix("人民政府")[-3:]}


def _own_of_department(name: str, _: tuple[str, ...]) -> set[str]:
    return next(({own} for end, own in _SUFFIXES if name.endswith(end)), set())


_OWN_WORDS: Mapping[str, Callable[[str, tuple[str, ...]], set[str]]] = {
    TOWN: _own_of_town,
    STREET: lambda *_: {"街道"},
    COUNTY_GOVERNMENT: lambda name, _: {area for area in _AREAS if area in name},
    COUNTY_DEPARTMENT: _own_of_department,
    DEPARTMENT: _own_of_department,
}
"""By the kind of a unit: which of the words for a unit its own name carries."""


def _foreign_areas(name: str) -> tuple[str, ...]:
    """Return 县 for a unit whose name says 区 and no 县, and the other way round."""
    if _NOT_AN_AREA.search(name) or ("区" in name) == ("县" in name):
        return ()
    return ("县",) if "区" in name else ("区",)


@lru_cache(maxsize=2048)
def places_of(
    line: str, foreign: tuple[str, ...], guards: tuple[str, ...]
) -> tuple[re.Match[str], ...]:
    """Return where a line says 我 with one of these ends; 我委托 and its like are left out."""
    if "我" not in line or not foreign:
        return ()
    guarded = "|".join(guards)
    return tuple(re.finditer(rf"(?<!自)我(?!{guarded})(?:{'|'.join(foreign)})", line))
