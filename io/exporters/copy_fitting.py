"""Closes gaps at the feet of pages as a typist does: rows of a short table a little tighter.

Where nothing can be drawn up, since a whole page's table follows, they are set a little wider.

Whether that helps is tried on pages laid with characters of even width, so that Word file, PDF file
and paper come out alike whatever fonts a computer has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporters.blocks import Content, TableBlock
from exporters.page_style import FontRole, PageStyle
from exporters.paged.pages import page_fills
from exporters.table_fitting import fitted, natural_heights, page_room
from exporters.table_layout import text_width

GAP = 0.25
"""How much of a page must be empty, before the last one, to be seen as a gap."""
_TIGHTER = (0.9, 0.8, 0.7)
_WIDER = (1.15, 1.3)
_Cost = tuple[int, int, int]
"""Pages, gaps on them, and in all how much of the pages with gaps is empty, in percent."""


class EvenWidths:
    """Chinese characters are as wide as high, letters and digits half of it."""

    def advance(self, char: str, role: FontRole) -> float:  # noqa: ARG002 - one width in every font
        """Return the width in parts of the font's size."""
        return text_width(char)


def copy_fitted(contents: Sequence[Content], style: PageStyle) -> tuple[Content, ...]:
    """Return the contents with other rows in those tables where that saves a page or a gap."""
    best = tuple(contents)
    cost = _cost(best, style)
    if not cost[1]:
        return best
    for place, item in enumerate(contents):
        if not isinstance(item, TableBlock) or item.heights:
            continue
        for other in _other_rows(item, style):
            tried = (*best[:place], other, *best[place + 1 :])
            new = _cost(tried, style)
            if new < cost:
                best, cost = tried, new
                if not cost[1]:
                    return best
    return best


def _cost(contents: Sequence[Content], style: PageStyle) -> _Cost:
    fills = page_fills(contents, style, EvenWidths())
    gaps = [1 - fill for fill in fills[:-1] if fill < 1 - GAP]
    return len(fills), len(gaps), round(100 * sum(gaps))


def _other_rows(table: TableBlock, style: PageStyle) -> Iterator[TableBlock]:
    """Yield the table with ever lower rows, as long as its texts leave room, then with higher."""
    usual = fitted(table, style)
    if usual.may_break:
        return
    needed = max(natural_heights(usual, style))
    room = page_room(style) / usual.row_count
    for part in (*_TIGHTER, *_WIDER):
        height = part * max(usual.heights)
        if needed < height < room:
            yield replace(table, font_size=usual.font_size, heights=(height,) * usual.row_count)
