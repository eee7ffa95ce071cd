"""The order and the places of a table's columns, by the last header above the figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from importers.recognising.figures.amount_units import unit_alone, unit_in_label
from importers.recognising.labels import bare
from importers.recognising.tables.header_reading import (
    HeaderReading,
    Row,
    header_rows,
    names_a_column,
    official_order,
    read_header,
)
from importers.recognising.tables.table_labels import TableLabels
from model.form.parts import Block

FEWEST_NAMED = 3
"""Columns that words in a table of their own name, if there are others among them."""


class ColumnFinder:
    """Tells where the columns of a block stand, and remembers it for rows without a header."""

    def __init__(self, labels: TableLabels) -> None:
        """Begin without any header seen."""
        self._labels = labels
        self._found: dict[int, HeaderReading] = {}
        self._pending: list[Row] = []
        self.units: dict[str, str] = {}
        """The unit of money that a header gives a column, by its key."""

    def begin(self) -> None:
        """Begin another table of the source: the columns go on, their places in the grid do not."""
        self._found = {key: replace(found, spans={}) for key, found in self._found.items()}

    def keep(self, rows: Sequence[Row]) -> bool:
        """Keep header rows for figures in a table to come; False if they are no header."""
        texts = [cell.text for row in rows for cell in row if bare(cell.text)]
        named = {self._labels.column_of(text) for text in texts} - {""}
        is_whole = all(self._labels.column_of(t) or self._labels.is_label(t) for t in texts)
        if not (texts and is_whole) and len(named) < FEWEST_NAMED:
            return False
        self._pending += rows
        return True

    def find(self, block: Block, rows: Sequence[Row], has_grid: bool) -> HeaderReading:
        """Return where the columns stand, by the rows of words right above or as last known."""
        found = self._read(block, rows, has_grid)
        if found is None and self._pending:
            # What stands in a table of its own has a grid of its own.
            found = self._read(block, self._pending, has_grid=False)
            self._pending = [] if found else self._pending
        if found is not None:
            self._found[id(block)] = found
        return self._found.setdefault(id(block), official_order(block))

    def _read(self, block: Block, rows: Sequence[Row], has_grid: bool) -> HeaderReading | None:
        over = header_rows(self._labels, block, rows)
        if not any(self._is_evidence(block, row) for row in over):
            return None
        self._note_units(block, rows)
        return read_header(self._labels, block, over, has_grid)

    def _is_evidence(self, block: Block, row: Row) -> bool:
        """Return whether a row names columns, or pieces of their names."""
        pieces = [cell for cell in row if self._labels.columns.has_part(cell.text)]
        return names_a_column(self._labels, block, row) or len(pieces) > 1

    def _note_units(self, block: Block, rows: Sequence[Row]) -> None:
        texts = [cell.text for row in rows for cell in row]
        alone = next(filter(None, map(unit_alone, texts)), "")
        for column in block.columns:
            if column.yuan:
                named = [
                    unit_in_label(t)[1] for t in texts if self._labels.column_of(t) == column.key
                ]
                self.units[column.key] = next(filter(None, named), alone)

    def is_known(self, block: Block) -> bool:
        """Return whether a header named the block's columns, here or in a table before."""
        return bool(self._pending) or id(block) in self._found

    def are_of_another(self, block: Block, rows: Sequence[Row]) -> bool:
        """Return whether the words right above a row name columns, but none of its own block."""
        others = [other for other in self._labels.table.blocks if other is not block]
        if any(self.names_columns(block, row) for row in rows):
            return False
        return any(self.names_columns(other, row) for other in others for row in rows)

    def names_columns(self, block: Block, header: Row) -> bool:
        """Return whether any cell of a header is the label of a column of the block."""
        keys = {self._labels.column_of(cell.text) for cell in header}
        return any(column.key in keys for column in block.columns)
