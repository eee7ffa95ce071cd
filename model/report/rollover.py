"""From last year's report to this year's draft, with every moved year and every note listed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from model.form.form import Form
from model.report.edits import Edit, LinksChange, apply
from model.report.links.carrying import carried
from model.report.links.following import links_in
from model.report.links.link import UNFILLED, Link
from model.report.links.linking import source_name
from model.report.report import Report, ReusedText
from model.report.rollover_figures import hand_on
from model.report.sign_off_record import SignOff
from model.texts.figure_clauses import clauses, states_figure
from model.texts.unit_names import core_of
from model.texts.years.moved_years import MovingWords, move_years

TITLE = "title"

_DIGIT = r"[0-9０-９〇○ＯO零一二三四五六七八九十]"
_DATE = re.compile(
    rf"[ \t\u3000（(]*(?:{_DIGIT}{{4}}\s*年\s*{_DIGIT}{{1,3}}\s*月(?:\s*{_DIGIT}{{1,3}}\s*[日号]?)?"
    rf"|{_DIGIT}{{4}}([.．/-]){_DIGIT}{{1,2}}\1{_DIGIT}{{1,2}})[）)]?\s*$"
)
_HEADING = re.compile(
    r"(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十\d]+[、.．])[^，。；：,;:]*"
)


@dataclass(frozen=True)
class Move:
    """One year in the title or a section (key): moved, or left alone where before == after."""

    section: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True)
class Draft:
    """This year's draft and what became of every year in last year's text."""

    report: Report
    moves: tuple[Move, ...]


def start_draft(
    last: Report, year: int | None = None, form_of_year: Callable[[int], Form] | None = None
) -> Draft:
    """Return this year's draft from last year's report; the year defaults to last year's plus 1.

    `form_of_year` gives the edition for the year; without it last year's goes on. Figures are blank
    but for what last year handed on; texts are copied with the years moved on. ValueError, with a
    sentence for the clerk, if the year is unknown or not after last year's.
    """
    new = _new_year(last, year)
    form = form_of_year(new) if form_of_year else last.form
    signed = last.form.roles.signature
    signature, dates = _without_dates(last.sections[signed])
    texts = {TITLE: last.title, **last.sections, signed: signature}
    moves = _move_texts(texts, last.year, new, moving_words(last))
    title = texts.pop(TITLE) or form.title.format(year=new)
    handed = hand_on(last, form)
    report = Report(
        form=form,
        organization=last.organization,
        year=new,
        title=title,
        sections=texts,
        tables=handed.tables,
        printed=handed.printed,
        previous=last.as_previous(),
        office=replace(last.office, deadline=None),
        figure_sources=_kept_sources(last, form),
        sign_off=SignOff(last.sign_off.names, own_rows=last.sign_off.own_rows),
    )
    _mark(last, report)
    report.notes = (
        *_year_notes(last, new),
        *handed.notes,
        *(*_lost_texts(last, form), *_link_notes(last, report)),
        *(_move_note(last, move) for move in moves),
        *(f"落款：上年的日期「{date}」已清空，请填本年的日期。" for date in dates),
        *_reused_notes(report),
    )
    return Draft(report, moves)


def _new_year(last: Report, year: int | None) -> int:
    if year is None and last.year is None:
        raise ValueError("看不出上年报告是哪一年的，请写明本年报告的年份。")
    new = (last.year or 0) + 1 if year is None else year
    if last.year is not None and new <= last.year:
        raise ValueError(f"本年报告的年份{new}应在上年报告的{last.year}年之后，请核对。")
    return new


def moving_words(last: Report) -> MovingWords:
    """Return what tells which years of a report's text go with the report's year."""
    words = last.form.words
    return MovingWords(
        unit=core_of(last.organization),
        after_bare=words["after_bare_year"],
        relative=(
            *words["paired_years"],
            *words["compared_years"],
            *words["carried_from_years"],
        ),
        before_date=words["published_before"],
        after_date=words["published_after"],
        furniture=words["furniture"],
    )


def _move_texts(
    texts: dict[str, str], old: int | None, new: int, words: MovingWords
) -> tuple[Move, ...]:
    """Move the years on in all texts, in place, and return what became of each year."""
    if old is None:
        return ()
    moves: list[Move] = []
    for key, text in texts.items():
        texts[key], found = move_years(text, old, new, words)
        moves += [Move(key, item.before, item.after, item.reason) for item in found]
    return tuple(moves)


def _without_dates(text: str) -> tuple[str, list[str]]:
    """Return the signature without its dates, and the dates; the unit stays."""
    lines = text.split("\n")
    kept = [_DATE.sub("", line).rstrip() for line in lines]
    dates = [match[0].strip() for match in map(_DATE.search, lines) if match]
    return "\n".join(line for line in kept if line), dates


def _mark(last: Report, report: Report) -> None:
    """Link the figures that followed the tables last year, then mark what is last year's text."""
    apply(report, Edit("", (LinksChange(_kept_links(last, report)),)))
    report.reused = tuple(_reused(report))


