"""The text of a PDF put together again: page furniture dropped, lines joined, tables continued."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from importers.readers.pdf.pdf_lines import Line
from importers.readers.pdf.pdf_page import NEAR, PageContent, PageTable, edges, nearest
from importers.source_document import Block, Paragraph, SourceCell, SourceTable

EDGE = 0.12
"""Of the page's height: page numbers and running headers stand no further in."""
FEWEST_REPEATS = 3
_NUMBER = re.compile(
    r"[-—–―－~·.\s]*(?:第\s*)?(?P<number>\d{1,3})(?:\s*页)?"
    r"(?:\s*[/,，]?\s*共?\s*\d{1,3}\s*页?)?[-—–―－~·.\s]*"
)
_CODE = re.compile(r"校验码[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}")
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d{1,2}[.．、])"
)
_WORD = re.compile(r"[（“《「]?[!-~]+")
_STOPS = "。！？"
_LETTER = 0.6
_INDENT = 1.2
_DEEPEST_INDENT = 3.5
_SHORT = 2.2
_UNBROKEN = 6.0
_SAME_SIZE = 0.6
_LEAST_SIZE = 0.1
"""Points: a damaged file may say that its letters have no size."""

Item = Line | PageTable


def flow(pages: Sequence[PageContent]) -> Iterator[Block]:
    """Yield the paragraphs and tables of all pages in reading order."""
    items = [item for page in _without_furniture(pages) for item in page]
    body = _Body([item for item in items if isinstance(item, Line)])
    lines: list[Line] = []
    tables: list[PageTable] = []
    for item in items:
        if isinstance(item, PageTable):
            yield from _paragraph(lines)
            lines = []
            if tables and not _continues(tables[-1], item):
                yield _join(tables)
                tables = []
            tables.append(item)
            continue
        if tables:
            yield _join(tables)
            tables = []
        if lines and not body.is_joined(lines, item):
            yield from _paragraph(lines)
            lines = []
        lines.append(item)
    if tables:
        yield _join(tables)
    yield from _paragraph(lines)


def _paragraph(lines: Sequence[Line]) -> Iterator[Paragraph]:
    if lines:
        text = lines[0].text
        for before, line in zip(lines, lines[1:], strict=False):
            text += _between(before.text.rstrip(), line.text.lstrip()) + line.text.lstrip()
        yield Paragraph(text)


def _between(before: str, after: str) -> str:
    """Return the blank between two words that a line's end parts; addresses have none."""
    is_words = before[-1:].isascii() and after[:1].isascii()
    return " " if is_words and before[-1:].isalpha() and after[:1].isalpha() else ""


