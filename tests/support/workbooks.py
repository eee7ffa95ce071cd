"""Workbooks for the tests: reading, finding cells by key, and recalculation by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from model.form.table import Table

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")

PRINTED_WITH = "Noto Serif CJK SC"


def _has_printing_font() -> bool:
    """Return whether both programs can set a report in the same font, letters included."""
    lister = shutil.which("fc-list")
    if lister is None:
        return False
    listed = subprocess.run([lister, ":", "family"], capture_output=True, text=True, check=False)
    return PRINTED_WITH in listed.stdout


needs_printing_font = pytest.mark.skipif(
    not _has_printing_font(), reason=f"{PRINTED_WITH} (fonts-noto-cjk) is not installed"
)
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
    assert OFFICE is not None
    bare = folder / "bare.xlsx"
    opened(path).save(bare)  # openpyxl writes formulas without results
    target = folder / "recalculated"
    profile = (folder / "profile").as_uri()
    command = [OFFICE, f"-env:UserInstallation={profile}", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", str(target), str(bare)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return opened(target / bare.name, results=True)