def _kept_links(last: Report, report: Report) -> tuple[Link, ...]:
    """Return last year's links at their places in the texts whose years were moved on.

    Of cells that this year's edition does not have, none.
    """
    return tuple(
        link
        for section, text in report.sections.items()
        for link in carried(links_in(last, section), last.sections.get(section, ""), text)
        if link.cell in report.form.cells
    )


def _link_notes(last: Report, report: Report) -> Iterator[str]:
    """Yield how many figures go on following the tables, and a line on each that does not."""
    if report.links:
        yield f"正文里有{len(report.links)}处数字随表更新：填表时自己填好，空着的先写「＿＿」。"
    left = [(link.section, link.cell) for link in report.links]
    for link in last.links:
        place = (link.section, link.cell)
        if place in left:
            left.remove(place)
        else:
            name = last.form.section(link.section).name
            words = link.words(last.sections[link.section])
            yield (
                f"{name}：「{words}」（上年取自{source_name(last.form, link.cell)}）"
                "在本年不再随表更新，请核对。"
            )


def _reused(report: Report) -> Iterator[ReusedText]:
    """Yield the paragraphs taken over in sections that must be new, and every figure's clause.

    Not the clause of a figure that follows the table: it is this year's by itself.
    """
    for section in report.form.sections:
        text = report.sections[section.key]
        if section.is_reused:
            lines = dict.fromkeys(line for line in text.split("\n") if line)
            # A bare heading such as （一）主动公开 is the same every year.
            yield from (ReusedText(section.key, x) for x in lines if not _HEADING.fullmatch(x))
        own = clauses(_without_linked(report, section.key))
        found = (text[at : at + len(words)] for at, words in own if states_figure(words))
        yield from (ReusedText(section.key, x, is_figure=True) for x in dict.fromkeys(found))


def _without_linked(report: Report, section: str) -> str:
    """Return a text, of the same length, in which its linked figures are no figures."""
    text = report.sections[section]
    for link in links_in(report, section):
        text = text[: link.start] + UNFILLED[0] * link.length + text[link.end :]
    return text


def _lost_texts(last: Report, form: Form) -> Iterator[str]:
    """Yield a line for each of last year's texts that this year's edition has no section for."""
    for section in last.form.sections:
        text = last.sections[section.key]
        if text and section.key not in form.section_keys:
            yield (
                f"上年的「{section.name}」在本年的格式里没有对应的部分，"
                f"{len(text.splitlines())}段文字没有带入，请在上年报告里查看。"
            )


def _year_notes(last: Report, new: int) -> Iterator[str]:
    if last.year is None:
        yield "看不出上年报告是哪一年的，文字里的年份都没有改，请逐处核对。"
    elif new != last.year + 1:
        yield (
            f"来源是{last.year}年的报告，不是{new - 1}年的。"
            "「上年结转」等数字取自来源，请与上一年度的报告核对。"
        )


def _move_note(last: Report, move: Move) -> str:
    name = "标题" if move.section == TITLE else last.form.section(move.section).name
    if move.before == move.after:
        return f"{name}：「{move.before}」中的年份没有改（{move.reason}）。"
    return f"{name}：「{move.before}」→「{move.after}」（{move.reason}）。"


def _reused_notes(report: Report) -> Iterator[str]:
    for section in report.form.sections:
        pieces = [piece for piece in report.reused if piece.section == section.key]
        figures = sum(piece.is_figure for piece in pieces)
        parts = [f"{len(pieces) - figures}段文字"] * (len(pieces) > figures)
        parts += [f"{figures}处数字"] * bool(figures)
        if parts:
            yield f"{section.name}：{'、'.join(parts)}沿用上年，请逐处修改或确认。"


def _kept_sources(last: Report, form: Form) -> dict[str, dict[str, str]]:
    """Return the notes on where figures come from, for the rows and cells that this form has."""
    kept: dict[str, dict[str, str]] = {}
    for table in form.tables:
        places = table.key_set | {row.key for row in table.rows}
        noted = last.figure_sources.get(table.key, {})
        kept[table.key] = {place: note for place, note in noted.items() if place in places}
    return {key: notes for key, notes in kept.items() if notes}
