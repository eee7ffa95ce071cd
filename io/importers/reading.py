"""The one way from a foreign file to a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from importers.file_content import FileContent, look_into
from importers.marked_notes import with_marked_notes
from importers.reader_list import READERS, Reader
from importers.readers.markdown.markdown_reader import marked_document
from importers.readers.signatures import (
    is_archive,
    is_book_xml,
    is_empty,
    is_locked,
    is_picture,
    is_slides,
)
from importers.recognising.edition_finder import possible_forms, recognise_edition
from importers.recognising.recogniser import Recognised
from importers.recognising.several.one_report import one_report
from importers.recognising.sign_off_sheet import without_sheet
from importers.recognising.tables.form_labels import labels_of
from importers.simplified import in_simplified
from importers.source_document import SourceDocument, SourceTable
from storage.errors import FileProblem

TEXT, NAMED = "text", ("html", "mhtml", "csv")
"""Of texts without marks of their own those are told by their names."""
MOST_CELLS = 50_000
MOST_PARAGRAPHS = 50_000
MOST_CHARACTERS = 3_000_000
"""What a document may hold at most, whatever it was read from; a report has 400 cells."""

_REFUSED: tuple[tuple[Callable[[FileContent], bool], str], ...] = (
    (is_empty, "是空文件，里面没有内容，请确认选对了文件。"),
    (is_locked, "设有打开密码，请先用 Word 或 WPS 打开并去掉密码，再导入。"),
    (
        is_picture,
        (
            "是图片，里面的文字读不出来。请改用年度报告的 Word 或 PDF 原文件；没有原文件时，"
            "请先用文字识别（OCR）软件转成 Word，核对后再导入。"
        ),
    ),
    (is_slides, "是演示文稿，不是年度报告的文档。请确认选对了文件，或把内容另存为 .docx 再导入。"),
    (is_archive, "是压缩包，或里面不是文档。请先解压，再选里面的年度报告。"),
    (is_book_xml, "其实是 Excel 的 XML 格式，请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。"),
)
"""What is known by its content and read by nobody here: what to do instead."""


def import_report(path: Path, picks: Sequence[int] = ()) -> Recognised:
    """Return the report in a foreign file.

    `picks` answer, in turn, which of several reports or tables in it is meant; SeveralFound asks.
    FileProblem if it cannot be opened, nobody here reads its kind, it is broken, locked or far too
    large, or it holds no report.
    """
    return recognise_document(reader_of(path).read(path), picks)


def recognise_document(document: SourceDocument, picks: Sequence[int] = ()) -> Recognised:
    """Return the report in a neutral document, as `import_report` does.

    FileProblem if it is too large or holds none.
    """
    _refuse_large(document)
    document = without_sheet(with_marked_notes(in_simplified(document)))
    document = one_report(document, labels_of(possible_forms(document)[-1]), picks)
    found = recognise_edition(document)
    if not document.data:
        return found
    from importers.recognising.embedded_report import with_embedded

    return with_embedded(found, document.data)


def _refuse_large(document: SourceDocument) -> None:
    """Refuse what nobody would take for a report before the search for one takes minutes."""
    texts = [paragraph.text for paragraph in document.paragraphs]
    tables = [block for block in document.blocks if isinstance(block, SourceTable)]
    cells = [cell.text for table in tables for cell in table.cells]
    size = sum(map(len, texts)) + sum(map(len, cells))
    if len(cells) > MOST_CELLS or len(texts) > MOST_PARAGRAPHS or size > MOST_CHARACTERS:
        raise FileProblem(
            f"「{document.name}」的内容太多，不像一份年度报告。"
            "请把年度报告的内容复制到一个新的文档，保存后再导入。"
        )


def import_html(text: str, name: str, picks: Sequence[int] = ()) -> Recognised:
    """Return the report in HTML that stands on the clipboard; FileProblem if it holds none."""
    from importers.readers.html.html_reader import html_document

    return recognise_document(html_document(text, name), picks)


def import_text(text: str, name: str, picks: Sequence[int] = ()) -> Recognised:
    """Return the report in plain text that stands on the clipboard; FileProblem if none."""
    return recognise_document(marked_document(text, name), picks)


def reader_of(path: Path) -> Reader:
    """Return the reader for what the file is, which its extension only helps to tell.

    FileProblem if the file cannot be opened, or nobody here reads what is in it.
    """
    content = look_into(path)
    by_extension = _by_extension(path)
    reader = next((reader for reader in READERS if reader.recognises(content)), None)
    if reader is None:
        _refuse_known(content)
        # Nothing certain is known: the reader of the extension says what is wrong with the file.
        reader = by_extension
    elif reader.kind == TEXT:
        reader = _for_text(reader, by_extension)
    if reader is None:
        raise _unknown(path)
    return reader


def _refuse_known(content: FileContent) -> None:
    for is_kind, advice in _REFUSED:
        if is_kind(content):
            raise FileProblem(f"「{content.path.name}」{advice}")


def _by_extension(path: Path) -> Reader | None:
    extension = path.suffix.lower()
    return next((reader for reader in READERS if extension in reader.extensions), None)


def _for_text(reader: Reader, by_extension: Reader | None) -> Reader | None:
    """Return who reads a text: a page without any of the usual first tags, cells, or plain text."""
    return by_extension if by_extension is None or by_extension.kind in NAMED else reader


def _unknown(path: Path) -> FileProblem:
    kinds = "、".join(extension for reader in READERS for extension in reader.extensions)
    return FileProblem(
        f"不认识「{path.name}」这种文件，目前能读 .nianbao、{kinds}。"
        "请用 Word 或 WPS 另存为 .docx 再打开。"
    )
