"""Checks on figures in the text by themselves: parts that exceed, figures missing or vague."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from model.checks.finding import Finding, Level
from model.checks.registry import section_check
from model.checks.wording import gap, shown
from model.form.parts import Section
from model.report.report import Report
from model.report.values import Value
from model.texts.figures.counts import missing_figures, vague_figures
from model.texts.figures.guards import Setting
from model.texts.figures.parts import PartList, part_lists
from model.texts.figures.shares import (
    WrongList,
    WrongShare,
    figures_without_unit,
    wrong_lists,
    wrong_shares,
)
from model.texts.figures.spoken_reading import spoken_of
from model.texts.figures.topics import with_contexts
from model.texts.sentences import Sentence, sentences

_ONE_DECIMAL = Decimal("0.1")
_NEAR = 8


@section_check("text-parts", rule="「其中」各项之和不超过总数；分全了的，等于总数。")
def parts_of_figures(report: Report, section: Section) -> Iterator[Finding]:
    """Yield the 「共…其中…」 lists whose parts do not fit the whole (rule: they add up).

    Lists of channels are left alone, as one piece of information goes out by several.
    """
    spoken = spoken_of(report.form)
    setting = Setting(report.organization, report.year)
    text = report.sections[section.key]
    for sentence, context in with_contexts(text, section.table, spoken):
        for item in part_lists(sentence.text, context, spoken, setting):
            if not item.adds_up:
                yield _parts_finding(section, sentence.start, sentence.text, item)


@section_check("text-parts", rule="百分比与它的数字相符；逐项列出的数加起来等于总数。")
def shares_and_lists(report: Report, section: Section) -> Iterator[Finding]:
    """Yield the shares that fit no whole before them, and bare lists that do not add up."""
    spoken, text = spoken_of(report.form), report.sections[section.key]
    for sentence in sentences(text):
        paragraph = text.rfind("\n", 0, sentence.start) + 1
        before = text[paragraph : sentence.start]
        for share in wrong_shares(sentence.text, before, spoken):
            yield _share_finding(section, sentence, share)
        for item in wrong_lists(sentence.text, spoken):
            yield _list_finding(section, sentence, item)


def _share_finding(section: Section, sentence: Sentence, share: WrongShare) -> Finding:
    words = sentence.text[share.start : share.end]
    right = (share.part.value * 100 / share.whole.value).quantize(_ONE_DECIMAL)
    return Finding(
        "text-parts",
        Level.HINT,
        f"正文「{section.name}」的「{words}」算不出这个比例：{shown(_plain(share.part.value))}占"
        f"{shown(_plain(share.whole.value))}是{right}%。请核对。",
        section=section.key,
        quote=words,
        start=sentence.start + share.start,
        length=len(words),
        expected=right,
        actual=share.stated,
    )


def _list_finding(section: Section, sentence: Sentence, item: WrongList) -> Finding:
    words = sentence.text[item.start : item.end]
    whole, total = _plain(item.whole), _plain(item.sum)
    return Finding(
        "text-parts",
        Level.HINT,
        f"正文「{section.name}」写的「{words}」，各项相加是{shown(total)}，"
        f"与总数相差{gap(total, whole)}。请核对。",
        section=section.key,
        quote=words,
        start=sentence.start + item.start,
        length=len(words),
        expected=whole,
        actual=total,
    )


def _parts_finding(section: Section, start: int, text: str, item: PartList) -> Finding:
    whole, parts = item.whole, item.parts
    end = max(part.end for part in parts)
    total, whole_value = _plain(item.sum), _plain(whole.value)
    figures = "、".join(f"「{text[part.start : part.end].strip()}」" for part in parts)
    summed = f"相加是{shown(total)}" if len(parts) > 1 else "大于总数"
    return Finding(
        "text-parts",
        Level.HINT,
        f"正文「{section.name}」写的「{text[whole.start : whole.end].strip()}」，其中{figures}，"
        f"{summed}，与总数相差{gap(total, whole_value)}。请核对。",
        section=section.key,
        quote=text[whole.start : end],
        start=start + whole.start,
        length=end - whole.start,
        expected=whole_value,
        actual=total,
    )


def _plain(value: Value) -> Value:
    return int(value) if value is not None and value == int(value) else value


@section_check("text-missing-figure", rule="写了量词的地方要有数字，没有的写0；数字后面有量词。")
def missing_figure(report: Report, section: Section) -> Iterator[Finding]:
    """Yield the measure words without their figure (rule: nothing is written as 0).

    And the figures without their measure word.
    """
    for sentence in sentences(report.sections[section.key]):
        for start, end in figures_without_unit(sentence.text, spoken_of(report.form)):
            yield _without_unit(section, sentence, start, end)
        for start, words in missing_figures(sentence.text, spoken_of(report.form)):
            yield Finding(
                "text-missing-figure",
                Level.QUERY,
                f"正文「{section.name}」的「{' '.join(words.split())}」好像漏了数字。"
                "请补上，没有的写0。",
                section=section.key,
                quote=words,
                start=sentence.start + start,
                length=len(words),
            )


def _without_unit(section: Section, sentence: Sentence, start: int, end: int) -> Finding:
    words = sentence.text[max(0, start - _NEAR) : end]
    return Finding(
        "text-missing-figure",
        Level.QUERY,
        f"正文「{section.name}」的「{words}」，数字后面好像漏了「件」「条」一类的量词。请补上。",
        section=section.key,
        quote=sentence.text[start:end],
        start=sentence.start + start,
        length=end - start,
    )


@section_check("text-vague-count", rule="年度报告的数字应当准确。")
def vague_count(report: Report, section: Section) -> Iterator[Finding]:
    """Yield the counts with 余、多、约 (rule: the report's figures are exact)."""
    for sentence in sentences(report.sections[section.key]):
        for start, words in vague_figures(sentence.text, spoken_of(report.form)):
            yield Finding(
                "text-vague-count",
                Level.HINT,
                f"正文「{section.name}」的「{words}」不是准确的数，请改写为准确的数。",
                section=section.key,
                quote=words,
                start=sentence.start + start,
                length=len(words),
            )
