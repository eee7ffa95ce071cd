"""One way in which figures from elsewhere may go into the open report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from importers.placing import PlacedRows
from model.form.form import Form
from model.report.edits import CellChange, Edit, apply
from model.report.report import Report
from model.report.values import Value, format_value, parse_value

BY_LABELS = "按左侧的文字对行"
AS_IT_STANDS = "照原样放：从选中的格起，往右、往下"
MERGED = "一个数占几列的，并成一列"
TURNED = "横竖转过来放"


@dataclass(frozen=True)
class Figure:
    """A figure for one cell; for a total it is what the source says, and is only compared."""

    table: str
    key: str
    value: Value


@dataclass(frozen=True)
class Reading:
    """Where each figure goes, what has no place, and what is to be looked at, in Chinese."""

    name: str
    figures: tuple[Figure, ...]
    left: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    def inputs(self, form: Form) -> tuple[Figure, ...]:
        """Return the figures that a person would type."""
        return tuple(f for f in self.figures if f.key not in form.table(f.table).sums)

    def edit(self, report: Report, name: str) -> Edit:
        """Return the one step that fills in what differs from what stands in the report."""
        return Edit(
            name,
            tuple(
                CellChange(figure.table, figure.key, figure.value)
                for figure in self.inputs(report.form)
                if _is_other(figure.value, report.value(figure.table, figure.key))
            ),
        )

    def after(self, report: Report) -> Report:
        """Return a copy of the report as it would be."""
        copy = report.detached()
        apply(copy, self.edit(report, ""))
        return copy

    def differing_totals(self, report: Report) -> Iterator[tuple[Figure, Value]]:
        """Yield each total of the source that will differ, with what it is computed to be."""
        after = self.after(report)
        for figure in self.figures:
            if figure.key in report.form.table(figure.table).sums and figure.value is not None:
                value = after.value(figure.table, figure.key)
                if (value or 0) != figure.value:
                    yield figure, value

    def is_certain(self, report: Report) -> bool:
        """Return whether everything has its place and every total is as the source says."""
        return not (self.left or self.doubts or list(self.differing_totals(report)))


def _is_other(one: Value, other: Value) -> bool:
    return type(one) is not type(other) or format_value(one) != format_value(other)


def reading_by_labels(form: Form, placed: Iterable[PlacedRows]) -> Reading:
    """Return the reading of rows that were placed by their labels."""
    placed = tuple(placed)
    figures = tuple(
        Figure(rows.table, key, parse_value(text, form.table(rows.table).column(key).kind))
        for rows in placed
        for key, text in rows.texts.items()
    )
    left = tuple(line for rows in placed for line in rows.left)
    return Reading(BY_LABELS, figures, left, tuple(line for rows in placed for line in rows.doubts))
