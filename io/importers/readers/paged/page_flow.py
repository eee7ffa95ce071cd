"""The text of a PDF put together again: page furniture dropped, lines joined, tables continued."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from importers.readers.paged.page_content import NEAR, PageContent, PageTable, edges, nearest
from importers.readers.paged.page_furniture import without_furniture
from importers.readers.paged.page_lines import Line
from importers.source_document import Block, Paragraph, SourceCell, SourceTable

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
_DEFAULT_SIZE = 10.0
_LEAST_SIZE = 0.1
"""Points: a damaged file may say that its letters have no size."""


def flow(pages: Sequence[PageContent]) -> Iterator[Block]:
    """Yield the paragraphs and tables of all pages in reading order."""
    items = [item for page in without_furniture(pages) for item in page]
    joiner = _Joiner(_Body([item for item in items if isinstance(item, Line)]))
    for item in items:
        yield from joiner.add_table(item) if isinstance(item, PageTable) else joiner.add_line(item)
    yield from joiner.rest()


class _Joiner:
    """Holds the lines of the paragraph, or the pieces of the table, that may still go on.

    Each step returns the blocks that have ended with it.
    """

    def __init__(self, body: _Body) -> None:
        self._body = body
        self._lines: list[Line] = []
        self._tables: list[PageTable] = []

    def add_table(self, table: PageTable) -> list[Block]:
        """Go on with the table of the page before, or begin one."""
        ended = self._end_paragraph()
        if self._tables and not _continues(self._tables[-1], table):
            ended += self._end_table()
        self._tables.append(table)
        return ended

    def add_line(self, line: Line) -> list[Block]:
        """Go on with the paragraph of the line before, or begin one."""
        ended = self._end_table()
        if self._lines and not self._body.is_joined(self._lines, line):
            ended += self._end_paragraph()
        self._lines.append(line)
        return ended

    def rest(self) -> list[Block]:
        """Return what the end of the document ends."""
        return self._end_table() + self._end_paragraph()

    def _end_paragraph(self) -> list[Block]:
        lines, self._lines = self._lines, []
        return list(_paragraph(lines))

    def _end_table(self) -> list[Block]:
        tables, self._tables = self._tables, []
        return [_join(tables)] if tables else []


def _paragraph(lines: Sequence[Line]) -> Iterator[Paragraph]:
    if lines:
        text = lines[0].text
        for before, line in zip(lines, lines[1:], strict=False):
            text += _between(before.text.rstrip(), line.text.lstrip()) + line.text.lstrip()
        marked = tuple(item for line in lines for item in line.marked)
        yield Paragraph(text, marked=marked)


def _between(before: str, after: str) -> str:
    """Return the blank between two words that a line's end parts; addresses have none."""
    is_words = before[-1:].isascii() and after[:1].isascii()
    return " " if is_words and before[-1:].isalpha() and after[:1].isalpha() else ""


def _usual_size(lines: Iterable[Line]) -> float:
    """Return the size, in points, that most characters have."""
    sizes = Counter(round(line.size, 1) for line in lines for _ in line.text)
    return max(sizes, key=lambda size: sizes[size], default=_DEFAULT_SIZE)


class _Body:
    """Where the text of the document runs: its margins, its size, and whether it is indented."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.size = _usual_size(lines)
        body = [line for line in lines if abs(line.size - self.size) < _SAME_SIZE]
        self.left = min((line.x0 for line in body), default=0.0)
        self.right = self._right_margin(body)
        has_flush = any(line.x0 - self.left < self.size / 2 for line in body)
        self.is_indented = has_flush and any(map(self._is_indented, body))

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
            cells.append(SourceCell(first + row, column, cell.text, height, width, cell.marked))
        first += len(rows) - 1
        cuts.append(first)
    ordered = sorted(cells, key=lambda cell: (cell.row, cell.column))
    return SourceTable(tuple(ordered), cuts=tuple(cuts[:-1]))
