"""Sheets with two pages side by side, and text in two columns, taken apart in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from statistics import median

from importers.readers.paged.drawn_page import Box, DrawnPage, Mark
from importers.readers.paged.page_rows import SENTENCE, Row, rows_of, words

MIDDLE = (0.36, 0.64)
"""Of the page's width: where the space between two columns may lie."""
FEWEST_ROWS = 4
"""Rows with sentences on both sides before they are taken for two columns."""
FEWEST_LINES = 2
"""Lines of words on a half of a sheet that make it a page."""
BINDING = 0.03
"""Of the width of a sheet: the least space between two pages, or whole columns, on it."""
EDGE = 0.1
"""Of the page's height: page numbers of the whole sheet may stand in its middle there."""
_STEP = 2.0


def usual_binding(pages: Sequence[DrawnPage]) -> float:
    """Return where the sheets with two pages side by side are parted, 0 if there are none.

    So that a sheet of which one half is empty is parted as the others are.
    """
    return max((_binding(page, rows_of(page)) for page in pages), default=0.0)


def parts(page: DrawnPage, usual: float = 0.0) -> list[DrawnPage]:
    """Return the page, or the pages or columns that stand side by side on it, in reading order.

    Those at the right are moved to where the left ones stand, so that text can go on in them;
    `usual` is where other sheets are parted.
    """
    rows = rows_of(page)
    x = _binding(page, rows)
    if not x and usual and _is_free(page, rows, usual):
        x = usual
    if x:
        return _halves(page, rows, x)
    x = _gutter(page, rows)
    return [_cut(page, box) for box in _columns(page, rows, x)] if x else [page]


def _halves(page: DrawnPage, rows: Sequence[Row], x: float) -> list[DrawnPage]:
    left, top, right, bottom = page.bbox
    # The number of the whole sheet goes with its first page.
    across = {id(char) for row in rows if row.is_crossing(x) for char in row.chars}
    halves = [_cut(page, box, across) for box in ((left, top, x, bottom), (x, top, right, bottom))]
    return [half for half in halves if half.chars] or [page]


def has_unsure_columns(page: DrawnPage) -> bool:
    """Return whether sentences stand side by side on a page that was not taken apart."""
    rows = [row for row in rows_of(page) if row.is_parted]
    if len(rows) < FEWEST_ROWS:
        return False
    tables = [table.bbox for table in page.find_tables()]
    outside = [row for row in rows if not any(t <= row.top < b for _, t, _, b in tables)]
    return len(outside) >= FEWEST_ROWS


def _places(page: DrawnPage) -> Iterator[float]:
    """Yield the places at which a page may be parted, those in its middle first."""
    left, middle = page.bbox[0], page.width / 2
    most = int((MIDDLE[1] - MIDDLE[0]) / 2 * page.width / _STEP)
    for step in range(most + 1):
        yield from {left + middle + step * _STEP, left + middle - step * _STEP}


def _binding(page: DrawnPage, rows: Sequence[Row]) -> float:
    """Return where two pages, or columns as high as the page, are parted, 0 if there are none."""
    if sum(row.words for row in rows) < 2 * SENTENCE:
        return 0.0
    inner = [row for row in rows if not _is_at_edge(page, row)]
    x = next((x for x in _places(page) if _is_free(page, rows, x)), 0.0)
    return x if x and all(_is_page(page, inner, x, side) for side in (0, 1)) else 0.0


def _is_free(page: DrawnPage, rows: Sequence[Row], x: float) -> bool:
    """Return whether nothing stands across a place but what is at the page's edges."""
    reach = BINDING * page.width / 2
    if not all(row.is_free(x, reach) or _is_at_edge(page, row) for row in rows):
        return False
    rules = [edge for edge in page.edges if edge["orientation"] == "h"]
    return not any(rule["x0"] < x - 1 and rule["x1"] > x + 1 for rule in rules)


def _is_at_edge(page: DrawnPage, row: Row) -> bool:
    top, bottom = page.bbox[1], page.bbox[3]
    reach = EDGE * page.height
    return bool(row.bottom < top + reach or row.top > bottom - reach)


