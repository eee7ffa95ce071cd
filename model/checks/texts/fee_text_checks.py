"""Checks on what the report says of the charges for handling information."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from model.checks.finding import Finding, Level
from model.checks.registry import Reads, check, section_check
from model.checks.texts.text_words import FlaggedWords, as_finding
from model.checks.wording import shown
from model.form.parts import Section
from model.report.report import Report
from model.report.values import number_of
from model.texts.figures.guards import hide_names, is_of_this_year
from model.texts.figures.numbers import Figure, figures
from model.texts.figures.spoken_reading import spoken_of
from model.texts.sentences import sentences
from model.texts.word_lists import without

_UNIT = "元"


@check(
    "text-fee",
    rule="报告信息处理费的部分应写明收取的情况，没有收取的也要写明。",
    reads=Reads.TEXTS,
)
def fee_unmentioned(report: Report) -> Iterator[Finding]:
    """Yield a part 六 without a word on the 信息处理费 (rule: it is reported there).

    An empty part is told by its own check, and a report that tells of it elsewhere is not accused.
    """
    spoken, section = spoken_of(report.form), report.form.roles.fee
    given = report.sections.get(section, "")
    if not given.strip():
        return
    guidance = report.form.words["guidance"]
    elsewhere = spoken.words_of("fee_topic_elsewhere")
    mention = spoken.words_of("fee_topic").search(without(guidance, given))
    others = (without(guidance, other) for other in report.sections.values())
    if mention or any(map(elsewhere.search, others)):
        return
    first = sentences(given)[0]
    name = report.form.section(section).name
    yield Finding(
        "text-fee",
        Level.QUERY,
        f"「{name}」没有写政府信息公开信息处理费的收取情况。请补写，没有收取的也写明。",
        section=section,
        quote=first.text,
        start=first.start,
        length=len(first.text),
    )


@section_check("text-fee", rule="收取了信息处理费的，写明收费通知的件数和总金额。")
def fee_without_amount(report: Report, section: Section) -> Iterator[Finding]:
    """Yield that charges were made by the rules, without how much they came to."""
    if section.key != report.form.roles.fee:
        return
    spoken, text = spoken_of(report.form), report.sections[section.key]
    found = spoken.words_of("fee_unstated").search(hide_names(text))
    if found and not spoken.words_of("fee_denied").search(hide_names(text)):
        message = f"「{section.name}」写了收取，没有写金额。请写明收费通知的件数和总金额。"
        flagged = FlaggedWords(*found.span(), message)
        yield as_finding(report, section.key, "text-fee", Level.QUERY, flagged)


@section_check("text-fee", rule="申请人逾期未缴费的，先发出过收费通知。", reads=Reads.ALL)
def fee_never_asked(report: Report, section: Section) -> Iterator[Finding]:
    """Yield that no notice of charges was sent, while requests ended as unpaid in the table."""
    spoken, text = spoken_of(report.form), report.sections[section.key]
    found = spoken.words_of("no_fee_notice").search(text)
    cells = tuple(ref for term in spoken.unpaid for ref in term.cells)
    unpaid = sum(number_of(report.effective_value(*ref)) for ref in cells)
    if found and unpaid > 0:
        (ref,) = cells
        name = f"{report.form.table(ref[0]).name}{report.form.table(ref[0]).cell_name(ref[1])}"
        message = f"这里说没有发出收费通知，{name}是{shown(unpaid)}。请核对正文和表格。"
        flagged = FlaggedWords(*found.span(), message, expected=unpaid, actual=0)
        finding = as_finding(report, section.key, "text-fee", Level.QUERY, flagged)
        yield replace(finding, cells=cells)


@section_check("text-fee", rule="信息处理费一般计入行政事业性收费，不大于它。", reads=Reads.ALL)
def fee_too_large(report: Report, section: Section) -> Iterator[Finding]:
    """Yield the charges in 六, in 元, above the table's, in 万元 (rule: they are part of them)."""
    charges = _charges(report)
    if section.key != report.form.roles.fee or charges is None:
        return
    for sentence in sentences(report.sections[section.key]):
        for figure in _fees(report, hide_names(sentence.text)):
            if figure.value > charges:
                words = sentence.text[figure.start : figure.end]
                yield _too_large(report, section, sentence.start + figure.start, words, figure)


def _charges(report: Report) -> Decimal | None:
    """Return the charges in the table in 元; None where it has none, or no number."""
    cells = [ref for term in spoken_of(report.form).fees for ref in term.cells]
    values = [report.value(*ref) for ref in cells]
    if not values or any(value is None or isinstance(value, str) for value in values):
        return None
    yuan = [report.form.table(table).column(key).yuan for table, key in cells]
    return sum(
        (Decimal(number_of(value)) * unit for value, unit in zip(values, yuan, strict=True)),
        Decimal(0),
    )


def _fees(report: Report, text: str) -> Iterator[Figure]:
    """Yield the sums of money that a sentence says were charged this year."""
    spoken = spoken_of(report.form)
    for figure in figures(text):
        before = text[: figure.start]
        if (
            figure.unit == _UNIT
            and not figure.is_vague
            and spoken.words_of("fee_amount").search(before)
            and is_of_this_year(spoken, before, report.year)
        ):
            yield figure


def _too_large(report: Report, section: Section, start: int, words: str, figure: Figure) -> Finding:
    term = spoken_of(report.form).fees[0]
    table = report.form.table(term.table)
    (ref,) = term.cells
    charged, column = report.value(*ref), table.column(ref[1])
    return Finding(
        "text-fee",
        Level.QUERY,
        f"「{section.name}」写的是{words}，{table.name}{table.cell_name(ref[1])}是"
        f"{shown(charged)}{column.unit}；信息处理费一般计入其中，不应更大。"
        "请核对金额和单位。",
        cells=(ref,),
        section=section.key,
        quote=words,
        start=start,
        length=len(words),
        expected=charged,
        actual=figure.value / column.yuan,
    )
