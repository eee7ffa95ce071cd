"""The balance rule of a table's columns, and the swap of two applicants that explains it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from model.checks.finding import CellRef, Finding, Level
from model.checks.registry import table_check
from model.checks.wording import some_names
from model.form.parts import Balance, cell_key
from model.form.table import Table
from model.report.report import Report
from model.report.values import number_of

RULE = "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和。"


@dataclass(frozen=True)
class _Side:
    """One column under a balance rule: both sums and the cells that they are made of."""

    table: Table
    balance: Balance
    column: str
    left_keys: tuple[str, ...]
    right_keys: tuple[str, ...]
    left: int
    right: int

    @property
    def off(self) -> int:
        """Return left less right."""
        return self.left - self.right

    @property
    def cells(self) -> tuple[CellRef, ...]:
        """Return the cells that the rule adds up."""
        return tuple((self.table.key, key) for key in (*self.left_keys, *self.right_keys))

    @property
    def right_cells(self) -> frozenset[CellRef]:
        """Return those of the cells on the right side."""
        return frozenset((self.table.key, key) for key in self.right_keys)

    @property
    def uses(self) -> frozenset[CellRef]:
        """Return the typed cells below them."""
        return frozenset(
            (self.table.key, leaf) for _, key in self.cells for leaf in self.table.leaf_parts(key)
        )

    @property
    def sentence(self) -> str:
        """Return both sides as 收（一＋二）＝5，办（三＋四）＝4."""
        rule = self.balance
        return f"{rule.left_name}＝{self.left}，{rule.right_name}＝{self.right}"

    @property
    def row_names(self) -> str:
        """Return the names of the rows to look at."""
        return some_names([self.table.row_name(key) for _, key in self.cells], len(self.cells))


@table_check("requests-balance", rule=RULE, silences=("text-figure",))
def balance(report: Report, table: Table) -> Iterator[Finding]:
    """Yield the columns out of balance (rule: 第一项加第二项之和，等于第三项加第四项之和).

    The column of totals is accused only when no applicant's column is.
    """
    for _, applicants, totals in _balances(report, table):
        off = [side for side in applicants if side.off] or [side for side in totals if side.off]
        for side in filter(partial(_is_begun, report), off):
            yield _imbalance(side)


def _is_begun(report: Report, side: _Side) -> bool:
    """Return whether a column holds anything but what last year handed on.

    That stands in a draft before anything else does, and no balance can hold yet.
    """
    table = side.table
    return any(
        report.effective_value(table.key, key) is not None
        for key in (*side.left_keys, *side.right_keys)
        if not table.row(key).previous
    )


def _imbalance(side: _Side) -> Finding:
    names = [side.balance.left_name, side.balance.right_name]
    more, less = (name.split("（")[0] for name in (names if side.off > 0 else reversed(names)))
    distance = abs(side.off)
    return Finding(
        side.balance.code,
        Level.ERROR,
        f"{side.table.name}「{side.column}」列不平：{side.sentence}，"
        f"相差{distance}（{more}比{less}多{distance}）。请核对这一列的{side.row_names}。",
        cells=side.cells,
        expected=side.right,
        actual=side.left,
        uses=side.uses,
        right_cells=side.right_cells,
    )


@table_check("applicant-swap", rule=RULE, silences=("requests-balance", "text-figure"))
def applicant_swap(report: Report, table: Table) -> Iterator[Finding]:
    """Yield the pairs of applicants off by +n and −n: one application counted in two columns.

    The rule is the balance rule; the total of such a pair is balanced.
    """
    for rule, applicants, _ in _balances(report, table):
        if not rule.swap_code:
            continue
        counts = Counter(side.off for side in applicants)
        for side in applicants:
            if side.off > 0 and counts[side.off] == 1 and counts[-side.off] == 1:
                other = next(item for item in applicants if item.off == -side.off)
                yield _swap(side, other)


def _swap(more: _Side, less: _Side) -> Finding:
    return Finding(
        more.balance.swap_code,
        Level.QUERY,
        f"{more.table.name}「{more.column}」列{more.sentence}；"
        f"「{less.column}」列{less.sentence}；一多一少，都差{more.off}，可能归类错位："
        f"同一件申请收时计入「{more.column}」，办时计入「{less.column}」。请核对这两列。",
        cells=more.cells + less.cells,
        expected=more.right,
        actual=more.left,
        uses=more.uses | less.uses,
        right_cells=more.right_cells | less.right_cells,
    )


def _balances(report: Report, table: Table) -> Iterator[tuple[Balance, list[_Side], list[_Side]]]:
    """Yield each balance rule with its applicants' columns and its columns of totals."""
    for rule in table.balances:
        keys = table.row_keys(rule.left[0])
        sides = [(table.column(key).is_sum, _side(report, table, rule, key)) for key in keys]
        yield (
            rule,
            [side for is_sum, side in sides if not is_sum],
            [side for is_sum, side in sides if is_sum],
        )


def imbalances(report: Report, table: Table, key: str) -> tuple[int, ...]:
    """Return by how much the column of a cell is off under each balance rule, left less right."""
    return tuple(_side(report, table, rule, key).off for rule in table.balances)


def _side(report: Report, table: Table, rule: Balance, key: str) -> _Side:
    column = table.column(key).key
    left = tuple(cell_key(row, column) for row in rule.left)
    right = tuple(cell_key(row, column) for row in rule.right)
    name = table.column_name(key)
    return _Side(
        table, rule, name, left, right, _sum(report, table, left), _sum(report, table, right)
    )


def _sum(report: Report, table: Table, keys: tuple[str, ...]) -> int:
    """Return the sum of counts; a blank counts 0, a printed total stands over blank parts."""
    return int(sum(number_of(report.effective_value(table.key, key)) for key in keys))
