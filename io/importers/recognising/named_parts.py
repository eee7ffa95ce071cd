"""Paragraphs whose part is named by the source, not by their place: lists of parts, text sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from importers.recognising.labels import bare, normalise
from importers.recognising.texts.section_finder import Heading, find_headings
from importers.recognising.texts.title_finder import Title, year_number
from importers.source_document import Block, Paragraph, SourceDocument
from model.form.form import Form

FEWEST_PARTS = 2
UNIT, YEAR, TITLE = "单位", "年度", "标题"
_IDENTITY = {UNIT: UNIT, "单位名称": UNIT, YEAR: YEAR, "年份": YEAR, TITLE: TITLE}
_HEADERS = {("部分", "内容"), ("栏目", "内容"), ("章节", "内容"), ("部分", "正文")}
_YEAR = re.compile(r"((?:19|20)\d\d)年?度?")


def with_named_parts(document: SourceDocument, form: Form) -> SourceDocument:
    """Return the document with `part` the section's key wherever the source names the part.

    A list of parts names it on every row; a sheet without tables beside sheets of tables has its
    headings looked for by itself, since its place says nothing about theirs.
    """
    if not document.sheets:
        return document
    blocks: list[Block] = []
    starts: list[int] = []
    edges = (*document.sheets, len(document.blocks))
    for start, end in zip(edges, edges[1:], strict=False):
        starts.append(len(blocks))
        blocks += _with_parts_of_sheet(document.blocks[start:end], form, has_others=len(edges) > 2)
    return replace(document, blocks=tuple(blocks), sheets=tuple(starts))


def _with_parts_of_sheet(blocks: Sequence[Block], form: Form, *, has_others: bool) -> list[Block]:
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    if any(paragraph.part for paragraph in paragraphs):
        names = _section_names(form)
        found = {names[key] for p in paragraphs if (key := normalise(p.part)) in names}
        listed = _listed if len(found) >= FEWEST_PARTS else _flattened
        return list(listed(paragraphs, names))
    if has_others and len(paragraphs) == len(blocks):
        return list(_by_headings(paragraphs, form))
    return list(blocks)


def _section_names(form: Form) -> dict[str, str]:
    """Return the section keys by the normalised names that they go by."""
    return {
        normalise(name): section.key
        for section in reversed(form.sections)
        for name in (*section.aliases, section.title, section.name)
        if name
    }


def _listed(paragraphs: Sequence[Paragraph], names: Mapping[str, str]) -> Iterator[Paragraph]:
    """Yield the rows of a list of parts; a part that is none stays with the one before it."""
    section, stranger = "", ""
    for paragraph in paragraphs:
        part = bare(paragraph.part)
        key = names.get(normalise(part), "")
        if key:
            section, stranger = key, ""
            yield Paragraph(paragraph.text, section)
        elif not section and part in _IDENTITY:
            yield Paragraph(paragraph.text, _IDENTITY[part])
        elif (part, bare(paragraph.text)) not in _HEADERS:
            if part != stranger:
                yield Paragraph(paragraph.part, section)
            stranger = part
            yield Paragraph(paragraph.text, section)


def _flattened(paragraphs: Sequence[Paragraph], _: Mapping[str, str]) -> Iterator[Paragraph]:
    """Yield the names as paragraphs of their own, each once before its texts."""
    part = ""
    for paragraph in paragraphs:
        if paragraph.part != part:
            part = paragraph.part
            yield Paragraph(part)
        yield Paragraph(paragraph.text)


def _by_headings(paragraphs: Sequence[Paragraph], form: Form) -> Iterator[Paragraph]:
    headings = {heading.index: heading for heading in find_headings(form, paragraphs, {})}
    if len(headings) < FEWEST_PARTS:
        yield from paragraphs
        return
    section = ""
    for index, paragraph in enumerate(paragraphs):
        heading = headings.get(index)
        section = heading.section if heading else section
        yield Paragraph(heading.rest if heading else paragraph.text, section)


def part_headings(document: SourceDocument, form: Form) -> list[Heading]:
    """Return a heading for each section that the source names, in order of its blocks."""
    found: dict[str, Heading] = {}
    for index, block in enumerate(document.blocks):
        if isinstance(block, Paragraph) and block.part in form.section_keys:
            found.setdefault(block.part, Heading(block.part, index, 1.0))
    return list(found.values())


def title_of_parts(document: SourceDocument) -> Title | None:
    """Return unit, year and title where the source gives each by its name, else None."""
    found = {
        block.part: (index, block.text.strip())
        for index, block in enumerate(document.blocks)
        if isinstance(block, Paragraph) and block.part in _IDENTITY
    }
    if TITLE not in found:
        return None
    places = [index for index, _ in found.values()]
    title = found[TITLE][1]
    year = _YEAR.fullmatch(bare(found.get(YEAR, (0, ""))[1])) or _YEAR.search(bare(title))
    if year is None:
        return None
    unit = found.get(UNIT, (0, ""))[1]
    return Title(unit, year_number(year[1]), title, min(places), max(places))
