"""This year's figure beside last year's."""

from __future__ import annotations

from decimal import Decimal

from model.report.report import Report
from model.report.values import Value, format_value

LAST = "上年"


def name_of_last(report: Report) -> str:
    """Return what the report compared with is called: 上年, or its year if it is another."""
    last = report.previous
    if last is None or last.year is None or report.year is None:
        return LAST
    return LAST if last.year == report.year - 1 else f"{last.year}年"


def last_and_change(report: Report, table: str, key: str) -> tuple[str, str]:
    """Return last year's figure and the change since as +3 or −3.

    The figure is "" where last year's is not known, the change where there is none to tell: the
    figure stayed the same, or one of both is blank or no number.
    """
    if report.previous is None:
        return "", ""
    last, now = report.previous.value(table, key), report.value(table, key)
    return format_value(last), _change(last, now)


def _change(last: Value, now: Value) -> str:
    if not isinstance(last, (int, Decimal)) or not isinstance(now, (int, Decimal)):
        return ""
    change = Decimal(now) - Decimal(last)
    sign = "+" if change > 0 else "−"
    return f"{sign}{format_value(abs(change))}" if change else ""
