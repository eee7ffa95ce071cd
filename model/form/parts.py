"""What an edition of the form is made of: sections, groups, rows, columns, blocks and rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["count", "amount", "change", "free"]
"""A count, money with decimals, a count with a sign, or a figure that may be written freely."""

YUAN = {"元": 1, "万元": 10_000}
"""The units of money that a column may have, in 元."""


class FormError(ValueError):
    """A form file that contradicts itself; the message says where."""


@dataclass(frozen=True)
class Section:
    """One part of the report's text; `table` names the table that stands in it, or is "".

    `frame` is what a clerk may start from, with ＿＿ to be filled in, {year} for the report's year
    and {table/row.column} for figures that follow the tables, or "".
    `headings` are the official sub-headings in their order, without their numbers.
    `short` is the name in a narrow list, no longer than nine characters.
    """

    key: str
    title: str
    name: str
    short: str
    help: str = ""
    table: str = ""
    aliases: tuple[str, ...] = ()
    is_reused: bool = False
    frame: str = ""
    headings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Roles:
    """Which sections have a part to play in the program, by key.

    `opening` stands before the first heading, `overview` sums up the year, `problems` tells what is
    to be improved, `other` says 无 where there is nothing else, `signature` ends the report. `fee`
    reports the charges for handling information, "" where the edition asks for no such thing.
    """

    opening: str
    overview: str
    problems: str
    other: str
    signature: str
    fee: str = ""


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

    @property
    def yuan(self) -> int:
        """Return how many 元 a figure of 1 stands for in a column of money, 0 in any other."""
        return YUAN.get(self.unit, 0) if self.kind == "amount" else 0


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


def cell_key(row: str, column: str) -> str:
    """Return the key of a value cell from the keys of its row and column."""
    return f"{row}.{column}"


def row_key_of(key: str) -> str:
    """Return the key of the row in which a value cell stands."""
    return key.partition(".")[0]


def group_path(groups: Mapping[str, Group], group: str) -> tuple[Group, ...]:
    """Return the groups from the outermost down to `group`; () for ""."""
    path: list[Group] = []
    while group:
        path.insert(0, groups[group])
        group = groups[group].parent
    return tuple(path)
