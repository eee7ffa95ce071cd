"""Automatic numbers of a Word document, as Word would print them before each paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from importers.attribute_numbers import whole_number
from importers.readers.list_numbers import MOST_NUMBER, format_number
from importers.readers.word.docx_names import W, child, children, value

MOST_LEVELS = 9
LONGEST_TEXT = 100
"""Characters of a level's own text, such as 第%1条; Word itself takes some thirty."""
_COUNTER = re.compile(r"%([1-9])")
_Place = tuple[str, int]
"""The list that a paragraph belongs to, and its level there, from 0."""
_NO_PLACE: _Place = ("", 0)
_NO_LIST = ("", "0")


@dataclass
class _Level:
    style: str = "decimal"
    text: str = ""
    start: int = 1
    restarts: bool = True


@dataclass
class _Numbering:
    levels: dict[int, _Level] = field(default_factory=dict)
    abstract: str = ""
    overrides: dict[int, int] = field(default_factory=dict)


class NumberingCounter:
    """Counts numbered paragraphs in reading order and writes the number of each."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        """Read the numbering and styles parts; either may be missing."""
        self._lists = {} if numbering is None else _read_lists(numbering)
        self._styles = {} if styles is None else _read_style_numbers(styles)
        self._counts: dict[str, list[int]] = {}
        self._started: set[str] = set()

    def number_of(self, properties: etree._Element | None) -> str:
        """Return the number that stands before a paragraph with these properties, or "".

        Numbers count on as ECMA-376, part 1, 17.9 has it: a level restarts behind a higher one.
        """
        if not self._lists:
            return ""
        place = self._place(properties)
        if place is None:
            return ""
        number_id, level = place
        numbering = self._lists.get(number_id)
        if numbering is None or level not in numbering.levels:
            return ""
        counts = self._count(number_id, numbering, level)
        return _written(numbering, level, counts)

    def _place(self, properties: etree._Element | None) -> _Place | None:
        """Return where a paragraph counts, by its own properties or by its style's."""
        inherited = self._styles.get(value(child(properties, "pStyle")))
        own = child(properties, "numPr")
        return inherited if own is None else _own_place(own, inherited or _NO_PLACE)

    def _count(self, number_id: str, numbering: _Numbering, level: int) -> list[int]:
        counts = self._counts.setdefault(numbering.abstract, [0] * MOST_LEVELS)
        if number_id not in self._started:
            self._started.add(number_id)
            for overridden, start in numbering.overrides.items():
                counts[overridden] = start - 1
        for upper in range(level):
            if counts[upper] == 0:
                counts[upper] = _start(numbering, upper)
        first = counts[level] == 0 and level not in numbering.overrides
        counts[level] = _start(numbering, level) if first else counts[level] + 1
        for lower in range(level + 1, MOST_LEVELS):
            if numbering.levels.get(lower, _Level()).restarts:
                counts[lower] = 0
        return counts


def _start(numbering: _Numbering, level: int) -> int:
    return numbering.levels.get(level, _Level()).start


def _written(numbering: _Numbering, level: int, counts: list[int]) -> str:
    if numbering.levels[level].style == "bullet":
        return ""

    def count(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        return format_number(counts[place], numbering.levels.get(place, _Level()).style)

    return _COUNTER.sub(count, numbering.levels[level].text)


def _own_place(numbers: etree._Element, inherited: _Place) -> _Place | None:
    """Return where a `w:numPr` makes a paragraph count; None for no list and for nonsense."""
    number_id = value(child(numbers, "numId")) or inherited[0]
    given = value(child(numbers, "ilvl"))
    level = whole_number(given, -1, most=MOST_LEVELS - 1) if given else inherited[1]
    return None if number_id in _NO_LIST or level < 0 else (number_id, level)


def _read_lists(part: etree._Element) -> dict[str, _Numbering]:
    abstract = {
        item.get(W + "abstractNumId", ""): {
            number: _read_level(level)
            for level in children(item, "lvl")
            if (number := _level_number(level)) < MOST_LEVELS
        }
        for item in children(part, "abstractNum")
    }
    lists = {}
    for item in children(part, "num"):
        key = value(child(item, "abstractNumId"))
        numbering = _Numbering(dict(abstract.get(key, {})), key)
        for override in children(item, "lvlOverride"):
            _apply_override(numbering, override)
        lists[item.get(W + "numId", "")] = numbering
    return lists


def _level_number(element: etree._Element) -> int:
    """Return the level that a definition is for; MOST_LEVELS where there is no such level."""
    return whole_number(element.get(W + "ilvl", "0"), MOST_LEVELS, most=MOST_LEVELS)


def _apply_override(numbering: _Numbering, override: etree._Element) -> None:
    level = _level_number(override)
    if level >= MOST_LEVELS:
        return
    own = child(override, "lvl")
    if own is not None:
        numbering.levels[level] = _read_level(own)
    start = whole_number(value(child(override, "startOverride")), -1, most=MOST_NUMBER)
    if start >= 0:
        numbering.overrides[level] = start


def _read_level(level: etree._Element) -> _Level:
    return _Level(
        style=value(child(level, "numFmt")) or "decimal",
        text=value(child(level, "lvlText"))[:LONGEST_TEXT],
        start=whole_number(value(child(level, "start")), 1, most=MOST_NUMBER),
        restarts=value(child(level, "lvlRestart")) != "0",
    )


def _read_style_numbers(styles: etree._Element) -> dict[str, _Place]:
    """Return the numbering that paragraphs get by their style, inherited styles followed."""
    own: dict[str, _Place] = {}
    based: dict[str, str] = {}
    for style in children(styles, "style"):
        key = style.get(W + "styleId", "")
        based[key] = value(child(style, "basedOn"))
        numbers = child(child(style, "pPr"), "numPr")
        if numbers is not None:
            level = whole_number(value(child(numbers, "ilvl")), 0, most=MOST_LEVELS - 1)
            own[key] = (value(child(numbers, "numId")), level)
    found = ((key, _inherited(key, own, based)) for key in based if key)
    return {key: place for key, place in found if place is not None}


def _inherited(key: str, own: dict[str, _Place], based: dict[str, str]) -> _Place | None:
    seen: set[str] = set()
    while key and key not in seen:
        if key in own:
            return own[key] if own[key][0] not in _NO_LIST else None
        seen.add(key)
        key = based.get(key, "")
    return None
