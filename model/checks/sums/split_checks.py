"""The check on a number whose digits stand in two cells, as when 12 was read as 1 and 2."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from model.checks.finding import Finding, Level
from model.checks.registry import table_check
from model.checks.wording import shown
from model.form.parts import Balance, cell_key
from model.form.table import Table
from model.report.report import Report
from model.report.values import number_of

MOST_DIGITS = 4


@dataclass(frozen=True)
class _Split:
    """Two neighbouring cells and the number that their digits make together."""

    first: str
    second: str
    one: int
    two: int

    @property
    def joined(self) -> int:
        return int(f"{self.one}{self.two}")

    @property
    def gains(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return by how much the cells grow with the number in the first, or in the second."""
        return (self.joined - self.one, -self.two), (-self.one, self.joined - self.two)


@table_check(
    "split-number",
    rule="一个数填在一个格里；合并后各项之和与总计、勾稽关系都能对上。",
    silences=(
        "requests-balance",
        "applicant-swap",
        "requests-row-total",
        "requests-outcome-total",
        "review-total",
    ),
)
def split_number(report: Report, table: Table) -> Iterator[Finding]:
    """Yield the neighbouring figures that, joined, would repair a balance or a printed total.

    Only where one pair does: of two possible explanations neither is told.
    """
    found: dict[tuple[str, str], list[_Split]] = defaultdict(list)
    columns = _Columns(report, table)
    for split in _candidates(report, table):
        if any(_repairs(columns, split, gains) for gains in split.gains):
            place = table.column(split.first).key, table.column(split.second).key
            found[place].append(split)
    for splits in found.values():
        if len(splits) == 1:
            yield _finding(table, splits[0])


def _candidates(report: Report, table: Table) -> Iterator[_Split]:
    """Yield the neighbouring typed cells of a row that both hold a short figure, none a 0."""
    for row in table.rows:
        keys = [key for key in table.row_keys(row.key) if key not in table.sums]
        for first, second in zip(keys, keys[1:], strict=False):
            one, two = report.value(table.key, first), report.value(table.key, second)
            if _is_short(one) and _is_short(two):
                yield _Split(first, second, int(number_of(one)), int(number_of(two)))


def _is_short(value: object) -> bool:
    return isinstance(value, int) and 0 < value < 10**MOST_DIGITS


@dataclass(frozen=True)
class _Columns:
    """What the columns of a table are off by under its balance rules; summed up once."""

    report: Report
    table: Table

    @cached_property
    def signs(self) -> list[dict[str, Mapping[str, int]]]:
        """Return for each rule, by column, the typed cells: 1 on its left, -1 on its right."""
        names = [column.key for block in self.table.blocks for column in block.columns]
        return [
            {name: _signs(self.table, rule, name) for name in names if self._has(rule, name)}
            for rule in self.table.balances
        ]

    def _has(self, rule: Balance, column: str) -> bool:
        return all(cell_key(row, column) in self.table.key_set for row in (*rule.left, *rule.right))

    @cached_property
    def off(self) -> list[dict[str, int | Decimal]]:
        """Return for each rule, by column, by how much its left side exceeds its right side."""
        value, key = self.report.value, self.table.key
        return [
            {
                name: sum(sign * number_of(value(key, leaf)) for leaf, sign in signs.items())
                for name, signs in rule.items()
            }
            for rule in self.signs
        ]

    def are_repaired(self, number: int, split: _Split, gains: tuple[int, int]) -> bool:
        """Return whether both columns are balanced with the gains, and one was not before."""
        names = [self.table.column(key).key for key in (split.first, split.second)]
        before = [self.off[number].get(name, 0) for name in names]
        if not any(before):
            return False
        cells = zip(names, (split.first, split.second), gains, before, strict=True)
        signs = self.signs[number]
        return not any(
            was + signs.get(name, {}).get(key, 0) * gain for name, key, gain, was in cells
        )


def _repairs(columns: _Columns, split: _Split, gains: tuple[int, int]) -> bool:
    """Return whether the cells so changed repair what is broken and break nothing."""
    report, table = columns.report, columns.table
    row_total = _row_total(report, table, split.first)
    total_off = 0 if row_total is None else row_total + sum(gains)
    if total_off:
        return False
    if table.balances:
        rules = range(len(table.balances))
        return all(columns.are_repaired(number, split, gains) for number in rules)
    return row_total is not None


def _row_total(report: Report, table: Table, key: str) -> int | None:
    """Return by how much the row's sum exceeds the total that the source printed, if it did."""
    total = next((key for key in table.row_keys(table.row(key).key) if key in table.sums), "")
    printed = report.printed.get(table.key, {}).get(total)
    if not isinstance(printed, int):
        return None
    return int(number_of(report.value(table.key, total))) - printed


def _signs(table: Table, rule: Balance, column: str) -> Mapping[str, int]:
    """Return the typed cells of a column under a balance rule: 1 on its left, -1 on its right."""
    signs: dict[str, int] = {}
    for sign, rows in ((1, rule.left), (-1, rule.right)):
        for row in rows:
            signs |= dict.fromkeys(table.leaf_parts(cell_key(row, column)), sign)
    return signs


def _finding(table: Table, split: _Split) -> Finding:
    columns = f"「{table.column_name(split.first)}」「{table.column_name(split.second)}」"
    return Finding(
        "split-number",
        Level.QUERY,
        f"「{table.row_name(split.first)}」这一行{columns}两格是{split.one}和{split.two}，"
        f"合成一个数{shown(split.joined)}就都对得上了，可能是一个数被拆在两格里。请核对原件。",
        cells=((table.key, split.first), (table.key, split.second)),
        expected=split.joined,
        uses=frozenset((table.key, key) for key in (split.first, split.second)),
    )
