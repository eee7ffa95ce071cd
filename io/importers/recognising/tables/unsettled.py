"""What can be told only when a whole table is read: rows that do not fit, figures with a break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from importers.recognising.figures.causes import Cause, CauseKind
from importers.recognising.figures.row_shifts import Texts, fitting_shifts
from importers.recognising.labels import bare
from importers.recognising.tables.column_order import Placed
from importers.recognising.tables.header_reading import HeaderReading
from importers.recognising.tables.table_read import TableRead
from model.report.values import parse_value


@dataclass(frozen=True)
class Unplaced:
    """A row whose figures are not as many as the columns: its keys, and what stands there."""

    name: str
    rows: tuple[str, ...]
    keys: tuple[str, ...]
    placed: Placed
    source: tuple[str, ...]
    header: HeaderReading


class Unsettled:
    """Keeps rows that do not fit until the sums of the table can place them."""

    def __init__(self, read: TableRead) -> None:
        """Begin with nothing open in what is read."""
        self._read = read
        self._open: list[Unplaced] = []

    def add(self, row: Unplaced) -> None:
        """Keep a row with too few or too many figures."""
        self._open.append(row)

    def holds(self, row: str) -> bool:
        """Return whether the figures of an official row are open."""
        return any(row in unplaced.rows for unplaced in self._open)

    def settle(self) -> None:
        """Place each row where the sums leave one way; tell of every row and broken figure."""
        for row in self._open:
            self._settle_row(row)
        self._open = []
        for key in self._read.broken:
            if not self._is_proven(key):
                self._doubt_broken(key)

    def _settle_row(self, row: Unplaced) -> None:
        known = {key: text for key, text in self._read.texts.items() if key not in row.keys}
        found = fitting_shifts(self._read.table, known, row.keys, row.placed.figures)
        if len(found) == 1:
            self._read.texts.update(
                {key: text or "" for key, text in zip(row.keys, found[0], strict=True)}
            )
        elif row.placed.texts:
            texts = row.placed.texts.values()
            self._read.texts.update(dict(zip(row.keys, texts, strict=True)))
        else:
            self._list(row)
        is_read = len(found) == 1 or bool(row.placed.texts)
        cause = self._cause(row, found, is_read=is_read)
        self._read.doubt(cause)
        self._read.remarks += [cause.text] if is_read else []

    def _list(self, row: Unplaced) -> None:
        figures = "、".join(bare(text) or "空" for text in row.placed.figures)
        where = f"「{row.name}」行的" if row.name else ""
        self._read.list_unplaced(f"{where}数字（{figures}）个数与列数不符，无法判断各属哪一列")

    def _cause(self, row: Unplaced, found: Sequence[Texts], *, is_read: bool) -> Cause:
        count, wanted = len(row.placed.figures), len(row.keys)
        kind = row.placed.trouble or CauseKind.FEW
        where = f"「{row.name}」行" if row.name else "数字这一行"
        what = f"{where}有{count}格数字，应有{wanted}格"
        if count == wanted:
            what = f"{where}的格比别的行少，或几个数字合在一格里"
        done = (
            "按合计推算出各属哪一列，请对照来源核对" if is_read else "无法判断各属哪一列，没有录入"
        )
        if is_read and len(found) != 1:
            done = "按次序录入，请对照来源核对"
        return Cause(
            kind,
            self._read.table.key,
            f"{what}，{done}",
            rows=row.rows,
            source=row.source,
            header=row.header.rows,
            keys=row.keys,
            placements=tuple(tuple(text or "" for text in texts) for texts in found),
        )

    def _is_proven(self, key: str) -> bool:
        """Return whether a total that the source prints is right with the figure joined."""
        table, texts = self._read.table, self._read.texts
        totals = [total for total, rule in table.sums.items() if key in (total, *rule.parts)]
        return any(self._adds_up(total) for total in totals if texts.get(total, "").strip())

    def _adds_up(self, total: str) -> bool:
        table, texts = self._read.table, self._read.texts
        figures = [
            parse_value(texts.get(key, ""), "count") for key in (total, *table.sums[total].parts)
        ]
        numbers = [figure if isinstance(figure, int) else 0 for figure in figures]
        return numbers[0] == sum(numbers[1:])

    def _doubt_broken(self, key: str) -> None:
        text = " ".join(self._read.texts[key].split())
        row = self._read.table.row(key).key
        cause = Cause(
            CauseKind.BROKEN,
            self._read.table.key,
            f"{self._read.table.cell_name(key)}来源是「{text}」，数字中间有空格或换行，"
            "可能是一个数，也可能是两个数",
            rows=(row,),
            source=self._read.sources.get(row, ()),
        )
        self._read.doubt_cell(key, cause)
        self._read.remarks.append(cause.text)
