"""Lines and boxes of OFD path objects, as the pages of a PDF have them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from importers.readers.ofd.ofd_names import POINT, Element, Matrix, child, number, point, text_of
from importers.readers.paged.drawn_page import Mark, placed

_COUNTS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
"""The numbers behind each letter; the last two are where it leads to."""
_STRAIGHT = 1.0
"""Points that a line may be askew by and still be meant to be level or upright."""
_THIN = 3.0
"""Points: an area that is no wider is a rule."""
_BOX = 4
MOST_STEPS = 20_000

Point = tuple[float, float]
Run = tuple[list[Point], bool]


def path_marks(item: Element, matrix: Matrix, paint: Mark) -> Iterator[Mark]:
    """Yield what a path draws; `paint` says whether it is stroked or filled, and in what colour."""
    text = text_of(child(item, "AbbreviatedData"))
    for points, is_curved in _runs(text, matrix):
        yield from _marks(points, paint, is_curved=is_curved)


def _steps(text: str) -> Iterator[tuple[str, list[float]]]:
    """Yield the letters of a path with the numbers that each needs; others are left out."""
    words = text.split()[: MOST_STEPS * 3]
    at = 0
    while at < len(words):
        letter = words[at]
        count = _COUNTS.get(letter, 0)
        values = [number(word, 0.0) for word in words[at + 1 : at + 1 + count]]
        at += 1 + count
        if letter in _COUNTS and len(values) == count:
            yield letter, values


def _runs(text: str, matrix: Matrix) -> Iterator[Run]:
    """Yield the pieces of a path as the places it goes through, and whether it bends between."""
    points: list[Point] = []
    is_curved = False
    for letter, values in _steps(text):
        if letter in "MS":
            if len(points) > 1:
                yield points, is_curved
            points, is_curved = [], False
        if values:
            x, y = point(matrix, values[-2], values[-1])
            points.append((x * POINT, y * POINT))
        elif points:
            points.append(points[0])
        is_curved = is_curved or letter in "QBA"
    if len(points) > 1:
        yield points, is_curved


def _marks(points: Sequence[Point], paint: Mark, *, is_curved: bool) -> Iterator[Mark]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box = (min(xs), min(ys), max(xs), max(ys))
    is_thin = min(box[2] - box[0], box[3] - box[1]) < _THIN
    if is_curved:
        # Where it bends no rule runs.
        yield {**placed(box), **paint, "object_type": "curve", "pts": []}
    elif _is_box(points) or (is_thin and not paint["stroke"]):
        yield {**placed(box), **paint, "object_type": "rect"}
    elif paint["stroke"]:
        for start, end in pairwise(points):
            yield {**placed(_line(start, end)), **paint, "object_type": "line"}
    else:
        yield {**placed(box), **paint, "object_type": "curve", "pts": list(points)}


def _is_box(points: Sequence[Point]) -> bool:
    """Return whether a path goes round a box whose sides are level and upright."""
    corners = list(dict.fromkeys(points))
    if len(corners) != _BOX:
        return False
    sides = pairwise([*corners, corners[0]])
    return all(min(abs(a[0] - b[0]), abs(a[1] - b[1])) < _STRAIGHT / 2 for a, b in sides)


def _line(start: Point, end: Point) -> tuple[float, float, float, float]:
    """Return the box of a line, made straight where it is almost so."""
    (x0, y0), (x1, y1) = start, end
    if abs(y1 - y0) < _STRAIGHT < abs(x1 - x0):
        y0 = y1 = (y0 + y1) / 2
    elif abs(x1 - x0) < _STRAIGHT < abs(y1 - y0):
        x0 = x1 = (x0 + x1) / 2
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
