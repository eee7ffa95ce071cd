"""Which part of the report each paragraph belongs to, and which paragraphs belong to none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from importers.recognising.labels import bare, is_value_like, normalise, without_marks
from importers.recognising.tables.form_labels import FormLabels
from importers.recognising.tables.table_labels import TableLabels
from importers.recognising.tables.table_read import TableRead
from importers.recognising.texts.section_finder import Heading
from importers.recognising.texts.signature_finder import split_signature
from importers.recognising.texts.title_finder import Title
from importers.source_document import Paragraph, SourceDocument, SourceTable
from model.form.form import Form
from model.report.values import clean_text


@dataclass
class CollectedTexts:
    """The paragraphs of each section, those before the title, and what belongs nowhere.

    `stray` are Chinese lines on figures that fell out of a table, `loose` the tables that are none
    of the form's.
    """

    sections: dict[str, list[str]] = field(default_factory=dict)
    before_title: list[str] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    loose: list[SourceTable] = field(default_factory=list)

    def add(self, section: str, text: str) -> None:
        """Add the lines of a paragraph to a section, trimmed, empty ones dropped."""
        for line in clean_text(without_marks(text)).split("\n"):
            trimmed = trim(line)
            if trimmed:
                self.sections.setdefault(section, []).append(trimmed)

    def add_beside(self, labels: TableLabels, section: str, text: str) -> None:
        """Add a text beside a table, unless it is a figure or piece that fell out of it."""
        if not is_value_like(text) and not labels.is_piece(text):
            self.add(section, text)
        elif bare(text):
            self.stray.append(f"{labels.table.name}：单独的一行「{bare(text)}」，没有录入")

    def move_signature(self, form: Form, unit: str) -> None:
        """Take the unit and date at the very end out of the last part into the signature."""
        end = form.roles.signature
        if self.sections.get(end):
            return
        last = next((key for key in reversed(form.section_keys) if self.sections.get(key)), "")
        if last:
            self.sections[last], signature = split_signature(self.sections[last], unit)
            if signature:
                self.sections[end] = signature


def collect_texts(
    document: SourceDocument,
    labels: FormLabels,
    headings: Sequence[Heading],
    reads: Mapping[str, TableRead],
    title: Title | None,
) -> CollectedTexts:
    """Return the paragraphs of a document by the headings, tables and title found in it."""
    collector = _Collector(labels, headings, reads, title)
    for index, block in enumerate(document.blocks):
        collector.begin_part(index)
        if isinstance(block, SourceTable):
            collector.take_table(index, block)
        else:
            collector.take_paragraph(index, block)
    found = collector.texts
    found.move_signature(labels.form, title.unit if title else "")
    return found


def trim(text: str) -> str:
    """Return the text without blanks of any kind at both ends."""
    return text.strip().strip("\u200b\u200c\u200d\u2060\ufeff").strip()


class _Collector:
    """Goes through the blocks in order, and knows in which part it is."""

    def __init__(
        self,
        labels: FormLabels,
        headings: Sequence[Heading],
        reads: Mapping[str, TableRead],
        title: Title | None,
    ) -> None:
        self.texts = CollectedTexts()
        self._labels = labels
        self._title = title
        self._starts = _section_starts(labels.form, headings, reads)
        self._headings = {heading.index for heading in headings}
        self._used = {index for read in reads.values() for index in read.blocks}
        self._section = labels.form.roles.opening

    def begin_part(self, index: int) -> None:
        """Begin the part whose heading or table stands at a block, if any does."""
        heading = self._starts.get(index)
        if heading:
            self._section = heading.section
            self.texts.add(heading.section, heading.rest)

    def take_table(self, index: int, table: SourceTable) -> None:
        """List a table that was not read."""
        if index not in self._used and not self._is_difference(table):
            self.texts.loose.append(table)

    def take_paragraph(self, index: int, paragraph: Paragraph) -> None:
        """Add a paragraph to the part that it names itself, else to the one it stands in."""
        if self._title and index < self._title.first:
            self.texts.before_title.append(trim(without_marks(paragraph.text)))
        elif self._is_title(index) or index in self._headings:
            return
        elif paragraph.part in self._labels.form.section_keys:
            self.texts.add(paragraph.part, paragraph.text)
        else:
            self._add_to_section(paragraph.text)

    def _is_title(self, index: int) -> bool:
        return self._title is not None and self._title.first <= index <= self._title.last

    def _add_to_section(self, text: str) -> None:
        table = self._labels.by_section.get(self._section)
        if table is None:
            self.texts.add(self._section, text)
        elif not (_is_frame(table, text) or self._repeats_heading(text)):
            self.texts.add_beside(table, self._section, text)

    def _repeats_heading(self, text: str) -> bool:
        """Return whether a line says the part's heading again, as a table's caption does."""
        return normalise(text) == normalise(self._labels.form.section(self._section).title)

    def _is_difference(self, table: SourceTable) -> bool:
        """Return whether a table is a lone row of differences, which are computed and not read."""
        if len(table.rows) != 1:
            return False
        text = table.cells[0].text
        return any(labels.is_balance(text) for labels in self._labels.tables)


def _section_starts(
    form: Form, headings: Sequence[Heading], reads: Mapping[str, TableRead]
) -> dict[int, Heading]:
    """Return the headings by block; a table whose heading is missing begins its own part."""
    starts = {heading.index: heading for heading in headings}
    named = {heading.section for heading in headings}
    for table in form.tables:
        blocks = reads[table.key].blocks
        if table.section not in named and blocks:
            starts.setdefault(blocks[0], Heading(table.section, -1, 0.0))
    return starts


def _is_frame(labels: TableLabels, text: str) -> bool:
    """Return whether a line is a caption or header that fell out of its table."""
    exact = (labels.frame, labels.columns, labels.groups, labels.rows)
    return any(index.exact(text) for index in exact)
