"""The sums on both sides of a balance rule, column by column; whoever needs them asks here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from model.form.parts import Balance, Column, cell_key
from model.form.table import Table
from model.report.report import Report
from model.report.values import number_of


@dataclass(frozen=True)
class ColumnBalance:
    """One column under a balance rule: the cells of both sides and what they add up to."""

    table: Table
    rule: Balance
    column: Column
    left_keys: tuple[str, ...]
    right_keys: tuple[str, ...]
    left: int | Decimal
    right: int | Decimal

    @property
    def difference(self) -> int | Decimal:
        """Return left less right; 0 where the column balances."""
        return self.left - self.right

    @property
    def words(self) -> str:
        """Return the difference as it is told everywhere: 平, 收多1 or 办多1."""
        off = self.difference
        if not off:
            return "平"
        more = self.rule.left_name if off > 0 else self.rule.right_name
        return f"{more.split('（')[0]}多{abs(off)}"

    @property
    def both(self) -> str:
        """Return both sides in words, such as 收（一＋二）＝5，办（三＋四）＝4."""
        return f"{self.rule.left_name}＝{self.left}，{self.rule.right_name}＝{self.right}"

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the cells that the rule adds up, those of the left side first."""
        return (*self.left_keys, *self.right_keys)

    @property
    def name(self) -> str:
        """Return the printed name of the column."""
        return self.table.column_name(self.left_keys[0])


def column_balance(report: Report, table: Table, rule: Balance, column: str) -> ColumnBalance:
    """Return both sums of a column; a blank counts 0, a printed total stands over blank parts."""
    left = tuple(cell_key(row, column) for row in rule.left)
    right = tuple(cell_key(row, column) for row in rule.right)
    sums = [
        sum((number_of(report.effective_value(table.key, key)) for key in keys), start=0)
        for keys in (left, right)
    ]
    return ColumnBalance(table, rule, table.column(left[0]), left, right, *sums)


def column_balances(report: Report, table: Table, rule: Balance) -> tuple[ColumnBalance, ...]:
    """Return the sums of every column that a balance rule holds for, left to right."""
    columns = (table.column(key).key for key in table.row_keys(rule.left[0]))
    return tuple(column_balance(report, table, rule, column) for column in columns)


def sole_blank(report: Report, balance: ColumnBalance) -> str | None:
    """Return the one blank cell where the whole difference of a column can stand, or None.

    Every other typed cell of the column is filled, and the blank one is on the smaller side; of
    the computed total's own column nothing is said.
    """
    smaller = balance.left_keys if balance.difference < 0 else balance.right_keys
    inside = _blanks(report, balance.table, smaller)
    everywhere = _blanks(report, balance.table, balance.keys)
    is_sure = bool(balance.difference) and not balance.column.is_sum and len(everywhere) == 1
    return min(inside) if is_sure and inside else None


def _blanks(report: Report, table: Table, keys: Iterable[str]) -> set[str]:
    """Return the typed cells below these that are blank."""
    leaves = {leaf for key in keys for leaf in table.leaf_parts(key)}
    return {leaf for leaf in leaves if report.value(table.key, leaf) is None}


def sole_blanks(report: Report, table: Table) -> dict[str, ColumnBalance]:
    """Return the blank cells of a table that alone can settle their columns, with the columns."""
    found = {}
    for rule in table.balances:
        for balance in column_balances(report, table, rule):
            key = sole_blank(report, balance)
            if key is not None:
                found[key] = balance
    return found
