"""The five parts of 一, found by their headings or by their own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from model.texts.word_lists import any_of

_NUMERAL = "[一二三四五六七八九十]{1,2}"
_MARK = rf"(?:[（(](?:{_NUMERAL}|\d{{1,2}})[）)]|{_NUMERAL}、|\d{{1,2}}\s*[.、．)）](?!\d))"
_LINE_HEAD = re.compile(
    rf"^[ \t\u3000]*(?:{_MARK}\s*(?:[一二三四五]是)?([^，。：:；\n]{{2,24}})"
    r"|([^，。：:；、\n]{4,16})$)",
    re.MULTILINE,
)
_INLINE_HEAD = re.compile(r"(?:^|(?<=[。；：\n]))\s*[一二三四五六]是([^，。：:；\n]{2,24})")
_LEAST_HEADS = 3
_BODY = re.compile("(?:[^一-龥0-9]*[一-龥0-9]){4}")
"""What stands under a heading, at least: with fewer letters the part is only named."""


@dataclass(frozen=True)
class PartWords:
    """How one of the five parts is known: by its headings, by its name, by its own words."""

    heads: tuple[str, ...]
    names: tuple[str, ...]
    words: tuple[str, ...]


@lru_cache(maxsize=64)
def missing_overview_parts(text: str, parts: tuple[PartWords, ...]) -> tuple[int, ...]:
    """Return the numbers, from 0, of the five parts that a text lacks.

    A text divided by headings is searched for a part's own words only outside of the other parts'
    paragraphs: the website named under 主动公开 is no account of the platform.
    """
    text = _without_bare_heads(text)
    owners = _owners(text, parts)
    return tuple(
        number
        for number, part in enumerate(parts)
        if not any_of(part.names).search(text)
        and not any(owner == number for owner, _ in owners)
        and not any_of(part.words).search(_not_owned(owners, number))
    )


def headed_parts(text: str, parts: tuple[PartWords, ...]) -> dict[int, tuple[int, int]]:
    """Return (start, end) of the heading of each part that a line begins with, by its number."""
    found: dict[int, tuple[int, int]] = {}
    part_of = _part_finder(parts)
    for match in _heads(text, _LINE_HEAD):
        words = next(group for group in match.groups() if group)
        number = part_of(words)
        if number >= 0 and match[1]:
            found.setdefault(number, match.span())
    return found


def _without_bare_heads(text: str) -> str:
    """Return the text without the headings that nothing is written under."""
    heads = _heads(text, _LINE_HEAD)
    ends = [*(match.start() for match in heads[1:]), len(text)]
    for match, end in reversed(list(zip(heads, ends, strict=False))):
        if not _BODY.match(text, match.end(), end):
            text = text[: match.start()] + text[end:]
    return text


def _not_owned(owners: list[tuple[int, str]], number: int) -> str:
    return "\n".join(words for owner, words in owners if owner in (-1, number))


def _owners(text: str, parts: tuple[PartWords, ...]) -> list[tuple[int, str]]:
    """Return the text in pieces, each with the number of the part that heads it, or -1."""
    for pattern in (_LINE_HEAD, _INLINE_HEAD):
        pieces = list(_pieces(text, pattern, parts))
        if len({owner for owner, _ in pieces} - {-1}) >= _LEAST_HEADS:
            return pieces
    return [(-1, text)]


def _pieces(
    text: str, pattern: re.Pattern[str], parts: tuple[PartWords, ...]
) -> Iterator[tuple[int, str]]:
    heads, part_of = _heads(text, pattern), _part_finder(parts)
    ends = [*(match.start() for match in heads), len(text)]
    yield -1, text[: ends[0]]
    for match, end in zip(heads, ends[1:], strict=True):
        words = next(group for group in match.groups() if group)
        yield part_of(words), text[match.start() : end]


@lru_cache(maxsize=4)
def _heads(text: str, pattern: re.Pattern[str]) -> tuple[re.Match[str], ...]:
    """Return the headings in a text, which is asked for them several times at each key."""
    return tuple(pattern.finditer(text))


@lru_cache(maxsize=8)
def _part_finder(parts: tuple[PartWords, ...]) -> Callable[[str], int]:
    """Return what returns the number of the part that a heading names first, or -1."""
    patterns = [any_of(part.heads) for part in parts]

    @lru_cache(maxsize=1024)
    def part_of(head: str) -> int:
        found = [
            (match.start(), number)
            for number, pattern in enumerate(patterns)
            if (match := pattern.search(head))
        ]
        return min(found)[1] if found else -1

    return part_of
