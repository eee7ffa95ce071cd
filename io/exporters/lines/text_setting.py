"""Text set in lines of a width: runs of fonts, letter spacing, alignment and full lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, Protocol

from exporters.lines.line_breaking import (
    Letter,
    Line,
    break_lines,
    has_gap,
    is_word_letter,
    may_break,
)
from exporters.lines.placed import Letters
from exporters.page_style import FontRole

Align = Literal["left", "center", "right", "justify"]
SCRIPT_GAP = 0.2
"""Between a Chinese character and a digit, in parts of the size, as word processors leave it."""
LOOSEST = 5.0
"""Characters: a line that lacks more, before a long word, stays short and is not torn apart."""
TAB = 21.0
"""The width of a tab in points."""
BASELINE = 0.8
"""Where the baseline stands in the pitch of a line, from its top, as in word processors."""


class Measure(Protocol):
    """Knows how wide a character is in the font of a role."""

    def advance(self, char: str, role: FontRole) -> float:
        """Return the width in parts of the font's size."""


@dataclass(frozen=True)
class Piece:
    """A stretch of text in one font and size (points), `spacing` points wider per character."""

    text: str
    role: FontRole
    size: float
    spacing: float = 0.0


@dataclass(frozen=True)
class Column:
    """Where lines stand: width, the first line's indent, and how they are aligned; in points."""

    width: float
    align: Align
    indent: float = 0.0
    may_hang: bool = True


def set_text(
    pieces: Sequence[Piece], column: Column, measure: Measure
) -> tuple[tuple[Letters, ...], ...]:
    """Return the letters of each line, with `x` from the column's left edge and `y` 0."""
    letters, owners = _letters(pieces, measure)
    lines = break_lines(letters, column.width, column.indent, may_hang=column.may_hang)
    return tuple(
        tuple(_place(letters, owners, line, column, line is lines[0], line is lines[-1]))
        for line in lines
    )


def _letters(pieces: Sequence[Piece], measure: Measure) -> tuple[list[Letter], list[Piece]]:
    letters: list[Letter] = []
    owners: list[Piece] = []
    before = ""
    for piece in pieces:
        for char in piece.text:
            width = TAB if char == "\t" else measure.advance(char, piece.role) * piece.size
            is_apart = before and has_gap(before, char)
            # The letters on both sides of the gap are not drawn together as well.
            gap = SCRIPT_GAP * piece.size - piece.spacing if is_apart else 0.0
            letters.append(Letter(char, width + piece.spacing, gap))
            owners.append(piece)
            before = char
    return letters, owners


def _place(
    letters: Sequence[Letter],
    owners: Sequence[Piece],
    line: Line,
    column: Column,
    is_first: bool,
    is_last: bool,
) -> Iterator[Letters]:
    indent = column.indent if is_first else 0.0
    places, end = _places(letters, line)
    free = column.width - indent - end
    if column.align == "justify" and not is_last and free <= LOOSEST * owners[line.start].size:
        _spread(letters, line, places, free)
    start = indent + _shift(column.align, free)
    indexes = range(line.start, line.end)
    for _, group in groupby(indexes, key=lambda index: id(owners[index])):
        run = list(group)
        piece = owners[run[0]]
        left = places[run[0] - line.start]
        yield Letters(
            x=start + left,
            y=0.0,
            text="".join(letters[index].char for index in run),
            offsets=tuple(places[index - line.start] - left for index in run),
            role=piece.role,
            size=piece.size,
        )


def _shift(align: Align, free: float) -> float:
    if align == "center":
        return max(0.0, free / 2)
    return max(0.0, free) if align == "right" else 0.0


def _places(letters: Sequence[Letter], line: Line) -> tuple[list[float], float]:
    """Return each letter's distance from the line's start, and where what is seen of it ends."""
    places: list[float] = []
    reached = end = 0.0
    for index in range(line.start, line.end):
        letter = letters[index]
        reached += letter.gap if index > line.start else 0.0
        places.append(reached)
        reached += letter.advance
        is_outside = line.is_hanging and index == line.end - 1
        if letter.char != " " and not is_outside:
            end = reached
    return places, end


def _spread(letters: Sequence[Letter], line: Line, places: list[float], free: float) -> None:
    """Share what is left of a line among the places where letters may stand apart."""
    # The blanks at the end of a line have no part in it.
    count = line.end - line.start
    while count > 1 and letters[line.start + count - 1].char == " ":
        count -= 1
    last = count - 1 if line.is_hanging else count
    joints = [k for k in range(1, last) if _may_stand_apart(letters, line.start + k)]
    if not joints or free <= 0:
        return
    share, moved, rest = free / len(joints), 0.0, set(joints)
    for k in range(1, count):
        moved += share if k in rest else 0.0
        places[k] += moved


def _may_stand_apart(letters: Sequence[Letter], index: int) -> bool:
    before, after = letters[index - 1].char, letters[index].char
    if is_word_letter(before) and is_word_letter(after):
        return False
    return before == " " or (after != " " and (before != after or may_break(before, after)))
