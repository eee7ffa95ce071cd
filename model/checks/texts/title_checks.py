"""The check on the report's title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from model.checks.finding import Finding, Level
from model.checks.registry import Reads, check
from model.report.edits import Edit, IdentityChange
from model.report.report import Report
from model.report.year_range import is_report_year, year_problem
from model.texts.width import narrow
from model.texts.word_lists import split_pairs
from model.texts.years.named_years import year_value
from model.texts.years.report_year import year_in_texts

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)|二[〇○零][〇○零一二三四五六七八九]{2}")
_BARE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d|年|[）)])")
_OF_A_YEAR = re.compile(r"年度(?!报告|工作报告|[）)])")


@check(
    "text-title",
    rule="标题是「单位全称」和「年份＋年政府信息公开工作年度报告」。",
    reads=Reads.TEXTS,
)
def wrong_title(report: Report) -> Iterator[Finding]:
    """Yield a year that is none of a report, no title, and one with a wrong year or wrong words."""
    title = report.title
    if report.year is not None and not is_report_year(report.year):
        yield _no_year(report, report.year)
    elif title:
        yield from _wrong_year(report, title)
    elif any(text.strip() for text in report.sections.values()):
        message = "报告还没有标题。请补上标题。"
        yield _finding(report, (0, 0), message, fix=_renamed(report))
    yield from _wrong_words(report, title)


def _wrong_words(report: Report, title: str) -> Iterator[Finding]:
    """Yield the first of the slips in a title's words that the list names, told once."""
    for wrong, why in split_pairs(report.form.words["title_slips"]):
        found = re.search(wrong, title)
        if found:
            message = f"标题里的「{found[0]}」{why}。请改正。"
            yield _finding(report, found.span(), message, fix=_renamed(report))
            return
    of_a_year = _OF_A_YEAR.search(title)
    if of_a_year:
        message = f"标题写的是「{of_a_year[0]}」，格式是「年」，不写「度」。请核对。"
        finding = _finding(report, of_a_year.span(), message, fix=_renamed(report))
        yield replace(finding, level=Level.HINT)


def _no_year(report: Report, year: int) -> Finding:
    start = report.title.find(str(year))
    place = (start, start + len(str(year))) if start >= 0 else (0, len(report.title))
    return _finding(report, place, f"{year_problem(year)}。请改正年度。", actual=year)


def _wrong_year(report: Report, title: str) -> Iterator[Finding]:
    years = list(_YEAR.finditer(narrow(title)))
    agreed = year_in_texts(report.sections, report.year)
    expected = report.year if agreed is None else agreed
    if not years:
        message = "标题里没有年份。请补上报告年度。"
        yield _finding(report, (0, len(title)), message, expected=expected)
    elif len(years) > 1:
        message = f"标题里写了{len(years)}个年份。请只留报告年度。"
        yield _finding(report, years[-1].span(), message, expected=expected)
    elif expected is not None and year_value(years[0][0]) != expected:
        yield _other_year(report, years[0], expected, agreed)
    elif _BARE_YEAR.search(narrow(title)):
        message = f"标题里「{years[0][0]}」后面少了「年」字。请改正。"
        yield _finding(report, years[0].span(), message, fix=_renamed(report))


def _other_year(report: Report, year: re.Match[str], expected: int, agreed: int | None) -> Finding:
    whose = "正文和统计期限写的" if agreed is not None else "报告年度"
    return _finding(
        report,
        year.span(),
        f"标题写的是{year[0]}年，{whose}是{expected}年。请核对年份。",
        expected=expected,
        actual=year_value(year[0]),
    )


def _finding(
    report: Report,
    place: tuple[int, int],
    message: str,
    expected: int | None = None,
    actual: int | None = None,
    fix: Edit | None = None,
) -> Finding:
    start, end = place
    return Finding(
        "text-title",
        Level.QUERY,
        message,
        quote=report.title[start:end],
        start=start,
        length=end - start,
        expected=expected,
        actual=actual,
        fix=fix,
    )


def _renamed(report: Report) -> Edit | None:
    """Return the edit to the official title, where the year is known."""
    if report.year is None:
        return None
    title = report.form.title.format(year=report.year)
    return Edit("改为规范的标题", (IdentityChange(report.organization, report.year, title),))
