"""OpenDocument texts and workbooks (.odt, .ods, .fodt, .fods) as neutral documents."""

from __future__ import annotations

from pathlib import Path

from importers.readers.odf.odf_names import OFFICE
from importers.readers.odf.odf_package import OdfParts, read_parts
from importers.readers.odf.odf_sheets import OdfBook, TooManyCellsError
from importers.readers.odf.odf_text import MOST_DEPTH, OdfTextWalker, TooDeepError
from importers.readers.workbook.sheet_blocks import workbook_document
from importers.source_document import SourceDocument
from storage.errors import FileProblem

_TEXT, _BOOK = OFFICE + "text", OFFICE + "spreadsheet"
MOST_TABLE_CELLS = 500_000


def read_odf(path: Path) -> SourceDocument:
    """Return the text or workbook as a neutral document.

    FileProblem if it cannot be opened, is locked, broken, too large or nested too deep, or is
    neither a text nor a workbook.
    """
    parts = read_parts(path)
    if parts.body.tag == _TEXT:
        return _text(parts, path.name)
    if parts.body.tag == _BOOK:
        return _book(parts, path.name)
    raise FileProblem(
        f"「{path.name}」不是文字文档，也不是表格。请确认选对了文件，或另存为 .docx 后再导入。"
    )


def _text(parts: OdfParts, name: str) -> SourceDocument:
    walker = OdfTextWalker(parts)
    try:
        blocks = tuple(walker.blocks(parts.body))
    except (TooDeepError, RecursionError) as error:
        raise FileProblem(
            f"「{name}」里的表格或文本框一层套一层，超过{MOST_DEPTH}层，无法读取。"
            "请把年度报告的内容复制到一个新的文档，保存后再导入。"
        ) from error
    return SourceDocument(name, "OpenDocument 文档", blocks, tuple(dict.fromkeys(walker.notes)))


def _book(parts: OdfParts, name: str) -> SourceDocument:
    book = OdfBook(parts)
    try:
        sheets = list(book.sheets())
    except TooManyCellsError as error:
        raise _too_large(name) from error
    if sum(sheet.size for sheet in sheets) > MOST_TABLE_CELLS:
        raise _too_large(name)
    return workbook_document(name, sheets, book.notes)


def _too_large(name: str) -> FileProblem:
    return FileProblem(
        f"「{name}」的单元格太多，不像一份年度报告。"
        "请把年度报告的内容复制到一个新的工作簿，保存后再导入。"
    )
