"""PDF files with a text layer: ruled tables as grids, the text around them as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from importers.readers.pdf.pdf_flow import flow
from importers.readers.pdf.pdf_guard import (
    PAGES,
    PdfTooLargeError,
    Weight,
    is_cut_off,
    page_weight,
    refuse_bombs,
    refuse_crossings,
)
from importers.readers.pdf.pdf_lines import Line
from importers.readers.pdf.pdf_marks import UNREADABLE, watermark
from importers.readers.pdf.pdf_page import PageContent, read_page
from importers.source_document import SourceDocument
from storage.errors import FileProblem, unreadable

if TYPE_CHECKING:
    from pdfplumber.pdf import PDF

MOST_BYTES = 60_000_000
MOST_PAGES = 200
MOST_COMPARED = 30
"""Pages that are looked at together; a report has some ten."""
FEWEST_CHARACTERS = 20
MOST_UNKNOWN = 0.1
_INSTEAD = "请改用这份报告的 Word 原文件；没有原文件时，"


def read_pdf(path: Path) -> SourceDocument:
    """Return the PDF as a neutral document.

    FileProblem if it cannot be opened, is scanned, locked or broken, has text without characters
    or more on it than a report has.
    """
    _refuse_large(path)
    try:
        _examine(path)
        import pdfplumber

        with pdfplumber.open(path) as pdf:
            pages = _read_pages(pdf, path)
    except FileProblem:
        raise
    except PdfTooLargeError as error:
        raise FileProblem(
            f"「{path.name}」里的文字、线条或图形太多，不像一份年度报告。"
            f"{_INSTEAD}请只导出年度报告这几页再导入。"
        ) from error
    except OSError as error:
        raise unreadable(path, error) from error
    except Exception as error:
        # The parser meets broken files with errors of every kind.
        raise _not_read(path, error) from error
    _refuse_unreadable(pages, path)
    notes = tuple(_notes(pages))
    return SourceDocument(path.name, "PDF 文件", tuple(flow(pages)), notes)


def _refuse_large(path: Path) -> None:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise unreadable(path, error) from error
    if size > MOST_BYTES:
        raise FileProblem(
            f"「{path.name}」超过 {MOST_BYTES // 1_000_000} MB，不像一份年度报告。"
            "请只导出年度报告这几页再导入。"
        )


def _examine(path: Path) -> None:
    data = path.read_bytes()
    if is_cut_off(data):
        raise _broken(path)
    refuse_bombs(data)


def _read_pages(pdf: PDF, path: Path) -> list[PageContent]:
    if len(pdf.pages) > MOST_PAGES:
        raise FileProblem(
            f"「{path.name}」有 {len(pdf.pages)} 页，不像一份年度报告（最多读 {MOST_PAGES} 页）。"
            "请只导出年度报告这几页再导入。"
        )
    pages: list[PageContent] = []
    drawn = Weight()
    seal = _watermark(pdf)
    for number, page in enumerate(pdf.pages):
        drawn.add(page_weight(page), most=PAGES)
        refuse_crossings(page)
        pages.append(read_page(page, number, seal))
        page.close()
    return pages


def _watermark(pdf: PDF) -> set[tuple[str, int, int]]:
    """Return the letters of a watermark, looked for where all pages can be kept in memory."""
    if len(pdf.pages) > MOST_COMPARED:
        return set()
    drawn = Weight()
    for page in pdf.pages:
        drawn.add(page_weight(page), most=PAGES)
        refuse_crossings(page)
    return watermark([[char for char in page.chars if char["upright"]] for page in pdf.pages])


def _not_read(path: Path, error: Exception) -> FileProblem:
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    causes = (error, *error.args)
    if any(isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError) for cause in causes):
        return FileProblem(f"「{path.name}」有打开密码。请去掉密码后再导入，或改用 Word 原文件。")
    return _broken(path)


def _broken(path: Path) -> FileProblem:
    return FileProblem(
        f"「{path.name}」不是 PDF 文件，或文件已损坏。{_INSTEAD}请重新下载或重新导出一份。"
    )


def _words(page: PageContent) -> str:
    parts = []
    for item in page.items:
        texts = [item.text] if isinstance(item, Line) else [cell.text for cell in item.cells]
        parts += texts
    return "".join("".join(parts).split())


def _refuse_unreadable(pages: list[PageContent], path: Path) -> None:
    text = "".join(map(_words, pages))
    if len(text) < FEWEST_CHARACTERS and any(page.has_slanted for page in pages):
        raise FileProblem(
            f"「{path.name}」里的文字是横放或斜放的，没有读取。"
            f"{_INSTEAD}请把页面转正（另存或打印成新的 PDF）后再导入。"
        )
    if len(text) < FEWEST_CHARACTERS:
        raise FileProblem(
            f"「{path.name}」是扫描件或图片，里面没有可以读取的文字。"
            f"{_INSTEAD}请先用文字识别（OCR）软件转成 Word，核对后再导入。"
        )
    unknown = text.count(UNREADABLE)
    if unknown > MOST_UNKNOWN * len(text):
        raise FileProblem(
            f"「{path.name}」里的文字没有编码信息，复制出来是乱码，无法读取。"
            f"{_INSTEAD}请用 Word 或 WPS 打开这个 PDF，另存为 .docx，核对后再导入。"
        )


def _notes(pages: list[PageContent]) -> list[str]:
    """Return Chinese lines on what the text does not contain."""
    notes = []
    empty = [n for n, page in enumerate(pages, 1) if page.has_images and not _words(page)]
    if empty:
        notes.append(f"第{'、'.join(map(str, empty))}页只有图片，没有文字，没有读取")
    if any(page.has_slanted for page in pages):
        notes.append("斜排或竖排的文字（例如水印）没有读取")
    if any(page.has_watermark for page in pages):
        notes.append("每页同一位置都有的大字（水印）没有读取")
    return [*notes, *_lost_characters(pages)]


def _lost_characters(pages: list[PageContent]) -> Iterator[str]:
    if outside := sum(page.outside for page in pages):
        yield f"页面裁切范围以外有{outside}个字，看不见，没有读取"
    if lost := sum(_words(page).count(UNREADABLE) for page in pages):
        yield f"有{lost}个字没有编码信息，读不出来，显示为“{UNREADABLE}”，请对照原文改正"
