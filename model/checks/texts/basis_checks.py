"""Checks on the papers that a text cites: the report's basis, and the year's tasks."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Finding, Level
from model.checks.registry import Reads, check, section_check
from model.checks.texts.text_words import FlaggedWords, as_findings
from model.form.basis import Basis
from model.form.parts import Section
from model.report.report import Report
from model.texts.official_basis import (
    Cited,
    notices_of_other_years,
    wrong_basis,
    wrong_orders,
)
from model.texts.word_lists import any_of, lines
from model.texts.years.yearly_papers import yearly_papers

_NEAR, _CLOSE = 30, 4
_MISTAKES = {
    "old": "这是{replaced_year}年的旧通知，{year}年的报告按新的格式编制，应引用{notice}。",
    "mixed": "这个名称是{replaced_year}年旧通知的，文号是新通知的，两者不是同一个文件。",
    "other year": "这是编制{right}年报告的通知，本报告是{year}年的。",
    "number": "这个文号写得不对，年度报告格式的通知是{notice}。",
    "brackets": "文号的年份应当用六角括号，写成{notice}。",
    "name": "这个名称写得不对，应是「{right}」。",
    "old order": "{old_order}是修订以前的条例，现行条例是{order}（{revised}年修订）。",
    "order": "《{regulations}》是{order}，请核对这个令号。",
}


@section_check(
    "text-basis",
    rule="年度报告依据《{basis.regulations.name}》（{basis.regulations.order}）和"
    "{basis.notice.number}编制。",
    silences=("text-year", "text-old-source", "text-doubled", "text-wrong-word"),
)
def wrong_basis_cited(report: Report, section: Section) -> Iterator[Finding]:
    """Yield what is wrong with the basis cited (rule: the regulations and notice in force)."""
    text = report.sections[section.key]
    if report.year is None:
        return
    basis = report.form.basis_of(report.year)
    no_issuers = report.form.words["no_issuers"]
    cited = [
        _flagged(item, basis, report.year).moved(start)
        for start, line in lines(text)
        for item in (
            *wrong_basis(line, basis, no_issuers),
            *notices_of_other_years(line, report.year, report.form.words["report_notices"]),
        )
    ]
    cited += [_flagged(item, basis, report.year) for item in wrong_orders(text, basis.regulations)]
    yield from as_findings(report, section.key, "text-basis", Level.QUERY, cited)


def _flagged(item: Cited, basis: Basis, year: int) -> FlaggedWords:
    regulations = basis.regulations
    message = _MISTAKES[item.mistake].format(
        year=year,
        right=item.right,
        notice=basis.notice.number,
        replaced_year=basis.replaced.parts[1] if basis.replaced else "",
        regulations=regulations.short_name,
        order=regulations.order,
        old_order=regulations.replaced,
        revised=regulations.revised,
    )
    return FlaggedWords(
        item.start,
        item.end,
        f"{message}请核对后改正。",
        None if item.mistake == "other year" else item.right,
        expected=item.right,
    )


@check(
    "text-basis",
    rule="各年度的报告用当年适用的一版格式。",
    reads=Reads.TEXTS,
)
def form_of_other_years(report: Report) -> Iterator[Finding]:
    """Yield that the tables are of an edition that a newer one took the place of by that year."""
    if report.year is None:
        return
    basis, own = report.form.basis_of(report.year), report.form.basis
    if basis.from_year > own.from_year:
        yield Finding(
            "text-basis",
            Level.QUERY,
            f"本报告的表格是{report.form.name}的，{report.year}年的报告应按{basis.notice.number}编制。"
            "请改用新的格式。",
            expected=basis.edition,
            actual=own.edition,
        )


@section_check(
    "text-old-source",
    rule="总体情况写本年度的任务和落实情况，不引用以前年度的工作要点。",
    silences=("text-year",),
)
def old_source(report: Report, section: Section) -> Iterator[Finding]:
    """Yield the papers of an earlier year cited as this year's task."""
    year = report.year
    if year is None:
        return
    text = report.sections[section.key]
    words = report.form.words
    for start, line in lines(text):
        papers = yearly_papers(line, words["task_papers"])
        found = [
            _old_paper(paper.year, year, paper.start + start, paper.end + start)
            for paper in papers
            if paper.year < year and not _is_no_task(line, paper.start, paper.year, report)
        ]
        yield from as_findings(report, section.key, "text-old-source", Level.QUERY, found)


def _old_paper(paper_year: int, year: int, start: int, end: int) -> FlaggedWords:
    return FlaggedWords(
        start,
        end,
        f"这是{paper_year}年的任务文件，报告写的是{year}年的工作。请核对是否应引用{year}年的文件。",
        expected=year,
        actual=paper_year,
    )


def _is_no_task(line: str, place: int, year: int, report: Report) -> bool:
    """Return whether the words before a paper speak of the past or of the paper's publication."""
    before = line[max(0, place - _NEAR) : place]
    clause = max(before.rfind(mark) for mark in "。；，,")
    words = before[clause + 1 :]
    lists = report.form.words
    is_past = f"{year}年" in words or any_of(lists["past_words"]).search(words)
    return bool(is_past or any_of(lists["publishing_words"]).search(words[-_CLOSE:]))
