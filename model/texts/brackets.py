"""Brackets and quotation marks that are opened and not closed, or closed and not opened."""

from __future__ import annotations

import re
from functools import lru_cache

_OPENING = {
    "（": "）",
    "(": "）",
    "《": "》",
    "〈": "〉",
    "“": "”",
    "【": "】",
    "〔": "〕",
    "「": "」",
}
_CLOSING = {"）", ")", "》", "〉", "”", "】", "〕", "」"}
_NARROW = {")": "）"}
_NUMBERING = re.compile(r"(?:^|(?<=[\s，。；：、]))[\da-zA-Z一二三四五六七八九十①-⑳]{1,3}$")


@lru_cache(maxsize=2048)
def unmatched_brackets(line: str) -> tuple[int, ...]:
    """Return the places in a line of brackets and quotation marks without their other half.

    The half bracket of a numbering such as 1） stands alone by right.
    """
    opened: list[int] = []
    alone: list[int] = []
    for place, char in enumerate(line):
        if char in _OPENING:
            opened.append(place)
        elif char in _CLOSING:
            is_closing = _close(line, _NARROW.get(char, char), opened, alone)
            if not is_closing and not _NUMBERING.search(line[max(0, place - 4) : place]):
                alone.append(place)
    return tuple(sorted(alone + opened))


def _close(line: str, char: str, opened: list[int], alone: list[int]) -> bool:
    """Close the last bracket of this kind, leaving alone those opened since; False if none is."""
    for index in range(len(opened) - 1, -1, -1):
        if _OPENING[line[opened[index]]] == char:
            alone.extend(opened[index + 1 :])
            del opened[index:]
            return True
    return False
