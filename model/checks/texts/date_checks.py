"""The check on the date under the report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from model.checks.finding import Finding, Level
from model.checks.registry import Reads, check
from model.checks.texts.text_words import FlaggedWords, as_finding
from model.report.office import usual_deadline
from model.report.report import Report
from model.report.year_range import is_report_year
from model.texts.unit_kind import CITY_OR_ABOVE, UNKNOWN
from model.texts.years.report_year import year_in_texts
from model.texts.years.signed_dates import SignedDate, signed_dates

_GOVERNMENT = "人民政府"


@check(
    "text-date",
    rule="报告在报告年度结束以后、规定的日期以前落款（条例第四十九、五十条）。",
    reads=Reads.TEXTS,
)
def wrong_date(report: Report) -> Iterator[Finding]:
    """Yield the dates under a report before its year's end or after the office's deadline."""
    year = year_in_texts(report.sections, report.year) or report.year
    if year is None or not is_report_year(year):
        return
    deadline = report.office.deadline or usual_deadline(year, _kind(report))
    section = report.form.roles.signature
    for signed in signed_dates(report.sections[section]):
        flagged = _flagged(signed, year, deadline)
        if flagged:
            yield as_finding(report, section, "text-date", Level.HINT, flagged)


def _kind(report: Report) -> str:
    """Return the kind of the unit; a government of a rank that its name hides is a city's."""
    kind = report.office_kind
    is_government = kind == UNKNOWN and report.organization.endswith(_GOVERNMENT)
    return CITY_OR_ABOVE if is_government else kind


def _flagged(signed: SignedDate, year: int, deadline: date) -> FlaggedWords | None:
    day, place = signed.day, signed.year.start
    written = f"落款日期是{day.year}年{day.month}月{day.day}日，"
    if day < date(year, 12, 31):
        # In the first months the slip is always the old year still in the hand.
        right = signed.year.written_as(year + 1) if day.year == year else None
        message = f"{written}{year}年还没有结束，报告一般在{year + 1}年落款。请核对。"
        return FlaggedWords(place, place + 4, message, right, expected=year + 1, actual=day.year)
    if day > deadline:
        last = f"{deadline.year}年{deadline.month}月{deadline.day}日"
        message = f"{written}晚于应公布的日期{last}。请核对；规定的日期可以在「本单位设置」里改。"
        return FlaggedWords(place, place + 4, message, expected=year + 1, actual=day.year)
    return None
