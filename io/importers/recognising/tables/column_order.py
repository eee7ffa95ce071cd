"""Which figure of a source row belongs to which column: by the grid, by order, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from importers.recognising.labels import LabelIndex, normalise
from importers.recognising.tables.table_labels import TableLabels
from importers.source_document import SourceCell
from model.form.parts import Block, cell_key

Spans = dict[str, tuple[int, int]]
"""A column or cell key -> (first grid column, grid column behind it)."""


@dataclass(frozen=True)
class Placed:
    """Texts by column key, and the cells that found no column."""

    texts: dict[str, str]
    left: tuple[SourceCell, ...] = ()
    is_placed: bool = True


def header_keys(block: Block) -> list[str]:
    """Return the keys that stand from left to right over the figures of a block, as official."""
    if block.is_across:
        return [cell_key(row.key, column.key) for row in block.rows for column in block.columns]
    return [column.key for column in block.columns]


def grid_spans(labels: TableLabels, block: Block, header: Sequence[SourceCell]) -> Spans:
    """Return where in the grid each column stands by its header; {} unless all are found once."""
    width = max((cell.end for cell in header), default=0)
    spans: Spans = {}
    for place in range(width):
        stack = [cell.text for cell in header if cell.covers(place) and normalise(cell.text)]
        key = _key_under(labels, block, stack)
        if not key:
            continue
        first, end = spans.get(key, (place, place))
        if end != place:
            return {}
        spans[key] = (first, place + 1)
    return spans if set(spans) == set(header_keys(block)) else {}


def _key_under(labels: TableLabels, block: Block, stack: Sequence[str]) -> str:
    """Return the key that a stack of header texts, top first, names; "" if none."""
    column = _deepest(labels.columns, stack)
    if not column or not block.is_across:
        return column
    for text in reversed(stack):
        row = labels.rows.exact(text)
        if row:
            return cell_key(row, column)
    return ""


def _deepest(index: LabelIndex, stack: Sequence[str]) -> str:
    """Return the key of the lowest texts, one alone or several that make up one label."""
    for count in range(1, len(stack) + 1):
        key = index.exact("".join(stack[-count:]))
        if key:
            return key
    return ""


def text_order(labels: TableLabels, block: Block, header: Sequence[SourceCell]) -> list[str]:
    """Return the keys in the order in which the header's words come; the official one if unsure.

    A 总计 that is printed first is found this way in tables that have no grid.
    """
    official = header_keys(block)
    tokens = [normalise(cell.text) for cell in header]
    ordered = _ordered_columns(labels, block, tokens)
    if block.is_across:
        found = [cell_key(row.key, column) for row in block.rows for column in ordered]
    else:
        found = ordered
    return found if sorted(found) == sorted(official) else official


def _ordered_columns(labels: TableLabels, block: Block, tokens: Sequence[str]) -> list[str]:
    """Order columns by first mention; a group's columns stay together where the group is named."""
    official = {column.key: index for index, column in enumerate(block.columns)}
    places: dict[str, tuple[int, ...]] = {}
    for column in block.columns:
        groups = labels.table.group_path(column.group)
        inner = groups[1:] if not block.is_across else ()
        path = [_mention(tokens, (group.label, *group.aliases)) for group in inner]
        path.append(_mention(tokens, (column.label, *column.aliases)))
        if min(path) < 0:
            return list(official)
        places[column.key] = tuple(path)
    return sorted(places, key=lambda key: (places[key], official[key]))


def _mention(tokens: Sequence[str], wordings: Sequence[str]) -> int:
    """Return the first token that is one of the wordings or the beginning of one, or -1."""
    labels = [normalise(wording) for wording in wordings]
    for index, token in enumerate(tokens):
        if token in labels:
            return index
    for index, token in enumerate(tokens):
        if len(token) > 1 and any(label.startswith(token) for label in labels):
            return index
    return -1


def place_values(
    cells: Sequence[SourceCell], order: Sequence[str], spans: Spans, offset: int | None
) -> Placed:
    """Return which text belongs to which column.

    By number where the row has as many cells as columns; else by the grid; else, in a table
    without a grid, spare blank cells are dropped where that leaves one reading. `offset` is the
    usual number of spare cells before the figures in rows of this length. A row that is short of
    cells is not placed at all, so that a missing figure never shifts the others.
    """
    if len(cells) == len(order):
        return Placed({key: cell.text for key, cell in zip(order, cells, strict=True)})
    if spans:
        return _place_by_grid(cells, spans)
    filled = [index for index, cell in enumerate(cells) if normalise_value(cell.text)]
    if not filled:
        return Placed({})
    window = _window(len(cells), len(order), filled, offset)
    if window is None:
        return Placed({}, tuple(cells[index] for index in filled), is_placed=False)
    taken = cells[window : window + len(order)]
    return Placed({key: cell.text for key, cell in zip(order, taken, strict=True)})


def normalise_value(text: str) -> str:
    """Return a cell's text without blanks, "" for a blank cell."""
    return "".join(text.split())


def _place_by_grid(cells: Sequence[SourceCell], spans: Spans) -> Placed:
    texts: dict[str, str] = {}
    left: list[SourceCell] = []
    for cell in cells:
        key = max(spans, key=lambda key: _overlap(cell, spans[key]))
        if _overlap(cell, spans[key]) <= 0 or key in texts:
            left += [cell] if normalise_value(cell.text) else []
        else:
            texts[key] = cell.text
    return Placed(texts, tuple(left))


def _overlap(cell: SourceCell, span: tuple[int, int]) -> int:
    return min(cell.end, span[1]) - max(cell.column, span[0])


def _window(count: int, wanted: int, filled: Sequence[int], offset: int | None) -> int | None:
    """Return where the figures start among `count` cells, or None if that cannot be told."""
    first, last = filled[0], filled[-1]
    starts = [
        start for start in range(count - wanted + 1) if start <= first and last < start + wanted
    ]
    if offset in starts:
        return offset
    if len(starts) == 1 or (starts and wanted == 1):
        return starts[0]
    return None
