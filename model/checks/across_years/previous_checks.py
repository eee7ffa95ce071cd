"""Checks against last year's report: what one year hands to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from model.checks.finding import CellRef, Finding, Level
from model.checks.last_year import last_year
from model.checks.registry import Reads, check, table_check
from model.checks.wording import gap, shown
from model.form.parts import Row, cell_key
from model.form.table import Table
from model.report.report import Previous, Report
from model.report.rollover_figures import handing_cells
from model.report.values import Value, number_of


@table_check("carried-over-mismatch", rule="本年「上年结转」等于上年报告的「结转下年度继续办理」。")
def carried_over(report: Report, table: Table) -> Iterator[Finding]:
    """Yield what is carried over otherwise than last year handed on (rule: both are equal)."""
    last = last_year(report)
    if last is None:
        return
    for row in table.rows:
        if row.previous:
            carried = _carried(report, last, table, row)
            for key in carried.differing():
                yield _carried_finding(report, table, key, carried.old[key])


@dataclass(frozen=True)
class _Carried:
    """A row's figures and last year's that they go on from, by the keys that both editions have.

    `added` and `removed` are what stands in columns that only this or last year's edition has.
    """

    typed: tuple[str, ...]
    totals: tuple[str, ...]
    now: Mapping[str, Value]
    old: Mapping[str, Value]
    added: int | Decimal
    removed: int | Decimal

    def differing(self) -> list[str]:
        """Return the cells that differ.

        The total is compared where the columns of one year are all blank, or where columns of one
        edition alone make up for no difference of the others.
        """
        if self._is_blank(self.now) or self._is_blank(self.old):
            return [key for key in self._unequal(self.totals) if self._is_known(key)]
        typed = self._unequal(self.typed)
        is_same_in_all = self._all(self.now) + self.added == self._all(self.old) + self.removed
        if is_same_in_all:
            return [] if all(map(self._may_have_moved, typed)) else typed
        return typed or (self._unequal(self.totals) if self.added or self.removed else [])

    def _is_blank(self, year: Mapping[str, Value]) -> bool:
        return all(year[key] is None for key in self.typed)

    def _is_known(self, key: str) -> bool:
        return self.now[key] is not None and self.old[key] is not None

    def _unequal(self, keys: tuple[str, ...]) -> list[str]:
        return [
            key
            for key in keys
            if not isinstance(self.old[key], str)
            and number_of(self.old[key]) != number_of(self.now[key])
        ]

    def _all(self, year: Mapping[str, Value]) -> int | Decimal:
        return _sum(year[key] for key in self.typed)

    def _may_have_moved(self, key: str) -> bool:
        """Return whether a difference may have gone to a new column, or come from an old one."""
        is_less = number_of(self.now[key]) < number_of(self.old[key])
        return bool(self.added if is_less else self.removed)


def _carried(report: Report, last: Previous, table: Table, row: Row) -> _Carried:
    sources = handing_cells(last.form, table, row)
    totals = tuple(key for key in sources if key in table.sums)
    new = set(table.row_keys(row.key)) - set(sources) - set(table.sums)
    only_last = _only_last_year(last, table, row, set(sources.values()))
    return _Carried(
        typed=tuple(key for key in sources if key not in totals),
        totals=totals,
        now={key: report.effective_value(table.key, key) for key in sources},
        old={key: last.value(table.key, source) for key, source in sources.items()},
        added=_sum(report.tables[table.key][key] for key in new),
        removed=_sum(only_last),
    )


def _sum(values: Iterable[Value]) -> int | Decimal:
    return sum(map(number_of, values), start=0)


def _only_last_year(last: Previous, table: Table, row: Row, sources: set[str]) -> Iterator[Value]:
    """Yield last year's typed figures of the row in columns that this year's edition lacks."""
    for old in last.form.tables:
        if old.key == table.key:
            for key in old.row_keys(row.previous):
                if key not in sources and key not in old.sums:
                    yield last.value(old.key, key)


def _carried_finding(report: Report, table: Table, key: str, before: Value) -> Finding:
    row = table.row(key)
    now = report.effective_value(table.key, key)
    source = next(item for item in table.rows if item.key == row.previous)
    return Finding(
        row.code,
        Level.QUERY,
        f"{table.cell_name(key)}是{shown(now)}，上年报告的「{table.name_of_row(source)}」这一列"
        f"是{shown(before)}，相差{gap(now, before)}。两者一般应相等，请核对；"
        "上年数据有更正、机构合并等情形的，请写明原因。",
        cells=((table.key, key),),
        expected=before,
        actual=now,
        uses=frozenset((table.key, leaf) for leaf in table.leaf_parts(key)),
    )


@table_check(
    "in-force-mismatch",
    rule="现行有效件数＝上年现行有效件数＋本年制发件数－本年废止件数。",
    silences=("in-force-too-small",),
)
def in_force(report: Report, table: Table) -> Iterator[Finding]:
    """Yield the stocks that do not follow from last year's (rule: last ＋ 制发 － 废止)."""
    last = last_year(report)
    if last is None:
        return
    for key in table.inputs:
        if table.column(key).add:
            yield from _stock_findings(report, last, table, key)


