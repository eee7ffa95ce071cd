"""What a clipboard may mean for the cells that are selected, and whether that is certain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from gui.pasting.reading import (
    AS_IT_STANDS,
    MERGED,
    TURNED,
    Figure,
    Reading,
    reading_by_labels,
)
from gui.pasting.shapes import turned, without_halves
from gui.tables.clipboard import Place, Placement, place_block, rows_of
from gui.tables.table_model import FormTableModel
from importers.placing import (
    PlacedRows,
    has_labels,
    has_words,
    place_cells,
    place_copied,
    rows_of_html,
)
from importers.recognising.labels import is_value_like
from model.form.form import Form
from model.form.table import Table
from storage.errors import FileProblem

Rows = list[list[str]]


@dataclass(frozen=True)
class Offer:
    """The ways to read a clipboard, the likeliest first, and in words why it is asked, or ""."""

    readings: tuple[Reading, ...]
    why: str = ""


def copied_rows(data: QMimeData | None) -> Rows:
    """Return the rows of cells on the clipboard, from its HTML where it has no plain text."""
    if data is None:
        return []
    if data.hasText() and data.text():
        return rows_of(data.text())
    try:
        return rows_of_html(data.html()) if data.hasHtml() else []
    except FileProblem:
        return []


def offer(
    model: FormTableModel, rows: Rows, start: Place, html: str = "", *, is_own: bool
) -> Offer:
    """Return how rows of cells may be pasted at a place; a single reading that is certain lands.

    What was copied from a grid here goes as it stands. The HTML beside the rows, or "", says which
    cells are merged.
    """
    plain = _by_place(model, rows, start, AS_IT_STANDS)
    if is_own:
        return Offer((plain,))
    form, report = model.document.report.form, model.document.report
    if has_labels(rows, form):
        return _labelled(model, rows, plain, html)
    merged = without_halves(rows)
    if merged:
        why = "剪贴板里每个数后面都空着几列，像是合并的单元格，已并成一列。"
        return Offer((_by_place(model, merged, start, MERGED), plain), why)
    if has_words(rows):
        return Offer((plain,), "剪贴板里有文字，不全是数字。")
    if plain.left:
        other = turned(rows)
        upright = _by_place(model, other, start, TURNED) if other else None
        if upright and not upright.left:
            return Offer((upright, plain), "照原样放不下，横竖转过来正好放得下。")
        return Offer((plain,), "有的数字放不下。")
    if not plain.is_certain(report):
        return Offer((plain,), "剪贴板里的合计与各项相加不同，可能放错了行或列。")
    return Offer((plain,))


def _labelled(model: FormTableModel, rows: Rows, plain: Reading, html: str) -> Offer:
    """Return the reading by the labels; unasked only where it is what stands there anyway."""
    report = model.document.report
    first = _first_figure(rows)
    merged = without_halves(rows, first)
    completed = _with_totals(model, merged or rows, first)
    labels = _label_columns(model.table, completed)
    placed = _placed_by_html(html, report.form) or place_cells(completed, report.form, labels)
    by_labels = reading_by_labels(report.form, placed)
    if not by_labels.figures:
        return Offer((plain,), "剪贴板里带着表格的文字，但认不出各行是哪一行。")
    is_same = set(by_labels.inputs(report.form)) == set(plain.inputs(report.form))
    if is_same and not plain.left and by_labels.is_certain(report):
        return Offer((by_labels,))
    halves = "一个数占几列（合并的单元格），已并成一列；" if merged else ""
    return Offer((by_labels, plain), f"剪贴板里{halves}带着文字，已按文字对行。")


def _placed_by_html(html: str, form: Form) -> tuple[PlacedRows, ...]:
    """Return what HTML has of each table, () where it has none or cannot be read."""
    try:
        return place_copied(html, "", form) if html else ()
    except FileProblem:
        return ()


def _with_totals(model: FormTableModel, rows: Rows, first: int) -> Rows:
    """Return the rows with a blank total at their ends where they were copied without one."""
    typed, whole = _widths(model.table)
    if not typed or typed == whole:
        return rows
    names = model.table.label_columns
    lengths = {len(row) for row in rows}
    if lengths == {names + typed}:
        first = names
    elif lengths == {names + whole} or _lengths_behind(rows, first) != {typed}:
        return rows
    return [[*row, ""] if len(row) > first else row for row in rows]


def _lengths_behind(rows: Rows, first: int) -> set[int]:
    return {len(row) - first for row in rows if len(row) > first}


def _label_columns(table: Table, rows: Rows) -> int:
    """Return how many columns of names precede the figures where rows are those of the grid, or 0.

    Where the first applicant is blank in all rows, only their width tells it from a name.
    """
    typed, whole = _widths(table)
    widths = {len(row) for row in rows if any(is_value_like(t) and t.strip() for t in row)}
    is_grid = bool(table.label_columns) and widths == {table.label_columns + (whole or typed)}
    return table.label_columns if is_grid else 0


def _widths(table: Table) -> tuple[int, int]:
    """Return how many figures each row has that a person types, and in all; 0 where they differ."""
    rows = [table.row_keys(row.key) for row in table.rows if not row.sum_group]
    typed = {sum(key not in table.sums for key in keys) for keys in rows}
    whole = {len(keys) for keys in rows}
    return (typed.pop(), whole.pop()) if len(typed) == len(whole) == 1 else (0, 0)


def _first_figure(rows: Rows) -> int:
    """Return the column in which the figures of the rows with the most of them begin."""
    starts = [
        next(at for at, text in enumerate(row) if text.strip() and is_value_like(text))
        for row in rows
        if any(text.strip() and is_value_like(text) for text in row)
    ]
    return min(starts, default=0)


def _by_place(
    model: FormTableModel, rows: Sequence[Sequence[str]], start: Place, name: str
) -> Reading:
    placement = place_block(model, [list(row) for row in rows], start)
    table = model.table.key
    cells = (*placement.values, *placement.totals)
    figures = tuple(Figure(table, key, value) for key, value in cells)
    return Reading(name, figures, tuple(f"「{text}」放不下" for text in placement.unplaced))


def placement_of(reading: Reading, model: FormTableModel) -> Placement:
    """Return what a reading puts in the table, for the line that tells of it."""
    inputs = reading.inputs(model.document.report.form)
    typed = {(figure.table, figure.key) for figure in inputs}
    totals = [f for f in reading.figures if (f.table, f.key) not in typed]
    return Placement(
        tuple((figure.key, figure.value) for figure in inputs),
        tuple((figure.key, figure.value) for figure in totals),
        tuple(line.removeprefix("「").partition("」")[0] for line in reading.left),
    )
