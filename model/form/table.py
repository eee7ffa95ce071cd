"""One official table as immutable data, with the grid and the sums that follow from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from model.form.layout import GridCell, TablePlan, lay_out_table
from model.form.parts import (
    Balance,
    Block,
    Column,
    FormError,
    Group,
    Row,
    Sum,
    cell_key,
    group_path,
    row_key_of,
)


@dataclass(frozen=True)
class Table:
    """One official table: its blocks, groups and rules, and the grid computed from them.

    `widths` are millimetres per grid column, `font_size` is in points.
    """

    key: str
    section: str
    name: str
    label_columns: int
    widths: tuple[float, ...]
    font_size: float
    blocks: tuple[Block, ...]
    groups: Mapping[str, Group]
    balances: tuple[Balance, ...] = ()
    corner: str = ""
    header_repeats: bool = False
    _cells: Mapping[str, tuple[Block, Row, Column]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the value cells by key; a key that stands twice is a FormError."""
        cells: dict[str, tuple[Block, Row, Column]] = {}
        for block in self.blocks:
            for row in block.rows:
                for column in block.columns:
                    key = cell_key(row.key, column.key)
                    if key in cells:
                        raise FormError(f"{self.key}: {key} stands twice")
                    cells[key] = (block, row, column)
        object.__setattr__(self, "_cells", cells)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Return every value key, in reading order."""
        return tuple(self._cells)

    @cached_property
    def key_set(self) -> frozenset[str]:
        """Return every value key for membership tests."""
        return frozenset(self._cells)

    def row(self, key: str) -> Row:
        """Return the row of a value key."""
        return self._cells[key][1]

    def column(self, key: str) -> Column:
        """Return the column of a value key."""
        return self._cells[key][2]

    def block(self, key: str) -> Block:
        """Return the block of a value key."""
        return self._cells[key][0]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Return all rows, in reading order."""
        return tuple(row for block in self.blocks for row in block.rows)

    def group_path(self, group: str) -> tuple[Group, ...]:
        """Return the groups from the outermost down to `group`; () for ""."""
        return group_path(self.groups, group)

    def row_keys(self, row_key: str) -> tuple[str, ...]:
        """Return the value keys of one row, left to right."""
        return self._keys_of_rows.get(row_key, ())

    @cached_property
    def _keys_of_rows(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for key in self.keys:
            row = row_key_of(key)
            found[row] = (*found.get(row, ()), key)
        return found

    @cached_property
    def grid(self) -> tuple[GridCell, ...]:
        """Return every cell of the official grid, headers and values, in reading order."""
        return lay_out_table(
            TablePlan(self.blocks, self.groups, self.label_columns, len(self.widths), self.corner)
        )

    @cached_property
    def grid_rows(self) -> int:
        """Return the number of grid rows."""
        return max(cell.row + cell.row_span for cell in self.grid)

    @property
    def grid_columns(self) -> int:
        """Return the number of grid columns."""
        return len(self.widths)

    @cached_property
    def header_rows(self) -> int:
        """Return how many grid rows stand above the first value row of a repeating header."""
        if not self.header_repeats:
            return 0
        return min(cell.row for cell in self.grid if cell.key)

    @cached_property
    def positions(self) -> Mapping[str, GridCell]:
        """Return the grid cell of each value key."""
        return {cell.key: cell for cell in self.grid if cell.key}

    @cached_property
    def sums(self) -> Mapping[str, Sum]:
        """Return the sum of each computed cell; a row's total comes before a column's."""
        found: dict[str, Sum] = {}
        for key, (block, row, column) in self._cells.items():
            if column.is_sum:
                parts = tuple(cell_key(row.key, c.key) for c in block.columns if not c.is_sum)
                found[key] = Sum(key, parts, column.code)
            elif row.sum_group:
                parts = tuple(
                    cell_key(r.key, column.key) for r in self._rows_in(block, row.sum_group)
                )
                found[key] = Sum(key, parts, row.code)
        return found

    def _rows_in(self, block: Block, group: str) -> Iterator[Row]:
        for row in block.rows:
            inside = any(part.key == group for part in self.group_path(row.group))
            if inside and not row.sum_group:
                yield row

    def crossing_parts(self, key: str) -> tuple[str, ...]:
        """Return the row totals that a total of totals adds up; () for any other cell."""
        block, row, column = self._cells[key]
        if not (column.is_sum and row.sum_group):
            return ()
        return tuple(cell_key(r.key, column.key) for r in self._rows_in(block, row.sum_group))

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        """Return the keys that a person types, in reading order."""
        return tuple(key for key in self.keys if key not in self.sums)

    def leaf_parts(self, key: str) -> tuple[str, ...]:
        """Return the typed cells that a computed cell adds up in the end."""
        return self._leaves[key]

    @cached_property
    def _leaves(self) -> Mapping[str, tuple[str, ...]]:
        return {key: tuple(self._leaves_of(key)) for key in self.keys}

    def _leaves_of(self, key: str) -> Iterator[str]:
        if key in self.sums:
            for part in self.sums[key].parts:
                yield from self._leaves_of(part)
        else:
            yield key

    @cached_property
    def dependents(self) -> Mapping[str, tuple[str, ...]]:
        """Return the computed cells that depend on each typed cell."""
        found: dict[str, tuple[str, ...]] = {}
        for total in self.sums:
            for leaf in self.leaf_parts(total):
                found[leaf] = (*found.get(leaf, ()), total)
        return found

    def row_name(self, key: str) -> str:
        """Return the printed name of a cell's row, short and with its group where needed."""
        return self.name_of_row(self.row(key))

    def name_of_row(self, row: Row) -> str:
        """Return the printed name of a row, led by its inner group where it is numbered 1. 2."""
        path = self.group_path(row.group)
        label = row.short or row.label
        if path and path[-1].parent:
            return f"{path[-1].label}{label}"
        return label

    def column_name(self, key: str) -> str:
        """Return the printed name of a cell's column."""
        return self.column(key).label.split("（")[0]

    def cell_name(self, key: str) -> str:
        """Return 「row」「column」 as a clerk reads them off the paper."""
        return f"「{self.row_name(key)}」的「{self.column_name(key)}」"
