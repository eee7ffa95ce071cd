"""Titles, headings and texts that stand in rows of a table, made paragraphs between its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from importers.recognising.labels import bare, is_value_like
from importers.recognising.tables.form_labels import FormLabels
from importers.recognising.tables.table_labels import TableLabels
from importers.recognising.texts.glued_headings import part_of
from importers.recognising.texts.section_finder import SURE, heading_score
from importers.recognising.texts.title_finder import find_title
from importers.source_document import Block, Paragraph, SourceCell, SourceDocument, SourceTable
from model.form.form import Form


def without_banner_rows(document: SourceDocument, labels: FormLabels) -> SourceDocument:
    """Return the document with tables that hold headings or the title cut at rows of one text."""
    blocks: list[Block] = []
    starts = {}
    for index, block in enumerate(document.blocks):
        starts[index] = len(blocks)
        banners = _banners(block, labels.tables) if isinstance(block, SourceTable) else {}
        if isinstance(block, SourceTable) and _has_heading(list(banners.values()), labels.form):
            blocks += _cut(block, banners)
        else:
            blocks.append(block)
    sheets = tuple(starts.get(index, len(blocks)) for index in document.sheets)
    return replace(document, blocks=tuple(blocks), sheets=sheets)


def _banners(table: SourceTable, labels: Sequence[TableLabels]) -> dict[int, str]:
    """Return the rows that hold one text alone, over the whole width or in the first cell."""
    width = max((cell.end for cell in table.cells), default=0)
    reached = {row for cell in table.cells for row in range(cell.row + 1, cell.row + cell.row_span)}
    alone = {
        number: cell
        for number, row in enumerate(table.rows)
        if number not in reached and (cell := _lone_text(row)) is not None
    }
    return {number: cell.text for number, cell in alone.items() if _is_banner(cell, width, labels)}


def _lone_text(row: Sequence[SourceCell]) -> SourceCell | None:
    """Return the one cell of a row that holds a text, if it is in this row only."""
    texts = [cell for cell in row if bare(cell.text)]
    return texts[0] if len(texts) == 1 and texts[0].row_span == 1 else None


def _is_banner(cell: SourceCell, width: int, labels: Sequence[TableLabels]) -> bool:
    """Return whether a lone text stands over the whole width, or first and is no label."""
    is_alone = cell.column == 0 and (cell.end == width or _is_strange(cell.text, labels))
    return is_alone and not _is_frame(cell.text, labels)


def _is_strange(text: str, labels: Sequence[TableLabels]) -> bool:
    """Return whether a text is no label of a row, which may have nothing but blank cells."""
    return not is_value_like(text) and not any(label.is_wording(text) for label in labels)


def _is_frame(text: str, labels: Sequence[TableLabels]) -> bool:
    return any(label.frame.exact(text) or label.groups.exact(text) for label in labels)


def _has_heading(texts: Sequence[str], form: Form) -> bool:
    """Return whether the texts hold the heading of a part or the report's title."""
    if find_title(list(enumerate(texts))):
        return True
    return any(_is_heading(text, form) for text in texts)


def _is_heading(text: str, form: Form) -> bool:
    return any(
        heading_score(section, line)[0] >= SURE
        for section in form.sections
        if section.title
        for line in text.split("\n")
    )


def _cut(table: SourceTable, banners: dict[int, str]) -> Iterator[Block]:
    """Yield the banners as paragraphs and what stands between them as tables."""
    first = 0
    for row in (*banners, len(table.rows)):
        if first < row:
            yield part_of(table, first, row)
        if row in banners:
            yield from (Paragraph(line) for line in banners[row].split("\n") if bare(line))
        first = row + 1
