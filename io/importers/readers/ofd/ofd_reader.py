"""OFD files as neutral documents, their pages read by the same road as those of a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from importers.readers.ofd.ofd_names import text_of
from importers.readers.ofd.ofd_package import (
    MOST_PAGES,
    OfdDocument,
    OfdPackage,
    TooManyPagesError,
    is_too_large,
    open_package,
)
from importers.readers.ofd.ofd_page import PageTooFullError, drawn_page
from importers.readers.paged.drawn_page import DrawnPage
from importers.readers.paged.page_crossings import TooManyCrossingsError, refuse_crossings
from importers.readers.paged.paged_reading import INSTEAD, PagesRead, paged_document, read_pages
from importers.readers.zip_parts import PackageLockedError
from importers.source_document import SourceDocument
from storage.errors import FileProblem, unreadable

MOST_MARKS_IN_ALL = 150_000
"""Characters, lines and boxes of the whole file; a report has 20 000."""
_KIND = "OFD 版式文件"


def read_ofd(path: Path) -> SourceDocument:
    """Return the file as a neutral document.

    FileProblem if it cannot be opened, is locked, broken or too large, or has no readable text.
    """
    try:
        with open_package(path) as parts:
            documents = list(OfdPackage(parts).documents())
            count = sum(len(document.pages) for document in documents)
            found = read_pages(_pages(documents), count)
            found.more_notes = tuple(_notes(documents))
    except OSError as error:
        raise unreadable(path, error) from error
    except Exception as error:
        # zipfile and zlib raise many kinds; whatever they say, the way out is the same.
        raise _problem(path.name, error) from error
    return _document(path.name, found)


def _document(name: str, found: PagesRead) -> SourceDocument:
    return paged_document(name, _KIND, found)


def _pages(documents: Sequence[OfdDocument]) -> Iterator[DrawnPage]:
    marks = 0
    for document in documents:
        for page in document.pages:
            drawn = drawn_page(page, document)
            marks += sum(map(len, drawn.objects.values()))
            if marks > MOST_MARKS_IN_ALL:
                raise PageTooFullError
            refuse_crossings(drawn)
            yield drawn


def _notes(documents: Sequence[OfdDocument]) -> Iterator[str]:
    """Yield Chinese lines on what was written on pages later, and on several documents."""
    if len(documents) > 1:
        yield f"这个 OFD 里有{len(documents)}个文档，已依次读取"
    words = [
        text_of(code).strip()
        for document in documents
        for part in document.notes
        for code in part.iter("{*}TextCode")
    ]
    if shown := "、".join(f"「{word}」" for word in dict.fromkeys(filter(None, words))):
        yield f"批注、签章里的文字{shown}没有读取"


def _problem(name: str, error: Exception) -> FileProblem:
    if isinstance(error, PackageLockedError):
        return FileProblem(
            f"「{name}」加了密，无法读取。"
            "请用能打开它的阅读器另存为不加密的文件再导入，或改用 Word 原文件。"
        )
    if isinstance(error, TooManyPagesError):
        return FileProblem(
            f"「{name}」有 {error.args[0]} 页，不像一份年度报告（最多读 {MOST_PAGES} 页）。"
            "请只导出年度报告这几页再导入。"
        )
    if isinstance(error, PageTooFullError | TooManyCrossingsError) or is_too_large(error):
        return FileProblem(
            f"「{name}」里的文字、线条或图形太多，不像一份年度报告。"
            f"{INSTEAD}请只导出年度报告这几页再导入。"
        )
    return FileProblem(
        f"「{name}」不是 OFD 文件，或文件已损坏。{INSTEAD}请重新下载，"
        "或用 OFD 阅读器另存为 PDF 后再导入。"
    )
