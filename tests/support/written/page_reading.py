"""Reads the pages of any PDF file as an eye does: ink on ink, ink on a rule, headings left alone.

The library takes what a viewer would draw, so that it tells nothing of how the file was made.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium

from exporters.lines.line_breaking import HANGING
from exporters.page_style import LEAST_EDGE
from exporters.table_layout import POINTS_PER_MM

_THICKEST = 2.5
"""Points: what is thinner and longer than that is a rule."""
_TOUCH = 1.0
"""Points by which ink may reach over a rule: the rule's own width, and the rounding of a font."""
_SHARED = 0.35
"""How much of a sign's ink may lie within another's box: marks stand close to their letters."""
_SAME_LINE = 2.0
_BAND = 24
_NUMBER = re.compile(r"—\d+—")


class Sign(NamedTuple):
    """A character: the box of its ink and its baseline, in points from the bottom left."""

    char: str
    left: float
    bottom: float
    right: float
    top: float
    base: float


@dataclass(frozen=True)
class ReadPage:
    """A page: its size in points, its signs, and its rules as (place, start, end)."""

    width: float
    height: float
    signs: tuple[Sign, ...]
    uprights: tuple[tuple[float, float, float], ...]
    levels: tuple[tuple[float, float, float], ...]

    def lines(self) -> list[str]:
        """The lines from the top down, without blanks."""
        rows: list[list[Sign]] = []
        for sign in sorted(self.signs, key=lambda sign: -sign.base):
            if not rows or rows[-1][0].base - sign.base > _SAME_LINE:
                rows.append([])
            rows[-1].append(sign)
        return ["".join(s.char for s in sorted(row, key=lambda s: s.left)) for row in rows]

    def body(self) -> list[str]:
        """The lines without the page's number."""
        return [line for line in self.lines() if not _NUMBER.fullmatch(line)]


def read_pages(path: Path) -> list[ReadPage]:
    """The pages of a file; words that do not stand upright, as watermarks, are left out."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [_read(document[index]) for index in range(len(document))]
    finally:
        document.close()


def _read(page: pypdfium2.PdfPage) -> ReadPage:
    width, height = page.get_size()
    text = page.get_textpage()
    signs = tuple(_signs(text))
    boxes = [item.get_bounds() for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])]
    uprights = [
        ((left + right) / 2, bottom, top)
        for left, bottom, right, top in boxes
        if right - left < _THICKEST < top - bottom
    ]
    levels = [
        ((bottom + top) / 2, left, right)
        for left, bottom, right, top in boxes
        if top - bottom < _THICKEST < right - left
    ]
    return ReadPage(width, height, signs, tuple(uprights), tuple(levels))


def _signs(text: pypdfium2.PdfTextPage) -> Iterator[Sign]:
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text, index))
        is_shown = not char.isspace() and char.isprintable()
        if is_shown and abs(pdfium.FPDFText_GetCharAngle(text, index)) < 0.01:
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            left, bottom, right, top = text.get_charbox(index)
            yield Sign(char, left, bottom, right, top, y.value)


# ---------------------------------------------------------------- faults


def page_faults(pages: Sequence[ReadPage], headings: frozenset[str]) -> Iterator[str]:
    """Say what a reader of the pages would mark; headings are told without blanks."""
    for number, page in enumerate(pages, start=1):
        for fault in _faults(page, headings, is_last=number == len(pages)):
            yield f"page {number}: {fault}"


def _faults(page: ReadPage, headings: frozenset[str], *, is_last: bool) -> Iterator[str]:
    body = page.body()
    if not body:
        yield "nothing on it"
    elif not is_last and body[-1] in headings:
        yield f"ends with the heading {body[-1]}"
    yield from (f"{sign.char} stands off the paper" for sign in page.signs if _is_off(page, sign))
    yield from (f"{sign.char} stands on a rule" for sign in page.signs if _is_on_rule(page, sign))
    yield from (f"{one.char} stands on {two.char}" for one, two in _overlapping(page.signs))


def _is_off(page: ReadPage, sign: Sign) -> bool:
    edge = (LEAST_EDGE - 0.5) * POINTS_PER_MM
    is_across = sign.left < edge or sign.right > page.width - edge
    return is_across or sign.bottom < edge or sign.top > page.height - edge


def _is_on_rule(page: ReadPage, sign: Sign) -> bool:
    middle, centre = (sign.bottom + sign.top) / 2, (sign.left + sign.right) / 2
    for x, bottom, top in page.uprights:
        if sign.left + _TOUCH < x < sign.right - _TOUCH and bottom < middle < top:
            return True
    for y, left, right in page.levels:
        if sign.bottom + _TOUCH < y < sign.top - _TOUCH and left < centre < right:
            return True
    return False


def _overlapping(signs: Sequence[Sign]) -> Iterator[tuple[Sign, Sign]]:
    """Yield each pair that shares too much of its ink's boxes."""
    rows = sorted(signs, key=lambda sign: (int(sign.base // _BAND), sign.left))
    bands = {row: list(some) for row, some in groupby(rows, lambda s: int(s.base // _BAND))}
    for row, some in bands.items():
        near = sorted([*some, *bands.get(row + 1, [])], key=lambda sign: sign.left)
        for place, one in enumerate(near):
            for two in near[place + 1 :]:
                if two.left >= one.right:
                    break
                if _shared(one, two) > _SHARED:
                    yield one, two


def _shared(one: Sign, two: Sign) -> float:
    """The part of the smaller sign's box that lies within the other's."""
    wide = min(one.right, two.right) - max(one.left, two.left)
    high = min(one.top, two.top) - max(one.bottom, two.bottom)
    least = min(_area(one), _area(two))
    return wide * high / least if wide > 0 and high > 0 and least > 0 else 0.0


def _area(sign: Sign) -> float:
    return (sign.right - sign.left) * (sign.top - sign.bottom)


# ---------------------------------------------------------------- what must be there


def lost_lines(pages: Sequence[ReadPage], lines: Sequence[str]) -> Iterator[str]:
    """Yield each line of text that is on no page, or only in part.

    Blanks do not count, nor marks that hang in the margin, which some programs keep to themselves.
    """
    yield from lost_from("".join(line for page in pages for line in page.body()), lines)


def lost_from(text: str, lines: Sequence[str]) -> Iterator[str]:
    """Yield each line that is not in a text, or only before the one in front of it."""
    whole, place = _bare(text), 0
    for line in lines:
        bare = _bare(line)
        found = whole.find(bare, place)
        if found < 0:
            yield f"lost: {line[:30]}"
        else:
            place = found + len(bare)


def _bare(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char not in HANGING)


def shown_cells(path: Path, pages: Sequence[ReadPage]) -> list[str]:
    """What the cells of all ruled tables show, without blanks; blank cells are left out."""
    found: list[str] = []
    with pdfplumber.open(path) as pdf:
        for page, seen in zip(pdf.pages, pages, strict=True):
            if len(seen.uprights) > 3:
                tables = page.find_tables()
                cells = [cell for table in tables for row in table.extract() for cell in row]
                found += filter(None, ("".join((cell or "").split()) for cell in cells))
            page.close()
    return found


def lost_cells(shown: Sequence[str], wanted: Sequence[str]) -> Iterator[str]:
    """Yield what some cell should show and none does.

    Only which characters stand in a cell is compared: the order in which a library tells a line's
    marks is no matter of what is printed.
    """
    left = Counter("".join(sorted(text)) for text in shown)
    for text in wanted:
        key = "".join(sorted(text))
        if not left[key]:
            yield f"no cell shows {text}"
        left[key] -= 1
