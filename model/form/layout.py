"""The official grid of a table, computed from its blocks, rows, columns and groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from model.form.parts import Block, Group, cell_key, group_path

Role = Literal["caption", "header", "label", "value"]
Path = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class GridCell:
    """A cell of the official grid: place and span in grid units, wording, and value key or ""."""

    row: int
    column: int
    row_span: int
    column_span: int
    role: Role
    text: str = ""
    key: str = ""


@dataclass(frozen=True)
class TablePlan:
    """What the grid of a table follows from; `width` is its number of grid columns."""

    blocks: tuple[Block, ...]
    groups: Mapping[str, Group]
    label_columns: int
    width: int
    corner: str


def lay_out_table(table: TablePlan) -> tuple[GridCell, ...]:
    """Return the cells of the whole table in reading order; together they tile the grid."""
    cells: list[GridCell] = []
    row = 0
    for block in table.blocks:
        block_cells = list(_lay_out_block(table, block, row))
        row = max(cell.row + cell.row_span for cell in block_cells)
        cells += block_cells
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))


def _lay_out_block(table: TablePlan, block: Block, row: int) -> Iterator[GridCell]:
    width = table.width
    if block.caption:
        yield GridCell(row, 0, 1, width, "caption", block.caption)
        row += 1
    paths = _leaf_paths(table, block)
    depth = max(len(path) for path in paths)
    if table.label_columns:
        yield GridCell(row, 0, depth, table.label_columns, "header", table.corner)
    edges = _leaf_edges(table.label_columns, len(paths), width)
    yield from _header_cells(paths, edges, row, depth)
    row += depth
    if block.is_across:
        yield from _value_row(_keys_across(block), edges, row)
    else:
        yield from _label_cells(table, block, row)
        for offset, item in enumerate(block.rows):
            keys = [cell_key(item.key, column.key) for column in block.columns]
            yield from _value_row(keys, edges, row + offset)


def _leaf_paths(table: TablePlan, block: Block) -> list[Path]:
    """Return for each value column its header labels from the top down, as (identity, text)."""
    if not block.is_across:
        return [
            (*_group_steps(table, column.group), (column.key, column.label))
            for column in block.columns
        ]
    return [
        (*_group_steps(table, row.group), (row.key, row.label), (column.key, column.label))
        for row in block.rows
        for column in block.columns
    ]


def _keys_across(block: Block) -> list[str]:
    return [cell_key(row.key, column.key) for row in block.rows for column in block.columns]


def _group_steps(table: TablePlan, group: str) -> Path:
    return tuple((part.key, part.label) for part in group_path(table.groups, group))


def _leaf_edges(start: int, count: int, width: int) -> list[tuple[int, int]]:
    """Return (first grid column, span) of each value column; the last one takes what is left."""
    return [
        (start + index, 1 if index < count - 1 else width - start - index) for index in range(count)
    ]


def _header_cells(
    paths: Sequence[Path], edges: Sequence[tuple[int, int]], row: int, depth: int
) -> Iterator[GridCell]:
    for level in range(depth):
        for first, last in _runs(paths, level):
            path = paths[first]
            column = edges[first][0]
            span = edges[last][0] + edges[last][1] - column
            is_leaf = level == len(path) - 1
            rows = depth - level if is_leaf else 1
            yield GridCell(row + level, column, rows, span, "header", path[level][1])


def _runs(paths: Sequence[Path], level: int) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of each run of paths that share their labels down to `level`."""
    index = 0
    while index < len(paths):
        last = index
        prefix = paths[index][: level + 1]
        while last + 1 < len(paths) and paths[last + 1][: level + 1] == prefix:
            last += 1
        if len(paths[index]) > level:
            yield index, last
        index = last + 1


def _label_cells(table: TablePlan, block: Block, row: int) -> Iterator[GridCell]:
    paths = [(*_group_steps(table, item.group), (item.key, item.label)) for item in block.rows]
    for level in range(table.label_columns):
        for first, last in _runs(paths, level):
            path = paths[first]
            is_leaf = level == len(path) - 1
            span = table.label_columns - level if is_leaf else 1
            height = last - first + 1
            yield GridCell(row + first, level, height, span, "label", path[level][1])


def _value_row(
    keys: Sequence[str], edges: Sequence[tuple[int, int]], row: int
) -> Iterator[GridCell]:
    for key, (column, span) in zip(keys, edges, strict=True):
        yield GridCell(row, column, 1, span, "value", key=key)
