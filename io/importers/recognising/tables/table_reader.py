"""Reads the official tables out of a source's tables: every figure by its label."""

from __future__ import annotations

from importers.recognising.tables.across_reader import AcrossReader
from importers.recognising.tables.changed_labels import ChangedLabels
from importers.recognising.tables.form_labels import FormLabels
from importers.recognising.tables.row_reader import RowReader
from importers.recognising.tables.table_labels import TableLabels
from importers.recognising.tables.table_read import TableRead
from importers.source_document import SourceDocument, SourceTable


class TableReader:
    """Reads one official table from as many source tables as it is spread over."""

    def __init__(self, labels: TableLabels) -> None:
        """Begin with nothing read of the table that the labels are of."""
        changed = ChangedLabels(labels)
        self.read = TableRead(labels.table, changed_labels=changed.found)
        kind: type[AcrossReader | RowReader] = AcrossReader if labels.is_across else RowReader
        self._reader = kind(labels, self.read, changed)

    def take(self, index: int, source: SourceTable) -> bool:
        """Read what the source table holds of this table; False if it holds nothing of it.

        `index` is its place among the blocks of the source.
        """
        taken = self._reader.take(source.rows, source.has_grid)
        if taken:
            self.read.blocks.append(index)
        return taken

    def settle(self) -> TableRead:
        """Return what was read once all source tables were offered."""
        self._reader.settle()
        return self.read


def read_tables(document: SourceDocument, labels: FormLabels) -> dict[str, TableRead]:
    """Return by table key what a document's tables hold of each table of the form."""
    readers = [TableReader(table) for table in labels.tables]
    for index, block in enumerate(document.blocks):
        if isinstance(block, SourceTable):
            for reader in readers:
                reader.take(index, block)
    return {reader.read.table.key: reader.settle() for reader in readers}
