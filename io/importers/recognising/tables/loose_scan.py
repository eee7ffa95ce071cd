"""Rows of a table that a copy has melted down to one cell a line, found by their labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from importers.recognising.labels import LabelIndex, bare, is_value_like, normalise
from importers.recognising.tables.table_labels import TableLabels

FEWEST_ROWS = 2
MANY_ROWS = 8
MOST_LABEL_LINES = 5
"""Lines with words in them; blank ones between do not count."""


@dataclass(frozen=True)
class LooseRow:
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

    @property
    def fits(self) -> bool:
        """Return whether the figures are no more than the columns: others are another table's."""
        return len(self.filled) <= self.wanted

    def figures(self, blank_is_cell: bool) -> list[str]:
        """Return as many figures as the row has columns, where that is sure; else what is there."""
        rest = self.run[self.wanted :]
        is_padded = len(self.run) >= self.wanted and not any(bare(line) for line in rest)
        if blank_is_cell and is_padded and len(self.filled) < self.wanted:
            return self.run[: self.wanted]
        return self.filled


def scan_rows(
    lines: Sequence[str],
    labels: TableLabels,
    columns: Sequence[LabelIndex],
    *,
    with_blank: bool = False,
) -> list[LooseRow]:
    """Return the rows that a label begins; those without any figure only where asked for."""
    found: list[LooseRow] = []
    index = last = 0
    while index < len(lines):
        end = values_end(lines, index)
        row = _row_at(lines, index, end, last, labels) if end > index else None
        is_row = row and (row.filled or (with_blank and len(row.run) >= row.wanted))
        if row and is_row and not _ends_header(row, found, lines, columns):
            found.append(row)
            last = end
        index = max(end, index + 1)
    return found


def _ends_header(
    row: LooseRow, found: Sequence[LooseRow], lines: Sequence[str], columns: Sequence[LabelIndex]
) -> bool:
    """Return whether a label that columns have too, such as 总计, ends the header of some table."""
    if not _is_column(row.label, columns):
        return False
    above = next((line for line in reversed(lines[: row.first]) if bare(line)), "")
    return _is_column(above, columns) or any(other.key == row.key for other in found)


def _is_column(text: str, columns: Sequence[LabelIndex]) -> bool:
    return any(index.exact(text) for index in columns)


def is_padded(rows: Sequence[LooseRow], labels: TableLabels) -> bool:
    """Return whether rows of the table, full or blank, all have just a line for each column."""
    order = [row.key for row in labels.table.rows]
    pairs = [
        (row, after)
        for row, after in pairwise(rows)
        if order.index(after.key) == order.index(row.key) + 1
    ]
    enough = min(MANY_ROWS, len(order) - 1)
    return len(pairs) >= enough and _has_even_lines(pairs)


def blanks_are_cells(rows: Sequence[LooseRow]) -> bool:
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


def _has_even_lines(pairs: Sequence[tuple[LooseRow, LooseRow]]) -> bool:
    """Return whether each row has a line a column, or that and one for each covered label cell."""
    if all(len(row.run) == row.wanted for row, _ in pairs):
        return True
    is_told_apart = len({after.covered for _, after in pairs}) > 1
    return is_told_apart and all(len(row.run) == row.wanted + after.covered for row, after in pairs)


def values_end(lines: Sequence[str], index: int) -> int:
    """Return the first line from `index` on that is no figure."""
    while index < len(lines) and is_value_like(lines[index]):
        index += 1
    return index


def _row_at(
    lines: Sequence[str], index: int, end: int, lowest: int, labels: TableLabels
) -> LooseRow | None:
    """Return the row whose figures stand from `index` to `end`, if a label ends before them."""
    close: LooseRow | None = None
    for start in _label_starts(lines, index, lowest):
        label = "".join(lines[start:index])
        key, is_close = _key_of(label, labels)
        if not key or (is_close and start < index - 1):
            continue
        first = _with_mark(lines, start, lowest)
        row = LooseRow(key, label, first, list(lines[index:end]), end, *_counts(key, labels))
        if not is_close:
            return row if row.fits else None
        close = row
    return close if close and close.fits else None


def _label_starts(lines: Sequence[str], index: int, lowest: int) -> Iterator[int]:
    """Yield, upwards, the lines with words at which a label that ends before `index` can begin."""
    pieces = 0
    for start in range(index - 1, lowest - 1, -1):
        if bare(lines[start]):
            pieces += 1
            if pieces > MOST_LABEL_LINES:
                return
            yield start


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
    return len(labels.blocks[key].columns), labels.covered_labels(key)
