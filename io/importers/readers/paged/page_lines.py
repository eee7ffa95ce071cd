"""The characters of a PDF page put together to lines of text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from importers.readers.looks import PLAIN, Look, Run, shown_text
from importers.source_document import Marked

_RADICALS = str.maketrans(
    "⺠⺟⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰",
    "民母虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙",
)
_SIMPLIFIED = str.maketrans("戶靑", "户青")
"""The plain forms that Unicode gives for two radicals are not those of simplified Chinese."""
_SAME_PLACE = 0.25
"""Of the size: a character drawn again so near is the same one, printed bold."""
_SAME_LINE = 0.5
_WORD_GAP, _DIGIT_GAP = 0.2, 0.3
_SMALL, _OFF_MIDDLE, _LEAST_SIZE = 0.8, 0.12, 0.1
_FIELD_GAP = 1.5
FEWEST_SPACED = 3
"""Pairs of Chinese characters that tell how far a line is spread."""


@dataclass(frozen=True)
class Char:
    """A character and its box on the page, in points from the top left."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    look: Look = PLAIN

    @property
    def middle(self) -> float:
        """Return the height of its middle, in points from the top."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Line:
    """A line of text and its box on the page, in points from the top left; `page` counts from 0."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    page: int = 0
    marked: tuple[Marked, ...] = ()


def plain_character(text: str) -> str:
    """Return a character as it is typed; some fonts name radicals in place of characters.

    The pairs are those of Unicode: its table of equivalent ideographs and compatibility forms.
    """
    if not text or text.isascii():
        return text
    if 0x2E80 <= ord(text[0]) <= 0x2EFF:
        return text.translate(_RADICALS)
    if 0x2F00 <= ord(text[0]) <= 0x2FDF or 0xF900 <= ord(text[0]) <= 0xFAFF:
        return unicodedata.normalize("NFKC", text).translate(_SIMPLIFIED)
    return text


def read_lines(chars: Iterable[Char], page: int = 0) -> list[Line]:
    """Return the lines that characters make up, from top to bottom."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda char: char.middle):
        # Small marks sit higher or lower; the line's largest character tells where it runs.
        near = rows and abs(char.middle - rows[-1][0].middle) < _SAME_LINE * max(
            char.size, rows[-1][0].size
        )
        if near:
            rows[-1].append(char)
        else:
            rows.append([char])
    lines = (_line(_without_doubles(row), page) for row in rows)
    return [line for line in lines if line.text.strip() or line.marked]


def _without_doubles(row: list[Char]) -> list[Char]:
    kept: list[Char] = []
    for char in sorted(row, key=lambda char: char.x0):
        reach = _SAME_PLACE * char.size
        if not any(
            other.text == char.text and not char.text.isspace() and char.x0 - other.x0 < reach
            for other in kept[-3:]
        ):
            kept.append(char)
    return kept


def _line(row: Sequence[Char], page: int) -> Line:
    runs: list[Run] = []
    spacing = _spacing(row)
    for index, char in enumerate(row):
        blank = _gap(row[index - 1], char, spacing) if index else ""
        runs.append((blank + char.text, _look(char, row)))
    shown = shown_text(runs)
    text = shown.text
    inked = [char for char in row if not char.text.isspace()] or list(row)
    return Line(
        text,
        inked[0].x0,
        max(char.x1 for char in inked),
        min(char.top for char in inked),
        max(char.bottom for char in inked),
        max(char.size for char in inked),
        page,
        tuple(shown.marked),
    )


def _look(char: Char, row: Sequence[Char]) -> Look:
    """Return a character's look, raised or lowered where it is small and off the line's middle."""
    main = max(row, key=lambda other: other.size)
    if char.size > _SMALL * main.size:
        return char.look
    off = (main.middle - char.middle) / max(main.size, _LEAST_SIZE)
    shift = 0 if abs(off) < _OFF_MIDDLE else 1 if off > 0 else -1
    return replace(char.look, shift=shift)


def _spacing(row: Sequence[Char]) -> float:
    """Return the space, in points, that a line spread over its width has between its characters.

    Chinese ones tell it; a row of single digits is as far apart as its columns are.
    """
    pairs = zip(row, row[1:], strict=False)
    gaps = [b.x0 - a.x1 for a, b in pairs if not (_is_figure(a) or _is_figure(b))]
    return max(0.0, median(gaps)) if len(gaps) >= FEWEST_SPACED else 0.0


def _is_figure(char: Char) -> bool:
    return char.text.isascii() and not char.text.isspace()


def _gap(before: Char, char: Char, spacing: float) -> str:
    """Return the blank that a gap on the line stands for: between words, or wide between fields."""
    gap = char.x0 - before.x1
    if before.text.isspace() or char.text.isspace():
        return ""
    if not (_is_figure(before) and _is_figure(char)):
        return " " if gap > _FIELD_GAP * char.size else ""
    has_letters = before.text.isalpha() or char.text.isalpha()
    limit = _WORD_GAP if has_letters else _DIGIT_GAP
    return " " if gap - spacing > limit * char.size else ""
