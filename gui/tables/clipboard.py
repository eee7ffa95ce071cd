"""Blocks of cells as tab-separated text, as spreadsheets put it on the clipboard."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from gui.tables.table_model import FormTableModel, same_value
from model.form.layout import GridCell
from model.report.values import Value, parse_value

Place = tuple[int, int]


@dataclass(frozen=True)
class Placement:
    """Where a pasted block goes: the typed cells with their values, and what has no place."""

    values: tuple[tuple[str, Value], ...]
    computed: int = 0
    unplaced: tuple[str, ...] = ()

    def summary(self) -> str:
        """Return in one line what was pasted and what was not."""
        parts = [f"已粘贴 {len(self.values)} 格"]
        if self.computed:
            parts.append(f"跳过自动合计 {self.computed} 格")
        if self.unplaced:
            shown = "、".join(f"「{text}」" for text in self.unplaced[:5])
            more = "等" if len(self.unplaced) > 5 else ""
            parts.append(f"放不下 {len(self.unplaced)} 个：{shown}{more}，请核对位置")
        return "；".join(parts) + "。"


def rows_of(text: str) -> list[list[str]]:
    """Return the rows of tab-separated text; a quoted cell may hold line breaks."""
    if "\x00" in text:
        text = text.replace("\x00", "")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    try:
        return list(csv.reader(io.StringIO(lines), delimiter="\t"))
    except csv.Error:
        return [line.split("\t") for line in lines.split("\n")]


def place_block(model: FormTableModel, rows: list[list[str]], start: Place) -> Placement:
    """Return where a block goes whose first cell is put at `start`."""
    values: list[tuple[str, Value]] = []
    unplaced: list[str] = []
    computed = 0
    for row, texts in enumerate(rows, start[0]):
        for column, text in enumerate(texts, start[1]):
            cell = model.cell_at(row, column)
            if cell is None or not cell.key or (cell.row, cell.column) != (row, column):
                if text.strip() and not _is_label(cell, text):
                    unplaced.append(text.strip())
            elif model.is_computed(cell):
                computed += 1
            else:
                values.append((cell.key, parse_value(text, model.table.column(cell.key).kind)))
    return Placement(tuple(values), computed, tuple(unplaced))


def fill_cells(model: FormTableModel, text: str, cells: Iterable[GridCell]) -> Placement:
    """Return the placement of one value in every selected cell."""
    chosen = [cell for cell in cells if cell.key]
    inputs = [cell.key for cell in chosen if model.is_input(cell)]
    values = tuple((key, parse_value(text, model.table.column(key).kind)) for key in inputs)
    return Placement(values, len(chosen) - len(inputs))


def changed_values(
    model: FormTableModel, values: Iterable[tuple[str, Value]]
) -> list[tuple[str, Value]]:
    """Return those of the values that differ from what stands in the cells."""
    return [(key, value) for key, value in values if not same_value(value, model.value(key))]


def block_text(model: FormTableModel, places: Iterable[Place]) -> str:
    """Return the rectangle around the places as tab-separated text, labels in between included."""
    chosen = list(places)
    if not chosen:
        return ""
    rows = [row for row, _ in chosen]
    columns = [column for _, column in chosen]
    lines = []
    for row in range(min(rows), max(rows) + 1):
        texts = (_text_at(model, row, column) for column in range(min(columns), max(columns) + 1))
        lines.append("\t".join(texts))
    return "\n".join(lines)


def _text_at(model: FormTableModel, row: int, column: int) -> str:
    cell = model.cell_at(row, column)
    if cell is None or (cell.row, cell.column) != (row, column):
        return ""
    return model.text(cell).replace("\t", " ").replace("\n", " ")


def _is_label(cell: GridCell | None, text: str) -> bool:
    """Return whether a pasted text is the very label that stands at its place."""
    return cell is not None and "".join(cell.text.split()) == "".join(text.split())
