"""Tables that a copy has melted down to one cell a line, put together again by their labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from importers.labels import bare, is_value_like
from importers.source_document import Block, Paragraph, SourceDocument, table_from_rows
from importers.table_labels import TableLabels
from model.form import Form

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
    lines = [line for text in texts for line in text.split("\n") if bare(line)]
    blocks: list[Block] = []
    for table in form.tables:
        labels = TableLabels(table)
        found = _across(lines, labels) if labels.is_across else _rows(lines, labels)
        if found:
            rows, first, last = found
            blocks += [Paragraph(line) for line in lines[:first]]
            blocks.append(table_from_rows(rows))
            lines = lines[last:]
    return [*blocks, *(Paragraph(line) for line in lines)] if blocks else run


_Found = tuple[list[list[str]], int, int]


def _rows(lines: Sequence[str], labels: TableLabels) -> _Found | None:
    """Return the rows of a table, with its first line and the line behind its last one."""
    rows: list[list[str]] = []
    first = last = 0
    index = 0
    while index < len(lines):
        end = _values_end(lines, index)
        label = _label_before(lines, index, end, last, labels) if end > index else None
        if label is None:
            index = max(end, index + 1)
            continue
        if not rows:
            first = label
        rows.append(["".join(lines[label:index]), *lines[index:end]])
        index = last = end
    return (rows, _frame_start(lines, first, labels), last) if len(rows) > 1 else None


def _values_end(lines: Sequence[str], index: int) -> int:
    while index < len(lines) and is_value_like(lines[index]):
        index += 1
    return index


def _label_before(
    lines: Sequence[str], index: int, end: int, lowest: int, labels: TableLabels
) -> int | None:
    """Return the line where the label of the figures from `index` to `end` begins, or None."""
    for start in range(index - 1, max(lowest, index - MOST_LABEL_LINES) - 1, -1):
        match = labels.rows.find("".join(lines[start:index]))
        if match and (start == index - 1 or not match.is_close):
            # More figures than columns belong to some other table's row.
            fits = end - index <= len(labels.blocks[match.key].columns)
            return start if fits else None
    return None


def _frame_start(lines: Sequence[str], first: int, labels: TableLabels) -> int:
    """Return the first of the header lines right above the first row."""
    while first > 0 and len(bare(lines[first - 1])) > 1 and labels.is_wording(lines[first - 1]):
        first -= 1
    return first


def _across(lines: Sequence[str], labels: TableLabels) -> _Found | None:
    """Return header and figures of a table that has as many figures in a row as columns."""
    wanted = sum(len(block.rows) * len(block.columns) for block in labels.table.blocks)
    for index in range(1, len(lines)):
        end = _values_end(lines, index)
        if end - index == wanted and labels.columns.exact(lines[index - 1]):
            start = _frame_start(lines, index, labels)
            start = max(start, index - MOST_HEADER_LINES)
            return [list(lines[start:index]), list(lines[index:end])], start, end
    return None
