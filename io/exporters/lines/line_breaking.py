"""Where a Chinese line may end: punctuation, words, addresses, marks that hang in the margin."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

NO_START = frozenset("。，、；：？！．）】》〉”’」』〕〗］｝…·％‰℃°!),.:;?]}%")
"""What never begins a line."""
NO_END = frozenset("（《〈“‘「『【〔〖［｛￥＄([{$")
"""What never ends a line."""
HANGING = frozenset("。，、；：？！．!,.:;?")
"""What may stand in the margin when the line is full, one at a time."""
_PAIRED = frozenset("—…─")
LONG_WORD = 13
"""Letters from which on a word, number or address may be broken after one of its marks."""
_SPARE = 0.05
"""Points by which rounding may make a line too wide."""


class Letter(NamedTuple):
    """A character as wide as it is set; `gap` is the space before it, unless it begins a line."""

    char: str
    advance: float
    gap: float = 0.0


class Line(NamedTuple):
    """The letters from `start` up to `end`, the last of them in the margin if it hangs."""

    start: int
    end: int
    is_hanging: bool = False


@lru_cache(maxsize=8192)
def is_word_letter(char: str) -> bool:
    """Return whether a character is part of a Latin word, number or address."""
    return char != " " and unicodedata.east_asian_width(char) in ("Na", "N", "H")


@lru_cache(maxsize=8192)
def is_ideograph(char: str) -> bool:
    """Return whether a character is a Chinese one, and no punctuation."""
    return unicodedata.category(char) == "Lo" and unicodedata.east_asian_width(char) == "W"


def has_gap(before: str, after: str) -> bool:
    """Return whether a little space belongs between a Chinese character and a letter or digit."""
    if is_ideograph(before):
        return is_word_letter(after) and after.isalnum()
    return is_ideograph(after) and is_word_letter(before) and before.isalnum()


@lru_cache(maxsize=65536)
def may_break(before: str, after: str) -> bool:
    """Return whether a line may end between two characters."""
    if after == " " or after in NO_START or before in NO_END or unicodedata.combining(after):
        return False
    if before == " ":
        return True
    if before == after and before in _PAIRED:
        return False
    return not (is_word_letter(before) and is_word_letter(after))


def break_lines(
    letters: Sequence[Letter],
    width: float,
    indent: float = 0.0,
    *,
    may_hang: bool = True,
    marks: str = "-/.",
) -> list[Line]:
    """Return the lines of a paragraph; its first is shorter by `indent`. All lengths in points.

    A long word is broken after one of the `marks` in it, one that is wider than a whole line
    anywhere. An empty paragraph has one empty line.
    """
    lines: list[Line] = []
    start = 0
    while start < len(letters):
        full = _first_outside(letters, start, width - (0.0 if lines else indent))
        line = _end_line(letters, start, full, may_hang, marks)
        lines.append(line)
        start = line.end
    return lines or [Line(0, 0)]


def _first_outside(letters: Sequence[Letter], start: int, width: float) -> int:
    """Return the index of the first letter that does not fit; a blank always does."""
    reached = 0.0
    for index in range(start, len(letters)):
        letter = letters[index]
        reached += letter.advance + (letter.gap if index > start else 0.0)
        if reached > width + _SPARE and letter.char != " ":
            return index
    return len(letters)


def _end_line(letters: Sequence[Letter], start: int, full: int, may_hang: bool, marks: str) -> Line:
    if full == len(letters):
        return Line(start, full)
    if may_hang and full > start and _can_hang(letters, full):
        return Line(start, full + 1, is_hanging=True)
    for end in range(full, start, -1):
        before, after = letters[end - 1].char, letters[end].char
        if may_break(before, after) or (before in marks and _may_break_word(letters, end, marks)):
            return Line(start, end)
    return Line(start, _within_word(letters, start, full))


def _may_break_word(letters: Sequence[Letter], end: int, marks: str) -> bool:
    """Return whether a line may end behind the mark before `end`, in the midst of a long word.

    No mark begins a line, no number is broken at its point and no address behind "http://".
    """
    earlier, before, after = (letters[max(0, end + k)].char for k in (-2, -1, 0))
    if earlier == before or after in marks or after in NO_START or not is_word_letter(after):
        return False
    if before == "." and after.isdigit():
        return False
    first, last = _word_around(letters, end)
    return last - first >= LONG_WORD and end - first > 1


def _word_around(letters: Sequence[Letter], place: int) -> tuple[int, int]:
    """Return where the word that holds a place begins, and where the letter behind it stands."""
    first, last = place, place
    while first > 0 and is_word_letter(letters[first - 1].char):
        first -= 1
    while last < len(letters) and is_word_letter(letters[last].char):
        last += 1
    return first, last


def _within_word(letters: Sequence[Letter], start: int, full: int) -> int:
    """Return where a word as wide as the line is broken: an address after a stroke, if it has one.

    Never behind the second half of the line, so that no line is left nearly empty.
    """
    for end in range(full, (start + full) // 2, -1):
        if letters[end - 1].char == "/" and letters[end].char != "/":
            return end
    return max(full, start + 1)


def _can_hang(letters: Sequence[Letter], index: int) -> bool:
    if letters[index].char not in HANGING:
        return False
    after = index + 1
    return after == len(letters) or may_break(letters[index].char, letters[after].char)