def _stock_findings(report: Report, last: Previous, table: Table, key: str) -> Iterator[Finding]:
    before, now = last.value(table.key, key), report.value(table.key, key)
    if None in (before, now) or isinstance(before, str) or isinstance(now, str):
        return
    column, row = table.column(key), table.row(key)
    plus, minus = cell_key(row.key, column.add), cell_key(row.key, column.less)
    more, fewer = (number_of(report.value(table.key, part)) for part in (plus, minus))
    expected = number_of(before) + more - fewer
    if expected == now:
        return
    name = table.column_name(key)
    yield Finding(
        "in-force-mismatch",
        Level.QUERY,
        f"{table.cell_name(key)}是{shown(now)}；上年{name}{shown(before)}"
        f"＋{table.column_name(plus)}{more}－{table.column_name(minus)}{fewer}＝{expected}，"
        f"相差{gap(now, expected)}。请核对；确有其他原因的，请写明。",
        cells=((table.key, key),),
        expected=expected,
        actual=now,
        uses=frozenset((table.key, part) for part in (plus, minus)),
    )


@table_check("pending-not-continued", rule="上年尚未审结的案件，本年一般已有结果或仍未审结。")
def pending_not_continued(report: Report, table: Table) -> Iterator[Finding]:
    """Yield, once a table, cases pending last year while this year's table is all 0.

    A question only: the rule is that a case goes on until it is decided.
    """
    last = last_year(report)
    if last is None or any(report.value(table.key, key) != 0 for key in table.inputs):
        return
    pending = _pending(last, table)
    if not pending:
        return
    counts = "、".join(f"{table.cell_name(key)}{shown(value)}" for key, value in pending.items())
    yield Finding(
        "pending-not-continued",
        Level.HINT,
        f"上年报告有{counts}，本年{table.name}却全是0。请想一想这些案件本年有没有结果。",
        cells=tuple((table.key, key) for key in pending),
        uses=frozenset((table.key, key) for key in table.inputs),
    )


def _pending(last: Previous, table: Table) -> dict[str, Value]:
    """Return the cells in which last year's report counts cases that were not decided yet."""
    before = {
        key: last.value(table.key, key) for key in table.inputs if table.column(key).is_pending
    }
    return {key: value for key, value in before.items() if number_of(value) > 0}


FEWEST_COUNTS = 5
SAME_PERCENT = 80


@check("same-as-last-year", rule="各表填写本年的数字。", reads=Reads.CELLS)
def same_as_last_year(report: Report) -> Iterator[Finding]:
    """Yield the tables whose counts were left as last year's (rule: they are this year's).

    At least 5 counts that are not 0, and 80 in 100 of them the same as last year.
    """
    last = last_year(report)
    if last is None:
        return
    counts = dict(_counts(report))
    same = [ref for ref, value in counts.items() if last.value(*ref) == value]
    if len(counts) < FEWEST_COUNTS or len(same) * 100 < SAME_PERCENT * len(counts):
        return
    names = [report.form.table(table).cell_name(key) for table, key in same[:3]]
    yield Finding(
        "same-as-last-year",
        Level.HINT,
        f"不是0的{len(counts)}个数里，有{len(same)}个和上年一样"
        f"（{'、'.join(names)}{'等' * (len(same) > len(names))}）。请确认填的是本年的数字。",
        cells=tuple(same),
    )


def _counts(report: Report) -> Iterator[tuple[CellRef, int]]:
    """Yield every typed count that is not 0."""
    for table in report.form.tables:
        for key in table.inputs:
            value = report.value(table.key, key)
            if isinstance(value, int) and value:
                yield (table.key, key), value
