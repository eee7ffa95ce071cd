"""A table whose rows carry their labels: a row found by its label, its figures by the header."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from importers.recognising.figures.amount_units import convert, unit_in_label
from importers.recognising.figures.broken_figures import is_broken
from importers.recognising.figures.causes import Cause, CauseKind
from importers.recognising.labels import bare, is_value_like
from importers.recognising.tables.changed_labels import ChangedLabels
from importers.recognising.tables.column_finder import ColumnFinder
from importers.recognising.tables.column_order import Placed, Usual, normalise_value, place_values
from importers.recognising.tables.header_reading import HeaderReading, Row, names_a_column
from importers.recognising.tables.row_gaps import fill_gaps
from importers.recognising.tables.row_lines import cells_of_line
from importers.recognising.tables.subtotals import Subtotals, is_subtotal
from importers.recognising.tables.table_labels import RowMatch, TableLabels
from importers.recognising.tables.table_read import TableRead, bare_texts
from importers.recognising.tables.unsettled import Unplaced, Unsettled
from model.form.parts import Block, cell_key

FEWEST_ROWS = 2
FEWEST_ALIKE = 3
Matched = Sequence[tuple[Row, RowMatch | None]]
"""Each row of the source, and the official row that it is."""


class RowReader:
    """Reads a table with a label in every row into what was read of it."""

    def __init__(self, labels: TableLabels, read: TableRead, changed: ChangedLabels) -> None:
        """Take the table's labels, and where to put what is found."""
        self._labels = labels
        self._read = read
        self._changed = changed
        self._columns = ColumnFinder(labels)
        self._subtotals = Subtotals(labels, read)
        self._unsettled = Unsettled(read)
        self._faulty: set[int] = set()
        self._words: Sequence[Row] = ()
        self._words_seen: set[tuple[str, ...]] = set()

    def take(self, rows: Sequence[Row], has_grid: bool) -> bool:
        """Read what source rows hold of the table; False if they hold nothing of it."""
        rows = [self._parted(row) for row in rows]
        found = self._matches(rows)
        matched = list(zip(rows, found, strict=True))
        if not self._is_proven(matched):
            return not any(found) and self._columns.keep(rows)
        self._columns.begin()
        self._take_matched(matched, has_grid)
        if not has_grid:
            self._remark_odd_places([match for match in found if match])
        return True

    def _is_proven(self, matched: Matched) -> bool:
        """Return whether enough rows have a label and a cell for figures, or a lone one proves."""
        sure = {match.row.key for row, match in matched if match and row[match.values_from :]}
        return len(sure) >= FEWEST_ROWS or self._has_single_row(matched)

    def _parted(self, row: Row) -> Row:
        """Return a row whose one cell holds label and figures with a cell for each."""
        filled = [cell for cell in row if bare(cell.text)]
        texts = cells_of_line(filled[0].text, self._labels) if len(filled) == 1 else []
        return [replace(filled[0], column=at, text=text) for at, text in enumerate(texts)] or row

    def settle(self) -> None:
        """Decide what only the whole table can tell."""
        self._unsettled.settle()
        self._subtotals.settle()

    def _matches(self, rows: Sequence[Row]) -> list[RowMatch | None]:
        """Return the official row that each row is; subtotals and pieces of headers are none."""
        exact = [self._labels.match_row(row) for row in rows]
        found = fill_gaps(self._labels, rows, self._with_brackets(rows, exact))
        for at, match in enumerate(found):
            is_header = match and at and not found[at - 1] and self._is_header(match, rows, at)
            if is_header or is_subtotal(found, at):
                found[at] = None
        return found

    def _with_brackets(
        self, rows: Sequence[Row], found: Sequence[RowMatch | None]
    ) -> list[RowMatch | None]:
        """Return the matches and those of labels with a bracket, where no other row is the same."""
        without = self._labels.match_without_bracket
        new = [None if match else without(row) for row, match in zip(rows, found, strict=True)]
        known = [match.row.key for match in (*found, *new) if match]
        counts = Counter((*self._read.rows, *known))
        lone = [match if match and counts[match.row.key] == 1 else None for match in new]
        return [match or other for match, other in zip(found, lone, strict=True)]

    def _is_header(self, match: RowMatch, rows: Sequence[Row], at: int) -> bool:
        """Return whether a label that a column has too, such as 总计, goes on with a header."""
        behind = rows[at][match.values_from :]
        is_column = self._labels.columns.exact(match.label)
        if not is_column or any(normalise_value(cell.text) for cell in behind):
            return False
        is_full = len(behind) >= len(match.block.columns)
        return not is_full and names_a_column(self._labels, match.block, rows[at - 1])

    def _has_single_row(self, matched: Matched) -> bool:
        """Return whether a lone row has an exact label and nothing but figures behind it."""
        header: list[Row] = []
        for row, match in matched:
            if match and self._is_proof(match, row[match.values_from :], header):
                return True
            header.append(row)
        return False

    def _is_proof(self, match: RowMatch, cells: Row, header: Sequence[Row]) -> bool:
        """Return whether a row alone proves the table.

        Blank cells alone prove nothing, unless the row's columns are named above it.
        """
        if match.is_close or match.is_single_group or not cells:
            return False
        if not all(is_value_like(cell.text) for cell in cells):
            return False
        has_figures = any(normalise_value(cell.text) for cell in cells)
        names = any(self._columns.names_columns(match.block, row) for row in header)
        return has_figures or names or self._columns.is_known(match.block)

    def _take_matched(self, matched: Matched, has_grid: bool) -> None:
        """Keep the figures of every official row; what other rows hold is listed."""
        usual = _UsualRows(matched)
        above: list[Row] = []
        for number, (row, match) in enumerate(matched):
            if match is None:
                if not self._subtotals.take(row):
                    above.append(row)
                    self._read.list_strange_row(self._labels, row)
                continue
            header = self._columns.find(match.block, above, has_grid)
            self._doubt_header(match.block, header)
            self._note_words(above)
            self._changed.look_at_row(match, row)
            self._changed.look_at_header(match.block, [cell for over in above for cell in over])
            above = []
            cells = row[match.values_from :]
            hanging = _hanging(matched, number, match) if has_grid else ()
            placed = place_values(cells, header, usual.of(row, match), hanging)
            self._keep(match, row, header, placed)
            self._doubt_reaching_down(match, cells)
            if not header.fault and self._columns.are_of_another(match.block, self._words):
                self._doubt_elsewhere(match)
        self._columns.keep(above)

    def _doubt_reaching_down(self, match: RowMatch, cells: Row) -> None:
        """Doubt a row with a figure, other than 0, in a cell that is the next row's too."""
        tall = [c for c in cells if c.row_span > 1 and normalise_value(c.text) not in ("", "0")]
        if tall:
            figures = "、".join(bare(cell.text) for cell in tall)
            text = f"数字（{figures}）在来源里跨几行合并，无法判断属哪一行"
            self._doubt_row(CauseKind.MERGED, match.row.key, text)

    def _note_words(self, above: Sequence[Row]) -> None:
        """Keep the words above a row for those below it; a page that repeats some says nothing."""
        texts = {bare_texts(row) for row in above}
        if not texts <= self._words_seen:
            self._words = above
        self._words_seen |= texts

    def _doubt_elsewhere(self, match: RowMatch) -> None:
        """Doubt a row that stands below the header of another part of the table."""
        name = self._read.table.name_of_row(match.row)
        self._read.remarks.append(f"「{name}」排在别的项的表头下面，请核对这一行的数字")
        self._doubt_row(CauseKind.LABEL, match.row.key, "这一行在来源里排在别的项的表头下面")

    def _doubt_header(self, block: Block, header: HeaderReading) -> None:
        if not header.fault or id(block) in self._faulty:
            return
        self._faulty.add(id(block))
        done = "这些列没有录入" if header.spans else "各列按规定次序读取"
        text = f"{header.fault}，{done}，请逐列核对"
        self._read.remarks.append(text)
        rows = tuple(row.key for row in block.rows)
        self._read.doubt(
            Cause(CauseKind.HEADER, self._read.table.key, text, rows, header=header.rows)
        )

    def _keep(self, match: RowMatch, row: Row, header: HeaderReading, placed: Placed) -> None:
        key, name = match.row.key, self._read.table.name_of_row(match.row)
        self._remark_label(match, name)
        self._read.sources.setdefault(key, bare_texts(row))
        self._read.orders.setdefault(key, header.order)
        self._read.list_left_cells(self._labels, row[: match.label_at], f"「{name}」行名左边")
        if placed.trouble in (CauseKind.FEW, CauseKind.MANY):
            self._leave_open(match, row, header, placed)
            return
        if placed.trouble is CauseKind.MERGED:
            self._doubt_merged(key, name, row, header, placed)
        self._store(match, name, placed.texts)

    def _leave_open(self, match: RowMatch, row: Row, header: HeaderReading, placed: Placed) -> None:
        name, key = self._read.table.name_of_row(match.row), match.row.key
        if key in self._read.rows:
            self._doubt_second(key, name, placed.figures)
            return
        self._read.rows.add(key)
        keys = tuple(cell_key(key, column) for column in header.order)
        self._unsettled.add(Unplaced(name, (key,), keys, placed, bare_texts(row), header))

    def _doubt_merged(
        self, key: str, name: str, row: Row, header: HeaderReading, placed: Placed
    ) -> None:
        figures = "、".join(bare(cell.text) for cell in placed.left)
        text = f"「{name}」行的数字（{figures}）在来源里跨几列或几行合并，无法判断各属哪一格"
        self._read.list_unplaced(text)
        source, words = bare_texts(row), header.rows
        self._read.doubt(Cause(CauseKind.MERGED, self._read.table.key, text, (key,), source, words))

    def _remark_label(self, match: RowMatch, name: str) -> None:
        label, key = bare(match.label), match.row.key
        if match.is_close:
            self._read.remarks.append(f"「{label}」与规定名称不完全相同，按「{name}」读取")
            self._doubt_row(CauseKind.LABEL, key, f"来源的名称是「{label}」")
        if match.is_shortened:
            self._read.remarks.append(f"「{label}」按「{name}」读取")
        if match.is_single_group:
            self._read.remarks.append(f"来源把「{label}」合成一行，数字记在「{name}」，请核对")
            self._doubt_row(CauseKind.UNSPLIT, key, "来源合成一行，没有分开")

    def _doubt_row(self, kind: CauseKind, key: str, text: str) -> None:
        source = self._read.sources.get(key, ())
        self._read.doubt(Cause(kind, self._read.table.key, text, (key,), source))

    def _store(self, match: RowMatch, name: str, texts: Mapping[str, str]) -> None:
        """Keep the row's texts; of a row that stands twice, the first one with figures counts."""
        key = match.row.key
        keyed = {cell_key(key, column): text for column, text in texts.items()}
        if self._stands_twice(key, name, keyed):
            return
        self._read.rows.add(key)
        self._read.texts.update(keyed)
        self._read.broken += [cell for cell, text in keyed.items() if is_broken(text)]
        for cell in keyed:
            self._convert(cell, unit_in_label(match.label)[1])

    def _stands_twice(self, key: str, name: str, keyed: Mapping[str, str]) -> bool:
        """Return whether figures of the row were found before; other ones are told."""
        old = {cell: text for cell, text in self._read.texts.items() if cell in keyed}
        is_open = self._unsettled.holds(key)
        if (old or is_open) and _without_blanks(keyed) != _without_blanks(old):
            self._doubt_second(key, name, tuple(keyed.values()))
        return is_open or any(map(normalise_value, old.values()))

    def _doubt_second(self, key: str, name: str, texts: Sequence[str]) -> None:
        figures = "、".join(bare(text) or "空" for text in texts)
        self._read.list_unplaced(f"「{name}」行出现了两次且数字不同，第二次的数字（{figures}）")
        self._doubt_row(CauseKind.TWICE, key, "这一行在来源里出现了两次，数字不同")

    def _convert(self, key: str, unit: str) -> None:
        """Convert an amount that is written in another unit, and tell."""
        table, written = self._read.table, self._read.texts[key]
        column = table.column(key)
        found = convert(written, column, unit or self._columns.units.get(column.key, ""))
        if found is None:
            return
        self._read.texts[key] = found.text
        text = (
            f"{table.cell_name(key)}来源是「{bare(written)}」，单位是{found.unit}，"
            f"按{found.text}{column.unit}读取"
        )
        self._read.remarks.append(text)
        if float(found.text):
            row = table.row(key).key
            source = self._read.sources.get(row, ())
            self._read.doubt_cell(key, Cause(CauseKind.UNIT, table.key, text, (row,), source))

    def _remark_odd_places(self, matches: Sequence[RowMatch]) -> None:
        """Tell of labels that stand in another column than those of their group."""
        usual: dict[str, Counter[int]] = {}
        for match in matches:
            usual.setdefault(match.row.group, Counter())[match.label_at] += 1
        for match in matches:
            place, count = usual[match.row.group].most_common(1)[0]
            if match.label_at != place and count > 1 and match.row.group:
                name = self._read.table.name_of_row(match.row)
                self._read.remarks.append(f"「{name}」的行名不在原来的位置，请核对这一行的数字")
                self._doubt_row(CauseKind.LABEL, match.row.key, "名称离开了原来的位置")


