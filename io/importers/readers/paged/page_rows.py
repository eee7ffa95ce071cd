"""The rows of characters on a drawn page, and the spaces within them that may part columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from importers.readers.paged.drawn_page import DrawnPage, Mark

GUTTER = 1.3
"""Of a character: the least space between columns; two blanks within a sentence are as wide."""
SENTENCE = 6
"""Chinese characters of a row on one side of a space; a label beside figures has them on one."""


@dataclass(frozen=True)
class Space:
    """A wide space in a row: from where to where, and the Chinese characters at both sides."""

    start: float
    end: float
    before: int
    behind: int

    @property
    def is_between_sentences(self) -> bool:
        """Return whether enough words for sentences stand at both sides."""
        return min(self.before, self.behind) >= SENTENCE


@dataclass(frozen=True)
class Row:
    """The characters of a row, left to right, and its place, in points from the top left."""

    chars: tuple[Mark, ...]
    top: float
    bottom: float
    spaces: tuple[Space, ...]

    @property
    def words(self) -> int:
        """Return how many Chinese characters the row has."""
        return sum(map(_is_word, self.chars))

    @property
    def is_parted(self) -> bool:
        """Return whether a wide space stands between sentences."""
        return any(space.is_between_sentences for space in self.spaces)

    def space_at(self, x: float) -> Space | None:
        """Return the wide space that a place lies in, None where it lies in none."""
        return next((space for space in self.spaces if space.start <= x <= space.end), None)

    def is_crossing(self, x: float) -> bool:
        """Return whether a place lies within the row's text."""
        return bool(self.chars[0]["x0"] < x < self.chars[-1]["x1"]) and not self.space_at(x)

    def is_free(self, x: float, reach: float) -> bool:
        """Return whether nothing of the row stands so near to a place."""
        if self.chars[-1]["x1"] <= x - reach or self.chars[0]["x0"] >= x + reach:
            return True
        space = self.space_at(x)
        return space is not None and space.start <= x - reach and x + reach <= space.end

    def is_double(self, x: float) -> bool:
        """Return whether sentences stand at both sides of a place."""
        space = self.space_at(x)
        return space is not None and space.is_between_sentences

    def side(self, x: float, number: int) -> list[Mark]:
        """Return the characters left (0) or right (1) of a place."""
        return [char for char in self.chars if (char["x0"] > x) == bool(number)]


def _is_word(char: Mark) -> bool:
    return "\u4e00" <= str(char["text"])[:1] <= "\u9fff"


def words(chars: Sequence[Mark]) -> int:
    """Return how many of the characters are Chinese."""
    return sum(map(_is_word, chars))


def rows_of(page: DrawnPage) -> list[Row]:
    """Return the rows of characters from top to bottom, blanks left out."""
    if page.rows is None:
        page.rows = list(_rows(page))
    return page.rows


def _rows(page: DrawnPage) -> Iterator[Row]:
    rows: list[list[Mark]] = []
    chars = [char for char in page.chars if not str(char["text"]).isspace()]
    for char in sorted(chars, key=lambda char: (char["top"] + char["bottom"], char["x0"])):
        middle = (char["top"] + char["bottom"]) / 2
        if rows and rows[-1][0]["top"] <= middle <= rows[-1][0]["bottom"]:
            rows[-1].append(char)
        else:
            rows.append([char])
    return (_row(sorted(row, key=lambda char: float(char["x0"]))) for row in rows)


def _row(chars: list[Mark]) -> Row:
    top, bottom = min(char["top"] for char in chars), max(char["bottom"] for char in chars)
    least = GUTTER * max(char["size"] for char in chars)
    whole, before = words(chars), 0
    spaces = []
    for char, following in zip(chars, chars[1:], strict=False):
        before += _is_word(char)
        if following["x0"] - char["x1"] >= least:
            spaces.append(Space(char["x1"], following["x0"], before, whole - before))
    return Row(tuple(chars), top, bottom, tuple(spaces))
