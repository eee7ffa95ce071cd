"""Sentences of a text with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 1000
"""Characters after which a run without an end is cut: no sentence, and slow to read."""

_SENTENCE = re.compile(rf"[^。！？!?\n]{{1,{LONGEST}}}[。！？!?]*[”’」』）)]*")


@dataclass(frozen=True)
class Sentence:
    """A sentence with its closing mark, and where it starts in its text."""

    start: int
    text: str


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text, trimmed; a line's end ends a sentence too."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Sentence]:
    for match in _SENTENCE.finditer(text):
        words = match[0].strip()
        if words:
            yield Sentence(match.start() + match[0].index(words[0]), words)
