"""The order and the places of a table's columns, by the last header above the figures."""

from __future__ import annotations

from collections.abc import Sequence

from importers.recognising.tables.column_order import Spans, grid_spans, text_order
from importers.recognising.tables.table_labels import TableLabels
from importers.source_document import SourceCell
from model.form.parts import Block


class ColumnFinder:
    """Tells where the columns of a block stand, and remembers it for rows without a header."""

    def __init__(self, labels: TableLabels) -> None:
        """Begin without any header seen."""
        self._labels = labels
        self._order: dict[int, list[str]] = {}

    def find(
        self, block: Block, header: Sequence[SourceCell], has_grid: bool
    ) -> tuple[list[str], Spans]:
        """Return the columns' order and grid places, by the header above or as last known."""
        identity = id(block)
        spans = grid_spans(self._labels, block, header) if has_grid else {}
        if spans:
            self._order[identity] = sorted(spans, key=lambda key: spans[key])
        elif header:
            return self._by_words(block, header), {}
        return self._order.get(identity) or text_order(self._labels, block, ()), spans

    def _by_words(self, block: Block, header: Sequence[SourceCell]) -> list[str]:
        """Return the order in which a header without a grid names the columns, if it names any."""
        order = text_order(self._labels, block, header)
        if self.names_columns(block, header):
            self._order[id(block)] = order
        return self._order.setdefault(id(block), order)

    def names_columns(self, block: Block, header: Sequence[SourceCell]) -> bool:
        """Return whether any cell of a header is the label of a column of the block."""
        keys = {self._labels.columns.exact(cell.text) for cell in header}
        return any(column.key in keys for column in block.columns)
