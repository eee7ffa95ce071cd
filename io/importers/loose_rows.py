"""Tables that a copy has melted down to one cell a line, put together again by their labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from importers.labels import bare, is_value_like
from importers.source_document import Block, Paragraph, SourceDocument, table_from_rows
from importers.table_labels import TableLabels
from model.form import Form

FEWEST_ROWS = 2
MANY_ROWS = 8
MOST_LABEL_LINES = 4
MOST_HEADER_LINES = 40


def with_loose_rows(document: SourceDocument, form: Form) -> SourceDocument:
    """Return the document with labels that figures follow, line by line, made into tables.

    Tables that are tables, such as one with the paper's metadata, stay where they are.
    """
    blocks: list[Block] = []
    for is_text, group in groupby(document.blocks, lambda block: isinstance(block, Paragraph)):
        run = list(group)
        blocks += _gathered(run, form) if is_text else run
    return replace(document, blocks=tuple(blocks))


def _gathered(run: Sequence[Block], form: Form) -> Sequence[Block]:
    """Return a run of paragraphs with the tables found in it, or as it is if none is."""
    texts = [block.text for block in run if isinstance(block, Paragraph)]
    lines = [line for text in texts for line in text.split("\n")]
    blocks: list[Block] = []
    blank_is_cell = False
    for table in form.tables:
        labels = TableLabels(table)
        if labels.is_across:
            found = _across(lines, labels, blank_is_cell)
        else:
            blank_is_cell = _blank_is_cell(_scan(lines, labels))
            found = _rows(_scan(lines, labels, with_blank=blank_is_cell), blank_is_cell)
        if found:
            rows, first, last = found
            first = _frame_start(lines, first, labels)
            blocks += [Paragraph(line) for line in lines[:first] if bare(line)]
            blocks.append(table_from_rows(rows))
            lines = lines[last:]
    if not blocks:
        return run
    return [*blocks, *(Paragraph(line) for line in lines if bare(line))]


@dataclass(frozen=True)
class _Row:
    """A label and the lines behind it up to the next words: figures and blank lines.

    `covered` is how many merged label cells go on beside the row: some programs write each of them
    as a blank line before its label.
    """

    label: str
    first: int
    run: list[str]
    last: int
    wanted: int
    covered: int = 0

    @property
    def filled(self) -> list[str]:
        """Return the figures."""
        return [line for line in self.run if bare(line)]

    def figures(self, blank_is_cell: bool) -> list[str]:
        """Return as many figures as the row has columns, where that is sure; else what is there."""
        rest = self.run[self.wanted :]
        is_padded = len(self.run) >= self.wanted and not any(bare(line) for line in rest)
        if blank_is_cell and is_padded and len(self.filled) < self.wanted:
            return self.run[: self.wanted]
        return self.filled


_Found = tuple[list[list[str]], int, int]


def _rows(found: Sequence[_Row], blank_is_cell: bool) -> _Found | None:
    """Return the rows of a table, with its first line and the line behind its last one."""
    if len(found) < FEWEST_ROWS:
        return None
    rows = [[row.label, *row.figures(blank_is_cell)] for row in found]
    return rows, found[0].first, found[-1].last


def _scan(lines: Sequence[str], labels: TableLabels, *, with_blank: bool = False) -> list[_Row]:
    """Return the rows that a label begins; those without any figure only where asked for."""
    found: list[_Row] = []
    index = last = 0
    while index < len(lines):
        end = _values_end(lines, index)
        row = _row_at(lines, index, end, last, labels) if end > index else None
        if row and (row.filled or (with_blank and len(row.run) >= row.wanted)):
            found.append(row)
            last = end
        index = max(end, index + 1)
    return found


def _blank_is_cell(rows: Sequence[_Row]) -> bool:
    """Return whether blank lines stand for blank cells: full rows have no blank lines of their own.

    So it is too where many rows, full or not, take just as many lines as they have columns. The
    last row does not count, as the line behind a table may be blank.
    """
    inner = list(pairwise(rows))
    full = [(row, after) for row, after in inner if len(row.filled) == row.wanted]
    if len(full) >= FEWEST_ROWS:
        return _has_even_lines(full)
    is_varied = len({len(row.filled) for row, _ in inner}) > 1
    return is_varied and len(inner) >= MANY_ROWS and _has_even_lines(inner)


def _has_even_lines(pairs: Sequence[tuple[_Row, _Row]]) -> bool:
    """Return whether each row has a line a column, or that and one for each covered label cell."""
    if all(len(row.run) == row.wanted for row, _ in pairs):
        return True
    is_told_apart = len({after.covered for _, after in pairs}) > 1
    return is_told_apart and all(len(row.run) == row.wanted + after.covered for row, after in pairs)


def _values_end(lines: Sequence[str], index: int) -> int:
    while index < len(lines) and is_value_like(lines[index]):
        index += 1
    return index


def _row_at(
    lines: Sequence[str], index: int, end: int, lowest: int, labels: TableLabels
) -> _Row | None:
    """Return the row whose figures stand from `index` to `end`, if a label ends before them."""
    for start in range(index - 1, max(lowest, index - MOST_LABEL_LINES) - 1, -1):
        label = "".join(lines[start:index])
        match = labels.rows.find(label) if bare(lines[start]) else None
        if match and (start == index - 1 or not match.is_close):
            wanted = len(labels.blocks[match.key].columns)
            covered = labels.covered_labels(match.key)
            row = _Row(label, start, list(lines[index:end]), end, wanted, covered)
            # More figures than columns belong to some other table's row.
            return row if len(row.filled) <= wanted else None
    return None


def _frame_start(lines: Sequence[str], first: int, labels: TableLabels) -> int:
    """Return the first of the header lines right above the first row."""
    while first > 0:
        above = lines[first - 1]
        if bare(above) and not (len(bare(above)) > 1 and labels.is_wording(above)):
            break
        first -= 1
    return first


def _across(lines: Sequence[str], labels: TableLabels, blank_is_cell: bool) -> _Found | None:
    """Return header and figures of a table that has as many figures in a row as columns."""
    wanted = sum(len(block.rows) * len(block.columns) for block in labels.table.blocks)
    for index in range(1, len(lines)):
        end = _values_end(lines, index)
        if end == index or not labels.columns.exact(lines[index - 1]):
            continue
        figures = _Row("", index, list(lines[index:end]), end, wanted).figures(blank_is_cell)
        if len(figures) == wanted:
            start = max(_frame_start(lines, index, labels), index - MOST_HEADER_LINES)
            header = [line for line in lines[start:index] if bare(line)]
            return [header, figures], start, end
    return None