def _is_page(page: DrawnPage, rows: Sequence[Row], x: float, side: int) -> bool:
    """Return whether a half of a sheet looks as a page: it has lines of words or a ruled table."""
    if sum(words(row.side(x, side)) >= SENTENCE for row in rows) >= FEWEST_LINES:
        return True
    boxes = [table.bbox for table in page.find_tables() if len(table.cells) > SENTENCE]
    return side in [0 if box[0] < x else 1 for box in boxes]


def _gutter(page: DrawnPage, rows: Sequence[Row]) -> float:
    """Return where most rows of a page have sentences at both sides, 0 where too few have."""
    parted = [row for row in rows if row.is_parted]
    if len(parted) < FEWEST_ROWS:
        return 0.0
    best = max(_places(page), key=lambda x: sum(row.is_double(x) for row in parted))
    both = [row for row in parted if row.is_double(best)]
    if len(both) < FEWEST_ROWS or not _is_aligned(both, best):
        return 0.0
    return _middle(both, best)


def _middle(rows: Sequence[Row], x: float) -> float:
    """Return the middle of the space that rows share at a place."""
    spaces = [space for row in rows if (space := row.space_at(x))]
    return (max(space.start for space in spaces) + min(space.end for space in spaces)) / 2


def _is_aligned(rows: Sequence[Row], x: float) -> bool:
    """Return whether the right halves of rows begin below one another, as a column does."""
    starts = [space.end for row in rows if (space := row.space_at(x))]
    size = median(float(char["size"]) for row in rows for char in row.chars)
    first = min(starts)
    return sum(start - first < size / 2 for start in starts) * 2 >= len(starts)


def _columns(page: DrawnPage, rows: Sequence[Row], x: float) -> Iterator[Box]:
    """Yield the bands of a page from top to bottom: whole ones, and left and right columns."""
    left, top, right, bottom = page.bbox
    tables = [table.bbox for table in page.find_tables() if table.bbox[0] < x < table.bbox[2]]

    def is_whole(row: Row) -> bool:
        return row.is_crossing(x) or any(t <= row.top and row.bottom <= b for _, t, _, b in tables)

    bands = [(whole, list(run)) for whole, run in groupby(rows, is_whole)]
    starts = [top, *(_between(a[1][-1], b[1][0], tables) for a, b in _pairs(bands)), bottom]
    for (whole, run), start, end in zip(bands, starts, starts[1:], strict=False):
        if whole or not any(row.is_double(x) for row in run):
            yield left, start, right, end
        else:
            yield left, start, x, end
            yield x, start, right, end


def _pairs(
    bands: Sequence[tuple[bool, list[Row]]],
) -> Iterator[tuple[tuple[bool, list[Row]], tuple[bool, list[Row]]]]:
    yield from zip(bands, bands[1:], strict=False)


def _between(above: Row, below: Row, tables: Sequence[Box]) -> float:
    """Return a height between two rows that cuts no table."""
    height = (above.bottom + below.top) / 2
    for _, top, _, bottom in tables:
        if top <= above.top and above.bottom <= bottom:
            return max(height, bottom + 0.1)
        if top <= below.top and below.bottom <= bottom:
            return min(height, top - 0.1)
    return height


def _cut(page: DrawnPage, box: Box, first: AbstractSet[int] = frozenset()) -> DrawnPage:
    """Return what stands in a part of a page, moved to the page's left.

    `first` are marks, by their id, that belong to the leftmost part wherever they stand.
    """
    left, top, right, bottom = box
    is_first = left == page.bbox[0]

    def is_inside(mark: Mark) -> bool:
        if id(mark) in first:
            return is_first
        x, y = (mark["x0"] + mark["x1"]) / 2, (mark["top"] + mark["bottom"]) / 2
        return bool(left <= x < right and top <= y < bottom)

    return page.filter(is_inside).moved(page.bbox[0] - left, right - left)
