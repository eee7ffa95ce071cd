"""Clipboards with a known truth: blocks of table 三 and the row of table 四 in every make."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from model.form.table import Table
from model.report.values import Value

Figures = dict[str, list[int | None]]
HALVES = (1, 1, 1, 2, 3)
"""Columns that each figure is merged over; mostly one."""


@dataclass(frozen=True)
class Made:
    """What is on the clipboard, the truth by key, the key to paste at, and what is special."""

    text: str
    truth: dict[str, Value]
    start: str
    is_plain: bool
    marks: tuple[str, ...] = field(default=())


def block_of(dice: random.Random, table: Table) -> Made:
    """Return some rows, or all, of a table with rows, as some program or page would copy them."""
    keys = [row.key for row in table.rows if not row.sum_group]
    count = len(keys) if dice.random() < 0.15 else dice.randrange(2, 6)
    start = dice.randrange(len(keys) - count + 1)
    rows = keys[start : start + count]
    is_totalled, is_wrong = dice.random() < 0.5, dice.random() < 0.15
    labels = dice.choice(("none", "none", "one", "grid", "headed"))
    step = dice.choice(HALVES)
    figures = {row: _row(dice, table, row) for row in rows}
    lines = []
    for row, values in figures.items():
        texts = [_written(dice, value) for value in values]
        texts = texts if is_totalled else texts[:-1]
        if is_wrong and is_totalled:
            texts[-1] = str((values[-1] or 0) + 1)
        texts = [part for text in texts for part in (text, *[""] * (step - 1))]
        lines.append([*_names(table, row, labels, rows), *texts])
    if labels == "headed":
        lines = [*_headers(table, step, is_totalled=is_totalled), *lines]
    truth: dict[str, Value] = {
        key: value
        for row, values in figures.items()
        for key, value in zip(table.row_keys(row), values, strict=True)
        if key not in table.sums
    }
    # Between the last outcome and the last row stands a computed row, which is left out here.
    places = [table.positions[table.row_keys(row)[0]].row for row in rows]
    is_whole = places == list(range(places[0], places[-1] + 1))
    is_plain = labels == "none" and step == 1 and is_whole and not (is_wrong and is_totalled)
    text = "\n".join("\t".join(line) for line in lines)
    marks = (labels, f"step{step}", f"total{is_totalled}", f"wrong{is_wrong}")
    return Made(text, truth, table.row_keys(rows[0])[0], is_plain, marks)


def row_upright(dice: random.Random, table: Table) -> Made:
    """Return the one row of a table that goes across, as a row or, turned, as a column."""
    parts = {key: dice.choice((0, 0, 1, dice.randrange(40))) for key in table.inputs}
    values: dict[str, int] = dict(parts)
    for key, total in table.sums.items():
        values[key] = sum(values[part] for part in total.parts)
    is_turned = dice.random() < 0.5
    texts = [_written(dice, values[key]) for key in table.keys]
    text = ("\n" if is_turned else "\t").join(texts)
    return Made(text, dict(parts), table.keys[0], not is_turned, ("across", f"turned{is_turned}"))


def _row(dice: random.Random, table: Table, row: str) -> list[int | None]:
    blank = dice.random() < 0.3
    parts: list[int | None] = [
        None if blank and dice.random() < 0.4 else dice.choice((0, 0, 1, dice.randrange(2500)))
        for _ in table.row_keys(row)[:-1]
    ]
    known = [part for part in parts if part is not None]
    return [*parts, sum(known) if known else None]


def _written(dice: random.Random, value: int | None) -> str:
    if value is None:
        return ""
    return f"{value:,}" if dice.random() < 0.3 else str(value)


def _names(table: Table, row: str, labels: str, rows: Sequence[str]) -> list[str]:
    """Return the name of a row in one cell, or as the official grid has it over several."""
    key = table.row_keys(row)[0]
    if labels == "none":
        return []
    if labels == "one":
        return [next(item.label for item in table.rows if item.key == row)]
    place = table.positions[key].row
    first = table.positions[table.row_keys(rows[0])[0]].row
    names = []
    for column in range(table.label_columns):
        cell = next(
            (c for c in table.grid if c.column == column and c.row <= place < c.row + c.row_span),
            None,
        )
        is_shown = cell is not None and not cell.key and max(cell.row, first) == place
        names.append(" ".join(cell.text.split()) if is_shown and cell is not None else "")
    return names


def _headers(table: Table, step: int, *, is_totalled: bool) -> list[list[str]]:
    width = len(table.widths) if is_totalled else len(table.widths) - 1
    lines = []
    for row in range(table.header_rows):
        cells = {cell.column: " ".join(cell.text.split()) for cell in table.grid if cell.row == row}
        names = [cells.get(column, "") for column in range(table.label_columns)]
        heads = [cells.get(column, "") for column in range(table.label_columns, width)]
        wide = [part for text in heads for part in (text, *[""] * (step - 1))]
        lines.append([*names, *wide])
    return lines
