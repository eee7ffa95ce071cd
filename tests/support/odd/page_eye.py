"""What a person reads on a damaged page: by the words over a figure and beside it, nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from model.form.parts import Block, cell_key
from model.form.table import Table
from model.report.values import Value, number_of
from papers import PaperCell
from sound_pages import Page

UNCLEAR = "?"
"""Stands for a figure that a person could not tell from this page."""
Seen = dict[str, Value]
"""Cell key -> what stands there; UNCLEAR too for what is not on the page."""
Places = dict[str, tuple[int, int]]
"""Column or cell key -> the grid columns of its word."""


@dataclass(frozen=True)
class Clash:
    """Cells of a table of which a sum says that they cannot all be right, and what sum it is."""

    table: str
    keys: tuple[str, ...]
    what: str
    column: str = ""
    """The printed name of the column that does not balance, "" for a total."""


@dataclass(frozen=True)
class Line:
    """A line as a person reads it, and its part; `is_clear` where the page leaves no doubt."""

    part: str
    text: str
    is_clear: bool = True


# ---------------------------------------------------------------- figures


def seen_figures(page: Page) -> dict[str, Seen]:
    """Return by table what a person reads in each cell."""
    return {key: _seen(page.form.table(key), cells) for key, cells in page.tables.items()}


def _seen(table: Table, cells: Sequence[PaperCell]) -> Seen:
    seen: Seen = dict.fromkeys(table.keys, UNCLEAR)
    for block in table.blocks:
        found = _across(table, block, cells) if block.is_across else _down(block, cells)
        seen.update(found)
    return seen


def _down(block: Block, cells: Sequence[PaperCell]) -> Seen:
    """Return the figures of a block whose rows stand below each other."""
    wanted = {row.label: row.key for row in block.rows}
    labels = {column.label: column.key for column in block.columns}
    found: dict[str, list[Seen]] = {}
    figures = [cell for cell in cells if cell.key]
    for number in sorted({r for c in figures for r in range(c.row, c.row + c.row_span)}):
        key = wanted.get(_beside(cells, number), "")
        if key:
            places = _places(cells, number, labels)
            texts = _row(cells, number, places) if len(places) == len(labels) else {}
            row: Seen = {
                cell_key(key, column): texts.get(column, UNCLEAR) for column in labels.values()
            }
            found.setdefault(key, []).append(row)
    alike = [rows[0] for rows in found.values() if all(row == rows[0] for row in rows)]
    return {key: value for row in alike for key, value in row.items()}


def _beside(cells: Sequence[PaperCell], row: int) -> str:
    """Return the words right before the figures of a row."""
    first = min(cell.column for cell in cells if cell.key and _is_in(cell, row))
    words = [c for c in cells if not c.key and _is_in(c, row) and c.column < first]
    return max(words, key=lambda cell: cell.column).text if words else ""


def _is_in(cell: PaperCell, row: int) -> bool:
    return cell.row <= row < cell.row + cell.row_span


def _is_over(cell: PaperCell, column: int) -> bool:
    return cell.column <= column < cell.column + cell.column_span


def _above(cells: Sequence[PaperCell], row: int, column: int) -> Iterator[PaperCell]:
    """Yield the words over a place, the nearest first."""
    words = [c for c in cells if not c.key and c.row < row and _is_over(c, column) and c.text]
    yield from sorted(words, key=lambda cell: -cell.row)


def _places(cells: Sequence[PaperCell], row: int, labels: dict[str, str]) -> Places:
    """Return where the words of columns stand, each just once; {} if any is twice or strange."""
    first = min(cell.column for cell in cells if cell.key and _is_in(cell, row))
    width = max(cell.column + cell.column_span for cell in cells if not cell.key)
    words = {id(w): w for at in range(first, width) for w in list(_above(cells, row, at))[:1]}
    keys = [labels.get(word.text, "") for word in words.values()]
    if "" in keys or len(set(keys)) != len(keys):
        return {}
    return {
        key: (word.column, word.column + word.column_span)
        for key, word in zip(keys, words.values(), strict=True)
    }


def _across(table: Table, block: Block, cells: Sequence[PaperCell]) -> Seen:
    """Return the figures of a table with one row of them."""
    del table
    numbers = {cell.row for cell in cells if cell.key}
    if len(numbers) != 1:
        return {}
    row = numbers.pop()
    places: Places = {}
    for at in range(max(cell.column + cell.column_span for cell in cells if not cell.key)):
        key = _key_over(block, list(_above(cells, row, at)))
        if not key or key in places:
            return {}
        places[key] = (at, at + 1)
    return _row(cells, row, places)


def _key_over(block: Block, words: Sequence[PaperCell]) -> str:
    columns = {column.label: column.key for column in block.columns}
    rows = {row.label: row.key for row in block.rows}
    if len(words) < 2 or words[0].text not in columns:
        return ""
    row = rows.get(words[1].text, "")
    return cell_key(row, columns[words[0].text]) if row else ""


def _row(cells: Sequence[PaperCell], row: int, places: Places) -> Seen:
    """Return what stands in a row under each word; {} where a figure stands under none."""
    figures = [cell for cell in cells if cell.key and _is_in(cell, row)]
    if not any(cell.text.strip() for cell in figures):
        return dict.fromkeys(places)
    under = {
        key: [c for c in figures if c.column < end and start < c.column + c.column_span]
        for key, (start, end) in places.items()
    }
    under = {key: [c for c in found if c.text] or found[:1] for key, found in under.items()}
    placed = [cell for found in under.values() for cell in found]
    if any(len(found) != 1 for found in under.values()) or any(
        c not in placed and c.text for c in figures
    ):
        return {}
    return {
        key: _value(found[0], is_lone=placed.count(found[0]) == 1 and found[0].row_span == 1)
        for key, found in under.items()
    }


def _value(cell: PaperCell, *, is_lone: bool) -> Value:
    """Return what a figure says; one that is merged over others says something only if it is 0."""
    text = cell.text.strip()
    if not text:
        return None
    if not is_lone:
        return 0 if text == "0" else UNCLEAR
    if text == "—":
        return text
    if text.isdecimal():
        return int(text)
    try:
        return UNCLEAR if set(text) - set("0123456789.") else Decimal(text)
    except InvalidOperation:
        return UNCLEAR


# ---------------------------------------------------------------- sums


def clashes(page: Page, seen: dict[str, Seen]) -> Iterator[Clash]:
    """Yield what of the figures that are seen cannot all be right; a blank counts 0."""
    for table in page.form.tables:
        figures = seen[table.key]
        for total, rule in table.sums.items():
            for parts in filter(None, (rule.parts, table.crossing_parts(total))):
                printed = figures[total]
                are_whole = all(figures[key] is not None for key in parts if key in table.sums)
                if isinstance(printed, int) and are_whole and _differ(figures, (total,), parts):
                    yield Clash(table.key, (total, *parts), f"总计 {total}")
        for balance in table.balances:
            for key in table.row_keys(balance.left[0]):
                column = table.column(key).key
                left, right = (
                    tuple(leaf for row in side for leaf in table.leaf_parts(f"{row}.{column}"))
                    for side in (balance.left, balance.right)
                )
                if _differ(figures, left, right):
                    sides = (*balance.left, *balance.right)
                    totals = tuple(cell_key(row, column) for row in sides)
                    keys = (*totals, *left, *right)
                    yield Clash(table.key, keys, f"列 {column}", table.column_name(key))


def _differ(figures: Seen, left: Sequence[str], right: Sequence[str]) -> bool:
    if any(figures[key] == UNCLEAR for key in (*left, *right)):
        return False
    sums = [sum(number_of(figures[key]) for key in keys) for keys in (left, right)]
    return sums[0] != sums[1]


# ---------------------------------------------------------------- lines


def seen_lines(page: Page) -> list[Line]:
    """Return the lines of the text, each in the part whose heading or table stands above it."""
    found: list[Line] = []
    part, is_clear = "", True
    titles = {section.key: section.title for section in page.form.sections}
    whole = {kind[8:] for kind, _ in page.lines if kind.startswith("heading:")}
    whole |= {kind[6:] for kind, _ in page.lines if kind.startswith("glued:")}
    for kind, line in page.lines:
        name, _, key = kind.partition(":")
        text = line
        for run in page.struck:
            text = text.replace(run, "")
        if key and name != "table":
            part, is_clear = key, name != "cut"
            text = text.removeprefix(titles[key]).strip() if name == "glued" else ""
        elif name == "signature":
            part, is_clear = name, True
        elif kind not in ("title", "table") and kind not in whole:
            part, is_clear = kind, False
        if text and kind != "title" and name != "table":
            found.append(Line(part, text, is_clear))
    return found
