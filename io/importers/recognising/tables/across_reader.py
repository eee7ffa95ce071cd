"""A table whose rows stand side by side: header rows, then one row of figures."""

from __future__ import annotations

from collections.abc import Sequence

from importers.recognising.labels import bare, is_value_like
from importers.recognising.tables.changed_labels import ChangedLabels
from importers.recognising.tables.column_finder import ColumnFinder
from importers.recognising.tables.column_order import Placed, normalise_value, place_values
from importers.recognising.tables.table_labels import TableLabels
from importers.recognising.tables.table_read import (
    UNPLACED_DOUBT,
    TableRead,
    bare_texts,
    quoted,
)
from importers.source_document import SourceCell

FEWEST_ROWS = 2
Row = Sequence[SourceCell]


class AcrossReader:
    """Reads a table with one row of figures into what was read of it."""

    def __init__(self, labels: TableLabels, read: TableRead, changed: ChangedLabels) -> None:
        """Take the table's labels, and where to put what is found."""
        self._labels = labels
        self._read = read
        self._changed = changed
        self._columns = ColumnFinder(labels)
        self._block = labels.table.blocks[0]

    def take(self, rows: Sequence[Row], has_grid: bool) -> bool:
        """Read what source rows hold of the table; False if they hold nothing of it."""
        last = self._header_end(rows)
        header = [cell for row in rows[: last + 1] for cell in row]
        if not self._names_rows(header):
            return False
        order, spans = self._columns.find(self._block, header, has_grid)
        self._changed.look_at_header(self._block, header)
        rest = [row for row in rows[last + 1 :] if not self._is_header(row)]
        filled = self._rows_of_figures(rest)
        if filled:
            figures = _figures(filled[0], len(order))
            self._keep(place_values(figures, order, spans, None), bare_texts(filled[0]))
            self._list_more_rows(filled[1:])
        elif any(len(row) >= len(order) for row in rest):
            self._note_rows()
        return True

    def _names_rows(self, header: Row) -> bool:
        """Return whether a header names enough of the rows that stand side by side."""
        names = {self._labels.rows.exact(cell.text) for cell in header} - {""}
        return len(names) >= FEWEST_ROWS

    def _header_end(self, rows: Sequence[Row]) -> int:
        """Return the last header row above the figures; a page may repeat the header below."""
        last = -1
        for index, row in enumerate(rows):
            if self._is_header(row):
                last = index
            elif last >= 0 and any(normalise_value(cell.text) for cell in row):
                break
        return last

    def _is_header(self, row: Row) -> bool:
        return any(
            self._labels.columns.exact(cell.text) or self._labels.rows.exact(cell.text)
            for cell in row
            if not is_value_like(cell.text)
        )

    def _rows_of_figures(self, rows: Sequence[Row]) -> list[Row]:
        """Return the rows that hold figures; what else stands there is listed."""
        filled = []
        for row in rows:
            if _holds_figures(row):
                filled.append(row)
            else:
                self._read.list_strange_row(self._labels, row)
        return filled

    def _list_more_rows(self, rows: Sequence[Row]) -> None:
        for row in rows:
            texts = "、".join(quoted(cell.text) for cell in row)
            self._read.list_unplaced(f"多出的一行（{texts}）")

    def _note_rows(self) -> None:
        self._read.rows |= {row.key for row in self._block.rows}

    def _keep(self, placed: Placed, source: tuple[str, ...]) -> None:
        for row in self._block.rows:
            self._read.sources[row.key] = source
            if not placed.is_placed:
                self._read.doubts[row.key] = UNPLACED_DOUBT
        if not placed.is_placed:
            figures = "、".join(bare(cell.text) for cell in placed.left)
            self._read.list_unplaced(f"数字（{figures}）的个数与列数不符，无法判断各属哪一列")
            return
        self._read.list_left_cells(self._labels, placed.left, "多出的格")
        if not self._read.texts:
            self._read.texts.update(placed.texts)
        self._note_rows()


def _holds_figures(row: Row) -> bool:
    """Return whether half of what stands in a row, or more, is figures."""
    filled = [cell for cell in row if normalise_value(cell.text)]
    return bool(filled) and 2 * sum(is_value_like(cell.text) for cell in filled) >= len(filled)


def _figures(row: Row, wanted: int) -> Row:
    """Return the row without a label such as 件数 that stands before its figures."""
    first = 0
    while len(row) - first > wanted and not is_value_like(row[first].text):
        first += 1
    return row[first:]
