"""Old workbooks (.xls, .et): the values of every visible sheet as paragraphs and tables."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from importers.readers.looks import shown_text
from importers.readers.workbook.cell_text import date_text, number_text
from importers.readers.workbook.hidden_cells import without_hidden
from importers.readers.workbook.sheet_blocks import Sheet, workbook_document
from importers.readers.workbook.xls_looks import cell_look, rich_runs
from importers.readers.workbook.xlsx_guard import MOST_CELLS, too_large
from importers.readers.workbook.xlsx_reader import MOST_TABLE_CELLS, read_xlsx
from importers.source_document import Marked, SourceDocument
from storage.errors import FileProblem, unreadable

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Cell, Colinfo, Rowinfo
    from xlrd.sheet import Sheet as OldSheet

MOST_BYTES = 20_000_000
MOST_SHEETS = 100
ZIP_START = b"PK\x03\x04"


def read_xls(path: Path) -> SourceDocument:
    """Return the workbook as a neutral document.

    FileProblem if it cannot be opened, is locked or broken, or has more cells than any report.
    """
    data = _read_bytes(path)
    if data[:4] == ZIP_START:
        return read_xlsx(path)
    book = _open(data, path)
    if book.nsheets > MOST_SHEETS:
        raise too_large(path)
    sheets: list[Sheet] = []
    notes = []
    for number in range(book.nsheets):
        source = _sheet(book, number, path)
        if source.visibility:
            notes.append(f"工作表「{source.name}」是隐藏的，没有读取")
        else:
            rows, columns = _hidden(source.rowinfo_map), _hidden(source.colinfo_map)
            sheet, hidden = without_hidden(_read_sheet(source, book, path), rows, columns)
            sheets.append(sheet)
            notes += hidden
        if sum(sheet.size for sheet in sheets) > MOST_TABLE_CELLS:
            raise too_large(path)
        book.unload_sheet(number)
    return workbook_document(path.name, sheets, notes)


def _read_bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileProblem(f"「{path.name}」太大，不像一份年度报告的工作簿。")
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def _open(data: bytes, path: Path) -> Book:
    """Return the book with its formats, which tell merged cells and borders."""
    import xlrd

    try:
        # Sheets are loaded one by one, rows no longer than they are: each sheet of a small file
        # can claim millions of blank cells.
        return xlrd.open_workbook(
            file_contents=data,
            formatting_info=True,
            logfile=io.StringIO(),
            on_demand=True,
            ragged_rows=True,
        )
    except Exception as error:
        # xlrd meets broken files with errors of every kind.
        raise FileProblem(_reason(path, str(error))) from error


def _sheet(book: Book, number: int, path: Path) -> OldSheet:
    try:
        return book.sheet_by_index(number)
    except Exception as error:
        raise FileProblem(_reason(path, str(error))) from error


def _reason(path: Path, error: str) -> str:
    if "encrypted" in error.lower():
        return f"「{path.name}」有打开密码，请用 Excel 或 WPS 打开，去掉密码后另存为 .xlsx 再导入。"
    return (
        f"「{path.name}」不是 Excel 工作簿，或文件已损坏。"
        "请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
    )


def _read_sheet(source: OldSheet, book: Book, path: Path) -> Sheet:
    sheet = Sheet(source.name)
    merged = source.merged_cells
    covered = sum((bottom - top) * (right - left) for top, bottom, left, right in merged)
    if sum(map(source.row_len, range(source.nrows))) + covered > MOST_CELLS:
        raise too_large(path)
    for row in range(source.nrows):
        for column, cell in enumerate(source.row(row)):
            text, marked = _words(source, book, row, column)
            if text.strip():
                sheet.texts[(row, column)] = text
            if marked:
                sheet.marked[(row, column)] = marked
            if _has_border(book, cell):
                sheet.ruled.add((row, column))
    sheet.merges = [(top, left, bottom, right) for top, bottom, left, right in merged]
    return sheet


def _hidden(sizes: Mapping[int, Rowinfo | Colinfo]) -> list[int]:
    return [place for place, size in sizes.items() if size.hidden]


def _words(source: OldSheet, book: Book, row: int, column: int) -> tuple[str, tuple[Marked, ...]]:
    """Return what a person reads in a cell, and what was left out of it for its looks."""
    cell = source.cell(row, column)
    text, look = _cell_text(cell, book), cell_look(book, cell)
    parts = source.rich_text_runlist_map.get((row, column), [])
    if not parts and look.outside is None:
        return text, ()
    shown = shown_text(list(rich_runs(book, cell, text, parts)))
    return shown.text, tuple(shown.marked)


def _cell_text(cell: Cell, book: Book) -> str:
    import xlrd

    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return number_text(float(cell.value), _format(book, cell))
    if cell.ctype == xlrd.XL_CELL_DATE:
        return _date(float(cell.value), book)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(int(cell.value), "#N/A"))
    return str(cell.value)


def _format(book: Book, cell: Cell) -> str:
    known = book.format_map.get(book.xf_list[cell.xf_index or 0].format_key)
    return "" if known is None else str(known.format_str)


def _date(value: float, book: Book) -> str:
    import xlrd

    try:
        found = xlrd.xldate_as_datetime(value, book.datemode)
    except (ValueError, OverflowError, xlrd.XLDateError):
        return number_text(value)
    return date_text(found if value >= 1 else found.time())


def _has_border(book: Book, cell: Cell) -> bool:
    border = book.xf_list[cell.xf_index or 0].border
    if border is None:
        return False
    sides = (
        border.left_line_style,
        border.right_line_style,
        border.top_line_style,
        border.bottom_line_style,
    )
    return sum(bool(side) for side in sides) > 1
