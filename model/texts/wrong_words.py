"""Words that are commonly written with a wrong character, by a list of what is wrong and right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from model.texts.word_lists import split_pairs


@dataclass(frozen=True)
class WrongWord:
    """A wrong word by its place in a line, and what should stand there."""

    start: int
    end: int
    right: str


_AROUND = re.compile(r"\(\?[^()]*\)")


@dataclass(frozen=True)
class _Listed:
    """A wrong word as listed: its bare letters, its pattern, and the right word."""

    letters: str
    pattern: re.Pattern[str]
    right: str


@lru_cache(maxsize=2048)
def wrong_words(line: str, listed: tuple[str, ...]) -> tuple[WrongWord, ...]:
    """Return the wrong words of a line, in its order; `listed` are pairs such as 参予>参与.

    What stands around a word by the list, such as (?<!自)己经, is looked at only where the word is.
    """
    found = [
        WrongWord(*match.span(), word.right)
        for word in _compiled(listed)
        if word.letters in line
        for match in word.pattern.finditer(line)
    ]
    return tuple(_without_overlaps(sorted(found, key=lambda word: (word.start, -word.end))))


def _without_overlaps(found: list[WrongWord]) -> Iterator[WrongWord]:
    end = 0
    for word in found:
        if word.start >= end:
            yield word
            end = word.end


@lru_cache(maxsize=8)
def _compiled(listed: tuple[str, ...]) -> tuple[_Listed, ...]:
    return tuple(
        _Listed(_AROUND.sub("", wrong), re.compile(wrong), right)
        for wrong, right in split_pairs(listed)
    )
