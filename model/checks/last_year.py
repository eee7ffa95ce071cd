"""Last year's report, as far as it may be compared with."""

from __future__ import annotations

from model.report.report import Previous, Report


def last_year(report: Report) -> Previous | None:
    """Return last year's report if it is attached and is, as far as known, of the year before."""
    last = report.previous
    if last is None or None in (last.year, report.year):
        return last
    return last if last.year == (report.year or 0) - 1 else None
