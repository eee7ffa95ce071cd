"""Checks on slips of the pen: guidance left in, doubled words, brackets, full stops, 我局."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from model.checks.finding import Finding, Level
from model.checks.registry import section_check
from model.checks.texts.text_words import FlaggedWords, as_finding, as_findings
from model.form.parts import Section
from model.report.edits import Edit, TextChange
from model.report.links.following import links_in
from model.report.report import Report
from model.texts.brackets import unmatched_brackets
from model.texts.doubled_words import DoubledLists, doubled_words
from model.texts.line_ends import unfinished_lines
from model.texts.own_words import foreign_words, places_of
from model.texts.width import narrow
from model.texts.word_lists import any_of, lines
from model.texts.wrong_words import wrong_words

_NEAR = 8
_WIDE = re.compile(r"(?<![０-９．，])[０-９]+(?:[．，][０-９]+)*％?(?!年|[０-９])")


@section_check(
    "text-guidance-left",
    rule="模板里的填写说明和空位，定稿前删去或填好。",
    silences=("text-fee", "text-doubled", "text-missing-figure"),
)
def guidance_left(report: Report, section: Section) -> Iterator[Finding]:
    """Yield what a template left in: its guidance, XX and ＿＿."""
    text = report.sections[section.key]
    # A blank that follows the table is told there: it fills itself.
    linked = {(link.start, link.end) for link in links_in(report, section.key)}
    found = (
        FlaggedWords(*match.span(), f"「{match[0]}」像是模板里留下的说明或空位。请填好或删去。")
        for match in any_of(report.form.words["guidance"]).finditer(text)
        if match.span() not in linked
    )
    yield from as_findings(report, section.key, "text-guidance-left", Level.QUERY, found)


@section_check("text-wrong-word", rule="文字规范，没有错别字。", silences=("text-doubled",))
def wrong_word(report: Report, section: Section) -> Iterator[Finding]:
    """Yield the words with a wrong character, with the right ones (rule: the maintained list)."""
    listed = report.form.words["wrong_words"]
    found = (
        FlaggedWords(
            item.start,
            item.end,
            f"「{line[item.start : item.end]}」像是错别字，应是「{item.right}」。请核对。",
            item.right,
            expected=item.right,
            actual=line[item.start : item.end],
        ).moved(start)
        for start, line in lines(report.sections[section.key])
        for item in wrong_words(line, listed)
    )
    yield from as_findings(report, section.key, "text-wrong-word", Level.HINT, found)


@section_check("text-doubled", rule="文字通顺，没有重复、残缺的字词，标点成对。")
def slips(report: Report, section: Section) -> Iterator[Finding]:
    """Yield doubled and broken words, wide digits, unclosed brackets, a last line without 。."""
    text = report.sections[section.key]
    words = report.form.words
    lists = DoubledLists(words["doubled"], words["broken_words"], words["after_listed_word"])
    found = [
        flagged.moved(start)
        for start, line in lines(text)
        for flagged in (*_doubled(line, lists), *_brackets(line))
    ]
    if section.key != report.form.roles.signature:
        found += _unfinished(text, is_opening=section.key == report.form.roles.opening)
    yield from as_findings(report, section.key, "text-doubled", Level.HINT, found)
    yield from _wide_digits(report, section)


def _wide_digits(report: Report, section: Section) -> Iterator[Finding]:
    """Yield, once a section, its full-width digits, with the edit that makes all of them narrow."""
    text = report.sections[section.key]
    found = list(_WIDE.finditer(text))
    if not found:
        return
    first = found[0]
    several = f"等{len(found)}处" if len(found) > 1 else ""
    message = f"「{first[0]}」{several}是全角数字，印出来和别处的数字不一样宽。请改为半角。"
    flagged = FlaggedWords(first.start(), first.end(), message)
    right = _WIDE.sub(lambda match: narrow(match[0]), text)
    yield replace(
        as_finding(report, section.key, "text-doubled", Level.HINT, flagged),
        fix=Edit("全角数字改半角", (TextChange(section.key, right),)),
    )


def _doubled(line: str, lists: DoubledLists) -> Iterator[FlaggedWords]:
    for item in doubled_words(line, lists):
        quote = line[item.start : item.end]
        what = "重复了" if item.is_double else "好像有漏字或多字"
        yield FlaggedWords(item.start, item.end, f"「{quote}」{what}，请核对。", item.right)


def _brackets(line: str) -> Iterator[FlaggedWords]:
    for place in unmatched_brackets(line):
        near = line[place : place + _NEAR]
        yield FlaggedWords(
            place, place + 1, f"「{near}…」这里的「{line[place]}」没有配成对，请核对括号、引号。"
        )


def _unfinished(text: str, *, is_opening: bool) -> Iterator[FlaggedWords]:
    for start, end in unfinished_lines(text, is_opening=is_opening):
        quote = text[start:end]
        yield FlaggedWords(start, end, f"「…{quote}」这一段末尾没有句号，请核对是否没有写完。")


@section_check("text-unit-word", rule="自称与单位相符：镇称我镇，街道办事处称我街道，局称我局。")
def foreign_unit_word(report: Report, section: Section) -> Iterator[Finding]:
    """Yield the words for the unit itself that do not fit its kind (我局 in a town's report)."""
    words = report.form.words
    kind, name = report.office_kind, report.organization
    foreign = foreign_words(name, kind, words["own_words_all"])
    found = (
        FlaggedWords(
            *match.span(),
            f"本单位是{name}，这里写的是「{match[0]}」。请核对是否引用了别的单位的文字。",
            actual=match[0],
        ).moved(start)
        for start, line in lines(report.sections[section.key])
        for match in places_of(line, foreign, words["own_words_guard"])
    )
    yield from as_findings(report, section.key, "text-unit-word", Level.HINT, found)
