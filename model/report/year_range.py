"""Which numbers can be the year of a report."""

from __future__ import annotations

from datetime import date

NEXT_FROM = 10
"""The month from which the report of the running year is prepared: the last one is long due."""

FIRST_YEAR, LAST_YEAR = 2000, 2099


def is_report_year(year: int) -> bool:
    """Return whether there can be a report on that year; a file may hold another number."""
    return FIRST_YEAR <= year <= LAST_YEAR


def year_to_report(today: date) -> int:
    """Return the year that is reported on now, as far as the clock can be right."""
    year = today.year if today.month >= NEXT_FROM else today.year - 1
    return min(LAST_YEAR, max(FIRST_YEAR, year))


def year_problem(year: int) -> str:
    """Return in Chinese why that is no year of a report, or ""."""
    if is_report_year(year):
        return ""
    return f"报告年度是{year}年，应在{FIRST_YEAR}年到{LAST_YEAR}年之间"
