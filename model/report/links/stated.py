"""Figures that a text states of the tables and that could follow them, right or wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.form.parts import Section
from model.report.edits import Edit
from model.report.links.link import rendered, stands_alone
from model.report.links.linking import Cell, Replacement, filled, link_at, place_of, replacing
from model.report.report import Report
from model.texts.figures.guards import Setting
from model.texts.figures.spoken import Formula
from model.texts.figures.spoken_reading import spoken_of
from model.texts.figures.stated_figures import stated_figures
from model.texts.figures.statements import StatedFigure

_DIGITS = re.compile(r"[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?")
_HAN = re.compile("[零〇一二两三四五六七八九十百千]+")


@dataclass(frozen=True)
class Linkable:
    """A figure of a section's text, its number in code points, and the cell that it states."""

    section: str
    start: int
    end: int
    cell: Cell
    words: str


def link_for(report: Report, section: str, start: int, stated: StatedFigure) -> Linkable | None:
    """Return what a stated figure could follow; None where that is not sure or it follows already.

    `start` is where its sentence begins. Sure is a figure whose readings lead to one single cell,
    in the measure that the cell has.
    """
    cells = dict.fromkeys(cell for formula in stated.formulas if (cell := _one_cell(formula)))
    text = report.sections[section]
    words = text[start + stated.start : start + stated.end]
    number = _DIGITS.match(words) or _HAN.match(words)
    if len(cells) != 1 or number is None:
        return None
    (cell,) = cells
    place = start + stated.start
    unit = report.form.table(cell[0]).column(cell[1]).unit
    measure = words[number.end() :].strip()
    is_in_measure = measure == unit if unit else not measure.startswith(("万", "亿", "元"))
    is_free = link_at(report, section, place, place + number.end()) is None
    if not is_in_measure or not is_free or not stands_alone(text, place, place + number.end()):
        return None
    return Linkable(section, place, place + number.end(), cell, words.strip())


def _one_cell(formula: Formula) -> Cell | None:
    cells = [cell for term in formula for cell in term.cells]
    return cells[0] if len(cells) == 1 and formula[0].sign > 0 else None


def linkables(report: Report, section: Section) -> Iterator[Linkable]:
    """Yield the figures of a section that say just what their cell says and do not follow it."""
    text, setting = report.sections[section.key], Setting(report.organization, report.year)
    for start, stated in stated_figures(text, section.table, spoken_of(report.form), setting):
        found = link_for(report, section.key, start, stated)
        if found and text[found.start : found.end] == rendered(report.effective_value(*found.cell)):
            yield found


def link_all(report: Report, found: Iterable[Linkable], name: str) -> Edit:
    """Return the edit that lets figures of one section follow their cells."""
    items = {item.start: item for item in found}
    (section,) = {item.section for item in items.values()}
    words = [
        Replacement(item.start, item.end, new.words, new.links)
        for item in items.values()
        for new in (filled(report, place_of(item.cell), section),)
    ]
    return Edit(name, replacing(report, section, words))


def link_one(report: Report, found: Linkable) -> Edit:
    """Return the edit that lets one figure follow its cell, whatever it says now."""
    return link_all(report, [found], name_of(report, found))


def name_of(report: Report, found: Linkable) -> str:
    """Return what the edit is called that lets a figure follow: with the words as they will be."""
    figure = rendered(report.effective_value(*found.cell))
    text = report.sections[found.section]
    if text[found.start : found.end] == figure:
        return f"让「{found.words}」随表更新"
    measure = found.words[found.end - found.start :].strip()
    return f"改为「{figure}{measure}」并随表更新"
