"""Tables saved as text with commas (.csv), in UTF-8 or GBK."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from importers.readers.text.txt_reader import decode
from importers.readers.workbook.sheet_blocks import Sheet, workbook_document
from importers.source_document import SourceDocument
from storage.errors import FileProblem, unreadable

MOST_BYTES = 5_000_000
MOST_CELLS = 100_000
_DELIMITERS = ",;\t"


def read_csv(path: Path) -> SourceDocument:
    """Return the table as a neutral document, as the one sheet of a workbook.

    FileProblem if it cannot be opened, is no text in a known encoding, or holds far too much.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(path.name)
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    text = decode(data, path.name)
    try:
        sheet = _sheet(text, path)
    except csv.Error as error:
        raise FileProblem(
            f"「{path.name}」里有一格太长或引号不成对，无法按表格读取。"
            "请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
        ) from error
    return workbook_document(path.name, [sheet])


def _sheet(text: str, path: Path) -> Sheet:
    sheet = Sheet(path.stem)
    cells = 0
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    for row, texts in enumerate(rows):
        cells += len(texts)
        if cells > MOST_CELLS:
            raise _too_large(path.name)
        for column, cell in enumerate(texts):
            if cell.strip():
                sheet.texts[(row, column)] = cell.replace("\r\n", "\n")
    return sheet


def _delimiter(text: str) -> str:
    """Return what parts the cells: what most lines have most of, a comma where nothing does."""
    counts = {mark: sum(mark in line for line in text.splitlines()) for mark in _DELIMITERS}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] > counts[","] else ","


def _too_large(name: str) -> FileProblem:
    return FileProblem(
        f"「{name}」的内容太多，不像一份年度报告。"
        "请把年度报告的内容复制到一个新的文件，保存后再导入。"
    )
