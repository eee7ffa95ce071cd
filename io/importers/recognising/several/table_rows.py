"""Which table of the form each row of a source's table belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from importers.recognising.labels import is_value_like
from importers.recognising.tables.column_order import normalise_value
from importers.recognising.tables.form_labels import FormLabels
from importers.recognising.tables.table_labels import TableLabels
from importers.recognising.texts.glued_headings import part_of
from importers.source_document import Block, SourceCell, SourceDocument, SourceTable

FEWEST_LABELS = 2
FIGURES = "figures"
"""The row key of the one row of figures of a table whose rows stand side by side."""
Row = Sequence[SourceCell]


@dataclass(frozen=True)
class TableRow:
    """A row of a source that holds figures of a table of the form: where it stands, and which."""

    table: str
    key: str
    block: int
    row: int
    figures: tuple[str, ...]


def table_rows(document: SourceDocument, labels: FormLabels) -> Iterator[TableRow]:
    """Yield the rows with figures of every table of the form, in the order of the source."""
    for index, block in enumerate(document.blocks):
        if isinstance(block, SourceTable):
            yield from _rows_of(index, block, labels)


def _rows_of(index: int, block: SourceTable, labels: FormLabels) -> Iterator[TableRow]:
    owner: TableLabels | None = None
    for number, row in enumerate(block.rows):
        owner = _owner(row, labels) or owner
        found = _key_of(row, owner) if owner else None
        if owner and found:
            yield TableRow(owner.table.key, found[0], index, number, found[1])


def _key_of(row: Row, labels: TableLabels) -> tuple[str, tuple[str, ...]] | None:
    """Return the row's key and its figures, or None for a header or a stranger."""
    if labels.is_across:
        values = tuple(normalise_value(c.text) for c in row if is_value_like(c.text))
        is_full = len(values) >= labels.figures_across and any(values)
        return (FIGURES, values[-labels.figures_across :]) if is_full else None
    match = labels.match_row(row)
    if match is None:
        return None
    values = tuple(normalise_value(cell.text) for cell in row[match.values_from :])
    return (match.row.key, values) if any(values) else None


def _owner(row: Row, labels: FormLabels) -> TableLabels | None:
    """Return the one table whose words a row has, or None where that cannot be told."""
    scored = [(_score(row, table), table) for table in labels.tables]
    best = max(score for score, _ in scored)
    owners = [table for score, table in scored if score == best]
    return owners[0] if best >= FEWEST_LABELS and len(owners) == 1 else None


def _score(row: Row, labels: TableLabels) -> int:
    """Return how many cells are words of a table; a row with its figures counts as two."""
    texts = {cell.text for cell in row if not is_value_like(cell.text)}
    named = sum(
        any(index.exact(text) for index in (labels.columns, labels.groups, labels.rows))
        or 2 * bool(labels.frame.exact(text))
        for text in texts
    )
    match = None if labels.is_across else labels.match_row(row)
    is_row = match is not None and not match.is_close and bool(row[match.values_from :])
    return named + is_row


def without_stacks(document: SourceDocument, labels: FormLabels) -> SourceDocument:
    """Return the document with a table cut where one table of the form follows another in it."""
    blocks: list[Block] = []
    starts = {}
    for index, block in enumerate(document.blocks):
        starts[index] = len(blocks)
        blocks += _cut(block, labels) if isinstance(block, SourceTable) else [block]
    sheets = tuple(starts.get(index, len(blocks)) for index in document.sheets)
    return replace(document, blocks=tuple(blocks), sheets=sheets)


def _cut(table: SourceTable, labels: FormLabels) -> list[Block]:
    """Return the pieces of a table, each of one table of the form."""
    owners = [_owner(row, labels) for row in table.rows]
    edges = [0]
    owner: TableLabels | None = None
    for number, found in enumerate(owners):
        if owner and found and found is not owner and not _is_reached(table, number):
            edges.append(number)
        owner = found or owner
    if len(edges) == 1:
        return [table]
    return [part_of(table, a, b) for a, b in zip(edges, (*edges[1:], len(owners)), strict=True)]


def _is_reached(table: SourceTable, row: int) -> bool:
    """Return whether a cell from above reaches over the edge above a row."""
    return any(cell.row < row < cell.row + cell.row_span for cell in table.cells)
