"""The figures of written files, read with other libraries than those that wrote them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from lxml import etree
from openpyxl import load_workbook

import docx_parts
from html_tables import html_table
from model.form.table import Table
from model.report.report import Report
from model.report.values import format_value
from office import convert
from workbooks import FIRST_ROW

_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TABLE, _OFFICE, _TEXT = (_SPACE % name for name in ("table", "office", "text"))
MOST_REPEATED = 60
Figures = dict[tuple[str, str], object]


def printed_figures(report: Report) -> Figures:
    """Return what a file should show in each cell."""
    return {
        (table.key, key): format_value(report.effective_value(table.key, key))
        for table in report.form.tables
        for key in table.keys
    }


def counted_figures(report: Report) -> Figures:
    """Return what a workbook should hold: numbers as numbers, texts as texts, blanks as ""."""
    found: Figures = {}
    for table in report.form.tables:
        for key in table.keys:
            value = report.effective_value(table.key, key)
            found[table.key, key] = (value or "") if isinstance(value, str | None) else float(value)
    return found


def docx_figures(path: Path, tables: Sequence[Table]) -> Figures:
    """Return the figures of a Word file, its XML walked without the library for such files."""
    found: Figures = {}
    for table, element in zip(tables, docx_parts.tables(path), strict=True):
        texts = {(cell.row, cell.column): cell.text for cell in docx_parts.cells(element)}
        found |= _by_place(table, texts)
    return found


def html_figures(path: Path, tables: Sequence[Table]) -> Figures:
    """Return the figures of a page, laid out as the standard says."""
    root = etree.HTML(path.read_bytes().decode("utf-8"))
    found: Figures = {}
    for table, element in zip(tables, root.iter("table"), strict=True):
        spots = html_table(element).spots
        found |= _by_place(table, {place: cell.text for place, cell in spots.items()})
    return found


def txt_figures(path: Path, tables: Sequence[Table]) -> Figures:
    """Return the figures of a text, its rows split by the reader for tables of the language."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        rows = [row for row in reader if len(row) > 1]
    found: Figures = {}
    for table in tables:
        own, rows = rows[: table.grid_rows], rows[table.grid_rows :]
        texts = {(r, c): text for r, row in enumerate(own) for c, text in enumerate(row)}
        found |= _by_place(table, texts)
    return found


def _by_place(table: Table, texts: dict[tuple[int, int], str]) -> Figures:
    places = table.positions
    return {(table.key, key): texts[places[key].row, places[key].column] for key in table.keys}


def recalculated_figures(
    paths: Sequence[Path], tables: Sequence[Table], folder: Path
) -> Iterable[Figures]:
    """Yield the figures of workbooks after another program calculated them from nothing.

    Our stored results are taken out first; the other program's own format is walked as XML.
    """
    bare = folder / "bare"
    bare.mkdir()
    for path in paths:
        load_workbook(path).save(bare / path.name)
    target = convert([bare / path.name for path in paths], "fods", folder / "recalculated")
    for path in paths:
        sheets = _sheets(etree.parse(str(target / f"{path.stem}.fods")).getroot())
        yield {
            (table.key, key): sheets[table.name].get((cell.row + FIRST_ROW - 1, cell.column), "")
            for table in tables
            for key, cell in table.positions.items()
        }


def _sheets(root: etree._Element) -> dict[str, dict[tuple[int, int], object]]:
    """Return what stands in the cells of each sheet, by row and column from 0."""
    found: dict[str, dict[tuple[int, int], object]] = {}
    for sheet in root.iter(f"{_TABLE}table"):
        rows: list[list[object]] = []
        for line in sheet.iter(f"{_TABLE}table-row"):
            row: list[object] = []
            for cell in line.iter(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                row += [_content(cell)] * _times(cell, "columns")
            rows += [row] * _times(line, "rows")
        found[str(sheet.get(f"{_TABLE}name"))] = {
            (number, column): content
            for number, row in enumerate(rows)
            for column, content in enumerate(row)
        }
    return found


def _times(element: etree._Element, what: str) -> int:
    """Return how often an element stands for the same again; empty rests of sheets are cut."""
    return min(MOST_REPEATED, int(element.get(f"{_TABLE}number-{what}-repeated", "1")))


def _content(cell: etree._Element) -> object:
    number = cell.get(f"{_OFFICE}value")
    if number is not None:
        return float(number)
    return "\n".join("".join(map(str, line.itertext())) for line in cell.iter(f"{_TEXT}p"))
