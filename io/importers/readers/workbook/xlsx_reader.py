"""Workbooks (.xlsx, .xlsm): the values of every visible sheet as paragraphs and tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from importers.readers.looks import shown_text
from importers.readers.workbook.cell_text import date_text, number_text
from importers.readers.workbook.hidden_cells import without_hidden
from importers.readers.workbook.sheet_blocks import Sheet, workbook_document
from importers.readers.workbook.xlsx_guard import broken, examine, too_large
from importers.readers.workbook.xlsx_looks import cell_look, is_bare, rich_runs
from importers.source_document import Marked, SourceDocument
from storage.errors import unreadable

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_LAST_COLUMN = 16_384
MOST_TABLE_CELLS = 500_000
"""Cells between the first and the last that is used; one far away alone makes them many."""


def read_xlsx(path: Path) -> SourceDocument:
    """Return the workbook as a neutral document.

    FileProblem if it cannot be opened, is locked or broken, or has more cells than any report.
    """
    empty = examine(path)
    book = _load(path)
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    notes = [
        f"工作表「{sheet.title}」是隐藏的，没有读取"
        for sheet in book.worksheets
        if sheet.sheet_state != "visible"
    ]
    if empty:
        notes.append(
            f"有{empty}个公式没有保存计算结果，按空白读取；"
            "需要这些数字时，请用 Excel 或 WPS 打开后保存一次再导入"
        )
    read = []
    for source in sheets:
        rows, columns = _hidden_rows(source), _hidden_columns(source)
        sheet, hidden = without_hidden(_read_sheet(source), rows, columns, first=1)
        read.append(sheet)
        notes += hidden
    if sum(sheet.size for sheet in read) > MOST_TABLE_CELLS:
        raise too_large(path)
    return workbook_document(path.name, read, notes)


def _load(path: Path) -> Workbook:
    import warnings

    from openpyxl import load_workbook

    try:
        # openpyxl leaves a file that it opened itself, and then fails at, open.
        with path.open("rb") as file, warnings.catch_warnings():
            # What openpyxl warns of (styles, extensions it drops) does not concern the values.
            warnings.simplefilter("ignore")
            return load_workbook(file, data_only=True, keep_links=False, rich_text=True)
    except OSError as error:
        raise unreadable(path, error) from error
    except Exception as error:
        raise broken(path) from error


def _read_sheet(source: Worksheet) -> Sheet:
    sheet = Sheet(source.title)
    # Only the cells there are: to go over rows makes every cell up to one far away in a corner.
    for place, cell in sorted(source._cells.items(), key=_place):  # noqa: SLF001
        text, marked = _words(cell)
        if text.strip():
            sheet.texts[place] = text
        if marked:
            sheet.marked[place] = marked
        if _has_border(cell):
            sheet.ruled.add(place)
    sheet.merges = [
        (area.min_row, area.min_col, area.max_row + 1, area.max_col + 1)
        for area in source.merged_cells.ranges
    ]
    return sheet


def _hidden_rows(source: Worksheet) -> list[int]:
    return [row for row, size in source.row_dimensions.items() if size.hidden or size.height == 0]


def _hidden_columns(source: Worksheet) -> Iterator[int]:
    for size in source.column_dimensions.values():
        if size.hidden and size.min and size.max:
            yield from range(size.min, min(size.max, _LAST_COLUMN) + 1)


def _words(cell: Cell | MergedCell) -> tuple[str, tuple[Marked, ...]]:
    """Return what a person reads in a cell, and what was left out of it for its looks."""
    from openpyxl.cell.rich_text import CellRichText

    look = cell_look(cell)
    if isinstance(cell.value, CellRichText):
        runs = list(rich_runs(cell.value, look, is_bare=is_bare(cell)))
    else:
        text = _cell_text(cell)
        if look.outside is None:
            return text, ()
        runs = [(text, look)]
    shown = shown_text(runs)
    return shown.text, tuple(shown.marked)


def _place(item: tuple[tuple[int, int], object]) -> tuple[int, int]:
    return item[0]


def _number_format(cell: Cell | MergedCell) -> str:
    """Return the cell's number format; a broken file may name one that it does not have."""
    try:
        return str(cell.number_format)
    except IndexError:
        return "General"


def _cell_text(cell: Cell | MergedCell) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return number_text(value, _number_format(cell))
    if isinstance(value, dt.date | dt.time):
        return date_text(value)
    return str(value)


def _has_border(cell: Cell | MergedCell) -> bool:
    if not cell.has_style:
        return False
    border = cell.border
    sides = (border.left, border.right, border.top, border.bottom)
    return sum(side is not None and side.style is not None for side in sides) > 1
