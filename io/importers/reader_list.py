"""The list of readers: which kinds of file can be read. Loading it loads none of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importers.file_content import FileContent
    from importers.source_document import SourceDocument


@dataclass(frozen=True)
class Reader:
    """A kind of file: its Chinese name, its extensions, what tells it, and what reads it.

    `signature` and `function` name functions as "room.module.function" among the readers:
    `FileContent -> bool` and `Path -> SourceDocument`. What a format needs is loaded only when it
    is asked for.
    """

    kind: str
    name: str
    extensions: tuple[str, ...]
    signature: str
    function: str

    def recognises(self, content: FileContent) -> bool:
        """Return whether a file is of this kind by what is in it; FileProblem if unreadable."""
        signature: Callable[[FileContent], bool] = _loaded(self.signature)
        return signature(content)

    def read(self, path: Path) -> SourceDocument:
        """Return the file as a neutral document; FileProblem if it cannot be read."""
        read: Callable[[Path], SourceDocument] = _loaded(self.function)
        return read(path)


def _loaded(place: str) -> Callable[[Any], Any]:
    module, _, name = place.rpartition(".")
    found: Callable[[Any], Any] = getattr(import_module(f"importers.readers.{module}"), name)
    return found


READERS: tuple[Reader, ...] = (
    Reader(
        "docx", "Word 文档", (".docx", ".docm"), "signatures.is_docx", "word.docx_reader.read_docx"
    ),
    Reader(
        "doc",
        "旧版 Word、WPS 文字",
        (".doc", ".dot", ".wps", ".wpt"),
        "signatures.is_doc",
        "word.doc_reader.read_doc",
    ),
    Reader("rtf", "RTF 文档", (".rtf",), "signatures.is_rtf", "rtf.rtf_reader.read_rtf"),
    Reader(
        "word_xml",
        "Word XML 文档",
        (".xml",),
        "signatures.is_word_xml",
        "word.word_xml_reader.read_word_xml",
    ),
    Reader("html", "网页", (".html", ".htm"), "signatures.is_page", "html.html_reader.read_html"),
    Reader(
        "mhtml",
        "单个文件网页",
        (".mht", ".mhtml"),
        "signatures.is_mail",
        "html.html_reader.read_html",
    ),
    Reader(
        "xlsx",
        "Excel 工作簿",
        (".xlsx", ".xlsm"),
        "signatures.is_xlsx",
        "workbook.xlsx_reader.read_xlsx",
    ),
    Reader(
        "xls",
        "旧版 Excel、WPS 表格",
        (".xls", ".et"),
        "signatures.is_xls",
        "workbook.xls_reader.read_xls",
    ),
    Reader(
        "odt",
        "OpenDocument 文档",
        (".odt", ".ott", ".fodt"),
        "signatures.is_odt",
        "odf.odf_reader.read_odf",
    ),
    Reader(
        "ods",
        "OpenDocument 表格",
        (".ods", ".ots", ".fods"),
        "signatures.is_ods",
        "odf.odf_reader.read_odf",
    ),
    Reader("ofd", "OFD 版式文件", (".ofd",), "signatures.is_ofd", "ofd.ofd_reader.read_ofd"),
    Reader("pdf", "PDF 文件", (".pdf",), "signatures.is_pdf", "pdf.pdf_reader.read_pdf"),
    Reader(
        "csv",
        "逗号分隔的表格",
        (".csv",),
        "signatures.is_only_named",
        "workbook.csv_reader.read_csv",
    ),
    Reader(
        "text",
        "文本文件",
        (".txt", ".md"),
        "signatures.is_text",
        "markdown.markdown_reader.read_marked",
    ),
)
"""The first that recognises a file reads it; whatever is text besides comes last."""
