"""Rows of figures that a group has beside its own rows: they are sums, and no rows of the form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from importers.recognising.figures.causes import Cause, CauseKind
from importers.recognising.labels import bare, is_value_like, normalise
from importers.recognising.tables.header_reading import Row
from importers.recognising.tables.table_labels import RowMatch, TableLabels
from importers.recognising.tables.table_read import TableRead, bare_texts
from model.form.parts import cell_key
from model.report.values import number_of, parse_value


@dataclass(frozen=True)
class _Subtotal:
    group: str
    label: str
    row: Row
    figures: tuple[str, ...]


def is_subtotal(matches: Sequence[RowMatch | None], at: int) -> bool:
    """Return whether a group read as one row is followed by rows of its own."""
    match = matches[at]
    if match is None or not match.is_single_group:
        return False
    later = [other for other in matches[at + 1 :] if other and not other.is_single_group]
    return any(other.row.group == match.row.group for other in later)


class Subtotals:
    """Keeps the figures of groups until all rows are read, and holds them against the sums."""

    def __init__(self, labels: TableLabels, read: TableRead) -> None:
        """Begin with none."""
        self._labels = labels
        self._read = read
        self._found: list[_Subtotal] = []

    def take(self, row: Row) -> bool:
        """Keep a row with a group's label and figures behind it; False for any other row."""
        for at, cell in enumerate(row):
            group = self._labels.groups.exact(cell.text)
            if not group:
                continue
            behind = [bare(other.text) for other in row[at + 1 :]]
            figures = [text for text in behind if normalise(text)]
            if figures and all(map(is_value_like, behind)) and self._rows_of(group):
                self._found.append(_Subtotal(group, bare(cell.text), row, tuple(behind)))
                return True
        return False

    def settle(self) -> None:
        """Tell of each subtotal whether it is the sum of its rows; one without rows is listed."""
        for found in self._found:
            rows = [row for row in self._rows_of(found.group) if row in self._read.rows]
            if not rows:
                self._read.list_strange_row(self._labels, found.row)
            elif self._is_sum(found, rows):
                self._read.remarks.append(
                    f"「{found.label}」行是小计，与其中各行相加一致，没有录入"
                )
            else:
                self._doubt(found, rows)

    def _rows_of(self, group: str) -> list[str]:
        table = self._labels.table
        return [
            row.key
            for row in table.rows
            if not row.sum_group and any(g.key == group for g in table.group_path(row.group))
        ]

    def _is_sum(self, found: _Subtotal, rows: Sequence[str]) -> bool:
        columns = self._labels.blocks[rows[0]].columns
        if len(found.figures) != len(columns):
            return False
        order = self._read.orders.get(rows[0], tuple(column.key for column in columns))
        return all(
            number_of(parse_value(text, "count"))
            == sum(
                number_of(parse_value(self._read.texts.get(cell_key(row, column), ""), "count"))
                for row in rows
            )
            for column, text in zip(order, found.figures, strict=True)
        )

    def _doubt(self, found: _Subtotal, rows: Sequence[str]) -> None:
        figures = "、".join(text or "空" for text in found.figures)
        self._read.list_unplaced(f"「{found.label}」行的小计（{figures}）与其中各行相加不同，小计")
        self._read.doubt(
            Cause(
                CauseKind.SUBTOTAL,
                self._read.table.key,
                f"来源在「{found.label}」这一行也印了数字，与其中各行相加不同",
                rows=tuple(rows),
                source=bare_texts(found.row),
            )
        )
