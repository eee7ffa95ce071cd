"""A drawn page: its ruled tables as grids, and the lines of text around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from importers.readers.paged.drawn_page import COMMON, SLANTED, TURN, DrawnPage, Mark
from importers.readers.paged.page_lines import Char, Line, plain_character, read_lines
from importers.readers.paged.page_marks import PageMarks, character
from importers.readers.paged.page_sides import missing_sides
from importers.readers.paged.page_turned import labels_on_end, unread_words, words_on_end
from importers.source_document import Marked

if TYPE_CHECKING:
    from pdfplumber.table import Table

NEAR = 3.0
"""Points: lines that are not further apart are one line."""
FEWEST_CELLS = 2
LOWEST = 7.0
"""Points: a row that is no higher holds no text."""
FEWEST_OPEN = 3
"""Vertical lines that run on past a table's edge before its last row is taken to be open."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class PageCell:
    """A cell: its box in points from the top left, and its text, the lines joined as they stand."""

    box: Box
    text: str
    marked: tuple[Marked, ...] = ()


@dataclass(frozen=True)
class PageTable:
    """A ruled table on a page: its cells, and its box in points from the top left."""

    cells: tuple[PageCell, ...]
    box: Box
    page: int


@dataclass(frozen=True)
class PageContent:
    """Lines and tables from top to bottom, the page's height in points, and what it is like.

    `outside` letters stand where the page is not shown; `repeated` are words that every page has
    in one place. `sheet` counts the pages of the file, of which one with columns gives several.
    """

    items: tuple[Line | PageTable, ...]
    height: float
    has_images: bool = False
    outside: int = 0
    repeated: str = ""
    sheet: int = -1
    on_end: tuple[str, ...] = ()
    """Words turned by a quarter that stand in no cell, so are not read."""
    has_askew: bool = False
    """Whether letters are turned in other ways, as those of seals are."""


def read_page(page: DrawnPage, number: int, sheet: int = -1) -> PageContent:
    """Return what stands on a page; `number` and `sheet` count from 0.

    A page that is a column of a sheet has a number of its own.
    """
    marks = PageMarks(page)
    page = page.filter(_is_no_shading)
    inside = [char for char in page.chars if not marks.is_outside(char)]
    chars = [_char(char, marks) for char in inside]
    common = {made for made, char in zip(chars, inside, strict=True) if char.get(COMMON)}
    tables, chars = _tables(page, chars, number)
    tables, left = _with_labels(tables, page.askew)
    repeated = "".join(char.text for char in chars if char in common)
    lines = read_lines((char for char in chars if char not in common), number)
    items: list[Line | PageTable] = [*tables, *lines]
    return PageContent(
        tuple(sorted(items, key=_top)),
        float(page.height),
        bool(page.images),
        len(page.chars) - len(inside),
        repeated,
        sheet,
        tuple(unread_words(left)),
        _has_slanted(left),
    )


def _has_slanted(askew: Iterable[Mark]) -> bool:
    return any(char[TURN] == SLANTED for char in askew)


def _with_labels(
    tables: Sequence[PageTable], askew: Sequence[Mark]
) -> tuple[list[PageTable], list[Mark]]:
    """Return tables with the labels that stand on end in them, and the letters of no label."""
    empty = [cell.box for table in tables for cell in table.cells if not cell.text]
    labels = labels_on_end(askew, empty) if askew else {}
    read = set(map(id, chain.from_iterable(labels.values())))
    words = {box: words_on_end(chars) for box, chars in labels.items()}
    return [_labelled(table, words) for table in tables], [c for c in askew if id(c) not in read]


def _labelled(table: PageTable, words: Mapping[Box, str]) -> PageTable:
    cells = tuple(replace(cell, text=words.get(cell.box, cell.text)) for cell in table.cells)
    return replace(table, cells=cells)


def _tables(page: DrawnPage, chars: list[Char], number: int) -> tuple[list[PageTable], list[Char]]:
    """Return the ruled tables of a page, and the characters that stand in none of them."""
    tables: list[PageTable] = []
    for found in _find_tables(page):
        cells = _without_strips([tuple(map(float, cell)) for cell in found.cells], chars)
        if len(cells) >= FEWEST_CELLS:
            table, chars = _fill(cells, chars, number)
            tables.append(table)
    return tables, chars


def _without_strips(cells: list[tuple[float, ...]], chars: list[Char]) -> list[tuple[float, ...]]:
    """Return cells without rows too low for any letter, which merged cells leave at a page's end.

    What begins or ends below such a row does so above it. However low it is, a row in which a
    letter stands is one: sheets are printed as small as their paper asks.
    """
    rows = edges(cell[1::2] for cell in cells)
    raised = {bottom: top for top, bottom in _strips(rows, cells, chars)}
    if not raised:
        return cells

    def place(y: float) -> float:
        near = rows[nearest(rows, y)]
        return raised.get(near, y)

    moved = [(x0, place(top), x1, place(bottom)) for x0, top, x1, bottom in cells]
    return [cell for cell in moved if cell[3] - cell[1] > NEAR]


