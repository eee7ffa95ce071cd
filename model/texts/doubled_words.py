"""Words that stand twice by mistake, and words with a character missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from model.texts.word_lists import any_of

Words = tuple[str, ...]
_LONG = re.compile(r"([一-龥]{3,12})\1")
_NUMERAL = re.compile(r"[一二三四五六七八九十两每逐]")
_LISTED = re.compile(r"(?<![非不未无依])([一-龥]{3,12})([、和及与])\1")
_CLAUSE = re.compile(r"[^，；。！？：\s]+")
_MARKS = re.compile(
    r"([，。；：、！？,;])[ \t\u3000]*\1+"
    r"|[，、；：,;:][。；，：]|[，、；：。][,;:]|,;|;,|。[，、；：]"
)
_LEAST_CLAUSE = 4
_ORGANIZATION = re.compile(r"[府委办局镇乡街道门室厅院县区市]$")


@dataclass(frozen=True)
class Doubled:
    """Words that stand twice, or are broken, and what should stand there if that is sure."""

    start: int
    end: int
    right: str | None
    is_double: bool = True


@dataclass(frozen=True)
class DoubledLists:
    """Lists of what stands twice by mistake only, and of broken words."""

    doubled: Words
    broken: Words
    after_listed: Words


@lru_cache(maxsize=2048)
def doubled_words(line: str, lists: DoubledLists) -> tuple[Doubled, ...]:
    """Return the words of a line that stand twice by mistake, and its broken words.

    Lawful doubles stay: 层层, 件件, 人民政府政府信息公开, 一件一件, 区政府、区政府各部门.
    """
    found = [
        *_twice(line, lists.doubled),
        *_long_twice(line),
        *_listed_twice(line, lists.after_listed),
        *_clauses_twice(line),
        *_marks_twice(line),
        *(
            Doubled(*match.span(), None, is_double=False)
            for match in any_of(lists.broken).finditer(line)
        ),
    ]
    found.sort(key=lambda item: (item.start, -item.end))
    return tuple(_without_overlaps(found))


def _without_overlaps(found: list[Doubled]) -> Iterator[Doubled]:
    end = 0
    for item in found:
        if item.start >= end:
            yield item
            end = item.end


def _twice(line: str, words: Words) -> Iterator[Doubled]:
    for match in any_of(words).finditer(line):
        yield Doubled(*match.span(), match[0][: len(match[0]) // 2])


def _long_twice(line: str) -> Iterator[Doubled]:
    for match in _LONG.finditer(line):
        if not _NUMERAL.match(match[1]) and not _ORGANIZATION.search(match[1]):
            yield Doubled(*match.span(), match[1])


def _listed_twice(line: str, after: Words) -> Iterator[Doubled]:
    """Yield the items of a list that stand twice, such as 行政复议、行政复议情况."""
    for match in _LISTED.finditer(line):
        rest = line[match.end(2) + len(match[1]) :]
        is_whole = not rest or not re.match("[一-龥]", rest) or any_of(after).match(rest)
        if is_whole and not _ORGANIZATION.search(match[1]):
            yield Doubled(match.start(), match.end(2) + len(match[1]), None)


def _clauses_twice(line: str) -> Iterator[Doubled]:
    """Yield the clauses that stand twice in a row, such as 及时更新，及时更新。."""
    for one, other in pairwise(_CLAUSE.finditer(line)):
        if one[0] == other[0] and len(one[0]) >= _LEAST_CLAUSE and other.start() == one.end() + 1:
            yield Doubled(one.start(), other.end(), one[0])


def _marks_twice(line: str) -> Iterator[Doubled]:
    for match in _MARKS.finditer(line):
        yield Doubled(*match.span(), match[1])
