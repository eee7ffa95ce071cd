"""Checks on the years in the texts: the report's own, the period, and days that figures stop at."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Finding, Level
from model.checks.registry import check, section_check
from model.checks.texts.text_words import FlaggedWords, as_finding, as_findings
from model.form.form import Form
from model.form.parts import Section
from model.report.report import Report
from model.texts.word_lists import lines
from model.texts.years.named_periods import Cutoff, Period, cutoffs, named_periods
from model.texts.years.report_year import year_in_texts
from model.texts.years.signed_dates import signed_dates
from model.texts.years.year_doubts import YearDoubt, YearWords, doubted_years

_WORD_LISTS = ("year_history", "year_subjects", "year_work", "plan_words", "year_done", "year_own")
_DECEMBER, _LAST_DAY = 12, 31


def _years_to_expect(report: Report) -> int | None:
    """Return the year that the texts are held to: the report's, or the one that they agree on.

    Where the title's year is the slip, it is told once, at the title.
    """
    return year_in_texts(report.sections, report.year) or report.year


@check("text-year", rule="报告写的是报告年度的工作；打算写下一年。")
def other_years(report: Report) -> Iterator[Finding]:
    """Yield other years told as the report year's work, and the report year in plans."""
    expected = _years_to_expect(report)
    if expected is None:
        return
    words = year_words(report.form)
    for section, text in report.sections.items():
        if section != report.form.roles.signature:
            found = (
                _year_doubt(doubt, expected).moved(start)
                for start, line in lines(text)
                for doubt in doubted_years(line, expected, words)
            )
            yield from as_findings(report, section, "text-year", Level.QUERY, found)
    yield from _signed(report, expected)


def year_words(form: Form) -> YearWords:
    """Return the lists by which the place of a year is judged."""
    return YearWords(*(form.words[name] for name in _WORD_LISTS))


def _year_doubt(doubt: YearDoubt, report_year: int) -> FlaggedWords:
    found = doubt.year
    if doubt.is_in_plan:
        message = (
            f"这里像是下一步的打算，年份写的是{found.value}年。请核对是否应为{doubt.expected}年。"
        )
    else:
        message = f"报告年度是{report_year}年，这里写的是{found.value}年。请核对年份。"
    end = doubt.start + len(found.written)
    right = found.written_as(doubt.expected)
    return FlaggedWords(
        doubt.start, end, message, right, expected=doubt.expected, actual=found.value
    )


def _signed(report: Report, year: int) -> Iterator[Finding]:
    """Yield the dates of the signature before the report year's end or over a year later."""
    section = report.form.roles.signature
    for signed in signed_dates(report.sections[section]):
        day = signed.day
        if day.year == year + 1 or (day.year, day.month, day.day) == (year, _DECEMBER, _LAST_DAY):
            continue
        message = (
            f"落款日期是{day.year}年{day.month}月{day.day}日，"
            f"{year}年的报告一般在{year + 1}年落款。请核对。"
        )
        # In the first months the slip is always the old year still in the hand.
        right = signed.year.written_as(year + 1) if day.year == year else None
        place = signed.year.start
        flagged = FlaggedWords(place, place + 4, message, right, expected=year + 1, actual=day.year)
        yield as_finding(report, section, "text-year", Level.QUERY, flagged)


@check(
    "text-period",
    rule="统计期限是报告年度的1月1日至12月31日。",
    silences=("text-year", "text-cutoff"),
)
def wrong_period(report: Report) -> Iterator[Finding]:
    """Yield periods other than 1 January to 31 December of the report year."""
    year = _years_to_expect(report)
    if year is None:
        return
    for section, text in report.sections.items():
        found = (
            _period_doubt(line, period, year).moved(start)
            for start, line in lines(text)
            for period in named_periods(line)
            if _is_wrong(period, year)
        )
        yield from as_findings(report, section, "text-period", Level.QUERY, found)


def _is_wrong(period: Period, year: int) -> bool:
    is_other_year = set(period.years) != {year}
    if period.is_statement:
        return is_other_year or not period.is_whole or not period.is_well_written
    if not period.is_whole:
        return False
    return not period.is_well_written or (year not in period.years and is_other_year)


def _period_doubt(line: str, period: Period, year: int) -> FlaggedWords:
    written = line[period.start : period.end]
    joint = "起至" if "起" in written else "至"
    right = f"{year}年1月1日{joint}{year}年12月31日"
    if set(period.years) == {year} and period.is_whole:
        message = f"统计期限「{written}」写得不完整，应写成{right}。请改正。"
    else:
        message = f"统计期限应是{right}，这里写的是「{written}」。请核对。"
    return FlaggedWords(period.start, period.end, message, right, expected=right, actual=written)


@section_check(
    "text-cutoff",
    rule="年度报告的数据截至报告年度的12月31日。",
    silences=("text-year",),
)
def early_cutoff(report: Report, section: Section) -> Iterator[Finding]:
    """Yield figures that stop before 31 December (rule: they are the whole year's)."""
    text = report.sections[section.key]
    found = (
        _cutoff_doubt(line, cutoff).moved(start)
        for start, line in lines(text)
        for cutoff in cutoffs(line)
        if _is_early(cutoff, report.year)
    )
    yield from as_findings(report, section.key, "text-cutoff", Level.QUERY, found)


def _is_early(cutoff: Cutoff, year: int | None) -> bool:
    if cutoff.year and cutoff.year != year:
        return False
    return cutoff.month < _DECEMBER or 0 < cutoff.day < _LAST_DAY


def _cutoff_doubt(line: str, cutoff: Cutoff) -> FlaggedWords:
    written = line[cutoff.start : cutoff.end]
    return FlaggedWords(
        cutoff.start,
        cutoff.end,
        f"这里的数据只到「{written}」，年度报告的数据应到12月31日。请核对数据和日期。",
        actual=written,
    )
