"""Tables that a copy has melted down to one cell a line, put together again by their labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from importers.recognising.labels import LabelIndex, bare, is_value_like, normalise
from importers.recognising.tables.loose_headers import frame_start, header_texts, whole_header
from importers.recognising.tables.table_labels import TableLabels
from importers.source_document import Block, Paragraph, SourceDocument, table_from_rows
from model.form.form import Form

FEWEST_ROWS = 2
MANY_ROWS = 8
MOST_LABEL_LINES = 5
"""Lines with words in them; blank ones between do not count."""
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
    columns = [TableLabels(table).columns for table in form.tables]
    blocks: list[Block] = []
    blank_is_cell = False
    for table in form.tables:
        labels = TableLabels(table)
        if labels.is_across:
            found = _across(lines, labels, blank_is_cell)
        else:
            plain, padded = (_scan(lines, labels, columns, with_blank=w) for w in (False, True))
            blank_is_cell = _is_padded(padded, labels) or _blank_is_cell(plain)
            found = _rows(lines, padded if blank_is_cell else plain, blank_is_cell)
        if found:
            rows, first, last = found
            first = frame_start(lines, first, labels)
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

    key: str
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


def _rows(lines: Sequence[str], found: Sequence[_Row], blank_is_cell: bool) -> _Found | None:
    """Return the rows of a table, with its first line and the line behind its last one.

    Figures between them that no label was found for make up rows too, so that they are told.
    """
    if len(found) < FEWEST_ROWS:
        return None
    rows: list[list[str]] = []
    last = found[0].first
    for row in found:
        between = [line for line in lines[last : row.first] if bare(line)]
        if any(is_value_like(line) for line in between):
            rows.append(between)
        rows.append([row.label, *row.figures(blank_is_cell)])
        last = row.last
    return rows, found[0].first, found[-1].last


def _scan(
    lines: Sequence[str],
    labels: TableLabels,
    columns: Sequence[LabelIndex],
    *,
    with_blank: bool = False,
) -> list[_Row]:
    """Return the rows that a label begins; those without any figure only where asked for."""
    found: list[_Row] = []
    index = last = 0
    while index < len(lines):
        end = _values_end(lines, index)
        row = _row_at(lines, index, end, last, labels) if end > index else None
        is_row = row and (row.filled or (with_blank and len(row.run) >= row.wanted))
        if row and is_row and not _is_header(row, found, lines, columns):
            found.append(row)
            last = end
        index = max(end, index + 1)
    return found


def _is_header(
    row: _Row, found: Sequence[_Row], lines: Sequence[str], columns: Sequence[LabelIndex]
) -> bool:
    """Return whether a label that columns have too, such as 总计, ends the header of some table."""
    if not _is_column(row.label, columns):
        return False
    above = next((line for line in reversed(lines[: row.first]) if bare(line)), "")
    return _is_column(above, columns) or any(other.key == row.key for other in found)


def _is_column(text: str, columns: Sequence[LabelIndex]) -> bool:
    return any(index.exact(text) for index in columns)


def _is_padded(rows: Sequence[_Row], labels: TableLabels) -> bool:
    """Return whether rows of the table, full or blank, all have just a line for each column."""
    order = [row.key for row in labels.table.rows]
    pairs = [
        (row, after)
        for row, after in pairwise(rows)
        if order.index(after.key) == order.index(row.key) + 1
    ]
    enough = min(MANY_ROWS, len(order) - 1)
    return len(pairs) >= enough and _has_even_lines(pairs)


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
    close: _Row | None = None
    pieces = 0
    for start in range(index - 1, lowest - 1, -1):
        pieces += bool(bare(lines[start]))
        if pieces > MOST_LABEL_LINES:
            break
        label = "".join(lines[start:index])
        key, is_close = _key_of(label, labels) if bare(lines[start]) else ("", False)
        first = _with_mark(lines, start, lowest)
        row = _Row(key, label, first, list(lines[index:end]), end, *_counts(key, labels))
        if is_close and start == index - 1:
            close = row
        elif key and not is_close:
            return row if len(row.filled) <= row.wanted else None
    # More figures than columns belong to some other table's row.
    return close if close and len(close.filled) <= close.wanted else None


def _with_mark(lines: Sequence[str], start: int, lowest: int) -> int:
    """Return where a label begins whose number may stand on a line of its own above it."""
    above = start - 1
    while above >= lowest and not bare(lines[above]):
        above -= 1
    is_mark = above >= lowest and not normalise(lines[above]) and not is_value_like(lines[above])
    return above if is_mark else start


def _key_of(label: str, labels: TableLabels) -> tuple[str, bool]:
    """Return the row that a label names, also as a group left whole, and if only closely."""
    match = labels.rows.find(label)
    if match:
        return match.key, match.is_close
    group = labels.table.groups.get(labels.groups.exact(label))
    return (group.single_row if group else ""), False


def _counts(key: str, labels: TableLabels) -> tuple[int, int]:
    """Return how many columns a row has, and how many label cells beside it began further up."""
    if not key:
        return 0, 0
    return len(labels.blocks[key].columns), labels.covered_labels(key)


def _across(lines: Sequence[str], labels: TableLabels, blank_is_cell: bool) -> _Found | None:
    """Return header and figures of a table that has as many figures in a row as columns."""
    wanted = sum(len(block.rows) * len(block.columns) for block in labels.table.blocks)
    for index in range(1, len(lines)):
        end = _values_end(lines, index)
        if end == index or is_value_like(lines[index - 1]):
            continue
        whole = whole_header(lines, index, labels)
        if whole is None and not labels.columns.exact(lines[index - 1]):
            continue
        figures = _Row("", "", index, list(lines[index:end]), end, wanted).figures(blank_is_cell)
        if len(figures) == wanted:
            if whole is not None:
                return [header_texts(labels), figures], whole, end
            start = max(frame_start(lines, index, labels), index - MOST_HEADER_LINES)
            header = [line for line in lines[start:index] if bare(line)]
            return [header, figures], start, end
    return None
