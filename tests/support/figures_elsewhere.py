"""The figures of written files, read with other libraries than those that wrote them."""

from __future__ import annotations

import csv
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

import xlrd
from lxml import etree
from openpyxl import load_workbook

import docx_parts
from html_tables import html_table
from model.form import Table
from model.report import Report
from model.values import format_value
from workbooks import FIRST_ROW, OFFICE

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

    Our stored results are taken out first. The program writes the older format, which a library
    that cannot write ours reads.
    """
    assert OFFICE is not None
    bare, target = folder / "bare", folder / "recalculated"
    bare.mkdir()
    for path in paths:
        load_workbook(path).save(bare / path.name)
    profile = (folder / "profile").as_uri()
    command = [OFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xls"]
    command += ["--outdir", str(target), *(str(bare / path.name) for path in paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=900)
    for path in paths:
        with xlrd.open_workbook(str(target / f"{path.stem}.xls")) as book:
            found: Figures = {}
            for table in tables:
                sheet = book.sheet_by_name(table.name)
                for key, cell in table.positions.items():
                    value = sheet.cell_value(cell.row + FIRST_ROW - 1, cell.column)
                    found[table.key, key] = value
            yield found
