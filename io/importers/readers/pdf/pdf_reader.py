"""PDF files with a text layer: ruled tables as grids, the text around them as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from importers.readers.paged.drawn_page import DrawnPage
from importers.readers.paged.page_crossings import TooManyCrossingsError, refuse_crossings
from importers.readers.paged.paged_reading import INSTEAD, PagesRead, paged_document, read_pages
from importers.readers.pdf.pdf_guard import (
    PAGES,
    PdfTooLargeError,
    Weight,
    is_cut_off,
    page_weight,
    refuse_bombs,
)
from importers.source_document import SourceDocument
from storage.errors import FileProblem, unreadable

if TYPE_CHECKING:
    from pdfplumber.pdf import PDF

MOST_BYTES = 60_000_000
MOST_PAGES = 200


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
            found = _read_pages(pdf, path)
    except FileProblem:
        raise
    except (PdfTooLargeError, TooManyCrossingsError) as error:
        raise FileProblem(
            f"「{path.name}」里的文字、线条或图形太多，不像一份年度报告。"
            f"{INSTEAD}请只导出年度报告这几页再导入。"
        ) from error
    except OSError as error:
        raise unreadable(path, error) from error
    except Exception as error:
        # The parser meets broken files with errors of every kind.
        raise _not_read(path, error) from error
    return paged_document(path.name, "PDF 文件", found)


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


def _read_pages(pdf: PDF, path: Path) -> PagesRead:
    if len(pdf.pages) > MOST_PAGES:
        raise FileProblem(
            f"「{path.name}」有 {len(pdf.pages)} 页，不像一份年度报告（最多读 {MOST_PAGES} 页）。"
            "请只导出年度报告这几页再导入。"
        )
    return read_pages(_drawn_pages(pdf), len(pdf.pages))


def _drawn_pages(pdf: PDF) -> Iterator[DrawnPage]:
    """Yield the pages, each looked at for its weight before it is drawn."""
    from importers.readers.pdf.pdf_drawing import DrawingPage

    drawn = Weight()
    for page in pdf.pages:
        drawn.add(page_weight(page), most=PAGES)
        made = DrawingPage(page)
        refuse_crossings(made)
        yield made.drawn()


def _not_read(path: Path, error: Exception) -> FileProblem:
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    causes = (error, *error.args)
    if any(isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError) for cause in causes):
        return FileProblem(f"「{path.name}」有打开密码。请去掉密码后再导入，或改用 Word 原文件。")
    return _broken(path)


def _broken(path: Path) -> FileProblem:
    return FileProblem(
        f"「{path.name}」不是 PDF 文件，或文件已损坏。{INSTEAD}请重新下载或重新导出一份。"
    )
