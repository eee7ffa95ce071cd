"""A page as what is drawn on it: characters, lines, boxes and pictures, each with its place.

The objects are dictionaries as pdfplumber has them, in points from the top left; so one road reads
the pages of every format that places its characters.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

from pdfplumber.container import Container
from pdfplumber.table import Table, TableFinder, TableSettings

if TYPE_CHECKING:
    from pdfplumber.page import Page

    from importers.readers.paged.page_rows import Row

Box = tuple[float, float, float, float]
Mark = dict[str, Any]
Objects = dict[str, list[Mark]]
EDGE = 0.12
"""Of the page's height: page numbers and running headers stand no further in."""
SLANT = 3.0
"""Degrees: what is turned by less is meant to be straight."""
SLANTED = -1
COMMON = "is_common"
"""The mark of characters that every page has in one place."""
OPACITY = "opacity"
"""The mark of characters that tells how little shows through them: 1 none, 0 all."""
ASKEW = "askew"
"""The kind of characters that are turned against most others."""
TURN = "turn"
"""The mark of such characters that tells by how many degrees against the clock, or SLANTED."""
_WHOLE = 360
_QUARTERS = (0, 90, 180, 270)


class DrawnPage(Container):
    """What is drawn on a page, the page's box, and the part of it that is shown."""

    def __init__(self, objects: Objects, box: Box, shown: Box | None = None) -> None:
        self._drawn = objects
        self.bbox = self.mediabox = box
        self.cropbox = shown or box
        self.rows: list[Row] | None = None
        """The rows of its characters, once they were looked for."""

    @property
    def objects(self) -> Objects:
        """Return what is drawn, by its kind."""
        return self._drawn

    @property
    def askew(self) -> list[Mark]:
        """Return the characters that are turned against the others."""
        return self._drawn.get(ASKEW, [])

    @property
    def width(self) -> float:
        """Return the page's width in points."""
        return self.bbox[2] - self.bbox[0]

    @property
    def height(self) -> float:
        """Return the page's height in points."""
        return self.bbox[3] - self.bbox[1]

    def filter(self, keeps: Callable[[Mark], bool]) -> DrawnPage:
        """Return the page with only what is to be kept."""
        objects = {kind: list(filter(keeps, marks)) for kind, marks in self._drawn.items()}
        return DrawnPage(objects, self.bbox, self.cropbox)

    def moved(self, by: float, width: float) -> DrawnPage:
        """Return a page of another width with everything moved to the right by so many points."""
        left, top, _, bottom = self.bbox
        objects = {kind: [_moved(mark, by) for mark in ms] for kind, ms in self._drawn.items()}
        shown = (self.cropbox[0] + by, self.cropbox[1], self.cropbox[2] + by, self.cropbox[3])
        box = (left, top, left + width, bottom)
        is_cropped = self.cropbox != self.bbox
        return DrawnPage(objects, box, shown if is_cropped else None)

    def find_tables(self, settings: Mapping[str, object] | None = None) -> list[Table]:
        """Return the grids that rules make; `settings` are those of pdfplumber."""
        # The finder asks for nothing of a page but what a container of its objects has, and a box.
        page = cast("Page", self)
        return list(TableFinder(page, TableSettings.resolve(dict(settings or {}))).tables)


def direction(char: Mapping[str, Any]) -> int:
    """Return in which direction a character's line runs: 0, 90, 180 or 270 degrees, or SLANTED.

    Counted against the clock, as a person sees the page.
    """
    along, up = char["matrix"][:2]
    if up == 0 and along > 0:
        return 0
    angle = math.degrees(math.atan2(up, along)) % _WHOLE
    for quarter in _QUARTERS:
        if min(abs(angle - quarter), _WHOLE - abs(angle - quarter)) <= SLANT:
            return quarter
    return SLANTED


def upright(page: DrawnPage) -> DrawnPage:
    """Return a page turned so that most of its text can be read; what is not so stands apart."""
    ways = [direction(char) for char in page.chars]
    counts = Counter(ways)
    del counts[SLANTED]
    main = max(counts, key=lambda way: counts[way], default=0)
    kinds: Objects = {"char": [], ASKEW: []}
    for char, way in zip(page.chars, ways, strict=True):
        if way == main:
            kinds["char"].append(char)
        else:
            kinds[ASKEW].append({**char, TURN: way if way == SLANTED else (way - main) % _WHOLE})
    kept = DrawnPage({**page.objects, **kinds}, page.bbox, page.cropbox)
    return turned(kept, main) if main else kept


def turned(page: DrawnPage, way: int) -> DrawnPage:
    """Return the page turned with the clock by 90, 180 or 270 degrees."""
    left, top, right, bottom = page.bbox

    def point(at: Iterable[float]) -> tuple[float, float]:
        x, y = at
        if way == 90:
            return bottom - y, x - left
        return (right - x, bottom - y) if way == 180 else (y - top, right - x)

    objects = {
        kind: [_turned_mark(mark, point, is_on_side=way != 180) for mark in marks]
        for kind, marks in page.objects.items()
    }
    return DrawnPage(objects, _turned_box(page.bbox, point), _turned_box(page.cropbox, point))


def _turned_box(box: Box, point: Callable[[Iterable[float]], tuple[float, float]]) -> Box:
    (x0, y0), (x1, y1) = point(box[:2]), point(box[2:])
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _turned_mark(
    mark: Mark,
    point: Callable[[Iterable[float]], tuple[float, float]],
    *,
    is_on_side: bool,
) -> Mark:
    box = _turned_box((mark["x0"], mark["top"], mark["x1"], mark["bottom"]), point)
    changed = {**mark, **placed(box)}
    if "pts" in mark:
        changed["pts"] = [point(at) for at in mark["pts"]]
    if is_on_side and "size" in mark:
        changed["size"] = changed["height"]
    return changed


def placed(box: Box) -> Mark:
    """Return a place as the objects of a page name it."""
    x0, top, x1, bottom = box
    return {
        "x0": x0,
        "top": top,
        "x1": x1,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "doctop": top,
        "y0": -bottom,
        "y1": -top,
    }


def _moved(mark: Mark, by: float) -> Mark:
    changed = {**mark, "x0": mark["x0"] + by, "x1": mark["x1"] + by}
    if "pts" in mark:
        changed["pts"] = [(x + by, y) for x, y in mark["pts"]]
    return changed