class _UsualRows:
    """How the rows of one source table look, so that one that looks otherwise is seen."""

    def __init__(self, matched: Matched) -> None:
        self._starts: dict[tuple[int, int], Counter[int]] = {}
        self._widths: dict[int, Counter[int]] = {}
        self._ends: Counter[int] = Counter()
        for row, match in matched:
            if match:
                self._count(row, match)

    def _count(self, row: Row, match: RowMatch) -> None:
        cells = row[match.values_from :]
        wanted = len(match.block.columns)
        self._ends[row[-1].end] += 1
        self._widths.setdefault(id(match.block), Counter())[len(cells)] += 1
        filled = [index for index, cell in enumerate(cells) if normalise_value(cell.text)]
        is_full = bool(filled) and filled[-1] - filled[0] + 1 == wanted
        if is_full or len(cells) == wanted:
            start = match.values_from + (filled[0] if is_full else 0)
            self._starts.setdefault((len(row), id(match.block)), Counter())[start] += 1

    def of(self, row: Row, match: RowMatch) -> Usual:
        """Return where rows with as many cells have figures, and the cells of their block's."""
        starts = self._starts.get((len(row), id(match.block)))
        offset = starts.most_common(1)[0][0] - match.values_from if starts else None
        end = _most(self._ends)
        off = 0 if end is None else row[-1].end - end
        return Usual(offset, _most(self._widths[id(match.block)]), off > 0, off < 0)


def _most(counted: Counter[int]) -> int | None:
    """Return what most rows have, None where there is no such thing."""
    value, count = counted.most_common(1)[0]
    return value if count >= FEWEST_ALIKE and 2 * count > counted.total() else None


def _hanging(matched: Matched, number: int, match: RowMatch) -> Row:
    """Return the figures of rows above that reach down to a row, behind its label."""
    row = matched[number][0]
    behind = row[match.values_from - 1].end
    return [
        cell
        for above, other in matched[:number]
        for cell in above
        if other and cell.row + cell.row_span > row[0].row and cell.column >= behind
    ]


def _without_blanks(texts: Mapping[str, str]) -> dict[str, str]:
    return {key: normalise_value(text) for key, text in texts.items()}
