"""Characters that a font does not tell, or tells wrongly: how many there are, and where."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

UNREADABLE = "\ufffd"
MOST_LINES = 12
LONGEST = 24
FEWEST_ODD, FEWEST_KINDS = 0.02, 3
"""Of the Chinese characters of a text, and different ones: more that hardly any text has come from
a broken font; fewer may be a name.
"""
MOST_ODD = 0.3


def share_unreadable(text: str) -> float:
    """Return which part of a text nobody can read: characters without a code, or of no language."""
    count = sum(map(is_unreadable, text))
    odd = _odd(text)
    return max(count, odd if odd > MOST_ODD * _chinese(text) else 0) / max(len(text), 1)


def is_unreadable(character: str) -> bool:
    """Return whether a character has no meaning outside the font that it was written in."""
    if character.isspace():
        return False
    return character == UNREADABLE or unicodedata.category(character) in ("Co", "Cn", "Cc", "Cs")


def unreadable_notes(texts: Iterable[str]) -> Iterator[str]:
    """Yield Chinese lines on the characters that cannot be read, by the texts they stand in."""
    known = list(texts)
    broken = [(text, count) for text in known if (count := sum(map(is_unreadable, text)))]
    if broken:
        count = sum(count for _, count in broken)
        yield f"有{count}个字没有编码信息，读不出来，显示为“{UNREADABLE}”，请对照原文改正"
    for text, count in broken[:MOST_LINES]:
        yield f"其中「{_short(text)}」里有{count}个"
    yield from _odd_notes("".join(known))


def _odd_notes(text: str) -> Iterator[str]:
    kinds = dict.fromkeys(filter(_is_odd, text))
    if len(kinds) >= FEWEST_KINDS and _odd(text) > FEWEST_ODD * _chinese(text):
        words = _short("".join(kinds))
        yield f"文字里有不常用的字「{words}」，可能是字体编码有错，请对照原文核对"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"


def _chinese(text: str) -> int:
    return sum(unicodedata.category(char) == "Lo" for char in text)


def _odd(text: str) -> int:
    return sum(map(_is_odd, text))


def _is_odd(character: str) -> bool:
    """Return whether a letter is none that simplified or traditional Chinese texts have."""
    if unicodedata.category(character) != "Lo":
        return False
    try:
        return len(character.encode("big5")) != 2
    except UnicodeEncodeError:
        pass
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False
