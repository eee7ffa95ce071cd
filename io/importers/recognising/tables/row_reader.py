"""A table whose rows carry their labels: a row found by its label, its figures by the header."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from importers.recognising.labels import bare, is_value_like
from importers.recognising.tables.changed_labels import ChangedLabels
from importers.recognising.tables.column_finder import ColumnFinder
from importers.recognising.tables.column_order import Placed, normalise_value, place_values
from importers.recognising.tables.row_gaps import fill_gaps
from importers.recognising.tables.table_labels import RowMatch, TableLabels
from importers.recognising.tables.table_read import UNPLACED_DOUBT, TableRead, bare_texts
from importers.source_document import SourceCell
from model.form.parts import cell_key

FEWEST_ROWS = 2
Row = Sequence[SourceCell]
Matched = Sequence[tuple[Row, RowMatch | None]]
"""Each row of the source, and the official row that it is."""
Offsets = Mapping[tuple[int, int], int]
"""(Cells in a row, where its label ends) -> the usual number of spare cells before its figures."""


class RowReader:
    """Reads a table with a label in every row into what was read of it."""

    def __init__(self, labels: TableLabels, read: TableRead, changed: ChangedLabels) -> None:
        """Take the table's labels, and where to put what is found."""
        self._labels = labels
        self._read = read
        self._changed = changed
        self._columns = ColumnFinder(labels)

    def take(self, rows: Sequence[Row], has_grid: bool) -> bool:
        """Read what source rows hold of the table; False if they hold nothing of it."""
        found = fill_gaps(self._labels, rows, [self._labels.match_row(row) for row in rows])
        matched = list(zip(rows, found, strict=True))
        sure = {match.row.key for match in found if match and _is_sure(match, rows)}
        if len(sure) < FEWEST_ROWS and not self._has_single_row(matched):
            return False
        self._take_matched(matched, has_grid)
        if not has_grid:
            self._remark_odd_places([match for match in found if match])
        return True

    def _has_single_row(self, matched: Matched) -> bool:
        """Return whether a lone row has an exact label and nothing but figures behind it."""
        header: list[SourceCell] = []
        for row, match in matched:
            if match and self._is_proof(match, row[match.values_from :], header):
                return True
            header += row
        return False

    def _is_proof(self, match: RowMatch, cells: Row, header: Row) -> bool:
        """Return whether a row alone proves the table.

        Blank cells alone prove nothing, unless the row's columns are named above it.
        """
        if match.is_close or match.is_single_group or not cells:
            return False
        if not all(is_value_like(cell.text) for cell in cells):
            return False
        has_figures = any(normalise_value(cell.text) for cell in cells)
        return has_figures or self._columns.names_columns(match.block, header)

    def _take_matched(self, matched: Matched, has_grid: bool) -> None:
        """Keep the figures of every official row; what other rows hold is listed."""
        offsets = _usual_offsets(matched)
        header: list[SourceCell] = []
        seen = 0
        for row, match in matched:
            if match is None:
                header += row
                self._read.list_strange_row(self._labels, row)
                continue
            order, spans = self._columns.find(match.block, header, has_grid)
            self._changed.look_at_row(match, row)
            self._changed.look_at_header(match.block, header[seen:])
            seen = len(header)
            offset = offsets.get((len(row), match.values_from))
            self._keep(match, row, place_values(row[match.values_from :], order, spans, offset))

    def _keep(self, match: RowMatch, row: Row, placed: Placed) -> None:
        key, name = match.row.key, self._read.table.name_of_row(match.row)
        self._remark_label(match, name)
        self._read.sources.setdefault(key, bare_texts(row))
        self._read.list_left_cells(self._labels, row[: match.label_at], f"「{name}」行标签左侧")
        if not placed.is_placed:
            figures = "、".join(bare(cell.text) for cell in placed.left)
            self._read.list_unplaced(
                f"「{name}」行的数字（{figures}）个数与列数不符，无法判断各属哪一列"
            )
            self._read.doubts[key] = UNPLACED_DOUBT
        elif placed.left:
            self._read.list_left_cells(self._labels, placed.left, f"「{name}」行多出的格")
            self._read.doubts[key] = "这一行有多出的格"
        self._store(key, name, placed.texts)

    def _remark_label(self, match: RowMatch, name: str) -> None:
        label = bare(match.label)
        if match.is_close:
            self._read.remarks.append(f"「{label}」与规定名称不完全相同，按「{name}」读取")
            self._read.doubts[match.row.key] = f"来源的名称是「{label}」"
        if match.is_single_group:
            self._read.remarks.append(f"来源把「{label}」合成一行，数字记在「{name}」，请核对")
            self._read.doubts[match.row.key] = "来源合成一行，没有分开"

    def _store(self, row_key: str, name: str, texts: dict[str, str]) -> None:
        """Keep the row's texts; of a row that stands twice, the first one with figures counts."""
        keyed = {cell_key(row_key, column): text for column, text in texts.items()}
        old = {key: self._read.texts.get(key, "") for key in keyed}
        filled = any(normalise_value(text) for text in old.values())
        if row_key in self._read.rows and filled:
            if any(normalise_value(keyed[key]) != normalise_value(old[key]) for key in keyed):
                figures = "、".join(bare(text) or "空" for text in keyed.values())
                self._read.list_unplaced(
                    f"「{name}」行出现了两次且数字不同，第二次的数字（{figures}）"
                )
                self._read.doubts[row_key] = "这一行在来源里出现了两次，数字不同"
            return
        self._read.rows.add(row_key)
        self._read.texts.update(keyed)

    def _remark_odd_places(self, matches: Sequence[RowMatch]) -> None:
        """Tell of labels that stand in another column than those of their group."""
        usual: dict[str, Counter[int]] = {}
        for match in matches:
            usual.setdefault(match.row.group, Counter())[match.label_at] += 1
        for match in matches:
            place, count = usual[match.row.group].most_common(1)[0]
            if match.label_at != place and count > 1 and match.row.group:
                name = self._read.table.name_of_row(match.row)
                self._read.remarks.append(f"「{name}」的标签离开了原来的位置，请核对这一行的数字")
                self._read.doubts.setdefault(match.row.key, "名称离开了原来的位置")


def _is_sure(match: RowMatch, rows: Sequence[Row]) -> bool:
    """Return whether the row has a cell for figures, and so is proof of the table."""
    return any(row[match.values_from :] for row in rows if _holds(row, match))


def _holds(row: Row, match: RowMatch) -> bool:
    at = match.values_from - 1
    return len(row) > at and row[at].text == match.label


def _usual_offsets(matched: Matched) -> Offsets:
    """Return where the figures of rows of each kind usually begin behind the label."""
    counted: dict[tuple[int, int], Counter[int]] = {}
    for row, match in matched:
        if match is None:
            continue
        cells = row[match.values_from :]
        filled = [index for index, cell in enumerate(cells) if normalise_value(cell.text)]
        if filled and filled[-1] - filled[0] + 1 == len(match.block.columns):
            counted.setdefault((len(row), match.values_from), Counter())[filled[0]] += 1
    return {key: counter.most_common(1)[0][0] for key, counter in counted.items()}
