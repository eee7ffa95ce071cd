"""Checks on the years in the texts: the report's own, the period, and days that figures stop at."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Finding, Level
from model.checks.registry import check, section_check
from model.checks.texts.text_words import FlaggedWords, as_findings
from model.form.form import Form
from model.form.parts import Section
from model.report.report import Report
from model.texts.width import narrow
from model.texts.word_lists import lines
from model.texts.years.named_periods import Cutoff, Period, cutoffs, named_periods
from model.texts.years.named_years import NamedYear
from model.texts.years.relative_years import (
    BARE,
    CARRIED_FROM,
    CARRIED_TO,
    COMPARED,
    RelativeWords,
    RelativeYear,
    wrong_relative_years,
)
from model.texts.years.report_year import year_in_texts
from model.texts.years.year_doubts import YearDoubt, YearWords, doubted_years

_RELATIVE_LISTS = ("compared_years", "carried_from_years", "carried_to_years", "after_bare_year")
_RELATIVE = {
    COMPARED: "年度报告一般和上年（{expected}年）比，这里比的是{year}年。请核对年份。",
    CARRIED_FROM: "结转来的应是上年（{expected}年）的，这里写的是{year}年。请核对年份。",
    CARRIED_TO: "没有办完的结转到下一年（{expected}年），这里写的是{year}年。请核对年份。",
    BARE: "「{year}」后面少了「年」字。请补上。",
}
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
    relative = RelativeWords(*(report.form.words[name] for name in _RELATIVE_LISTS))
    for section, text in report.sections.items():
        if section != report.form.roles.signature:
            found = (
                flagged.moved(start)
                for start, line in lines(text)
                for flagged in _in_line(line, expected, words, relative)
            )
            yield from as_findings(report, section, "text-year", Level.QUERY, found)


def _in_line(
    line: str, year: int, words: YearWords, relative: RelativeWords
) -> Iterator[FlaggedWords]:
    """Yield the years of a line that do not fit, each once."""
    found: dict[int, FlaggedWords] = {}
    for item in wrong_relative_years(line, year, relative):
        found.setdefault(item.end, _relative_doubt(line, item))
    for doubt in doubted_years(line, year, words):
        found.setdefault(doubt.start + len(doubt.year.written), _year_doubt(doubt, year))
    yield from found.values()


def _relative_doubt(line: str, item: RelativeYear) -> FlaggedWords:
    written = line[item.start : item.end]
    value = int(narrow(written))
    message = _RELATIVE[item.kind].format(year=value, expected=item.expected)
    if item.kind == BARE:
        return FlaggedWords(item.start, item.end, message, f"{written}年", actual=value)
    right = NamedYear(item.start, item.end, value, written).written_as(item.expected)
    return FlaggedWords(item.start, item.end, message, right, expected=item.expected, actual=value)


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
