"""An edition of the official form as immutable data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeVar

from model.form_layout import GridCell, lay_out_table
from model.texts.spoken import Spoken

Kind = Literal["count", "amount", "change", "free"]
"""A count, money with decimals, a count with a sign, or a figure that may be written freely."""


class FormError(ValueError):
    """A form file that contradicts itself; the message says where."""


@dataclass(frozen=True)
class Section:
    """One part of the report's text; `table` names the table that stands in it, or is ""."""

    key: str
    title: str
    name: str
    help: str = ""
    table: str = ""
    aliases: tuple[str, ...] = ()
    is_copied: bool = False


@dataclass(frozen=True)
class Group:
    """A label that spans several rows or columns; `single_row` takes its figures if unsplit."""

    key: str
    label: str
    parent: str = ""
    aliases: tuple[str, ...] = ()
    single_row: str = ""


@dataclass(frozen=True)
class Column:
    """A column of values: its kind, its unit and decimals, and the rules that it carries."""

    key: str
    label: str
    kind: Kind
    group: str = ""
    aliases: tuple[str, ...] = ()
    help: str = ""
    decimals: int = 0
    unit: str = ""
    is_sum: bool = False
    is_pending: bool = False
    code: str = ""
    add: str = ""
    less: str = ""


@dataclass(frozen=True)
class Row:
    """A row of values under its printed label, and the rules that it carries."""

    key: str
    label: str
    group: str = ""
    short: str = ""
    aliases: tuple[str, ...] = ()
    help: str = ""
    sum_group: str = ""
    code: str = ""
    previous: str = ""
    not_made_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Block:
    """A run of rows under its own header; `across` lays the rows side by side as columns."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    is_across: bool = False


@dataclass(frozen=True)
class Balance:
    """Per column, the sum of the `left` rows must equal the sum of the `right` rows."""

    code: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    left_name: str
    right_name: str
    swap_code: str = ""


@dataclass(frozen=True)
class Sum:
    """A computed cell, its direct parts, and the check that compares a printed figure with it."""

    total: str
    parts: tuple[str, ...]
    code: str


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
                    key = f"{row.key}.{column.key}"
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
        path: list[Group] = []
        while group:
            path.insert(0, self.groups[group])
            group = self.groups[group].parent
        return tuple(path)

    def row_keys(self, row_key: str) -> tuple[str, ...]:
        """Return the value keys of one row, left to right."""
        return tuple(key for key in self.keys if key.split(".")[0] == row_key)

    @cached_property
    def grid(self) -> tuple[GridCell, ...]:
        """Return every cell of the official grid, headers and values, in reading order."""
        return lay_out_table(self)

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
                parts = tuple(f"{row.key}.{c.key}" for c in block.columns if not c.is_sum)
                found[key] = Sum(key, parts, column.code)
            elif row.sum_group:
                parts = tuple(f"{r.key}.{column.key}" for r in self._rows_in(block, row.sum_group))
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
        return tuple(f"{r.key}.{column.key}" for r in self._rows_in(block, row.sum_group))

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


@dataclass(frozen=True)
class Language:
    """The words of the checks on text, by the names of their lists, and how a text counts."""

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spoken: Spoken = field(default_factory=Spoken)


@dataclass(frozen=True)
class Form:
    """One edition of the form: its sections and tables, and the words that it is known by.

    `language` gives the words that the checks on text look for; it is asked once, when a text is
    first checked, because much belongs to it.
    """

    edition: str
    name: str
    title: str
    marks: tuple[str, ...]
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    language: Callable[[], Language] = field(default=Language, repr=False, compare=False)

    @cached_property
    def _language(self) -> Language:
        return self.language()

    @property
    def words(self) -> Mapping[str, tuple[str, ...]]:
        """Return the lists of words, by name, that the checks on text look for."""
        return self._language.words

    @property
    def spoken(self) -> Spoken:
        """Return how a text speaks of the cells."""
        return self._language.spoken

    def table(self, key: str) -> Table:
        """Return a table by key; KeyError if the edition has none."""
        return next_by_key(self.tables, key)

    def section(self, key: str) -> Section:
        """Return a section by key; KeyError if the edition has none."""
        return next_by_key(self.sections, key)

    @cached_property
    def section_keys(self) -> tuple[str, ...]:
        """Return the section keys in the order of the report."""
        return tuple(section.key for section in self.sections)


_Keyed = TypeVar("_Keyed", Table, Section)


def next_by_key(items: tuple[_Keyed, ...], key: str) -> _Keyed:
    """Return the item whose key matches, or raise KeyError."""
    for item in items:
        if item.key == key:
            return item
    raise KeyError(key)