class _Body:
    """Where the text of the document runs: its margins, its size, and whether it is indented."""

    def __init__(self, lines: Sequence[Line]) -> None:
        sizes = Counter(round(line.size, 1) for line in lines for _ in line.text)
        self.size = max(sizes, key=lambda size: sizes[size], default=10.0)
        body = [line for line in lines if abs(line.size - self.size) < _SAME_SIZE]
        self.left = min((line.x0 for line in body), default=0.0)
        self.right = self._right_margin(body)
        indents = [line for line in body if self._is_indented(line)]
        flush = [line for line in body if line.x0 - self.left < self.size / 2]
        self.is_indented = bool(indents) and bool(flush)

    def _right_margin(self, body: Sequence[Line]) -> float:
        """Return where full lines usually end; hanging marks reach a little further."""
        furthest = max((line.x1 for line in body), default=0.0)
        full = sorted(line.x1 for line in body if furthest - line.x1 < 4 * self.size)
        return full[len(full) // 2] if full else furthest

    def _is_indented(self, line: Line) -> bool:
        return _INDENT < (line.x0 - self.left) / max(line.size, _LEAST_SIZE) < _DEEPEST_INDENT

    def is_joined(self, lines: Sequence[Line], line: Line) -> bool:
        """Return whether a line goes on with the paragraph that the lines before it make up."""
        before = lines[-1]
        if abs(before.size - line.size) > _SAME_SIZE or self._is_apart(lines, line):
            return False
        room = (self.right - before.x1) / max(line.size, _LEAST_SIZE)
        ends = before.text.rstrip()[-1:] in _STOPS
        # Where paragraphs are indented, a date or an address may have moved to the next line whole.
        word = _WORD.match(line.text.strip())
        moved = len(word[0]) * _LETTER + _SHORT if word else _SHORT
        if self.is_indented:
            moved = max(moved, _UNBROKEN)
        most = _SHORT if ends else moved
        if room > most or line.x0 - self.left > line.size / 2:
            return False
        return self.is_indented or not (ends or _NUMBERED.match(line.text.strip()))

    @staticmethod
    def _is_apart(lines: Sequence[Line], line: Line) -> bool:
        """Return whether the gap above a line is much larger than its own height."""
        before = lines[-1]
        if before.page != line.page:
            return False
        gaps = [b.top - a.top for a, b in zip(lines, lines[1:], strict=False) if a.page == b.page]
        usual = max(gaps, default=line.size * 2.4)
        return line.top - before.top > usual * 1.35


def _without_furniture(pages: Sequence[PageContent]) -> Iterator[list[Item]]:
    """Yield each page's items without page numbers and lines that every page repeats."""
    numbers = Counter(
        shift for place, page in enumerate(pages) for shift in _shifts(place, page).values()
    )
    shift = max(numbers, key=lambda key: numbers[key], default=None)
    repeats = Counter(
        text for page in pages for text in {_pattern(line) for line in _edge_lines(page)}
    )
    needed = min(FEWEST_REPEATS, max(2, len(pages)))
    for place, page in enumerate(pages):
        number = {line for line, found in _shifts(place, page).items() if found == shift}
        running = {
            line
            for line in _edge_lines(page)
            if repeats[_pattern(line)] >= needed or _is_code(line)
        }
        yield [item for item in page.items if item not in number | running]


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


def _shifts(place: int, page: PageContent) -> dict[Line, int]:
    """Return how far the lines that may be page numbers are from the page's own place."""
    found = {}
    for line in _edge_lines(page):
        match = _NUMBER.fullmatch(line.text.strip())
        if match:
            found[line] = int(match["number"]) - place
    return found


def _pattern(line: Line) -> str:
    return re.sub(r"\d+", "#", "".join(line.text.split())) + f"@{round(line.top / 10)}"


def _continues(above: PageTable, below: PageTable) -> bool:
    """Return whether a table goes on with the one before it on the next page."""
    if below.page != above.page + 1:
        return False
    first, second = [edges(c.box[0::2] for c in t.cells) for t in (above, below)]
    shared = sum(any(abs(x - other) < NEAR for other in first) for x in second)
    is_as_wide = abs(first[0] - second[0]) < NEAR and abs(first[-1] - second[-1]) < NEAR
    # A piece of a torn header may have few of the lines, but then it has no others.
    is_alike = shared == min(len(first), len(second)) or 2 * shared > max(len(first), len(second))
    return is_as_wide and is_alike


def _join(tables: Sequence[PageTable]) -> SourceTable:
    """Return the pieces of a table as one grid, with the rows that begin a page marked."""
    columns = edges(cell.box[0::2] for table in tables for cell in table.cells)
    cells: list[SourceCell] = []
    cuts: list[int] = []
    first = 0
    for table in tables:
        rows = edges(cell.box[1::2] for cell in table.cells)
        for cell in table.cells:
            x0, top, x1, bottom = cell.box
            row, column = nearest(rows, top), nearest(columns, x0)
            height = max(1, nearest(rows, bottom) - row)
            width = max(1, nearest(columns, x1) - column)
            cells.append(SourceCell(first + row, column, cell.text, height, width))
        first += len(rows) - 1
        cuts.append(first)
    ordered = sorted(cells, key=lambda cell: (cell.row, cell.column))
    return SourceTable(tuple(ordered), cuts=tuple(cuts[:-1]))
