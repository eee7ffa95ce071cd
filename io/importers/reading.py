"""The list of readers, and the one way from a foreign file to a report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from importers.content_kind import content_kind
from importers.readers.text.txt_reader import read_txt, text_document
from importers.recognising.edition_finder import form_of
from importers.recognising.recogniser import Recognised, recognise
from importers.recognising.sign_off_sheet import without_sheet
from importers.source_document import SourceDocument, SourceTable
from storage.errors import FileProblem


@dataclass(frozen=True)
class Reader:
    """A kind of file: what `content_kind` calls it, its Chinese name, extensions, and reader."""

    kind: str
    name: str
    extensions: tuple[str, ...]
    read: Callable[[Path], SourceDocument]


# What a format needs is loaded only when a file of that format is read.


def _read_docx(path: Path) -> SourceDocument:
    from importers.readers.word.docx_reader import read_docx

    return read_docx(path)


def _read_doc(path: Path) -> SourceDocument:
    from importers.readers.word.doc_reader import read_doc

    return read_doc(path)


def _read_html(path: Path) -> SourceDocument:
    from importers.readers.html.html_reader import read_html

    return read_html(path)


def _read_xlsx(path: Path) -> SourceDocument:
    from importers.readers.workbook.xlsx_reader import read_xlsx

    return read_xlsx(path)


def _read_xls(path: Path) -> SourceDocument:
    from importers.readers.workbook.xls_reader import read_xls

    return read_xls(path)


def _read_pdf(path: Path) -> SourceDocument:
    from importers.readers.pdf.pdf_reader import read_pdf

    return read_pdf(path)


READERS: tuple[Reader, ...] = (
    Reader("docx", "Word 文档", (".docx", ".docm"), _read_docx),
    Reader("doc", "旧版 Word、WPS 文字", (".doc", ".dot", ".wps", ".wpt"), _read_doc),
    Reader("html", "网页", (".html", ".htm"), _read_html),
    Reader("mhtml", "单个文件网页", (".mht", ".mhtml"), _read_html),
    Reader("xlsx", "Excel 工作簿", (".xlsx", ".xlsm"), _read_xlsx),
    Reader("xls", "旧版 Excel、WPS 表格", (".xls", ".et"), _read_xls),
    Reader("pdf", "PDF 文件", (".pdf",), _read_pdf),
    Reader("text", "文本文件", (".txt", ".md"), read_txt),
)

MOST_CELLS = 50_000
MOST_PARAGRAPHS = 50_000
MOST_CHARACTERS = 3_000_000
"""What a document may hold at most, whatever it was read from; a report has 400 cells."""

_REFUSED = {
    "encrypted": "设有打开密码，请先用 Word 或 WPS 打开并去掉密码，再导入。",
    "rtf": "其实是 RTF 格式，请用 Word 或 WPS 打开，另存为 .docx 再导入。",
    "word_xml": "其实是 Word 的 XML 格式，请用 Word 或 WPS 打开，另存为 .docx 再导入。",
    "odf": "是 OpenDocument 格式，请用 WPS 或 LibreOffice 打开，另存为 .docx 再导入。",
    "empty": "是空文件，里面没有内容，请确认选对了文件。",
}


def import_report(path: Path) -> Recognised:
    """Return the report in a foreign file; FileProblem if it cannot be read or holds none."""
    return _recognised(reader_of(path).read(path))


def _recognised(document: SourceDocument) -> Recognised:
    _refuse_large(document)
    document = without_sheet(document)
    found = recognise(document, form_of(document))
    if not document.data:
        return found
    from importers.recognising.proof.embedded_report import with_embedded

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


def import_html(text: str, name: str) -> Recognised:
    """Return the report in HTML that stands on the clipboard; FileProblem if it holds none."""
    from importers.readers.html.html_reader import html_document

    return _recognised(html_document(text, name))


def import_text(text: str, name: str) -> Recognised:
    """Return the report in plain text that stands on the clipboard; FileProblem if none."""
    return _recognised(text_document(text, name))


def reader_of(path: Path) -> Reader:
    """Return the reader for what the file is, which its extension only helps to tell."""
    kind = content_kind(path)
    by_extension = _by_extension(path)
    if kind in _REFUSED:
        raise FileProblem(f"「{path.name}」{_REFUSED[kind]}")
    if kind in ("", "ole", "zip"):
        # Nothing certain is known: the reader of the extension says what is wrong with the file.
        reader = by_extension
    elif kind == "text":
        reader = _for_text(by_extension)
    else:
        reader = next((reader for reader in READERS if reader.kind == kind), None)
    if reader is None:
        raise _unknown(path)
    return reader


def _by_extension(path: Path) -> Reader | None:
    extension = path.suffix.lower()
    return next((reader for reader in READERS if extension in reader.extensions), None)


def _for_text(by_extension: Reader | None) -> Reader | None:
    """Return who reads a text: a page without any of the usual first tags, or plain text."""
    if by_extension is None or by_extension.kind in ("html", "mhtml"):
        return by_extension
    return next(reader for reader in READERS if reader.kind == "text")


def _unknown(path: Path) -> FileProblem:
    kinds = "、".join(extension for reader in READERS for extension in reader.extensions)
    return FileProblem(
        f"不认识「{path.name}」这种文件，目前能读 .nianbao、{kinds}。"
        "请用 Word 或 WPS 另存为 .docx 再打开。"
    )
