"""Characters of a PDF page that nobody reads as text: unseen, struck out, or outside the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from importers.readers.looks import Look
from importers.readers.paged.drawn_page import OPACITY, DrawnPage
from importers.readers.paged.unreadable import UNREADABLE, is_unreadable

Mark = Mapping[str, object]
_UNKNOWN = "(cid:"
_WHITES = ((1,), (1, 1), (1, 1, 1), (0, 0, 0, 0))
_THICKEST = 2.0
_LONGEST = 0.5
"""Of the page's width: what is longer is a rule and strikes no word out."""
_MIDDLE = (0.3, 0.75)
"""Of a character's height, from its top: where a line strikes it out."""
LARGE = 1.6
"""Of the usual size: letters in one place on all pages that are so large are a watermark."""
FEWEST_PAGES = 2
LEAST_SEEN = 0.02
"""How opaque a letter is at least that anyone sees on white paper."""


class PageMarks:
    """Tells how the characters of a page look, from what is drawn around them."""

    def __init__(self, page: DrawnPage) -> None:
        """Gather the lines that may strike characters out, and the colours behind them."""
        longest = float(page.width) * _LONGEST
        self._strokes: dict[int, list[tuple[float, float, float]]] = {}
        for mark in (*page.lines, *page.rects):
            if _number(mark, "height") <= _THICKEST < _number(mark, "width") < longest:
                top = (_number(mark, "top") + _number(mark, "bottom")) / 2
                span = (top, _number(mark, "x0"), _number(mark, "x1"))
                self._strokes.setdefault(round(top), []).append(span)
        filled = (mark for mark in page.rects if mark.get("fill") and not _is_white(mark))
        self._grounds = [_box(mark) for mark in (*filled, *page.images)]
        # From the page's own top left, as the places of characters are.
        self._shown = tuple(map(float, page.cropbox))
        self._is_cropped = self._shown != tuple(map(float, page.mediabox))

    def is_outside(self, char: Mark) -> bool:
        """Return whether a character stands outside what the page shows."""
        if not self._is_cropped:
            return False
        left, top, right, bottom = self._shown
        x, y = _center(char)
        return not (left <= x <= right and top <= y <= bottom)

    def look(self, char: Mark) -> Look:
        """Return how a character looks; its size is rounded to half points."""
        return Look(
            is_struck=self._is_struck(char),
            is_hidden=_is_unseen(char) and not self._has_ground(char),
            size=round(_number(char, "size") * 2) / 2,
        )

    def _is_struck(self, char: Mark) -> bool:
        if not self._strokes or str(char["text"]).isspace():
            return False
        top, height = _number(char, "top"), _number(char, "bottom") - _number(char, "top")
        first, last = (top + part * height for part in _MIDDLE)
        x, _ = _center(char)
        return any(
            first <= at <= last and x0 - 1 <= x <= x1 + 1
            for place in range(round(first), round(last) + 1)
            for at, x0, x1 in self._strokes.get(place, ())
        )

    def _has_ground(self, char: Mark) -> bool:
        x, y = _center(char)
        return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in self._grounds)


def watermark(pages: Sequence[Sequence[Mark]]) -> set[tuple[str, int, int]]:
    """Return the large letters that stand in one place on every page, by letter and place."""
    if len(pages) < FEWEST_PAGES:
        return set()
    sizes = Counter(round(_number(char, "size")) for page in pages for char in page)
    usual = max(sizes, key=lambda size: sizes[size], default=0)
    large = [
        {place_of(char) for char in page if _number(char, "size") > LARGE * usual} for page in pages
    ]
    return set.intersection(*large)


def place_of(char: Mark) -> tuple[str, int, int]:
    """Return a character with its place in points, by which it is known on other pages."""
    return str(char["text"]), round(_number(char, "x0")), round(_number(char, "top"))


def character(char: Mark) -> str:
    """Return the character; the sign for unreadable ones where its font does not tell it."""
    text = str(char["text"])
    return UNREADABLE if text.startswith(_UNKNOWN) or any(map(is_unreadable, text)) else text


def _is_unseen(char: Mark) -> bool:
    return _is_white(char) or float(str(char.get(OPACITY, 1.0))) < LEAST_SEEN


def _is_white(mark: Mark) -> bool:
    color = mark.get("non_stroking_color")
    if isinstance(color, int | float):
        color = (color,)
    if not isinstance(color, Iterable) or isinstance(color, str):
        return False
    return tuple(_numbers(color)) in _WHITES


def _numbers(color: Iterable[object]) -> Iterator[object]:
    for part in color:
        yield float(part) if isinstance(part, int | float) else part


def _center(mark: Mark) -> tuple[float, float]:
    x = (_number(mark, "x0") + _number(mark, "x1")) / 2
    return x, (_number(mark, "top") + _number(mark, "bottom")) / 2


def _box(mark: Mark) -> tuple[float, float, float, float]:
    return (
        _number(mark, "x0"),
        _number(mark, "top"),
        _number(mark, "x1"),
        _number(mark, "bottom"),
    )


def _number(mark: Mark, name: str) -> float:
    return float(str(mark[name]))
