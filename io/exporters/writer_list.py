"""The list of formats that a report is written in. Loading it loads no writer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Writer:
    """A format: what `exporters.writing` knows it by, its Chinese name, its extensions.

    `has_pages` says that a copy for signing can be made in it.
    """

    kind: str
    name: str
    extensions: tuple[str, ...]
    has_pages: bool = False


WRITERS: tuple[Writer, ...] = (
    Writer("docx", "Word 文档", (".docx",), has_pages=True),
    Writer("xlsx", "Excel 工作簿", (".xlsx",)),
    Writer("pdf", "PDF 文件", (".pdf",), has_pages=True),
    Writer("html", "网页", (".html", ".htm")),
    Writer("txt", "文本", (".txt",)),
)
