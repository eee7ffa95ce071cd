"""Workbooks (.xlsx, .xlsm): the values of every visible sheet as paragraphs and tables."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from importers.cell_text import date_text, number_text
from importers.sheet_blocks import Sheet, sheet_blocks
from importers.source_document import Block, SourceDocument
from storage.errors import FileProblem, unreadable

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

OLE_START = b"\xd0\xcf\x11\xe0"
MOST_CELLS = 200_000
MOST_BYTES = 60_000_000
"""Of all parts of the package that hold cells, unpacked."""
_CELL = re.compile(rb"<(?:\w+:)?c[ >/]")
_NO_RESULT = re.compile(
    rb"<(?:\w+:)?c( [^>]*)>\s*<(?:\w+:)?f(?:| [^>]*)(?:/>|>[^<]*</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</"
)
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')


def read_xlsx(path: Path) -> SourceDocument:
    """Return the workbook as a neutral document; FileProblem if it cannot be read."""
    empty = _examine(path)
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
    return workbook_document(path.name, [_read_sheet(sheet) for sheet in sheets], notes)


def workbook_document(
    name: str, sheets: Iterable[Sheet], notes: Iterable[str] = ()
) -> SourceDocument:
    """Return the sheets of a workbook as one neutral document."""
    blocks: list[Block] = []
    starts = []
    for sheet in sheets:
        starts.append(len(blocks))
        blocks += sheet_blocks(sheet)
    return SourceDocument(name, "工作簿", tuple(blocks), tuple(notes), tuple(starts))


def _examine(path: Path) -> int:
    """Return the number of formulas without a stored result.

    FileProblem for what is no workbook, or one of a size that no report has.
    """
    try:
        with path.open("rb") as file:
            if file.read(4) == OLE_START:
                raise FileProblem(
                    f"「{path.name}」有打开密码，或其实是旧版 Excel 格式。"
                    "请用 Excel 或 WPS 打开，去掉密码后另存为 .xlsx 再导入。"
                )
        with zipfile.ZipFile(path) as package:
            return _measure(package, path)
    except FileProblem:
        raise
    except OSError as error:
        raise unreadable(path, error) from error
    except Exception as error:
        # zipfile and zlib raise many kinds; whatever they say, the file is no workbook.
        raise _broken(path) from error


def _measure(package: zipfile.ZipFile, path: Path) -> int:
    """Return the number of formulas without a result; FileProblem if there is too much to read."""
    parts = [part for part in package.infolist() if part.filename.endswith((".xml", ".rels"))]
    cells = empty = 0
    if sum(part.file_size for part in parts) > MOST_BYTES:
        raise _too_large(path)
    for part in parts:
        if "worksheets/" in part.filename:
            # file_size is only what the package says of itself: no more than that is unpacked.
            data = package.read(part)
            cells += len(_CELL.findall(data)) + sum(map(_merged_cells, _MERGED.findall(data)))
            # An empty result of kind "str" is one: the formula yields no text.
            empty += sum(b't="str"' not in found for found in _NO_RESULT.findall(data))
        if cells > MOST_CELLS:
            raise _too_large(path)
    return empty


def _merged_cells(corners: tuple[bytes, bytes, bytes, bytes]) -> int:
    from openpyxl.utils import column_index_from_string

    first, last = (column_index_from_string(corners[i].decode()) for i in (0, 2))
    return (abs(last - first) + 1) * (abs(int(corners[3]) - int(corners[1])) + 1)


def _too_large(path: Path) -> FileProblem:
    return FileProblem(
        f"「{path.name}」的单元格太多，不像一份年度报告。"
        "请把年度报告的内容复制到一个新的工作簿，保存后再导入。"
    )


def _broken(path: Path) -> FileProblem:
    return FileProblem(
        f"「{path.name}」不是 Excel 工作簿，或文件已损坏。"
        "请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
    )


def _load(path: Path) -> Workbook:
    import warnings

    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # What openpyxl warns of (styles, extensions it drops) does not concern the values.
            warnings.simplefilter("ignore")
            return load_workbook(path, data_only=True, keep_links=False)
    except OSError as error:
        raise unreadable(path, error) from error
    except Exception as error:
        raise _broken(path) from error


def _read_sheet(source: Worksheet) -> Sheet:
    sheet = Sheet(source.title)
    for number, row in enumerate(source.iter_rows(), start=source.min_row):
        for column, cell in enumerate(row, start=source.min_column):
            place = (number, column)
            text = _cell_text(cell)
            if text.strip():
                sheet.texts[place] = text
            if _has_border(cell):
                sheet.ruled.add(place)
    sheet.merges = [
        (area.min_row, area.min_col, area.max_row + 1, area.max_col + 1)
        for area in source.merged_cells.ranges
    ]
    return sheet


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
