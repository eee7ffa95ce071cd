"""The objects of an OFD page, its templates and drawings included, made a drawn page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from importers.readers.ofd.ofd_names import (
    POINT,
    UNTURNED,
    Element,
    Matrix,
    box_of,
    child,
    children,
    joined,
    matrix_of,
    moved,
    name_of,
    number,
    numbers,
    text_of,
)
from importers.readers.ofd.ofd_package import OfdDocument, Shared
from importers.readers.ofd.ofd_paths import path_marks
from importers.readers.ofd.ofd_text import TextLook, text_marks
from importers.readers.paged.drawn_page import Box, DrawnPage, Mark, Objects, placed

MOST_MARKS = 40_000
"""Of a page: characters, lines and boxes. A full page of a report has 4000."""
MOST_ITEMS = 30_000
"""Elements looked at for a page; a drawing that is used again counts again."""
MOST_DEPTH = 16
_A4 = (0.0, 0.0, 210.0, 297.0)
_BLACK = (0.0, 0.0, 0.0)
_WHOLE = 255.0
_BLOCKS = ("Layer", "PageBlock")
_NO = ("false", "0")


class PageTooFullError(Exception):
    """A page holds more than any page of a report, or drawings nested without an end."""


def drawn_page(page: Element, document: OfdDocument) -> DrawnPage:
    """Return what an OFD page shows; PageTooFullError above what a page of a report holds."""
    box = _page_box(page, document)
    walker = _Walker(document.shared, moved(-box[0], -box[1]))
    for content in _contents(page, document):
        for layer in children(content, "Layer"):
            walker.take(layer, UNTURNED)
    size: Box = (0.0, 0.0, box[2] * POINT, box[3] * POINT)
    return DrawnPage(walker.objects, size)


def _page_box(page: Element, document: OfdDocument) -> tuple[float, float, float, float]:
    """Return the box of a page in millimetres: its own, else that of the whole document."""
    for area in (child(page, "Area"), document.area):
        box = box_of(text_of(child(area, "PhysicalBox")))
        if box is not None and min(box[2:]) > 0:
            return box
    return _A4


def _contents(page: Element, document: OfdDocument) -> Iterator[Element]:
    """Yield the contents of the templates that a page uses, and its own."""
    used = [
        document.templates.get(item.get("TemplateID", "")) for item in children(page, "Template")
    ]
    for source in (*used, page):
        content = child(source, "Content")
        if content is not None:
            yield content


@dataclass(frozen=True)
class _Paint:
    """What an object is painted with; drawing parameters that it names say what it does not."""

    item: Element
    parameters: tuple[Element, ...]

    def color(self, name: str, default: tuple[float, ...]) -> tuple[float, ...]:
        """Return a colour from 0 to 1, whatever shows through it."""
        found = self._named(name)
        value = () if found is None else numbers(found.get("Value"))
        return tuple(part / _WHOLE for part in value) or default

    def opacity(self, name: str) -> float:
        """Return how little shows through a colour: 1 none, 0 all."""
        found = self._named(name)
        own = _WHOLE if found is None else number(found.get("Alpha"), _WHOLE)
        whole = own * number(self.item.get("Alpha"), _WHOLE) / _WHOLE**2
        return max(0.0, min(1.0, whole))

    def shown(self, name: str, default: tuple[float, ...]) -> tuple[float, ...]:
        """Return a colour as it looks on white paper that shows through it."""
        return _paler(self.color(name, default), self.opacity(name))

    def _named(self, name: str) -> Element | None:
        sources = (child(source, name) for source in (self.item, *self.parameters))
        return next((found for found in sources if found is not None), None)

    def is_on(self, name: str, *, default: bool) -> bool:
        value = self.item.get(name)
        return default if value is None else value.strip().lower() not in _NO


def _paler(color: tuple[float, ...], share: float) -> tuple[float, ...]:
    if len(color) == 4:
        return tuple(part * share for part in color)
    return tuple(1 - share * (1 - part) for part in color)


class _Walker:
    """Gathers what is drawn, object by object."""

    def __init__(self, shared: Shared, base: Matrix) -> None:
        self._shared, self._base = shared, base
        self.objects: Objects = {"char": [], "line": [], "rect": [], "curve": [], "image": []}
        self._items = 0

    def take(self, block: Element, outer: Matrix, depth: int = 0) -> None:
        """Take what stands in a layer, a block or a drawing that is used by number."""
        if depth > MOST_DEPTH:
            raise PageTooFullError
        for item in block:
            self._items += 1
            if self._items > MOST_ITEMS:
                raise PageTooFullError
            self._take_item(item, outer, depth)

    def _take_item(self, item: Element, outer: Matrix, depth: int) -> None:
        name = name_of(item)
        if (item.get("Visible") or "").strip().lower() in _NO:
            return
        if name in _BLOCKS:
            self.take(item, outer, depth + 1)
        elif name == "CompositeObject":
            drawing = self._shared.drawings.get(item.get("ResourceID", ""))
            content = child(drawing, "Content")
            if content is not None:
                self.take(content, joined(self._matrix(item), outer), depth + 1)
        elif name in ("TextObject", "PathObject", "ImageObject"):
            self._add(item, name, joined(joined(self._matrix(item), outer), self._base))

    @staticmethod
    def _matrix(item: Element) -> Matrix:
        """Return how an object's own places lie in what holds it."""
        box = box_of(item.get("Boundary")) or (0.0, 0.0, 0.0, 0.0)
        return joined(matrix_of(item.get("CTM")), moved(box[0], box[1]))

    def _add(self, item: Element, name: str, matrix: Matrix) -> None:
        paint = _Paint(item, tuple(self._parameters(item)))
        if name == "TextObject":
            marks = text_marks(item, matrix, _look(paint))
        elif name == "PathObject":
            marks = path_marks(item, matrix, _stroke(paint))
        else:
            marks = self._image(item, matrix)
        for mark in marks:
            self.objects[mark["object_type"]].append(mark)
            if sum(map(len, self.objects.values())) > MOST_MARKS:
                raise PageTooFullError

    def _parameters(self, item: Element) -> Iterator[Element]:
        """Yield the drawing parameters that an object names, and those that these go on from."""
        key, seen = item.get("DrawParam", ""), set[str]()
        while key and key not in seen and key in self._shared.parameters:
            seen.add(key)
            yield self._shared.parameters[key]
            key = self._shared.parameters[key].get("Relative", "")

    def _image(self, item: Element, matrix: Matrix) -> Iterator[Mark]:
        box = box_of(item.get("Boundary"))
        if box is None:
            return
        left, top = matrix[4] * POINT, matrix[5] * POINT
        whole = (left, top, left + box[2] * POINT, top + box[3] * POINT)
        yield {**placed(whole), "object_type": "image"}


def _look(paint: _Paint) -> TextLook:
    item = paint.item
    is_seen = paint.is_on("Fill", default=True) or paint.is_on("Stroke", default=False)
    name = "FillColor" if paint.is_on("Fill", default=True) else "StrokeColor"
    return TextLook(
        paint.color(name, _BLACK) if is_seen else (1.0, 1.0, 1.0),
        number(item.get("Size"), 0.0),
        number(item.get("HScale"), 1.0) or 1.0,
        number(item.get("CharDirection"), 0.0),
        number(item.get("ReadDirection"), 0.0),
        paint.opacity(name),
    )


def _stroke(paint: _Paint) -> Mark:
    return {
        "stroke": paint.is_on("Stroke", default=True),
        "fill": paint.is_on("Fill", default=False),
        "non_stroking_color": paint.shown("FillColor", _BLACK),
    }
