"""Which part of the report each paragraph belongs to, and which paragraphs belong to none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from importers.recognising.around import (
    heads_contents,
    is_end,
    is_furniture,
    is_page_number,
    without_bars,
)
from importers.recognising.labels import bare, is_value_like, normalise, without_marks
from importers.recognising.table_surroundings import frame_of_tables, is_frame
from importers.recognising.tables.form_labels import FormLabels
from importers.recognising.tables.table_labels import TableLabels
from importers.recognising.tables.table_read import TableRead
from importers.recognising.texts.section_finder import Heading, doubled_headings
from importers.recognising.texts.signature_finder import is_date, signature_place
from importers.recognising.texts.title_finder import Title
from importers.source_document import Block, Paragraph, SourceDocument, SourceTable
from model.form.form import Form
from model.report.values import clean_text

_PART_MARK = re.compile(r"[\s\u3000]*[一二三四五六七][、.．]")
LONGEST_PIECE = 12
"""Characters of a line that may be what is left of a heading."""
MOST_BETWEEN = 2
"""Lines of something else, such as a page's head, between the unit and the date at the end."""


@dataclass
class CollectedTexts:
    """The paragraphs of each section, those before the title, and what belongs nowhere.

    `stray` are Chinese lines on figures that fell out of a table, `loose` the tables that are none
    of the form's. `around` are a site's lines, `behind` those that stand behind the signature,
    `inside` (line, section) those that look like a site's but were kept; `doubled` are (section,
    section where it stands) of headings met again.
    """

    sections: dict[str, list[str]] = field(default_factory=dict)
    before_title: list[str] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    loose: list[SourceTable] = field(default_factory=list)
    around: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)
    inside: list[tuple[str, str]] = field(default_factory=list)
    doubled: list[tuple[str, str]] = field(default_factory=list)

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
        """Take unit and date at the end of the last part into the signature.

        What stands behind them, and a site's lines at the end, are no text of the report.
        """
        end = form.roles.signature
        last = next((key for key in reversed(form.section_keys) if self.sections.get(key)), "")
        if not last or self.sections.get(end):
            return
        lines = self.sections[last]
        first, behind = signature_place(lines, unit)
        if first == behind:
            lines = _without_end(lines)
            self.around += self.sections[last][len(lines) :]
            first, behind = signature_place(lines, unit)
        self.behind += lines[behind:]
        if first < behind:
            self.sections[end] = lines[first:behind]
            lines = _with_unit_moved(lines[:first], self.sections[end], unit)
        self.sections[last] = lines[:first]


def collect_texts(
    document: SourceDocument,
    labels: FormLabels,
    headings: Sequence[Heading],
    reads: Mapping[str, TableRead],
    title: Title | None,
) -> CollectedTexts:
    """Return the paragraphs of a document by the headings, tables and title found in it."""
    collector = _Collector(labels, headings, reads, title, document.blocks)
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
        blocks: Sequence[Block],
    ) -> None:
        self.texts = CollectedTexts()
        self._labels = labels
        self._title = title
        self._starts = _section_starts(labels.form, headings, reads)
        self._headings = {heading.index for heading in headings}
        doubled = doubled_headings(labels.form, blocks, headings)
        self._doubled = {heading.index: heading.section for heading in doubled}
        self._used = {index for read in reads.values() for index in read.blocks}
        self._frames = frame_of_tables(labels, reads, blocks, frozenset(self._headings))
        self._section = labels.form.roles.opening

    def begin_part(self, index: int) -> None:
        """Begin the part whose heading or table stands at a block, if any does."""
        heading = self._starts.get(index)
        if heading:
            self._section = heading.section
            table = self._labels.by_section.get(heading.section)
            if table is None or not is_frame(table, heading.rest):
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
        elif self._is_frame(index, paragraph):
            self._note_doubled(index)
        elif paragraph.part in self._labels.form.section_keys:
            self.texts.add(paragraph.part, paragraph.text)
        elif self._is_around(index, paragraph.text):
            self.texts.around.append(trim(paragraph.text))
        else:
            self._note(index, paragraph.text)
            self._add_to_section(paragraph.text)

    def _note(self, index: int, text: str) -> None:
        """Note what is kept as text though it may be none."""
        self._note_doubled(index)
        if (is_furniture(text) and not is_end(text)) or self._is_broken_heading(text):
            self.texts.inside.append((trim(text), self._section))

    def _is_broken_heading(self, text: str) -> bool:
        """Return whether a short numbered line stands where no part has begun yet."""
        is_opening = self._section == self._labels.form.roles.opening
        return is_opening and bool(_PART_MARK.match(text)) and len(bare(text)) < LONGEST_PIECE

    def _note_doubled(self, index: int) -> None:
        if index in self._doubled:
            self.texts.doubled.append((self._doubled[index], self._section))

    def _is_title(self, index: int) -> bool:
        return self._title is not None and self._title.first <= index <= self._title.last

    def _is_frame(self, index: int, paragraph: Paragraph) -> bool:
        """Return whether a line stands in a table's frame, or is a caption of any table's block."""
        plain = without_bars(paragraph.text)
        return index in self._frames or any(
            labels.frame.exact(plain) for labels in self._labels.tables
        )

    def _is_around(self, index: int, text: str) -> bool:
        """Return whether a line is a page's number or head, or stands above the first part.

        There a site's lines count, and titles that were not taken.
        """
        if is_page_number(text) or self._repeats_title(text):
            return True
        if self._section != self._labels.form.roles.opening:
            return False
        is_other = self._title is not None and index in self._title.others
        return is_other or is_furniture(text) or heads_contents(text)

    def _repeats_title(self, text: str) -> bool:
        """Return whether a line is the title again, as the head of a page."""
        if self._title is None:
            return False
        unit, title = bare(self._title.unit), bare(self._title.title)
        # Alone at the end the unit is its signature.
        is_last = self._section == self._labels.form.roles.other
        heads = {title, unit + title} if is_last else {title, unit + title, unit}
        return bare(text) in heads - {""}

    def _add_to_section(self, text: str) -> None:
        table = self._labels.by_section.get(self._section)
        if table is None:
            is_first = not self.texts.sections.get(self._section)
            if not (is_first and self._repeats_heading(text)):
                self.texts.add(self._section, text)
        elif not (is_frame(table, text) or self._repeats_heading(text)):
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


def _with_unit_moved(lines: list[str], signature: list[str], unit: str) -> list[str]:
    """Move the unit's own line that another one parts from its date into the signature."""
    near = range(max(0, len(lines) - MOST_BETWEEN - 1), len(lines))
    place = next((n for n in near if unit and bare(lines[n]) == bare(unit)), None)
    if place is None or not (len(signature) == 1 and is_date(signature[0])):
        return lines
    signature.insert(0, lines[place])
    return [*lines[:place], *lines[place + 1 :]]


def _without_end(lines: list[str]) -> list[str]:
    """Return the lines of the last part without those that a site puts behind a report."""
    first = next((n for n, line in enumerate(lines) if is_end(line)), len(lines))
    while first and is_furniture(lines[first - 1]):
        first -= 1
    return lines[:first]
