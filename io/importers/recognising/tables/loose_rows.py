"""Tables that a copy has melted down to one cell a line, put together again by their labels."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from importers.recognising.labels import bare, is_value_like
from importers.recognising.tables.form_labels import FormLabels
from importers.recognising.tables.loose_headers import (
    frame_start,
    header_texts,
    whole_header,
    whole_labels,
)
from importers.recognising.tables.loose_scan import (
    FEWEST_ROWS,
    LooseRow,
    blanks_are_cells,
    is_padded,
    scan_rows,
    values_end,
)
from importers.recognising.tables.table_labels import TableLabels
from importers.source_document import Block, Paragraph, SourceDocument, table_from_rows

MOST_HEADER_LINES = 40


def with_loose_rows(
    document: SourceDocument, labels: FormLabels, found: Collection[str] = ()
) -> SourceDocument:
    """Return the document with labels that figures follow, in lines, made into tables.

    Tables that are tables, such as one with the paper's metadata, stay where they are; those of the
    form that were `found`, by key, are not looked for.
    """
    wanted = [table for table in labels.tables if table.table.key not in found]
    blocks: list[Block] = []
    for is_text, group in groupby(document.blocks, lambda block: isinstance(block, Paragraph)):
        run = list(group)
        blocks += _gathered(run, labels, wanted) if is_text else run
    return replace(document, blocks=tuple(blocks))


def _gathered(
    run: Sequence[Block], labels: FormLabels, wanted: Sequence[TableLabels]
) -> Sequence[Block]:
    """Return a run of paragraphs with the tables found in it, or as it is if none is."""
    texts = [block.text for block in run if isinstance(block, Paragraph)]
    gatherer = _Gatherer([line for text in texts for line in text.split("\n")], labels)
    for table in wanted:
        gatherer.take(table)
    return gatherer.all_blocks() if gatherer.has_tables else run


@dataclass(frozen=True)
class _Found:
    """A table in the lines: its rows, its first line and the line behind its last one."""

    rows: list[list[str]]
    first: int
    last: int


class _Gatherer:
    """Takes the tables of a form, in its order, out of the lines that are left."""

    def __init__(self, lines: list[str], labels: FormLabels) -> None:
        self._lines = lines
        self._columns = [table.columns for table in labels.tables]
        self._blocks: list[Block] = []
        self._blank_is_cell = False
        self.has_tables = False

    def take(self, labels: TableLabels) -> None:
        """Take the table with these labels, and the lines before it, if it is there."""
        found = self._find(labels)
        if found is None:
            return
        start = frame_start(self._lines, found.first, labels)
        self._add_lines(self._lines[:start])
        above = [] if labels.is_across else _header(self._lines, start, found.first, labels)
        self._blocks.append(table_from_rows([*above, *found.rows]))
        self._lines = self._lines[found.last :]
        self.has_tables = True

    def all_blocks(self) -> list[Block]:
        """Return what was taken, and the lines that are left behind it."""
        self._add_lines(self._lines)
        return self._blocks

    def _find(self, labels: TableLabels) -> _Found | None:
        if labels.is_across:
            # Whether blank lines are cells shows only in tables with many rows, which come first.
            return _across(self._lines, labels, self._blank_is_cell)
        plain, padded = (
            scan_rows(self._lines, labels, self._columns, with_blank=with_blank)
            for with_blank in (False, True)
        )
        self._blank_is_cell = is_padded(padded, labels) or blanks_are_cells(plain)
        rows = padded if self._blank_is_cell else plain
        return _joined(self._lines, rows, labels, self._blank_is_cell)

    def _add_lines(self, lines: Sequence[str]) -> None:
        self._blocks += [Paragraph(line) for line in lines if bare(line)]


def _header(lines: Sequence[str], start: int, end: int, labels: TableLabels) -> list[list[str]]:
    """Return the words above the first row, in whole labels where all of them are the form's."""
    if whole_header(lines, end, labels) == start:
        return [header_texts(labels)]
    words = [line for line in lines[start:end] if bare(line)]
    return [words] if words else []


def _joined(
    lines: Sequence[str], found: Sequence[LooseRow], labels: TableLabels, blank_is_cell: bool
) -> _Found | None:
    """Return the rows of a table that were found one by one.

    What stands between them makes up rows too: figures that no label was found for are listed then,
    and labels without figures are blank rows.
    """
    if len(found) < FEWEST_ROWS:
        return None
    rows: list[list[str]] = []
    last = found[0].first
    for row in found:
        rows += _between([line for line in lines[last : row.first] if bare(line)], labels)
        rows.append([row.label, *row.figures(blank_is_cell)])
        last = row.last
    return _Found(rows, found[0].first, last)


def _between(lines: Sequence[str], labels: TableLabels) -> list[list[str]]:
    """Return the rows that lines between two rows make up: one with figures, or a label each."""
    if any(is_value_like(line) for line in lines):
        return [list(lines)]
    words = whole_labels(lines, labels)
    is_header = sum(bool(labels.column_of(word)) for word in words) > 1
    return [words] if is_header else [[word] for word in words]


def _across(lines: Sequence[str], labels: TableLabels, blank_is_cell: bool) -> _Found | None:
    """Return header and figures of a table that has as many figures in a row as columns."""
    for index in range(1, len(lines)):
        end = values_end(lines, index)
        if end > index and not is_value_like(lines[index - 1]):
            found = _across_at(lines, index, end, labels, blank_is_cell)
            if found is not None:
                return found
    return None


def _across_at(
    lines: Sequence[str], index: int, end: int, labels: TableLabels, blank_is_cell: bool
) -> _Found | None:
    """Return the table whose figures stand from `index` to `end`, if its header ends there."""
    whole = whole_header(lines, index, labels)
    if whole is None and not labels.columns.exact(lines[index - 1]):
        return None
    wanted = labels.figures_across
    figures = LooseRow("", "", index, list(lines[index:end]), end, wanted).figures(blank_is_cell)
    if len(figures) != wanted:
        return None
    if whole is not None:
        return _Found([header_texts(labels), figures], whole, end)
    start = max(frame_start(lines, index, labels), index - MOST_HEADER_LINES)
    header = [line for line in lines[start:index] if bare(line)]
    return _Found([header, figures], start, end)
