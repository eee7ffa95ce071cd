"""Rows that a copy has as lines of text: a known label, and its figures parted by blanks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from importers.recognising.labels import bare, is_value_like
from importers.recognising.tables.form_labels import FormLabels
from importers.recognising.tables.table_labels import TableLabels
from importers.source_document import (
    Block,
    Paragraph,
    SourceDocument,
    SourceTable,
    table_from_rows,
)

FEWEST_ROWS = 2
FEWEST_FIGURES = 2
"""Of a row that has not as many as there are columns."""
MOST_LABEL_LINES = 3


def with_row_lines(
    document: SourceDocument, labels: FormLabels, found: Collection[str]
) -> SourceDocument:
    """Return the document with lines that are rows made into tables, but for those `found`."""
    wanted = [table for table in labels.tables if table.table.key not in found]
    blocks: list[Block] = []
    for is_text, group in groupby(document.blocks, lambda block: isinstance(block, Paragraph)):
        run = list(group)
        lines = [
            replace(block, text=line)
            for block in run
            if isinstance(block, Paragraph)
            for line in block.text.split("\n")
        ]
        gathered = _gathered(lines, wanted) if is_text else None
        blocks += run if gathered is None else gathered
    return replace(document, blocks=tuple(blocks))


def cells_of_line(text: str, labels: TableLabels) -> list[str]:
    """Return label and figures of a line that is a row of the table, [] for any other.

    As many figures as columns are a row; several, but not as many, are one that does not fit.
    """
    words = text.split()
    label, figures = _parted(words)
    name, row = _row_named(label, labels) if figures and not labels.is_across else ("", "")
    wanted = len(labels.blocks[row].columns) if row else 0
    is_row = len(figures) == wanted or min(len(figures), wanted) >= FEWEST_FIGURES
    return [name, *figures] if row and is_row else []


def _row_named(words: Sequence[str], labels: TableLabels) -> tuple[str, str]:
    """Return the label that words end with, behind labels of groups perhaps, and its row."""
    for start in range(len(words)):
        name, groups = "".join(words[start:]), "".join(words[:start])
        row = labels.rows.exact(name) or labels.row_before_bracket(name)
        if row and (not groups or labels.is_wording(groups)):
            return name, row
    return "", ""


def _parted(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    at = len(words)
    while at and is_value_like(words[at - 1]):
        at -= 1
    return words[:at], words[at:]


@dataclass(frozen=True)
class _Line:
    """A line: the cells that it makes up in its table, and whether they are a row of figures."""

    source: Paragraph
    cells: tuple[str, ...] = ()
    is_row: bool = False
    lines: int = 1


def _gathered(lines: Sequence[Paragraph], wanted: Sequence[TableLabels]) -> list[Block] | None:
    """Return the lines with the tables in them, None if there is none."""
    blocks: list[Block] = list(lines)
    has_tables = False
    for labels in wanted:
        found: list[Block] = []
        for is_text, group in groupby(blocks, lambda block: isinstance(block, Paragraph)):
            run = list(group)
            texts = [block for block in run if isinstance(block, Paragraph)]
            found += _with_tables(texts, labels) if is_text else run
        has_tables = has_tables or len(found) != len(blocks)
        blocks = found
    return blocks if has_tables else None


def _may_be_in_table(line: _Line) -> bool:
    return bool(line.cells) or not bare(line.source.text)


def _with_tables(lines: Sequence[Paragraph], labels: TableLabels) -> list[Block]:
    known = list(_read_lines(lines, labels))
    if sum(line.is_row for line in known) < (1 if labels.is_across else FEWEST_ROWS):
        return list(lines)
    blocks: list[Block] = []
    at = 0
    for is_table, group in groupby(known, _may_be_in_table):
        run = list(group)
        end = at + sum(line.lines for line in run)
        has_rows = is_table and any(line.is_row for line in run)
        blocks += [_table(run)] if has_rows else lines[at:end]
        at = end
    return blocks


def _table(lines: Sequence[_Line]) -> SourceTable:
    return table_from_rows([list(line.cells) for line in lines if line.cells])


def _read_lines(lines: Sequence[Paragraph], labels: TableLabels) -> Iterator[_Line]:
    """Yield each line as a row, a header, a frame or a plain text."""
    at = 0
    while at < len(lines):
        line = _row_at(lines, at, labels) or _Line(lines[at], tuple(_frame(lines[at].text, labels)))
        yield line
        at += line.lines


def _row_at(lines: Sequence[Paragraph], at: int, labels: TableLabels) -> _Line | None:
    """Return the row that begins at a line, its label perhaps broken over the next ones."""
    text = ""
    for count, line in enumerate(lines[at : at + MOST_LABEL_LINES], 1):
        text = f"{text} {line.text}"
        words = line.text.split()
        if labels.is_across:
            is_row = len(words) == labels.figures_across and all(map(is_value_like, words))
            return _Line(line, tuple(words), is_row=True) if is_row else None
        cells = cells_of_line(text, labels)
        if cells:
            return _Line(lines[at], tuple(cells), is_row=True, lines=count)
        if not words or any(map(is_value_like, words)) or _frame(line.text, labels):
            return None
    return None


def _frame(text: str, labels: TableLabels) -> list[str]:
    """Return the cells of a line of headers, of a caption, or of a row that the form has not."""
    words = text.split()
    if len(words) > 1 and all(map(labels.is_wording, words)):
        return words
    label, figures = _parted(words)
    if label and len(figures) > FEWEST_FIGURES:
        return ["".join(label), *figures]
    return [bare(text)] if labels.is_label(text) else []
