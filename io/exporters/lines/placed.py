"""What stands on a page and where: letters, lines and tinted areas, in points from top left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from exporters.blocks import Block, TableCell
from exporters.page_style import FontRole


@dataclass(frozen=True, slots=True)
class Letters:
    """A stretch of one font: each character's distance from `x`, on the baseline at `y`.

    `owner` is the block or the cell whose text it is, None for page numbers and the like.
    """

    x: float
    y: float
    text: str
    offsets: tuple[float, ...]
    role: FontRole
    size: float
    owner: Block | TableCell | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line, as of a border."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float


@dataclass(frozen=True, slots=True)
class Tint:
    """A filled rectangle behind what stands on it; the colour as six hexadecimal digits."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Backdrop:
    """A pale word around the middle `x`, `y`, rising by `angle` degrees; it is drawn, not written.

    The size is in points, the colour six hexadecimal digits.
    """

    x: float
    y: float
    text: str
    role: FontRole
    size: float
    angle: float
    colour: str


Mark = Letters | Stroke | Tint | Backdrop


@dataclass(frozen=True)
class Page:
    """A page by its place, counted from 1, with all its marks in painting order."""

    number: int
    marks: tuple[Mark, ...]

    @property
    def letters(self) -> tuple[Letters, ...]:
        """Return the letters of the page in reading order."""
        return tuple(mark for mark in self.marks if isinstance(mark, Letters))


def reaches(mark: Mark, top: float, bottom: float) -> bool:
    """Return whether a mark may have something between two heights of its page, in points."""
    if isinstance(mark, Letters):
        # No letter is higher or deeper than twice its size.
        return mark.y + 2 * mark.size >= top and mark.y - 2 * mark.size <= bottom
    if isinstance(mark, Stroke):
        return max(mark.y1, mark.y2) + mark.width >= top and (
            min(mark.y1, mark.y2) - mark.width <= bottom
        )
    if isinstance(mark, Tint):
        return mark.y + mark.height >= top and mark.y <= bottom
    return True


def moved(marks: Iterable[Mark], right: float, down: float) -> tuple[Mark, ...]:
    """Return the marks at another place."""
    return tuple(_moved(mark, right, down) for mark in marks)


def _moved(mark: Mark, right: float, down: float) -> Mark:
    # Letters and strokes are thousands, for which replace() is slow.
    if isinstance(mark, Letters):
        x, y = mark.x + right, mark.y + down
        return Letters(x, y, mark.text, mark.offsets, mark.role, mark.size, mark.owner)
    if isinstance(mark, Stroke):
        x1, x2 = mark.x1 + right, mark.x2 + right
        return Stroke(x1, mark.y1 + down, x2, mark.y2 + down, mark.width)
    return replace(mark, x=mark.x + right, y=mark.y + down)