def _strips(
    rows: Sequence[float], cells: list[tuple[float, ...]], chars: list[Char]
) -> list[tuple[float, float]]:
    """Return top and bottom of the low rows of a grid in which no letter stands."""
    low = [(a, b) for a, b in zip(rows, rows[1:], strict=False) if b - a < LOWEST]
    if not low:
        return []
    left, right = min(cell[0] for cell in cells), max(cell[2] for cell in cells)
    letters = _letters_between(chars, left, right)
    return [(a, b) for a, b in low if not any(a < char.middle < b for char in letters)]


def _letters_between(chars: Iterable[Char], left: float, right: float) -> list[Char]:
    return [char for char in chars if char.text.strip() and left <= char.x0 <= right]


def _is_no_shading(mark: Mark) -> bool:
    """Return whether a mark is anything but a filled area without an outline.

    Such areas lie behind paragraphs and cells; only where they are thin are they drawn as rules.
    """
    if mark["object_type"] != "rect" or mark["stroke"]:
        return True
    return min(float(str(mark["width"])), float(str(mark["height"]))) <= NEAR


def _top(item: Line | PageTable) -> float:
    return item.top if isinstance(item, Line) else item.box[1]


def _char(char: Mark, marks: PageMarks) -> Char:
    place = [float(str(char[name])) for name in ("x0", "x1", "top", "bottom", "size")]
    x0, x1, top, bottom, size = place
    return Char(plain_character(character(char)), x0, x1, top, bottom, size, marks.look(char))


def _find_tables(page: DrawnPage) -> list[Table]:
    """Return the ruled tables, with the lines that open sides and a page's end left out."""
    tables = page.find_tables()
    sides = missing_sides(page, tables)
    if sides:
        tables = page.find_tables({"explicit_vertical_lines": sides})
    missing = [y for table in tables for y in _open_ends(page, table)]
    if not missing:
        return tables
    return page.find_tables(
        {"explicit_vertical_lines": sides, "explicit_horizontal_lines": missing}
    )


def _open_ends(page: DrawnPage, table: Table) -> Iterator[float]:
    """Yield the heights at which a page's end left a table without a rule.

    There vertical lines end past its last or first rule, or the rule has gaps.
    """
    left, top, right, bottom = table.bbox
    lines = [
        (float(edge["top"]), float(edge["bottom"]))
        for edge in page.edges
        if edge["orientation"] == "v" and left - NEAR <= edge["x0"] <= right + NEAR
    ]
    yield from _common_end(end for start, end in lines if start < bottom + NEAR < end - NEAR)
    yield from _common_end(start for start, end in lines if end > top - NEAR > start + NEAR)
    for height in (top, bottom):
        if _ruled_width(page, height) < right - left - 2 * NEAR:
            yield height


def _common_end(ends: Iterable[float]) -> list[float]:
    """Return where the first line ends, in a list, if enough others end there too; else nothing."""
    found = list(ends)
    near = [end for end in found if abs(end - found[0]) < NEAR]
    return near[:1] if len(near) >= FEWEST_OPEN else []


def _ruled_width(page: DrawnPage, height: float) -> float:
    """Return how much of a page's width has a rule at that height."""
    rules = sorted(
        (float(edge["x0"]), float(edge["x1"]))
        for edge in page.edges
        if edge["orientation"] == "h" and abs(edge["top"] - height) < NEAR
    )
    width, reached = 0.0, 0.0
    for x0, x1 in rules:
        width += max(0.0, x1 - max(x0, reached))
        reached = max(reached, x1)
    return width


def _fill(
    boxes: Sequence[tuple[float, ...]], chars: Iterable[Char], number: int
) -> tuple[PageTable, list[Char]]:
    """Return the table with its texts, and the characters that stand in none of its cells."""
    columns, rows = edges(box[0::2] for box in boxes), edges(box[1::2] for box in boxes)
    owner = {
        (row, column): index
        for index, (x0, top, x1, bottom) in enumerate(boxes)
        for row in range(nearest(rows, top), nearest(rows, bottom))
        for column in range(nearest(columns, x0), nearest(columns, x1))
    }
    inside: dict[int, list[Char]] = {}
    left: list[Char] = []
    for char in chars:
        place = (
            bisect_right(rows, char.middle) - 1,
            bisect_right(columns, (char.x0 + char.x1) / 2) - 1,
        )
        if place in owner:
            inside.setdefault(owner[place], []).append(char)
        else:
            left.append(char)
    cells = tuple(
        _cell((box[0], box[1], box[2], box[3]), inside.get(index, ()))
        for index, box in enumerate(boxes)
    )
    return PageTable(cells, (columns[0], rows[0], columns[-1], rows[-1]), number), left


def _cell(box: Box, chars: Iterable[Char]) -> PageCell:
    lines = read_lines(chars)
    marked = tuple(item for line in lines for item in line.marked)
    return PageCell(box, "".join(line.text.strip() for line in lines), marked)


def edges(pairs: Iterable[tuple[float, ...]]) -> list[float]:
    """Return the places of lines, in points, rising, those that lie close together as one."""
    found: list[float] = []
    for value in sorted(value for pair in pairs for value in pair):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def nearest(places: Sequence[float], value: float) -> int:
    """Return the index of the place that lies nearest to a value; the places rise, and are some."""
    index = bisect_right(places, value)
    options = [i for i in (index - 1, index) if 0 <= i < len(places)]
    return min(options, key=lambda i: abs(places[i] - value))
