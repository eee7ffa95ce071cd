"""Reads the official tables out of a source's tables: every figure by its label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from importers.recognising.labels import bare, is_value_like, normalise
from importers.recognising.proof.changed_labels import ChangedLabels
from importers.recognising.tables.column_order import (
    Placed,
    Spans,
    grid_spans,
    normalise_value,
    place_values,
    text_order,
)
from importers.recognising.tables.row_gaps import fill_gaps
from importers.recognising.tables.table_labels import RowMatch, TableLabels
from importers.source_document import SourceCell, SourceTable
from model.form.parts import Block, cell_key
from model.form.table import Table

FEWEST_ROWS = 2


@dataclass
class TableRead:
    """What was read of one official table: texts by key, places, and what was left over.

    `sources` and `doubts` go by row key: the cells of the row in the source, and why to look.
    `changed_labels` go from the official label to the source's.
    """

    table: Table
    texts: dict[str, str] = field(default_factory=dict)
    rows: set[str] = field(default_factory=set)
    blocks: list[int] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    sources: dict[str, tuple[str, ...]] = field(default_factory=dict)
    doubts: dict[str, str] = field(default_factory=dict)
    changed_labels: dict[str, str] = field(default_factory=dict)

    @property
    def missing_rows(self) -> list[str]:
        """Return the printed names of the official rows that the source does not have."""
        rows = [row for row in self.table.rows if row.key not in self.rows]
        return [self.table.name_of_row(row) for row in rows]


class TableReader:
    """Reads one official table from as many source tables as it is spread over."""

    def __init__(self, table: Table) -> None:
        """Prepare the table's labels."""
        self.labels = TableLabels(table)
        self.read = TableRead(table)
        self._order: dict[int, list[str]] = {}
        self._changed = ChangedLabels(self.labels)
        self.read.changed_labels = self._changed.found

    def take(self, index: int, source: SourceTable) -> bool:
        """Read what the source table holds of this table; False if it holds nothing of it."""
        rows = source.rows
        if self.labels.is_across:
            taken = self._take_across(rows, source.has_grid)
        else:
            taken = self._take_rows(rows, source.has_grid)
        if taken:
            self.read.blocks.append(index)
        return taken

    def _take_rows(self, rows: Sequence[Sequence[SourceCell]], has_grid: bool) -> bool:
        matches = fill_gaps(self.labels, rows, [self.labels.match_row(row) for row in rows])
        found = {match.row.key for match in matches if match and self._is_sure(match, rows)}
        if len(found) < FEWEST_ROWS and not self._is_single_row(rows, matches):
            return False
        offsets = self._usual_offsets(rows, matches)
        header: list[SourceCell] = []
        seen = 0
        for row, match in zip(rows, matches, strict=True):
            if match is None:
                header += row
                self._look_at_rest(row)
                continue
            order, spans = self._columns(match.block, header, has_grid)
            self._changed.look_at_row(match, row)
            self._changed.look_at_header(match.block, header[seen:])
            seen = len(header)
            cells = row[match.values_from :]
            offset = offsets.get((len(row), match.values_from))
            self._keep(match, row, place_values(cells, order, spans, offset))
        if not has_grid:
            self._remark_odd_places([match for match in matches if match])
        return True

    def _is_sure(self, match: RowMatch, rows: Sequence[Sequence[SourceCell]]) -> bool:
        """Return whether the row has a cell for figures, and so is proof of the table."""
        return any(row[match.values_from :] for row in rows if self._holds(row, match))

    @staticmethod
    def _holds(row: Sequence[SourceCell], match: RowMatch) -> bool:
        at = match.values_from - 1
        return len(row) > at and row[at].text == match.label

    def _is_single_row(
        self, rows: Sequence[Sequence[SourceCell]], matches: Sequence[RowMatch | None]
    ) -> bool:
        """Return whether a lone row has an exact label and nothing but figures behind it.

        Blank cells alone prove nothing, unless the row's columns are named above it.
        """
        header: list[SourceCell] = []
        for row, match in zip(rows, matches, strict=True):
            if match and not match.is_close and not match.is_single_group:
                cells = row[match.values_from :]
                has_figures = any(normalise_value(cell.text) for cell in cells)
                is_named = bool(cells) and self._names_columns(match.block, header)
                if (has_figures or is_named) and all(is_value_like(cell.text) for cell in cells):
                    return True
            header += row
        return False

    @staticmethod
    def _usual_offsets(
        rows: Sequence[Sequence[SourceCell]], matches: Sequence[RowMatch | None]
    ) -> dict[tuple[int, int], int]:
        """Return, per (cells in the row, where its label ends), the usual first figure."""
        counted: dict[tuple[int, int], Counter[int]] = {}
        for row, match in zip(rows, matches, strict=True):
            if match is None:
                continue
            cells = row[match.values_from :]
            filled = [i for i, cell in enumerate(cells) if normalise_value(cell.text)]
            if filled and filled[-1] - filled[0] + 1 == len(match.block.columns):
                counter = counted.setdefault((len(row), match.values_from), Counter())
                counter[filled[0]] += 1
        return {key: counter.most_common(1)[0][0] for key, counter in counted.items()}

    def _columns(
        self, block: Block, header: Sequence[SourceCell], has_grid: bool
    ) -> tuple[list[str], Spans]:
        """Return the columns' order and grid places, by the header above or as last known."""
        identity = id(block)
        spans = grid_spans(self.labels, block, header) if has_grid else {}
        if spans:
            self._order[identity] = sorted(spans, key=lambda key: spans[key])
        elif header:
            order = text_order(self.labels, block, header)
            known = self._order.setdefault(identity, order)
            if self._names_columns(block, header):
                self._order[identity] = known = order
            return known, {}
        return self._order.get(identity) or text_order(self.labels, block, ()), spans

    def _names_columns(self, block: Block, header: Sequence[SourceCell]) -> bool:
        keys = {self.labels.columns.exact(cell.text) for cell in header}
        return any(column.key in keys for column in block.columns)

    def _keep(self, match: RowMatch, row: Sequence[SourceCell], placed: Placed) -> None:
        name = self.read.table.name_of_row(match.row)
        self._remark_label(match, name)
        self.read.sources.setdefault(match.row.key, _texts(row))
        self._keep_left(row[: match.label_at], f"「{name}」行标签左侧")
        if not placed.is_placed:
            figures = "、".join(bare(cell.text) for cell in placed.left)
            self._drop(f"「{name}」行的数字（{figures}）个数与列数不符，无法判断各属哪一列")
            self.read.doubts[match.row.key] = "数字个数与列数不符，没有录入"
        elif placed.left:
            self._keep_left(placed.left, f"「{name}」行多出的格")
            self.read.doubts[match.row.key] = "这一行有多出的格"
        self._store(match.row.key, name, placed.texts)

    def _remark_label(self, match: RowMatch, name: str) -> None:
        label = bare(match.label)
        if match.is_close:
            self.read.remarks.append(f"「{label}」与规定名称不完全相同，按「{name}」读取")
            self.read.doubts[match.row.key] = f"来源的名称是「{label}」"
        if match.is_single_group:
            self.read.remarks.append(f"来源把「{label}」合成一行，数字记在「{name}」，请核对")
            self.read.doubts[match.row.key] = "来源合成一行，没有分开"

    def _store(self, row_key: str, name: str, texts: dict[str, str]) -> None:
        """Keep the row's texts; of a row that stands twice, the first one with figures counts."""
        keyed = {cell_key(row_key, column): text for column, text in texts.items()}
        old = {key: self.read.texts.get(key, "") for key in keyed}
        filled = any(normalise_value(text) for text in old.values())
        if row_key in self.read.rows and filled:
            if any(normalise_value(keyed[key]) != normalise_value(old[key]) for key in keyed):
                figures = "、".join(bare(text) or "空" for text in keyed.values())
                self._drop(f"「{name}」行出现了两次且数字不同，第二次的数字（{figures}）")
                self.read.doubts[row_key] = "这一行在来源里出现了两次，数字不同"
            return
        self.read.rows.add(row_key)
        self.read.texts.update(keyed)

    def _keep_left(self, cells: Iterable[SourceCell], place: str) -> None:
        """List the texts that stand where the form has nothing, labels of groups left out."""
        for cell in cells:
            known = self.labels.is_wording(cell.text) or self.labels.is_piece(cell.text)
            if normalise(cell.text) and not known:
                self._drop(f"{place}的「{_shown(cell.text)}」")

    def _look_at_rest(self, row: Sequence[SourceCell]) -> None:
        """List what a row without an official label holds, unless it is a header or empty."""
        odd = [c for c in row if normalise(c.text) and not self.labels.is_wording(c.text)]
        if odd:
            texts = "、".join(_shown(cell.text) for cell in row if normalise(cell.text))
            self._drop(f"没有规定名称的一行（{texts}）")

    def _drop(self, what: str) -> None:
        line = f"{self.read.table.name}：{what}，没有录入"
        if line not in self.read.unplaced:
            self.read.unplaced.append(line)

    def _remark_odd_places(self, matches: Sequence[RowMatch]) -> None:
        """Tell of labels that stand in another column than those of their group."""
        usual: dict[str, Counter[int]] = {}
        for match in matches:
            usual.setdefault(match.row.group, Counter())[match.label_at] += 1
        for match in matches:
            counter = usual[match.row.group]
            place, count = counter.most_common(1)[0]
            if match.label_at != place and count > 1 and match.row.group:
                name = self.read.table.name_of_row(match.row)
                self.read.remarks.append(f"「{name}」的标签离开了原来的位置，请核对这一行的数字")
                self.read.doubts.setdefault(match.row.key, "名称离开了原来的位置")

    def _take_across(self, rows: Sequence[Sequence[SourceCell]], has_grid: bool) -> bool:
        """Read a table whose rows stand side by side: header rows, then one row of figures."""
        block = self.labels.table.blocks[0]
        last = self._header_end(rows)
        header = [cell for row in rows[: last + 1] for cell in row]
        names = {self.labels.rows.exact(cell.text) for cell in header} - {""}
        if len(names) < FEWEST_ROWS:
            return False
        order, spans = self._columns(block, header, has_grid)
        self._changed.look_at_header(block, header)
        rest = [row for row in rows[last + 1 :] if not self._is_across_header(row)]
        filled = [row for row in rest if self._holds_figures(row)]
        for row in rest:
            if row not in filled:
                self._look_at_rest(row)
        for row in filled[:1]:
            placed = place_values(self._figures(row, len(order)), order, spans, None)
            self._keep_across(block, placed, _texts(row))
        for row in filled[1:]:
            self._drop(f"多出的一行（{'、'.join(_shown(c.text) for c in row)}）")
        if not filled and any(len(row) >= len(order) for row in rest):
            self.read.rows |= {row.key for row in block.rows}
        return True

    def _header_end(self, rows: Sequence[Sequence[SourceCell]]) -> int:
        """Return the last header row above the figures; a page may repeat the header below."""
        last = -1
        for index, row in enumerate(rows):
            if self._is_across_header(row):
                last = index
            elif last >= 0 and any(normalise_value(cell.text) for cell in row):
                break
        return last

    @staticmethod
    def _holds_figures(row: Sequence[SourceCell]) -> bool:
        """Return whether half of what stands in a row, or more, is figures."""
        filled = [cell for cell in row if normalise_value(cell.text)]
        return bool(filled) and 2 * sum(is_value_like(c.text) for c in filled) >= len(filled)

    def _is_across_header(self, row: Sequence[SourceCell]) -> bool:
        return any(
            self.labels.columns.exact(cell.text) or self.labels.rows.exact(cell.text)
            for cell in row
            if not is_value_like(cell.text)
        )

    @staticmethod
    def _figures(row: Sequence[SourceCell], wanted: int) -> Sequence[SourceCell]:
        """Return the row without a label such as 件数 that stands before its figures."""
        first = 0
        while len(row) - first > wanted and not is_value_like(row[first].text):
            first += 1
        return row[first:]

    def _keep_across(self, block: Block, placed: Placed, source: tuple[str, ...]) -> None:
        for row in block.rows:
            self.read.sources[row.key] = source
            if not placed.is_placed:
                self.read.doubts[row.key] = "数字个数与列数不符，没有录入"
        if not placed.is_placed:
            figures = "、".join(bare(cell.text) for cell in placed.left)
            self._drop(f"数字（{figures}）的个数与列数不符，无法判断各属哪一列")
            return
        self._keep_left(placed.left, "多出的格")
        if not self.read.texts:
            self.read.texts.update(placed.texts)
        self.read.rows |= {row.key for row in block.rows}


def _texts(row: Sequence[SourceCell]) -> tuple[str, ...]:
    return tuple(bare(cell.text) for cell in row)


def _shown(text: str) -> str:
    """Return a cell's text short enough for a message."""
    plain = bare(text)
    return plain if len(plain) <= 20 else plain[:20] + "…"
