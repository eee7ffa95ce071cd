"""Web pages, saved or copied: the page's tree walked in order into the neutral document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from lxml import etree

from importers.attribute_numbers import whole_number
from importers.readers.html.html_layout import layout_tables
from importers.readers.html.html_names import name_of
from importers.readers.html.html_page import has_report, report_parts
from importers.readers.html.html_source import Page, parse_page, read_pages
from importers.readers.html.html_styles import PageStyles
from importers.readers.html.html_unseen import Unseen
from importers.readers.html.html_walker import HtmlWalker, Way
from importers.source_document import Block, SourceDocument, SourceTable

LEAST_PICTURE = 300
"""Pixels; also taken for a picture that does not say how wide it is."""
_SHOWN = 60
_MOST_ROWS = 30


def read_html(path: Path) -> SourceDocument:
    """Return the page (.html, .htm, .mht) as a neutral document.

    FileProblem if it cannot be opened, is too large or complex, holds no page, or its encoding
    cannot be told.
    """
    pages = read_pages(path)
    if len(pages) == 1:
        return _document(pages[0], path.name)
    return _of_many([_document(page, path.name) for page in pages], path.name)


def html_document(html: str, name: str) -> SourceDocument:
    """Return the neutral document of HTML text, such as a browser puts on the clipboard.

    FileProblem if it is empty or too complex to be read to its end.
    """
    return _document(Page(html), name)


def _of_many(documents: Sequence[SourceDocument], name: str) -> SourceDocument:
    """Return the parts of a page that hold pieces of a report as one; what others say is told."""
    taken = [document for document in documents if has_report(document.blocks)] or list(documents)
    notes = list(chain.from_iterable(document.notes for document in taken))
    notes += _frame_notes([document for document in documents if document not in taken])
    titles = [document.title for document in taken]
    return SourceDocument(
        name,
        "网页",
        tuple(chain.from_iterable(document.blocks for document in taken)),
        tuple(dict.fromkeys(notes)),
        title=next(filter(None, titles), ""),
    )


def _frame_notes(documents: Sequence[SourceDocument]) -> Iterator[str]:
    for words in filter(None, map(_words, documents)):
        yield f"网页里另一个框架的文字（{_shortened(words)}），没有录入"


def _words(document: SourceDocument) -> str:
    return " ".join(" ".join(paragraph.text for paragraph in document.paragraphs).split())


def _document(page: Page, name: str) -> SourceDocument:
    root = parse_page(page.html, name)
    styles = PageStyles(root)
    unseen = Unseen(root, styles)
    way = Way(styles, layout_tables(root), unseen, keeps_blanks=_counts_blanks(root))
    walker = HtmlWalker(way)
    walker.walk(root)
    parts = report_parts(walker.items, walker.ranges)
    notes = []
    if parts.furniture:
        words = "、".join(" ".join(text.split()) for text in parts.furniture)
        count = len(parts.furniture)
        notes.append(f"网页上报告以外的文字（{_shortened(words)}，共{count}处），没有录入")
    if unseen.shown_by_script:
        notes.append("网页保存时正文还没有显示出来（要由网页里的脚本显示），已按显示出来的样子读入")
    notes += _unseen_notes(walker)
    if pictures := _pictures(root, parts.blocks):
        notes.append(f"网页里没有表格，有{pictures}张图片，图片里的文字和数字没有读取")
    if page.lost:
        notes.append(f"网页里有{page.lost}个字符无法识别，显示为“\ufffd”，请对照原文改正")
    return SourceDocument(name, "网页", parts.blocks, tuple(notes), title=_title(root))


def _pictures(root: etree._Element, blocks: Sequence[Block]) -> int:
    """Return how many pictures may be the tables of a page that has none, small ones left out."""
    if any(isinstance(block, SourceTable) for block in blocks):
        return 0
    widths = (
        whole_number(image.get("width"), LEAST_PICTURE, most=9999) for image in root.iter("img")
    )
    return sum(width >= LEAST_PICTURE for width in widths)


def _unseen_notes(walker: HtmlWalker) -> Iterator[str]:
    if walker.unseen:
        words = _shortened("、".join(" ".join(text.split()) for text in walker.unseen))
        yield f"网页里有不显示的文字（{words}，共{len(walker.unseen)}处），没有录入"
    for text in walker.in_tables[:_MOST_ROWS]:
        yield f"表格里不显示的行或格（{_shortened('、'.join(text.split()))}），没有录入"
    if len(walker.in_tables) > _MOST_ROWS:
        yield f"表格里不显示的行或格共{len(walker.in_tables)}处，都没有录入"


def _shortened(words: str) -> str:
    return words if len(words) <= _SHOWN else words[:_SHOWN] + "…"


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
