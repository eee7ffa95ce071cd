"""The characters of OFD text objects, each with its place, as the pages of a PDF have them."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from importers.readers.ofd.ofd_names import (
    POINT,
    Element,
    Matrix,
    children,
    joined,
    number,
    numbers,
    point,
    text_of,
)
from importers.readers.paged.drawn_page import OPACITY, Mark, placed

_ASCENT, _DESCENT = 0.86, 0.14
"""Of the size, above and below the line that characters stand on, as Chinese fonts have them."""
_WIDE = ("W", "F", "A")
_HALF = 0.5
_UNSEEN = ("Cc", "Cf")
"""Kinds of characters that leave no mark on paper; those of a private area do, and are unknown."""
MOST_CHARACTERS = 60_000
"""Of a text object, blown up by repeated steps; a page has 4000."""


@dataclass(frozen=True)
class TextLook:
    """How a text object is painted: its colour from 0 to 1, and how its characters are turned."""

    color: tuple[float, ...]
    size: float
    stretch: float = 1.0
    turn: float = 0.0
    reading: float = 0.0
    opacity: float = 1.0


def text_marks(item: Element, matrix: Matrix, look: TextLook) -> Iterator[Mark]:
    """Yield the characters of a text object; `matrix` takes its places to those of the page."""
    x, y = 0.0, 0.0
    for code in children(item, "TextCode"):
        text = text_of(code)
        x, y = number(code.get("X"), x), number(code.get("Y"), y)
        steps = _Steps(code, text, look)
        for place, char in enumerate(text):
            dx, dy = steps.at(place)
            if unicodedata.category(char) not in _UNSEEN:
                width = _width(char, look)
                reach = min(width, dx) if dx > 0 else width
                yield _mark(char, (x, y, reach), matrix, look)
            x, y = x + dx, y + dy


def _width(char: str, look: TextLook) -> float:
    wide = unicodedata.east_asian_width(char) in _WIDE
    return look.size * look.stretch * (1.0 if wide else _HALF)


class _Steps:
    """How far it is from each character to the next one, as is told or as fonts have it."""

    def __init__(self, code: Element, text: str, look: TextLook) -> None:
        self._text, self._look = text, look
        self._x, self._y = (steps(code.get(name), len(text)) for name in ("DeltaX", "DeltaY"))

    def at(self, place: int) -> tuple[float, float]:
        """Return the step behind a character, to the right and down."""
        if not self._x and not self._y:
            width = _width(self._text[place], self._look)
            turn = math.radians(self._look.reading)
            return width * math.cos(turn), width * math.sin(turn)
        return _step(self._x, place), _step(self._y, place)


def _step(found: Sequence[float], place: int) -> float:
    """Return a step; the last one told goes on."""
    if not found:
        return 0.0
    return found[place] if place < len(found) else found[-1]


def steps(text: str | None, most: int) -> list[float]:
    """Return the steps that an attribute lists; `g 3 4.5` stands for three of 4.5."""
    found: list[float] = []
    words = iter((text or "").split())
    for word in words:
        if word in ("g", "G"):
            count, step = number(next(words, ""), 0), number(next(words, ""), 0)
            found += [step] * int(max(0, min(count, most)))
        else:
            found += numbers(word)[:1]
        if len(found) > most:
            break
    return found[: max(1, most)]


def _mark(char: str, place: tuple[float, float, float], matrix: Matrix, look: TextLook) -> Mark:
    """Return a character that stands at a place and is so wide, in millimetres of its object."""
    x, y, width = place
    turn = math.radians(look.turn)
    turned = (math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), x, y)
    whole = joined(turned, matrix)
    up, down = -_ASCENT * look.size, _DESCENT * look.size
    corners = [point(whole, at, height) for at in (0.0, width) for height in (up, down)]
    xs, ys = [at[0] * POINT for at in corners], [at[1] * POINT for at in corners]
    size = look.size * math.hypot(whole[2], whole[3]) * POINT
    return {
        **placed((min(xs), min(ys), max(xs), max(ys))),
        "object_type": "char",
        "text": char,
        "size": size,
        # As PDF has it, counted upwards.
        "matrix": (whole[0], -whole[1], -whole[2], whole[3], 0.0, 0.0),
        "non_stroking_color": look.color,
        "fontname": "",
        OPACITY: look.opacity,
    }
