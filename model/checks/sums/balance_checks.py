"""The balance rule of a table's columns, and the swap of two applicants that explains it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from model.checks.finding import CellRef, Finding, Level
from model.checks.registry import table_check
from model.checks.wording import some_names
from model.form.parts import Balance
from model.form.table import Table
from model.report.balances import ColumnBalance, column_balances
from model.report.report import Report

RULE = "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和。"


@table_check("requests-balance", rule=RULE, silences=("text-figure",))
def balance(report: Report, table: Table) -> Iterator[Finding]:
    """Yield the columns out of balance (rule: 第一项加第二项之和，等于第三项加第四项之和).

    The column of totals is accused only when no applicant's column is.
    """
    for _, applicants, totals in _balances(report, table):
        off = [item for item in applicants if item.difference]
        for column in off or [item for item in totals if item.difference]:
            if _is_begun(report, column) and not _may_lack_blanks(report, column):
                yield _imbalance(column)


def _may_lack_blanks(report: Report, column: ColumnBalance) -> bool:
    """Return whether what is missing on the smaller side may stand in a blank cell of it.

    In the column of totals a printed total stands for the blank cells of its row.
    """
    table = column.table
    keys = column.left_keys if column.difference < 0 else column.right_keys
    leaves = {leaf for key in keys for leaf in table.leaf_parts(key)}
    printed = report.printed.get(table.key, {}) if column.column.is_sum else {}
    known = {leaf for key in printed for leaf in table.leaf_parts(key)}
    return any(report.value(table.key, leaf) is None for leaf in leaves - known)


def _is_begun(report: Report, column: ColumnBalance) -> bool:
    """Return whether a column holds anything but what last year handed on.

    That stands in a draft before anything else does, and no balance can hold yet.
    """
    table = column.table
    return any(
        report.effective_value(table.key, key) is not None
        for key in column.keys
        if not table.row(key).previous
    )


def _imbalance(column: ColumnBalance) -> Finding:
    table, rule = column.table, column.rule
    rows = some_names([table.row_name(key) for key in column.keys], len(column.keys))
    return Finding(
        rule.code,
        Level.ERROR,
        f"{table.name}「{column.name}」列不平：{column.both}，"
        f"{column.words}。请核对这一列的{rows}。",
        cells=_cells(column),
        expected=column.right,
        actual=column.left,
        uses=_uses(column),
        right_cells=_right_cells(column),
    )


@table_check("applicant-swap", rule=RULE, silences=("requests-balance", "text-figure"))
def applicant_swap(report: Report, table: Table) -> Iterator[Finding]:
    """Yield the pairs of applicants off by +n and −n: one application counted in two columns.

    The rule is the balance rule; the total of such a pair is balanced.
    """
    for rule, applicants, _ in _balances(report, table):
        if not rule.swap_code:
            continue
        counts = Counter(item.difference for item in applicants)
        for more in applicants:
            off = more.difference
            if off > 0 and counts[off] == 1 and counts[-off] == 1:
                yield _swap(more, next(item for item in applicants if item.difference == -off))


def _swap(more: ColumnBalance, less: ColumnBalance) -> Finding:
    return Finding(
        more.rule.swap_code,
        Level.QUERY,
        f"{more.table.name}「{more.name}」列{more.both}；"
        f"「{less.name}」列{less.both}；一多一少，都差{more.difference}，可能归类错位："
        f"同一件申请收时计入「{more.name}」，办时计入「{less.name}」。请核对这两列。",
        cells=_cells(more, less),
        expected=more.right,
        actual=more.left,
        uses=_uses(more, less),
        right_cells=_right_cells(more, less),
    )


def _balances(
    report: Report, table: Table
) -> Iterator[tuple[Balance, list[ColumnBalance], list[ColumnBalance]]]:
    """Yield each balance rule with its applicants' columns and its columns of totals."""
    for rule in table.balances:
        columns = column_balances(report, table, rule)
        yield (
            rule,
            [item for item in columns if not item.column.is_sum],
            [item for item in columns if item.column.is_sum],
        )


def _cells(*columns: ColumnBalance) -> tuple[CellRef, ...]:
    return tuple((item.table.key, key) for item in columns for key in item.keys)


def _right_cells(*columns: ColumnBalance) -> frozenset[CellRef]:
    return frozenset((item.table.key, key) for item in columns for key in item.right_keys)


def _uses(*columns: ColumnBalance) -> frozenset[CellRef]:
    """Return the typed cells below those that the rule adds up."""
    return frozenset(
        (item.table.key, leaf)
        for item in columns
        for key in item.keys
        for leaf in item.table.leaf_parts(key)
    )
