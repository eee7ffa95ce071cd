"""Rows whose label is too garbled to be matched alone, but that stand where one row is missing."""

from __future__ import annotations

from collections.abc import Sequence

from importers.recognising.labels import is_value_like, normalise, similarity
from importers.recognising.tables.table_labels import RowMatch, TableLabels
from importers.source_document import SourceCell

LEAST_LIKENESS = 0.5
Rows = Sequence[Sequence[SourceCell]]


def fill_gaps(
    labels: TableLabels, rows: Rows, matches: Sequence[RowMatch | None]
) -> list[RowMatch | None]:
    """Return the matches with single gaps filled: neighbours matched, one official row between.

    Such a match is marked close, so that it is shown to the clerk.
    """
    order = [row.key for row in labels.table.rows]
    filled = list(matches)
    for index in range(1, len(rows) - 1):
        before, after = filled[index - 1], matches[index + 1]
        if matches[index] is None and before and after:
            place = order.index(before.row.key) + 1
            if order[place + 1 : place + 2] == [after.row.key]:
                filled[index] = _match(labels, order[place], rows[index])
    return filled


def _match(labels: TableLabels, key: str, cells: Sequence[SourceCell]) -> RowMatch | None:
    row = labels.by_key[key]
    named = [at for at, cell in enumerate(cells) if not is_value_like(cell.text)]
    if not named or labels.is_header_row(cells):
        return None
    at = named[-1]
    label = normalise(cells[at].text)
    wordings = [normalise(text) for text in (row.label, row.short, *row.aliases) if text]
    if max(similarity(label, wording) for wording in wordings) < LEAST_LIKENESS:
        return None
    return RowMatch(row, labels.blocks[key], cells[at].text, at, at + 1, is_close=True)
