"""Blocks of cells as tab-separated text, as spreadsheets put it on the clipboard."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from gui.tables.table_model import FormTableModel, same_value
from model.form.layout import GridCell
from model.report.values import Value, parse_value

Place = tuple[int, int]

_CELL = re.compile(r'(?:"(?P<quoted>(?:[^"]++|"")*+)"|[^\t\n]*)(?P<end>[\t\n])')


@dataclass(frozen=True)
class Placement:
    """Where a pasted block goes: the typed cells with their values, and what has no place.

    `totals` are what it has for cells that the program computes.
    """

    values: tuple[tuple[str, Value], ...]
    totals: tuple[tuple[str, Value], ...] = ()
    unplaced: tuple[str, ...] = ()

    def summary(self) -> str:
        """Return in one line what was pasted and what was not."""
        blank = sum(1 for _, value in self.values if value is None)
        parts = [f"已粘贴 {len(self.values)} 格" + (f"（其中空白 {blank} 格）" if blank else "")]
        if self.totals:
            parts.append(f"跳过自动合计 {len(self.totals)} 格")
        if self.unplaced:
            shown = "、".join(f"「{text}」" for text in self.unplaced[:5])
            more = "等" if len(self.unplaced) > 5 else ""
            parts.append(f"放不下 {len(self.unplaced)} 个：{shown}{more}，请核对位置")
        return "；".join(parts) + "。"


class LastCopied:
    """What was copied last from a grid of this program, to be known again when it is pasted."""

    text = ""

    def is_in(self, data: QMimeData) -> bool:
        """Return whether it is what a clipboard holds; one without text holds something else."""
        return bool(self.text) and data.hasText() and data.text() == self.text


last_copied = LastCopied()


def rows_of(text: str) -> list[list[str]]:
    """Return the rows of tab-separated text, blank ones and blank cells at the end included.

    The line break that spreadsheets put after the last row begins no further one. A line without
    a tab is a blank cell in a block of one column, and no row at all in a wider one. A cell in
    quotes may hold tabs and line breaks, as spreadsheets write it; other quotes are the cell's own.
    """
    lines = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    rows: list[list[str]] = [[]]
    for match in _CELL.finditer(lines.removesuffix("\n") + "\n"):
        rows[-1].append(_cell_text(match))
        if match["end"] == "\n":
            rows.append([])
    rows.pop()
    is_wide = any(len(row) > 1 for row in rows)
    return [[] if is_wide and row == [""] else row for row in rows]


def _cell_text(match: re.Match[str]) -> str:
    """Return what a cell says; quotes that hold nothing special are its own."""
    quoted = match["quoted"]
    if quoted is not None and any(sign in quoted for sign in ("\t", "\n", '""')):
        return quoted.replace('""', '"')
    return match[0][:-1]


def place_block(model: FormTableModel, rows: list[list[str]], start: Place) -> Placement:
    """Return where a block goes whose first cell is put at `start`."""
    values: list[tuple[str, Value]] = []
    totals: list[tuple[str, Value]] = []
    unplaced: list[str] = []
    for row, texts in enumerate(rows, start[0]):
        for column, text in enumerate(texts, start[1]):
            cell = model.cell_at(row, column)
            if cell is None or not cell.key or (cell.row, cell.column) != (row, column):
                if text.strip() and not _is_label(cell, text):
                    unplaced.append(text.strip())
            else:
                found = totals if model.is_computed(cell) else values
                found.append((cell.key, parse_value(text, model.table.column(cell.key).kind)))
    return Placement(tuple(values), tuple(totals), tuple(unplaced))


def fill_cells(model: FormTableModel, text: str, cells: Iterable[GridCell]) -> Placement:
    """Return the placement of one value in every selected cell."""
    chosen = [cell for cell in cells if cell.key]
    inputs = [cell.key for cell in chosen if model.is_input(cell)]
    values = tuple((key, parse_value(text, model.table.column(key).kind)) for key in inputs)
    return Placement(values, tuple((c.key, None) for c in chosen if c.key not in inputs))


def changed_values(
    model: FormTableModel, values: Iterable[tuple[str, Value]]
) -> list[tuple[str, Value]]:
    """Return those of the values that differ from what stands in the cells."""
    return [(key, value) for key, value in values if not same_value(value, model.value(key))]


def block_text(model: FormTableModel, places: Iterable[Place]) -> str:
    """Return the rectangle around the places as tab-separated text, labels in between included.

    A blank last row ends in a line break of its own, without which it would not count.
    """
    chosen = list(places)
    if not chosen:
        return ""
    rows = [row for row, _ in chosen]
    columns = [column for _, column in chosen]
    lines = []
    for row in range(min(rows), max(rows) + 1):
        texts = (_text_at(model, row, column) for column in range(min(columns), max(columns) + 1))
        lines.append("\t".join(texts))
    return "\n".join(lines) + ("" if lines[-1] else "\n")


def _text_at(model: FormTableModel, row: int, column: int) -> str:
    cell = model.cell_at(row, column)
    if cell is None or (cell.row, cell.column) != (row, column):
        return ""
    return _as_written(model.text(cell))


def _as_written(text: str) -> str:
    """Return a cell's text in quotes where it would be taken for several cells or for quoted."""
    if text.startswith('"') or "\t" in text or "\n" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def _is_label(cell: GridCell | None, text: str) -> bool:
    """Return whether a pasted text is the very label that stands at its place."""
    return cell is not None and "".join(cell.text.split()) == "".join(text.split())
