"""Web pages, saved or copied: the page's tree walked in order into the neutral document."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from importers.readers.html.html_layout import layout_tables
from importers.readers.html.html_names import name_of
from importers.readers.html.html_page import report_parts
from importers.readers.html.html_source import Page, parse_page, read_page
from importers.readers.html.html_walker import HtmlWalker
from importers.source_document import SourceDocument

_SHOWN = 60


def read_html(path: Path) -> SourceDocument:
    """Return the page (.html, .htm, .mht) as a neutral document.

    FileProblem if it cannot be opened, is too large or complex, holds no page, or its encoding
    cannot be told.
    """
    return _document(read_page(path), path.name)


def html_document(html: str, name: str) -> SourceDocument:
    """Return the neutral document of HTML text, such as a browser puts on the clipboard.

    FileProblem if it is empty or too complex to be read to its end.
    """
    return _document(Page(html), name)


def _document(page: Page, name: str) -> SourceDocument:
    root = parse_page(page.html, name)
    walker = HtmlWalker(layout_tables(root), keeps_blanks=_counts_blanks(root))
    walker.walk(root)
    parts = report_parts(walker.items, walker.ranges)
    notes = []
    if parts.furniture:
        words = "、".join(" ".join(text.split()) for text in parts.furniture)
        shown = words if len(words) <= _SHOWN else words[:_SHOWN] + "…"
        notes.append(f"网页上报告以外的文字（{shown}，共{len(parts.furniture)}处），没有录入")
    if walker.has_hidden:
        notes.append("网页里有不显示的文字，没有录入")
    if page.lost:
        notes.append(f"网页里有{page.lost}个字符无法识别，显示为“\ufffd”，请对照原文改正")
    return SourceDocument(name, "网页", parts.blocks, tuple(notes), title=_title(root))


def _title(root: etree._Element) -> str:
    """Return the title in the page's head, or ""."""
    title = root.find(".//title")
    return "" if title is None else "".join(map(str, title.itertext())).strip()


def _counts_blanks(root: etree._Element) -> bool:
    """Return whether the page was written by a program that breaks lines only at real blanks."""
    for element in root.iter():
        if name_of(element) == "meta" and element.get("name", "").lower() == "generator":
            return element.get("content", "").startswith(("LibreOffice", "OpenOffice"))
    return False
