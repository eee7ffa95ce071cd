"""Workbooks for the tests: reading, finding cells by key, and recalculation by LibreOffice."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from model.form.table import Table
from office import convert

FIRST_ROW = 2


def opened(path: Path, *, results: bool = False) -> Workbook:
    """Return a workbook with its formulas, or with the results that are stored beside them."""
    return load_workbook(path, data_only=results)


def cell_of(sheet: Worksheet, table: Table, key: str) -> Cell:
    """Return the cell of a value key on its sheet."""
    place = table.positions[key]
    cell = sheet.cell(place.row + FIRST_ROW, place.column + 1)
    assert isinstance(cell, Cell)
    return cell


def figures(workbook: Workbook, table: Table) -> dict[str, object]:
    """Return what stands in each value cell of a table's sheet; empty text counts as blank."""
    sheet = workbook[table.name]
    found = {key: cell_of(sheet, table, key).value for key in table.keys}
    return {key: None if value == "" else value for key, value in found.items()}


def recalculated(path: Path, folder: Path) -> Workbook:
    """Return the workbook as LibreOffice calculates it anew, the stored results taken out."""
    bare = folder / "bare.xlsx"
    opened(path).save(bare)  # openpyxl writes formulas without results
    return opened(convert([bare], "xlsx", folder / "recalculated") / bare.name, results=True)
