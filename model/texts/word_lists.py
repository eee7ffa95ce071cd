"""Patterns made of the word lists that the checks on text look for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache


@lru_cache(maxsize=256)
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of any of some words, each of which may be a regular expression."""
    return re.compile("|".join(words))


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield (start, line) of each line of a text that is not blank, untrimmed."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


@lru_cache(maxsize=64)
def split_pairs(listed: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return pairs written as one>other; the first may be a regular expression."""
    return tuple((one, other) for one, _, other in (item.rpartition(">") for item in listed))


@lru_cache(maxsize=64)
def without(words: tuple[str, ...], text: str) -> str:
    """Return the text, of the same length, with some words blanked out."""
    return any_of(words).sub(lambda match: "\u3000" * len(match[0]), text)
