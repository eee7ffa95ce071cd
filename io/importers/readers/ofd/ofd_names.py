"""Elements of OFD by their plain names; producers write them in several namespaces."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for it
Matrix = tuple[float, float, float, float, float, float]

UNTURNED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
POINT = 72 / 25.4
"""Points in a millimetre, in which OFD measures."""
MOST = 1e5
"""Millimetres: no page and no place on one is further away."""
_NUMBER = re.compile(r"[-+]?(?:\d{1,9}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][-+]?\d{1,5})?")


def name_of(element: Element) -> str:
    """Return an element's name without its namespace; "" for comments and the like."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the elements right inside another that have one of these names."""
    return (child for child in element if name_of(child) in names)


def child(element: Element | None, name: str) -> Element | None:
    """Return the first element of a name right inside another, None where there is none."""
    return None if element is None else next(children(element, name), None)


def text_of(element: Element | None) -> str:
    """Return what is written in an element and all within it."""
    return "".join(map(str, element.itertext())) if element is not None else ""


def numbers(text: str | None) -> list[float]:
    """Return the numbers in an attribute or element; what is no number is left out."""
    found = (float(match[0]) for match in _NUMBER.finditer(text or ""))
    return [max(-MOST, min(MOST, number)) for number in found if math.isfinite(number)]


def number(text: str | None, default: float) -> float:
    """Return the number that an attribute gives, else the default."""
    return next(iter(numbers(text)), default)


def box_of(text: str | None) -> tuple[float, float, float, float] | None:
    """Return left, top, width and height of a box, None where it does not tell all four."""
    found = numbers(text)
    return (found[0], found[1], found[2], found[3]) if len(found) == 4 else None


def matrix_of(text: str | None) -> Matrix:
    """Return the matrix that an attribute gives, the one that changes nothing where it is none."""
    found = numbers(text)
    if len(found) != 6:
        return UNTURNED
    return (found[0], found[1], found[2], found[3], found[4], found[5])


def joined(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that does what the inner one does and then what the outer one does."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def moved(x: float, y: float) -> Matrix:
    """Return the matrix that moves by so many millimetres."""
    return (1.0, 0.0, 0.0, 1.0, x, y)


def point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a matrix puts a place."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
