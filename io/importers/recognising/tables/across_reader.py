"""A table whose rows stand side by side: header rows, then one row of figures."""

from __future__ import annotations

from collections.abc import Sequence

from importers.recognising.figures.broken_figures import is_broken
from importers.recognising.figures.causes import Cause, CauseKind
from importers.recognising.labels import bare, is_value_like
from importers.recognising.tables.changed_labels import ChangedLabels
from importers.recognising.tables.column_finder import ColumnFinder
from importers.recognising.tables.column_order import Placed, Usual, normalise_value, place_values
from importers.recognising.tables.header_reading import HeaderReading, Row
from importers.recognising.tables.table_labels import TableLabels
from importers.recognising.tables.table_read import TableRead, bare_texts, quoted
from importers.recognising.tables.unsettled import Unplaced, Unsettled

FEWEST_ROWS = 2


class AcrossReader:
    """Reads a table with one row of figures into what was read of it."""

    def __init__(self, labels: TableLabels, read: TableRead, changed: ChangedLabels) -> None:
        """Take the table's labels, and where to put what is found."""
        self._labels = labels
        self._read = read
        self._changed = changed
        self._columns = ColumnFinder(labels)
        self._block = labels.table.blocks[0]
        self._unsettled = Unsettled(read)

    def take(self, rows: Sequence[Row], has_grid: bool) -> bool:
        """Read what source rows hold of the table; False if they hold nothing of it."""
        last = self._header_end(rows)
        header = rows[: last + 1]
        if not (self._names_rows(header) or self._goes_on(rows)):
            return False
        self._columns.begin()
        rest = [row for row in rows[last + 1 :] if not self._is_header(row)]
        if any(map(_holds_figures, rest)) or not self._columns.keep(header):
            self._take_figures(header, rest, has_grid)
        else:
            self._note_blank_rows(rest)
        return True

    def _take_figures(self, header: Sequence[Row], rest: Sequence[Row], has_grid: bool) -> None:
        """Keep the first row of figures; others are listed."""
        reading = self._columns.find(self._block, header, has_grid)
        self._doubt_header(reading)
        self._changed.look_at_header(self._block, [cell for row in header for cell in row])
        filled = self._rows_of_figures(rest)
        if filled:
            figures = _figures(filled[0], len(reading.order))
            self._keep(place_values(figures, reading, Usual(), ()), filled[0], reading)
            self._list_more_rows(filled[1:])

    def settle(self) -> None:
        """Decide what only the whole table can tell."""
        self._unsettled.settle()

    def _goes_on(self, rows: Sequence[Row]) -> bool:
        """Return whether rows without words are the figures to a header that stood before."""
        cells = [cell for row in rows for cell in row]
        wanted = self._labels.figures_across
        is_due = self._columns.is_known(self._block) and not self._read.rows
        return is_due and len(cells) == wanted and all(is_value_like(cell.text) for cell in cells)

    def _doubt_header(self, reading: HeaderReading) -> None:
        if not reading.fault:
            return
        text = f"{reading.fault}，各列按规定次序读取，请逐列核对"
        self._read.remarks.append(text)
        cause = Cause(CauseKind.HEADER, self._read.table.key, text, header=reading.rows)
        self._read.doubt(cause)

    def _names_rows(self, header: Sequence[Row]) -> bool:
        """Return whether a header names enough of the rows that stand side by side."""
        names = {self._labels.rows.exact(cell.text) for row in header for cell in row} - {""}
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

    def _note_blank_rows(self, rest: Sequence[Row]) -> None:
        """Note the rows as found where as many blank cells stand under the header."""
        for row in rest:
            self._read.list_strange_row(self._labels, row)
        if any(len(row) >= self._labels.figures_across for row in rest):
            self._note_rows()

    def _note_rows(self) -> None:
        self._read.rows |= {row.key for row in self._block.rows}

    def _keep(self, placed: Placed, row: Row, reading: HeaderReading) -> None:
        if self._read.rows:
            self._list_more_rows([row])
            return
        for official in self._block.rows:
            self._read.sources[official.key] = bare_texts(row)
        self._note_rows()
        if placed.trouble in (CauseKind.FEW, CauseKind.MANY):
            rows = tuple(official.key for official in self._block.rows)
            source = bare_texts(row)
            self._unsettled.add(Unplaced("", rows, reading.order, placed, source, reading))
            return
        if placed.trouble is CauseKind.MERGED:
            self._doubt_merged(placed, row, reading)
        self._read.texts.update(placed.texts)
        self._read.broken += [key for key, text in placed.texts.items() if is_broken(text)]

    def _doubt_merged(self, placed: Placed, row: Row, reading: HeaderReading) -> None:
        figures = "、".join(bare(cell.text) for cell in placed.left)
        text = f"数字（{figures}）在来源里跨几列合并，无法判断各属哪一格"
        self._read.list_unplaced(text)
        key, source = self._read.table.key, bare_texts(row)
        self._read.doubt(Cause(CauseKind.MERGED, key, text, (), source, reading.rows))


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
