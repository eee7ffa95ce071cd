"""A table on one page or several: closed borders, repeated headers and group labels on each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from exporters.lines.placed import Letters, Mark, Stroke, Tint, moved
from exporters.lines.text_setting import BASELINE
from exporters.page_style import PageStyle
from exporters.paged.table_setting import SetCell, SetTable
from exporters.table_layout import POINTS_PER_MM

SPARE = 0.05
"""Points by which rounding may make something too high for a page."""
_SPARE = 0.01


@dataclass(frozen=True)
class TablePart:
    """What is left of a table from a height on, in points from its top.

    `ends` are the rows behind which it is best broken, () for a table that a page can hold.
    """

    table: SetTable
    ends: frozenset[int] = frozenset()
    start: float = 0.0

    @property
    def _best(self) -> list[float]:
        """Return the edges where it is best broken."""
        return [self.table.edges[row + 1] for row in sorted(self.ends)]

    @property
    def head(self) -> float:
        """Return the height of the header rows that are repeated above this part."""
        return self.table.header_height if self.start > 0 else 0.0

    @property
    def height(self) -> float:
        """Return the height on a page that has room for all of it."""
        return self.head + self.table.height - self.start

    @property
    def least(self) -> float:
        """Return the height below which it is not worth beginning: headers and one row."""
        after = max(self.start, self.table.header_height) + _SPARE
        edges = self._best or self.table.edges
        row = next((edge for edge in edges if edge > after), self.table.height)
        return self.head + row - self.start

    def cut(self, room: float) -> tuple[tuple[Mark, ...], float, TablePart | None]:
        """Return the marks that fit into the room, their height, and what is left."""
        end = self._end(room - self.head)
        head = list(_part(self.table, 0.0, self.head)) if self.head else []
        rows = moved(_part(self.table, self.start, end), 0.0, self.head - self.start)
        rest = None if end >= self.table.height - _SPARE else TablePart(self.table, self.ends, end)
        marks = sorted(dict.fromkeys([*head, *rows]), key=lambda mark: _ORDER[type(mark)])
        return tuple(marks), self.head + end - self.start, rest

    def _end(self, room: float) -> float:
        """Return where this page's part of the table ends."""
        limit = self.start + room + _SPARE + SPARE
        if limit >= self.table.height:
            return self.table.height
        least = max(self.start, self.table.header_height) + _SPARE
        edges = [edge for edge in self.table.edges if least < edge <= limit]
        if not edges:
            return _line_end(self.table, self.start, limit)
        best = list(filter(self._best.__contains__, edges))
        good = [edge for edge in edges if _is_good_end(self.table, self.start, edge)]
        return (best or good or edges)[-1]


_ORDER: dict[type[Mark], int] = {Tint: 0, Stroke: 1, Letters: 2}


def _is_good_end(table: SetTable, start: float, end: float) -> bool:
    """Return whether figures stand above that edge, and merged cells keep room for their labels.

    Without figures a caption or a header would be left alone at the foot of the page.
    """
    last = [cell.cell.role for cell in table.cells if cell.bottom == end]
    if "value" not in last:
        return False
    for cell in table.cells:
        if cell.top < end < cell.bottom:
            above, below = end - max(cell.top, start), cell.bottom - end
            if min(above, below) < cell.text_height:
                return False
    return True


def _line_end(table: SetTable, start: float, limit: float) -> float:
    """Return where a row that is higher than a page may be cut: between two of its lines."""
    row = [cell for cell in table.cells if cell.cell.row_span == 1 and cell.bottom > start]
    tallest = max(row, key=lambda cell: cell.text_height * (cell.top <= start + _SPARE))
    lines = int((limit - _first_line(tallest, table.style)) / tallest.pitch)
    end = _first_line(tallest, table.style) + lines * tallest.pitch
    return end if end > start + _SPARE else limit


def _first_line(cell: SetCell, style: PageStyle) -> float:
    return cell.top + style.cell_top * POINTS_PER_MM


def _part(table: SetTable, start: float, end: float) -> Iterator[Mark]:
    """Yield what stands between two heights, each cell closed on all four sides."""
    for cell in table.cells:
        top, bottom = max(cell.top, start), min(cell.bottom, end)
        if bottom - top > _SPARE:
            yield from _box(cell, top, bottom, table.style)
            yield from _text(cell, top, bottom, table)


def _box(cell: SetCell, top: float, bottom: float, style: PageStyle) -> Iterator[Mark]:
    left, right = cell.left, cell.right
    if cell.cell.role == "caption":
        yield Tint(left, top, right - left, bottom - top, style.caption_fill)
    for x1, y1, x2, y2 in (
        (left, top, right, top),
        (left, bottom, right, bottom),
        (left, top, left, bottom),
        (right, top, right, bottom),
    ):
        yield Stroke(x1, y1, x2, y2, style.border)


def _text(cell: SetCell, top: float, bottom: float, table: SetTable) -> Iterator[Mark]:
    is_cut = (top, bottom) != (cell.top, cell.bottom)
    if is_cut and cell.cell.row_span == 1:
        yield from _lines_between(cell, top, bottom, table.style)
        return
    # A merged cell says its label on every page; where too little of it is seen, smaller.
    scale = min(1.0, (bottom - top) / cell.text_height) if is_cut else 1.0
    first = (top + bottom - cell.text_height * scale) / 2
    centre = (cell.left + cell.right) / 2
    for index, line in enumerate(cell.lines):
        base = first + (index + BASELINE) * cell.pitch * scale
        for run in line:
            yield replace(_scaled(run, base, scale, centre), owner=cell.cell)


def _scaled(run: Letters, base: float, scale: float, centre: float) -> Letters:
    if scale == 1.0:
        return replace(run, y=base)
    return replace(
        run,
        x=centre + (run.x - centre) * scale,
        y=base,
        size=run.size * scale,
        offsets=tuple(offset * scale for offset in run.offsets),
    )


def _lines_between(cell: SetCell, top: float, bottom: float, style: PageStyle) -> Iterator[Mark]:
    first = _first_line(cell, style)
    for index, line in enumerate(cell.lines):
        middle = first + (index + 0.5) * cell.pitch
        if top <= middle < bottom:
            for run in line:
                yield replace(run, y=first + (index + BASELINE) * cell.pitch, owner=cell.cell)
