"""Checks on what a report's text must have: its parts, and enough or not too much of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.checks.finding import Finding, Level
from model.checks.last_year import last_year
from model.checks.registry import section_check
from model.checks.texts.text_words import FlaggedWords, as_finding
from model.form.parts import Section
from model.report.report import Report
from model.texts.overview_parts import PartWords, missing_overview_parts
from model.texts.required_parts import has_measures, has_problems, stated_part_counts
from model.texts.unit_kind import COUNTY_GOVERNMENT, TOWN
from model.texts.word_lists import any_of, without

LEAST_ON_PROBLEMS = 10
GOVERNMENTS = (TOWN, COUNTY_GOVERNMENT)
_NO_LETTERS = " \n\t\u3000。，；："
_BLANKS = re.compile(r"\s+")


@section_check(
    "text-part-missing",
    rule="总体情况写到格式规定的各个方面；问题部分写主要问题和改进情况；没有其他事项的写「无」。",
)
def missing_part(report: Report, section: Section) -> Iterator[Finding]:
    """Yield what a required section lacks, or that it is empty (rule: the form's guidance)."""
    roles = report.form.roles
    if section.key not in (roles.overview, roles.problems, roles.other):
        return
    written = report.sections[section.key]
    text = without(report.form.words["guidance"], written)
    if written.strip() and not text.strip(_NO_LETTERS):
        return
    if not text.strip():
        to_do = "没有需要报告的，请写「无」。" if section.key == roles.other else "请补写。"
        yield _finding(section, f"「{section.name}」还没有写。{to_do}")
    elif section.key == roles.overview:
        yield from _missing_in_overview(report, section, text)
    elif section.key == roles.problems and _length(text) >= LEAST_ON_PROBLEMS:
        yield from _missing_in_problems(report, section, text)


def _finding(section: Section, message: str, missing: str = "") -> Finding:
    return Finding(
        "text-part-missing",
        Level.QUERY,
        message,
        section=section.key,
        expected=missing or None,
    )


def _missing_in_overview(report: Report, section: Section, text: str) -> Iterator[Finding]:
    words = report.form.words
    parts = tuple(
        PartWords(words[f"heads_{name}"], words[f"names_{name}"], words[f"part_{name}"])
        for name in words["overview_parts"]
    )
    missing = missing_overview_parts(without(words["named_only"], text), parts)
    if missing:
        names = "、".join(words["part_names"][number] for number in missing)
        message = f"「{section.name}」里没有看到{names}方面的内容。请核对后补写，没有的也写明。"
        yield _finding(section, message, names)


def _missing_in_problems(report: Report, section: Section, text: str) -> Iterator[Finding]:
    words = report.form.words
    problems = words["problem_words"]
    if not has_problems(text, problems):
        yield _finding(section, f"「{section.name}」里没有看到主要问题，请核对后补写。", "主要问题")
    elif not has_measures(text, problems, words["sure_measure_words"], words["measure_words"]):
        yield _finding(section, f"「{section.name}」里没有看到改进情况，请核对后补写。", "改进情况")


@section_check(
    "text-accountability",
    rule="各级人民政府的总体情况还应写工作考核、社会评议、责任追究结果（条例第五十条第四项）。",
)
def missing_accountability(report: Report, section: Section) -> Iterator[Finding]:
    """Yield that a government's text is silent on 工作考核、社会评议、责任追究结果."""
    words = report.form.words
    text = without(words["guidance"], report.sections[section.key])
    if section.key != report.form.roles.overview or report.office_kind not in GOVERNMENTS:
        return
    if not text.strip(_NO_LETTERS):
        return
    if not any_of(words["accountability_words"]).search(text):
        names = "、".join(words["accountability_names"])
        yield Finding(
            "text-accountability",
            Level.HINT,
            f"政府的「{section.name}」还应写{names}，这里没有看到。没有的也请写明。",
            section=section.key,
        )


@section_check("text-part-count", rule="正文说的部分数，就是年度报告格式的部分数。")
def wrong_part_count(report: Report, section: Section) -> Iterator[Finding]:
    """Yield where the text gives the number of the report's parts wrongly (rule: the form)."""
    count = sum(bool(part.title) for part in report.form.sections)
    for start, end, stated in stated_part_counts(report.sections[section.key]):
        if stated != count:
            message = f"这里说报告有{stated}个部分，实际有{count}个部分。请核对。"
            flagged = FlaggedWords(start, end, message, expected=count, actual=stated)
            yield as_finding(report, section.key, "text-part-count", Level.QUERY, flagged)


@section_check("text-too-long", rule="有的地方对总体情况限定字数，由本单位在设置里填写。")
def too_long(report: Report, section: Section) -> Iterator[Finding]:
    """Yield that 一 is longer than the office's limit (rule: the office's own)."""
    most = report.office.longest_overview
    length = _length(report.sections[section.key])
    if section.key == report.form.roles.overview and most is not None and length > most:
        yield Finding(
            "text-too-long",
            Level.HINT,
            f"「{section.name}」有{length}字，超过设置的{most}字，多{length - most}字。请精简。",
            section=section.key,
            expected=most,
            actual=length,
        )


@section_check("text-too-short", rule="问题部分写明主要问题和改进情况，并回应上年的问题。")
def too_short(report: Report, section: Section) -> Iterator[Finding]:
    """Yield what 五 has too little of: characters, problems, or an answer to last year's.

    The rule is the form's: it states the problems, and how they were dealt with.
    """
    if section.key != report.form.roles.problems:
        return
    text = report.sections[section.key]
    length = _length(text)
    if 0 < length < LEAST_ON_PROBLEMS:
        message = f"「{section.name}」只有{length}字，应写明主要问题和改进情况。请补充。"
        yield Finding("text-too-short", Level.HINT, message, section=section.key, actual=length)
    elif length:
        yield from _unanswered(report, section, text)


def _unanswered(report: Report, section: Section, text: str) -> Iterator[Finding]:
    """Yield that the problems are 「无」, or that there is nothing but plans."""
    words = report.form.words
    none = any_of(words["no_problems"]).search(text)
    if none:
        message = f"「{section.name}」把问题写成「无」。请写明问题；上年的已解决的，写明改进情况。"
        flagged = FlaggedWords(*none.span(), message)
        yield as_finding(report, section.key, "text-too-short", Level.HINT, flagged)
        return
    last = last_year(report)
    before = last.sections.get(section.key, "") if last else ""
    was_said = has_problems(before, words["problem_words"])
    if was_said and not any_of(words["settled_words"]).search(text):
        yield Finding(
            "text-too-short",
            Level.HINT,
            f"「{section.name}」只写了打算。上年报告写了问题，请写明这些问题本年改得怎样。",
            section=section.key,
        )


def _length(text: str) -> int:
    """Return the number of characters without blanks."""
    return len(_BLANKS.sub("", text))
