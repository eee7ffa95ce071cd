"""Checks on the totals that a source printed against the sums that the program computes."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import CellRef, Finding, Level
from model.checks.registry import table_check
from model.checks.wording import gap, shown
from model.form.table import Table
from model.report.edits import forget_printed
from model.report.report import Report
from model.report.values import Value, is_placeholder, number_of

MOST_NAMED = 3


@table_check(
    "requests-row-total",
    "requests-outcome-total",
    "review-total",
    rule="总计等于各项之和。",
)
def printed_total(report: Report, table: Table) -> Iterator[Finding]:
    """Yield the printed totals that differ from their parts (rule: 总计 is the sum of its parts).

    The code stands in the form, with the sum.
    """
    for key, printed in _differing_totals(report, table):
        computed = report.value(table.key, key)
        if computed is not None:
            yield Finding(
                table.sums[key].code,
                Level.ERROR,
                f"{table.cell_name(key)}来源文件印的是{shown(printed)}，"
                f"各项相加是{shown(computed)}，相差{gap(printed, computed)}。"
                "请核对各项；各项无误的，点「采用计算值」。",
                cells=((table.key, key),),
                expected=computed,
                actual=printed,
                uses=_leaves(table, key),
                fix=forget_printed(table.key, key),
            )


@table_check("parts-missing", rule="总计等于各项之和，各项也要填写。")
def parts_missing(report: Report, table: Table) -> Iterator[Finding]:
    """Yield the totals printed over blank parts, one finding a table (rule: parts are filled in).

    `actual` is the printed figure where it is one.
    """
    found = [
        (key, printed)
        for key, printed in _differing_totals(report, table)
        if report.value(table.key, key) is None
    ]
    if found:
        yield _missing(table, found)


def _missing(table: Table, found: list[tuple[str, Value]]) -> Finding:
    figures = [f"{table.cell_name(key)}{shown(printed)}" for key, printed in found]
    several = f"等{len(found)}处" if len(found) > MOST_NAMED else ""
    return Finding(
        "parts-missing",
        Level.QUERY,
        f"来源文件只印了总计，各项却是空白：{'、'.join(figures[:MOST_NAMED])}{several}。"
        "请把各项填上；填好以前按印的总计与上年和勾稽关系比对。",
        cells=tuple((table.key, key) for key, _ in found),
        actual=found[0][1] if len(found) == 1 else None,
        uses=frozenset().union(*(_leaves(table, key) for key, _ in found)),
    )


def _differing_totals(report: Report, table: Table) -> Iterator[tuple[str, Value]]:
    """Yield (key, printed figure) of the totals to be told, each mistake once."""
    for key, printed in report.differing_in(table):
        stands_for_nothing = isinstance(printed, str) and is_placeholder(printed)
        if stands_for_nothing and not report.value(table.key, key):
            continue
        if not (
            _follows_the_rows(report, table, key) or _follows_its_row(report, table, key, printed)
        ):
            yield key, printed


def _follows_the_rows(report: Report, table: Table, key: str) -> bool:
    """Return whether the total of totals adds up row totals printed over blanks, told there."""
    blank = [key for key in table.crossing_parts(key) if report.value(table.key, key) is None]
    printed = report.printed[table.key]
    is_printed_there = any(printed.get(part) is not None for part in blank)
    return is_printed_there and printed[key] == report.effective_value(table.key, key)


def _follows_its_row(report: Report, table: Table, key: str, printed: Value) -> bool:
    """Return whether the total of totals is right for its row as printed.

    Its difference then comes from a column's total, where it is told.
    """
    if not table.crossing_parts(key):
        return False
    on_paper = report.printed[table.key]
    figures = [
        report.value(table.key, part) if on_paper.get(part) is None else on_paper[part]
        for part in table.sums[key].parts
    ]
    if all(figure is None for figure in figures):
        return False
    return printed == sum(number_of(figure) for figure in figures)


def _leaves(table: Table, key: str) -> frozenset[CellRef]:
    return frozenset((table.key, leaf) for leaf in table.leaf_parts(key))
