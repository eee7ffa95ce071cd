"""Words that are commonly written with a wrong character, by a list of what is wrong and right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from model.texts.word_lists import split_pairs


@dataclass(frozen=True)
class WrongWord:
    """A wrong word by its place in a line, and what should stand there."""

    start: int
    end: int
    right: str


@lru_cache(maxsize=2048)
def wrong_words(line: str, listed: tuple[str, ...]) -> tuple[WrongWord, ...]:
    """Return the wrong words of a line; `listed` are pairs such as 参予>参与."""
    pattern, rights = _compiled(listed)
    return tuple(
        WrongWord(*match.span(), rights[(match.lastindex or 1) - 1])
        for match in pattern.finditer(line)
    )


@lru_cache(maxsize=8)
def _compiled(listed: tuple[str, ...]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return one pattern with a group for each wrong word, and the right words in its order."""
    pairs = split_pairs(listed)
    return re.compile("|".join(f"({wrong})" for wrong, _ in pairs)), tuple(
        right for _, right in pairs
    )
