"""What the clerk does in the review of a source: corrections, placements, what was looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.report.edits import CellChange, Change, Edit, IdentityChange, PrintedChange, apply
from model.report.values import Value, format_value, parse_value

if TYPE_CHECKING:
    from gui.services import OpenedFile
    from importers.recognising.figures.causes import Cause
    from importers.recognising.proof.import_review import Doubt
    from importers.recognising.proof.rechecking import Standing

BLANK = "空白"
_FIRST = ("few", "many", "header", "merged")
"""The causes that put the most figures in doubt stand before the others."""


@dataclass(frozen=True)
class Group:
    """A cause with the doubts that hang on it, by their places; without a cause, all others."""

    cause: Cause | None
    doubts: tuple[int, ...] = ()


class Review:
    """The report as it would be taken over: the source's figures and the clerk's corrections.

    `doubts` are those of the source and, behind them, those that a correction raised.
    """

    def __init__(self, opened: OpenedFile) -> None:
        self.opened = opened
        self.report = opened.report.detached()
        self._seen: set[tuple[str, str, str]] = set()
        self._before: dict[tuple[str, str], Value] = {}
        self._printed: dict[tuple[str, str], Value] = {}
        self._chosen: dict[Cause, tuple[str, ...]] = {}
        self._recheck()

    # ------------------------------------------------------------ what there is to look at

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return the causes, the heaviest first, and last the doubts that have none."""
        causes = list(dict.fromkeys((*self.opened.causes, *self._causes_of_doubts())))
        causes.sort(key=lambda cause: _FIRST.index(cause.kind) if cause.kind in _FIRST else 9)
        places = range(len(self.doubts))
        found = [Group(c, tuple(p for p in places if self.doubts[p].cause == c)) for c in causes]
        rest = tuple(place for place in places if self.doubts[place].cause is None)
        return (*found, Group(None, rest)) if rest else tuple(found)

    def _causes_of_doubts(self) -> list[Cause]:
        return [doubt.cause for doubt in self.opened.doubts if doubt.cause is not None]

    def text(self, place: int) -> str:
        """Return what a doubtful cell is read as now."""
        doubt = self.doubts[place]
        return format_value(self.report.value(doubt.table, doubt.key))

    def is_computed(self, place: int) -> bool:
        """Return whether a doubtful cell is a total, which the program computes."""
        doubt = self.doubts[place]
        return doubt.key in self.report.form.table(doubt.table).sums

    def is_corrected(self, place: int) -> bool:
        """Return whether the clerk gave a doubtful cell another figure."""
        doubt = self.doubts[place]
        return (doubt.table, doubt.key) in self._before

    def standing(self, place: int) -> Standing:
        """Return the reason of now for a doubt, or that it is settled."""
        return self._standings[place]

    def is_settled(self, place: int) -> bool:
        """Return whether nothing is left to look at in a doubtful cell."""
        return self._standings[place].is_settled or self._is_answered(place)

    def _is_answered(self, place: int) -> bool:
        """Return whether the clerk's figure answers a doubt that no sum holds up."""
        doubt = self.doubts[place]
        is_text = isinstance(self.report.value(doubt.table, doubt.key), str)
        is_answered = self.is_corrected(place) or doubt.cause in self._chosen
        return is_answered and not (doubt.code or is_text or self.is_computed(place))

    def chosen(self, cause: Cause) -> tuple[str, ...]:
        """Return the placement that stands in the row of a cause, () where it is none of them."""
        if not cause.keys:
            return ()
        chosen = self._chosen.get(cause, ())
        return next(
            (p for p in (chosen, *cause.placements) if p and self._stands(cause, p)),
            (),
        )

    def _stands(self, cause: Cause, placement: Sequence[str]) -> bool:
        table = self.report.form.table(cause.table)
        return all(
            self.report.value(cause.table, key) == parse_value(text, table.column(key).kind)
            for key, text in zip(cause.keys, placement, strict=True)
            if key not in table.sums
        )

    def see(self, places: Iterable[int]) -> None:
        """Note that the clerk looked at doubts."""
        self._seen.update(map(self._name, places))

    def is_seen(self, place: int) -> bool:
        """Return whether the clerk looked at a doubt."""
        return self._name(place) in self._seen

    def _name(self, place: int) -> tuple[str, str, str]:
        doubt = self.doubts[place]
        return doubt.table, doubt.key, doubt.code

    @property
    def unseen(self) -> list[int]:
        """Return the doubts that were neither looked at nor settled."""
        places = range(len(self.doubts))
        return [place for place in places if not (self.is_seen(place) or self.is_settled(place))]

    @property
    def unsettled(self) -> int:
        """Return how many cells are still in doubt."""
        return sum(not self.is_settled(place) for place in range(len(self.doubts)))

    def doubtful_in(self, table: str) -> int:
        """Return how many cells of a table are still in doubt."""
        return sum(
            doubt.table == table and not self.is_settled(place)
            for place, doubt in enumerate(self.doubts)
        )

    # ------------------------------------------------------------ what the clerk does

    def correct(self, place: int, text: str) -> bool:
        """Give a doubtful cell another figure; False where it is the same as before."""
        doubt = self.doubts[place]
        old = self.report.value(doubt.table, doubt.key)
        if text == format_value(old):
            return False
        kind = self.report.form.table(doubt.table).column(doubt.key).kind
        value = parse_value(text, kind)
        if value == old:
            return False
        self._set([CellChange(doubt.table, doubt.key, value)])
        return True

    def place(self, cause: Cause, placement: Sequence[str]) -> None:
        """Put the figures of a row where a placement has them."""
        table = self.report.form.table(cause.table)
        changes: list[Change] = []
        for key, text in zip(cause.keys, placement, strict=True):
            value = parse_value(text, table.column(key).kind)
            kind = PrintedChange if key in table.sums else CellChange
            changes.append(kind(cause.table, key, value))
        self._chosen[cause] = tuple(placement)
        self._set(changes)

    def identify(self, organization: str, year: int | None) -> None:
        """Give the report another unit and year; the usual title moves with the year."""
        report = self.report
        usual = report.form.title.format(year=report.year)
        title = report.title
        if year is not None and title in ("", usual):
            title = report.form.title.format(year=year)
        apply(report, Edit("更正", (IdentityChange(organization.strip(), year, title),)))

    def _set(self, changes: Sequence[Change]) -> None:
        for change in changes:
            if isinstance(change, CellChange):
                self._note(self._before, change, self.report.value(change.table, change.key))
            elif isinstance(change, PrintedChange):
                printed = self.report.printed.get(change.table, {}).get(change.key)
                self._note(self._printed, change, printed)
        apply(self.report, Edit("更正", tuple(changes)))
        self._recheck()

    @staticmethod
    def _note(
        before: dict[tuple[str, str], Value], change: CellChange | PrintedChange, old: Value
    ) -> None:
        """Remember what the source had in a place; what is put back is no correction."""
        at = (change.table, change.key)
        if before.setdefault(at, old) == change.value:
            del before[at]

    def _recheck(self) -> None:
        found = self.opened.recheck(self.report, self.opened.doubts)
        self.doubts: tuple[Doubt, ...] = (*self.opened.doubts, *found.new)
        again = self.opened.recheck(self.report, self.doubts)
        self._standings = again.standings

    # ------------------------------------------------------------ what comes of it

    def corrections(self) -> Edit:
        """Return the edit that puts in what the clerk corrected; it may be empty."""
        cells = [CellChange(t, key, self.report.value(t, key)) for t, key in self._before]
        totals = [
            PrintedChange(t, key, self.report.printed.get(t, {}).get(key))
            for t, key in self._printed
        ]
        return Edit("更正读入的内容", (*self._identity_changes(), *cells, *totals))

    def _identity_changes(self) -> tuple[IdentityChange, ...]:
        was, now = (
            IdentityChange(report.organization, report.year, report.title)
            for report in (self.opened.report, self.report)
        )
        return () if was == now else (now,)

    def notes(self) -> tuple[str, ...]:
        """Return a line on what was corrected: unit, year, and each cell with the source's row."""
        cells = (self._note_of(table, key) for table, key in self._before)
        return (*self._identity_notes(), *cells)

    def _identity_notes(self) -> Iterator[str]:
        was, now = self.opened.report, self.report
        for name, old, new in (
            ("单位", was.organization, now.organization),
            ("年度", was.year, now.year),
        ):
            if old != new:
                yield f"读入时更正：{name}，读到的是{old or BLANK}，改为{new or BLANK}"

    def _note_of(self, table_key: str, key: str) -> str:
        table = self.report.form.table(table_key)
        old = format_value(self._before[table_key, key]) or BLANK
        new = format_value(self.report.value(table_key, key)) or BLANK
        row = " ｜ ".join(text or "空" for text in self._source(table_key, key)).lstrip(" 空｜")
        where = f"{table.name}{table.cell_name(key)}"
        source = f"（来源这一行：{row}）" if row else ""
        return f"读入时更正：{where}，读到的是{old}，改为{new}{source}"

    def _source(self, table_key: str, key: str) -> tuple[str, ...]:
        rows = (
            doubt.source for doubt in self.doubts if (doubt.table, doubt.key) == (table_key, key)
        )
        row = self.report.form.table(table_key).row(key).key
        causes = (c.source for c in self.opened.causes if c.table == table_key and row in c.rows)
        return next(filter(None, (*rows, *causes)), ())
