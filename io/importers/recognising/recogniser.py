"""Turns a neutral document into a report: labels to keys, texts to sections, and what is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from importers.recognising.import_notes import summary_lines, unplaced_lines
from importers.recognising.labels import bare, is_value_like, normalise, without_marks
from importers.recognising.named_parts import part_headings, settle_parts, title_of_parts
from importers.recognising.proof.import_review import Doubt, TableCount, count_tables, find_doubts
from importers.recognising.proof.reading_proof import proven_doubts
from importers.recognising.tables.banner_rows import without_banner_rows
from importers.recognising.tables.loose_rows import with_loose_rows
from importers.recognising.tables.table_labels import TableLabels
from importers.recognising.tables.table_reader import TableRead, TableReader
from importers.recognising.tables.torn_rows import with_torn_rows
from importers.recognising.texts.section_finder import Heading, find_headings
from importers.recognising.texts.signature_finder import split_signature
from importers.recognising.texts.title_finder import Title, find_title, title_outside
from importers.source_document import Paragraph, SourceDocument, SourceTable
from model.form.form import Form
from model.report.report import Report, Tables
from model.report.values import Value, clean_text, parse_value
from storage.errors import FileProblem

FEWEST_REQUEST_ROWS = 20
FEWEST_TEXTS = 2


@dataclass(frozen=True)
class Recognised:
    """A report read from a source: what was found, and what could not be placed, in Chinese.

    `kind` names the source's format; `counts` and `doubts` are for the review before it is used.
    """

    report: Report
    summary: tuple[str, ...]
    unplaced: tuple[str, ...]
    kind: str = ""
    counts: tuple[TableCount, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass
class _Texts:
    """The paragraphs of each section, and those that stand before the title."""

    sections: dict[str, list[str]] = field(default_factory=dict)
    before_title: list[str] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)

    def add_beside(self, labels: TableLabels, section: str, text: str) -> None:
        """Add a text beside a table, unless it is a figure or piece that fell out of it."""
        if not is_value_like(text) and not labels.is_piece(text):
            self.add(section, text)
        elif bare(text):
            self.stray.append(f"{labels.table.name}：单独的一行「{bare(text)}」，没有录入")

    def add(self, section: str, text: str) -> None:
        """Add the lines of a paragraph to a section, trimmed, empty ones dropped."""
        for line in clean_text(without_marks(text)).split("\n"):
            trimmed = trim(line)
            if trimmed:
                self.sections.setdefault(section, []).append(trimmed)


def trim(text: str) -> str:
    """Return the text without blanks of any kind at both ends."""
    return text.strip().strip("\u200b\u200c\u200d\u2060\ufeff").strip()


def recognise(document: SourceDocument, form: Form) -> Recognised:
    """Return the report that the document holds; FileProblem if it holds none."""
    document = without_banner_rows(settle_parts(document, form), form)
    document = with_torn_rows(document, form)
    document, readers = _document_and_tables(document, form)
    tables = {key: read.blocks for key, read in readers.items()}
    headings = find_headings(form, document.blocks, tables)
    named = [*headings, *part_headings(document, form)]
    _refuse_other_papers(document, form, readers, named)
    title = (
        title_of_parts(document)
        or find_title(_before_first_part(document, named, tables))
        or title_outside(document.title)
    )
    texts, loose = _collect_texts(document, form, headings, readers, title)
    report = _build(form, title, texts, readers)
    proven = tuple(proven_doubts(report, readers))
    doubts = (*find_doubts(form, report, readers), *proven)
    return Recognised(
        report=report,
        summary=(
            *summary_lines(form, report, readers, title, named),
            *(f"请核对：{doubt.reason}" for doubt in proven),
        ),
        unplaced=(
            *unplaced_lines(document, readers, texts.before_title, loose),
            *dict.fromkeys(texts.stray),
        ),
        kind=document.kind,
        counts=tuple(count_tables(form, report, readers, doubts)),
        doubts=doubts,
    )


def _document_and_tables(
    document: SourceDocument, form: Form
) -> tuple[SourceDocument, dict[str, TableRead]]:
    """Read the tables; where there are none, look for rows melted down to lines."""
    reads = _read_tables(document, form)
    if any(read.rows for read in reads.values()):
        return document, reads
    gathered = with_loose_rows(document, form)
    return gathered, _read_tables(gathered, form)


def _read_tables(document: SourceDocument, form: Form) -> dict[str, TableRead]:
    readers = [TableReader(table) for table in form.tables]
    for index, block in enumerate(document.blocks):
        if isinstance(block, SourceTable):
            for reader in readers:
                reader.take(index, block)
    return {reader.read.table.key: reader.read for reader in readers}


def _refuse_other_papers(
    document: SourceDocument,
    form: Form,
    reads: dict[str, TableRead],
    headings: Sequence[Heading],
) -> None:
    """Raise FileProblem unless enough of the official form was found to be a report."""
    most = max(form.tables, key=lambda table: len(table.rows))
    found = len(reads[most.key].rows)
    if found >= FEWEST_REQUEST_ROWS:
        return
    others = any(read.rows for key, read in reads.items() if key != most.key)
    titles = {section.key for section in form.sections if section.title and not section.table}
    texts = [heading for heading in headings if heading.section in titles]
    if others and len(texts) >= FEWEST_TEXTS:
        return
    raise FileProblem(
        f"「{document.name}」里没有找到政府信息公开工作年度报告："
        f"{most.name}只认出{found}行（应有{len(most.rows)}行），也没有找到足够的正文部分。"
        "请确认选的是年度报告，表格没有被压成一行文字；必要时请改用 Word 原文件。"
    )


def _before_first_part(
    document: SourceDocument, headings: Sequence[Heading], tables: dict[str, list[int]]
) -> list[tuple[int, str]]:
    places = [heading.index for heading in headings]
    places += [index for indexes in tables.values() for index in indexes]
    end = min(places, default=len(document.blocks))
    return [
        (index, block.text)
        for index, block in enumerate(document.blocks[:end])
        if isinstance(block, Paragraph) and bare(block.text)
    ]


def _collect_texts(
    document: SourceDocument,
    form: Form,
    headings: Sequence[Heading],
    reads: dict[str, TableRead],
    title: Title | None,
) -> tuple[_Texts, list[SourceTable]]:
    """Return the sections' paragraphs, and the tables that are none of the form's."""
    texts, loose = _Texts(), []
    starts = _section_starts(form, headings, reads)
    used = {index for read in reads.values() for index in read.blocks}
    labels = {table.section: TableLabels(table) for table in form.tables}
    section = "preamble"
    for index, block in enumerate(document.blocks):
        heading = starts.get(index)
        if heading:
            section = heading.section
            texts.add(section, heading.rest)
        if isinstance(block, SourceTable):
            if index not in used and not _is_difference(block, labels.values()):
                loose.append(block)
        elif title and index < title.first:
            texts.before_title.append(trim(without_marks(block.text)))
        elif _is_title(title, index) or _is_heading(heading):
            continue
        elif block.part in form.section_keys:
            texts.add(block.part, block.text)
        elif section not in labels:
            texts.add(section, block.text)
        elif not (
            _is_frame(labels[section], block.text) or _repeats_title(form, section, block.text)
        ):
            texts.add_beside(labels[section], section, block.text)
    _move_signature(form, texts, title)
    return texts, loose


def _is_difference(table: SourceTable, labels: Iterable[TableLabels]) -> bool:
    """Return whether a table is a lone row of differences, which are computed and never read."""
    if len(table.rows) != 1:
        return False
    return any(label.is_balance(table.cells[0].text) for label in labels)


def _section_starts(
    form: Form, headings: Sequence[Heading], reads: dict[str, TableRead]
) -> dict[int, Heading]:
    """Return the headings by block; a table whose heading is missing begins its own part."""
    starts = {heading.index: heading for heading in headings}
    named = {heading.section for heading in headings}
    for table in form.tables:
        blocks = reads[table.key].blocks
        if table.section not in named and blocks:
            starts.setdefault(blocks[0], Heading(table.section, -1, 0.0))
    return starts


def _is_heading(heading: Heading | None) -> bool:
    return heading is not None and heading.index >= 0


def _is_frame(labels: TableLabels, text: str) -> bool:
    """Return whether a line is a caption or header that fell out of its table."""
    exact = (labels.frame, labels.columns, labels.groups, labels.rows)
    return any(index.exact(text) for index in exact)


def _repeats_title(form: Form, section: str, text: str) -> bool:
    """Return whether a line says the part's heading again, as a table's caption does."""
    return normalise(text) == normalise(form.section(section).title)


def _is_title(title: Title | None, index: int) -> bool:
    return title is not None and title.first <= index <= title.last


def _move_signature(form: Form, texts: _Texts, title: Title | None) -> None:
    """Take the unit and date at the very end out of the last part into the signature."""
    if texts.sections.get("signature"):
        return
    for section in reversed(form.section_keys):
        lines = texts.sections.get(section)
        if lines:
            kept, signature = split_signature(lines, title.unit if title else "")
            texts.sections[section] = kept
            if signature:
                texts.sections["signature"] = signature
            return


def _build(form: Form, title: Title | None, texts: _Texts, reads: dict[str, TableRead]) -> Report:
    tables: Tables = {}
    for table in form.tables:
        read = reads[table.key].texts
        tables[table.key] = {
            key: parse_value(read.get(key, ""), table.column(key).kind) for key in table.keys
        }
    printed = {
        table.key: {key: tables[table.key][key] for key in table.sums} for table in form.tables
    }
    report = Report(
        form=form,
        organization=title.unit if title else "",
        year=title.year if title else None,
        title=title.title if title else "",
        sections={key: "\n".join(lines) for key, lines in texts.sections.items()},
        tables=tables,
        printed={name: _not_blank(values) for name, values in printed.items()},
        source_labels={
            key: dict(read.changed_labels) for key, read in reads.items() if read.changed_labels
        },
    )
    report.printed = report.kept_printed()
    return report


def _not_blank(values: dict[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in values.items() if value is not None}
