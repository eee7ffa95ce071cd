"""Unit and year where the title lacks them: from the period, the opening text, the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from importers.recognising.labels import bare
from importers.recognising.texts.signature_finder import date_year, named_unit
from importers.recognising.texts.title_finder import OUTSIDE, Title, looks_like_unit
from model.form.form import Form

_PERIOD = re.compile(r"((?:19|20)\d\d)年?0?1月0?1日.{0,16}?12月31")
_ON_THE_YEAR = re.compile(
    r"((?:19|20)\d\d)年度?.{0,8}(?:政府|政务)信息公开(?:工作)?(?:年度)?(?:报告|年报)"
)
_MAKER = re.compile(
    r"(?:^|[,。;:、]|由|现将|公布|公开|本报告是)(?P<unit>[\u4e00-\u9fff()]{4,40}?)"
    r"(?=编制|编写|根据|按照|依据|向社会|特?向|(?:19|20)\d\d年)"
)
_FIRST_LINES = 3


@dataclass(frozen=True)
class Identity:
    """A title completed from the text, and Chinese lines on what was taken from where."""

    title: Title | None
    told: tuple[str, ...] = ()


def complete_identity(
    form: Form, title: Title | None, sections: Mapping[str, Sequence[str]]
) -> Identity:
    """Return the title with the unit and year that it lacks, where the texts name them."""
    known = title or Title("", None, "", OUTSIDE, OUTSIDE)
    told = []
    if known.year is None:
        year, place = next(_years(form, sections), (None, ""))
        if year:
            known = replace(known, year=year)
            told.append(f"标题没有写年度，按{place}取{year}年，请核对")
    if not known.unit:
        unit, place = next(_units(form, sections), ("", ""))
        if unit:
            known = replace(known, unit=unit)
            told.append(f"标题没有写单位，按{place}取「{unit}」，请核对")
    is_empty = title is None and not told
    return Identity(None if is_empty else known, tuple(told))


def _openings(form: Form, sections: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Yield the lines in which a report says whose it is, and on what: bare text, its place."""
    roles = form.roles
    for line in sections.get(roles.opening, ()):
        yield bare(line), "开头说明"
    for line in sections.get(roles.overview, ())[:_FIRST_LINES]:
        yield bare(line), form.section(roles.overview).name


def _years(form: Form, sections: Mapping[str, Sequence[str]]) -> Iterator[tuple[int, str]]:
    openings = list(_openings(form, sections))
    for pattern, what in ((_PERIOD, "统计期限"), (_ON_THE_YEAR, "")):
        for line, place in openings:
            found = pattern.search(line)
            if found:
                yield int(found[1]), f"{place}里的{what}" if what else place
    for line in reversed(sections.get(form.roles.signature, ())):
        year = date_year(line)
        if year:
            yield year - 1, "落款日期的上一年"


def _units(form: Form, sections: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    for line in sections.get(form.roles.signature, ()):
        unit = named_unit(line)
        if unit:
            yield unit, "落款"
    for line, place in _openings(form, sections):
        for found in _MAKER.finditer(line):
            if looks_like_unit(found["unit"]):
                yield found["unit"], place
