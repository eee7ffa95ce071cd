"""Turns a neutral document into a report: labels to keys, texts to sections, and what is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from importers.recognising.figures.causes import Cause
from importers.recognising.import_notes import (
    around_lines,
    summary_lines,
    text_cautions,
    unplaced_lines,
)
from importers.recognising.labels import bare
from importers.recognising.named_parts import part_headings, title_of_parts, with_named_parts
from importers.recognising.proof.import_review import (
    Doubt,
    TableCount,
    count_tables,
    find_doubts,
    missing_tables,
)
from importers.recognising.proof.reading_proof import proven_doubts
from importers.recognising.report_building import build_report
from importers.recognising.tables.banner_rows import without_banner_rows
from importers.recognising.tables.form_labels import FormLabels, labels_of
from importers.recognising.tables.loose_rows import with_loose_rows
from importers.recognising.tables.row_lines import with_row_lines
from importers.recognising.tables.table_read import TableRead
from importers.recognising.tables.table_reader import read_tables
from importers.recognising.tables.torn_rows import with_torn_rows
from importers.recognising.text_collector import CollectedTexts, collect_texts
from importers.recognising.texts.glued_headings import with_parted_headings
from importers.recognising.texts.identity_finder import complete_identity
from importers.recognising.texts.section_finder import Heading, find_headings, with_overview
from importers.recognising.texts.title_finder import Title, find_title, title_outside
from importers.source_document import Paragraph, SourceDocument
from model.form.form import Form
from model.report.report import Report
from storage.errors import FileProblem

FEWEST_REQUEST_ROWS = 20
FEWEST_TEXTS = 2


@dataclass(frozen=True)
class Recognised:
    """A report read from a source: what was found, and what could not be placed, in Chinese.

    `asides` are those of the lines on what has no place that the reader of the file told: left out
    or decided without asking. `kind` names the source's format; `counts`, `causes` and the
    `doubts` that hang on them are for the review before it is used.
    """

    report: Report
    summary: tuple[str, ...]
    unplaced: tuple[str, ...]
    kind: str = ""
    counts: tuple[TableCount, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    causes: tuple[Cause, ...] = ()
    asides: tuple[str, ...] = ()


def recognise(document: SourceDocument, form: Form) -> Recognised:
    """Return the report that the document holds; FileProblem if it holds too little to be one.

    Enough is FEWEST_REQUEST_ROWS rows of the largest table, or another table and FEWEST_TEXTS parts
    of text, or the headings of all parts, where tables are pictures or missing.
    """
    labels = labels_of(form)
    document, reads = _document_and_tables(_mended(document, form, labels), labels)
    tables = {key: read.blocks for key, read in reads.items()}
    headings = find_headings(form, document.blocks, tables)
    headings = with_overview(form, document.blocks, headings)
    named = [*headings, *part_headings(document, form)]
    _refuse_other_papers(document, form, reads, named)
    title = _title_of(document, form, named, tables)
    texts = collect_texts(document, labels, headings, reads, title)
    identity = complete_identity(form, title, texts.sections)
    report = build_report(form, identity.title, texts.sections, reads)
    report.part_names = {item.section: item.wording for item in headings if item.wording}
    proven = tuple(proven_doubts(report, reads))
    missing = tuple(missing_tables(form, reads))
    doubts = (*find_doubts(form, report, reads), *proven)
    return Recognised(
        report=report,
        summary=(
            *summary_lines(form, report, reads, title, named),
            *identity.told,
            *(cause.text for cause in missing),
            *text_cautions(form, texts.inside, texts.doubled),
            *(f"请核对：{doubt.reason}" for doubt in proven),
        ),
        unplaced=_unplaced(document, reads, texts),
        kind=document.kind,
        counts=tuple(count_tables(form, report, reads, doubts)),
        doubts=doubts,
        causes=(*missing, *(cause for read in reads.values() for cause in read.causes)),
        asides=document.notes,
    )


def _unplaced(
    document: SourceDocument, reads: Mapping[str, TableRead], texts: CollectedTexts
) -> tuple[str, ...]:
    """Return what the source holds besides and what was left out of the report, line by line."""
    return (
        *unplaced_lines(document, reads, texts.before_title, texts.loose),
        *dict.fromkeys(texts.stray),
        *around_lines(texts.around, texts.behind),
    )


def _mended(document: SourceDocument, form: Form, labels: FormLabels) -> SourceDocument:
    """Return the document with headings apart from tables and sentences, and no row torn."""
    document = without_banner_rows(with_named_parts(document, form), labels)
    return with_torn_rows(with_parted_headings(document, form), labels)


def _document_and_tables(
    document: SourceDocument, labels: FormLabels
) -> tuple[SourceDocument, dict[str, TableRead]]:
    """Read the tables; for those that are none, look for rows melted down to lines."""
    reads = read_tables(document, labels)
    found = {key for key, read in reads.items() if read.rows}
    if len(found) == len(reads):
        return document, reads
    document = with_row_lines(document, labels, found)
    reads = read_tables(document, labels)
    found = {key for key, read in reads.items() if read.rows}
    document = with_loose_rows(document, labels, found)
    return document, read_tables(document, labels)


def _refuse_other_papers(
    document: SourceDocument,
    form: Form,
    reads: Mapping[str, TableRead],
    headings: Sequence[Heading],
) -> None:
    """Raise FileProblem unless enough of the official form was found to be a report."""
    most = max(form.tables, key=lambda table: len(table.rows))
    found = len(reads[most.key].rows)
    has_other_table = any(read.rows for key, read in reads.items() if key != most.key)
    has_texts = _count_texts(form, headings) >= FEWEST_TEXTS
    if found >= FEWEST_REQUEST_ROWS or (has_other_table and has_texts):
        return
    if {section.key for section in form.sections if section.title} <= {h.section for h in headings}:
        return
    raise FileProblem(
        f"「{document.name}」里没有找到政府信息公开工作年度报告："
        f"{most.name}只认出{found}行（应有{len(most.rows)}行），也没有找到足够的正文部分。"
        "请确认选的是年度报告，表格没有被压成一行文字；必要时请改用 Word 原文件。"
    )


def _count_texts(form: Form, headings: Sequence[Heading]) -> int:
    """Return how many headings of parts that hold only text were found."""
    titles = {section.key for section in form.sections if section.title and not section.table}
    return sum(heading.section in titles for heading in headings)


def _title_of(
    document: SourceDocument,
    form: Form,
    headings: Sequence[Heading],
    tables: Mapping[str, Sequence[int]],
) -> Title | None:
    """Return the title where the source names it, else above the first part, else outside."""
    said = "\n".join(bare(paragraph.text) for paragraph in document.paragraphs)
    return (
        title_of_parts(document)
        or find_title(_before_first_part(document, headings, tables), form.title, said)
        or title_outside(document.title)
    )


def _before_first_part(
    document: SourceDocument, headings: Sequence[Heading], tables: Mapping[str, Sequence[int]]
) -> list[tuple[int, str]]:
    places = [heading.index for heading in headings]
    places += [index for indexes in tables.values() for index in indexes]
    end = min(places, default=len(document.blocks))
    return [
        (index, block.text)
        for index, block in enumerate(document.blocks[:end])
        if isinstance(block, Paragraph) and bare(block.text)
    ]
