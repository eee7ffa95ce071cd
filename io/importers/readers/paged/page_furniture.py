"""Page numbers and lines that every page repeats, which are none of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from importers.readers.paged.drawn_page import EDGE
from importers.readers.paged.page_content import PageContent, PageTable
from importers.readers.paged.page_lines import Line

FEWEST_REPEATS = 3
_NUMBER = re.compile(
    r"[-—–―－~·.\s]*(?:第\s*)?(?P<number>\d{1,3})(?:\s*页)?"
    r"(?:\s*[/,，]?\s*共?\s*\d{1,3}\s*页?)?[-—–―－~·.\s]*"
)
_CODE = re.compile(r"校验码[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){1,3}")

Item = Line | PageTable


def without_furniture(pages: Sequence[PageContent]) -> Iterator[list[Item]]:
    """Yield each page's items without page numbers and lines that every page repeats."""
    furniture = _Furniture(pages)
    for place, page in enumerate(pages):
        dropped = furniture.lines(place, page)
        yield [item for item in page.items if item not in dropped]


def doubtful_lines(pages: Sequence[PageContent]) -> list[str]:
    """Return the lines left out for standing at the edge of two pages only: they may be text."""
    if len(pages) >= FEWEST_REPEATS:
        return []
    furniture = _Furniture(pages)
    left = [line for place, page in enumerate(pages) for line in furniture.running(place, page)]
    return list(dict.fromkeys(line.text.strip() for line in left))


class _Furniture:
    """What the pages of a document have in common at their edges."""

    def __init__(self, pages: Sequence[PageContent]) -> None:
        shifts: Counter[tuple[bool, int]] = Counter()
        self._repeats: Counter[str] = Counter()
        for place, page in enumerate(pages):
            shifts.update(shift for found in _shifts(place, page).values() for shift in found)
            self._repeats.update({_pattern(line) for line in _edge_lines(page)})
        self._shift = max(shifts, key=lambda key: shifts[key], default=None)
        self._needed = min(FEWEST_REPEATS, max(2, len(pages)))

    def lines(self, place: int, page: PageContent) -> set[Line]:
        """Return the lines of a page that are its number, a running line or a code."""
        numbers = {line for line, found in _shifts(place, page).items() if self._shift in found}
        codes = set(filter(_is_code, _edge_lines(page)))
        return numbers | codes | set(filter(self._is_running, _edge_lines(page)))

    def running(self, place: int, page: PageContent) -> list[Line]:
        """Return the lines of a page that are left out only for being on others too."""
        numbers = [line for line, at in _shifts(place, page).items() if self._shift in at]
        edge = [line for line in _edge_lines(page) if line not in numbers and not _is_code(line)]
        return list(filter(self._is_running, edge))

    def _is_running(self, line: Line) -> bool:
        return self._repeats[_pattern(line)] >= self._needed


def _is_code(line: Line) -> bool:
    """Return whether a line is the code that this program prints beside or without page numbers."""
    rest, count = _CODE.subn("", "".join(line.text.split()))
    return count == 1 and (not rest or _NUMBER.fullmatch(rest) is not None)


def _edge_lines(page: PageContent) -> list[Line]:
    """Return the lines that stand first or last on a page, close to its edges."""
    found: list[Line] = []
    for item in page.items:
        if not isinstance(item, Line) or item.bottom > page.height * EDGE:
            break
        found.append(item)
    for item in reversed(page.items):
        if not isinstance(item, Line) or item.top < page.height * (1 - EDGE):
            break
        found.append(item)
    return found


def _shifts(place: int, page: PageContent) -> dict[Line, set[tuple[bool, int]]]:
    """Return how far the lines that may be page numbers are from the page's own place.

    That is its place among all pages, and where columns were taken apart among the sheets.
    """
    places = ((False, place), (True, page.sheet))
    found = {}
    for line in _edge_lines(page):
        match = _NUMBER.fullmatch(line.text.strip())
        if match:
            found[line] = {(of, int(match["number"]) - at) for of, at in places if at >= 0}
    return found


def _pattern(line: Line) -> str:
    return re.sub(r"\d+", "#", "".join(line.text.split())) + f"@{round(line.top / 10)}"
