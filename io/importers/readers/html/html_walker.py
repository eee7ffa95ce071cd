"""Walks the tree of a page and yields its paragraphs and tables in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from importers.attribute_numbers import whole_number
from importers.readers.html.html_names import (
    BLOCKS,
    HEADINGS,
    is_hidden,
    is_list_mark,
    is_never_text,
    name_of,
    sheet_name,
    style_of,
    text_of,
)
from importers.readers.html.html_table import collect_rows, grid_of
from importers.readers.list_numbers import MOST_NUMBER, format_number
from importers.readers.text.txt_reader import text_document
from importers.source_document import Block, Paragraph, SourceTable

_BREAK = "\u2028"
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_WIDE = re.compile(
    "[\u2014\u2018-\u201d\u2026\u2e80-\u303e\u3041-\u33ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]"
)
_NUMBER = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）]")
_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CHINESE = ("cjk-ideographic", "simp-chinese", "trad-chinese", "ideograph")


@dataclass(frozen=True)
class Item:
    """A block of the page; `is_link` says that all its words are links, `has_link` some."""

    block: Block
    is_link: bool = False
    has_link: bool = False


@dataclass
class _List:
    """An open list and the number of its last item; only ordered lists have numbers."""

    is_ordered: bool
    number: int = 0
    format: str = "decimal"


class HtmlWalker:
    """Collects the items of a page, cell or caption.

    `ranges` are the items of each element that holds a table, inner elements first.
    """

    def __init__(self, layout: set[etree._Element], keeps_blanks: bool = False) -> None:
        """Take the tables that are only layout, and whether each blank of the source counts."""
        self.items: list[Item] = []
        self.ranges: list[tuple[int, int]] = []
        self.has_hidden = False
        self._layout = layout
        self._keeps_blanks = keeps_blanks
        self._parts: list[str] = []
        self._linked: list[bool] = []
        self._links = 0
        self._headings = 0
        self._lists: list[_List] = []
        self._prefix = ""
        self._last_table = -1

    def walk(self, root: etree._Element) -> None:
        """Collect the items of an element; FileProblem if preformatted text is far too long."""
        starts: list[int] = []
        walker = etree.iterwalk(root, events=("start", "end"))
        skipped = False
        for event, element in walker:
            if event == "start":
                skipped = self._is_taken_whole(element, is_root=element is root)
                if skipped:
                    walker.skip_subtree()
                else:
                    self._start(element)
                    starts.append(len(self.items))
                continue
            if not skipped:
                self._end(element)
                self._note_range(starts.pop())
            skipped = False
            if element is not root:
                self._add(element.tail)
        self._flush()

    def _note_range(self, start: int) -> None:
        if self._last_table >= start and self.ranges[-1:] != [(start, len(self.items))]:
            self.ranges.append((start, len(self.items)))

    def _is_taken_whole(self, element: etree._Element, is_root: bool) -> bool:
        """Take what is not walked into: tables, text set as it is, and what is not shown."""
        if is_never_text(element):
            return True
        if is_hidden(element):
            self.has_hidden = self.has_hidden or bool(text_of(element).strip())
            return True
        if self._is_mark(element):
            return True
        name = name_of(element)
        if name == "table" and element not in self._layout and not is_root:
            self._take_table(element)
            return True
        if name == "pre" and element.find(".//table") is None:
            self._take_preformatted(element)
            return True
        return False

    def _is_mark(self, element: etree._Element) -> bool:
        """Take what an office program wrote to mark a sheet or a list item."""
        sheet = sheet_name(element)
        if sheet is not None:
            # The name of a sheet is a heading only where it is written as one.
            self.items += [Item(Paragraph(sheet))] if _NUMBER.match(sheet) else []
            return True
        if is_list_mark(element):
            self._parts.append("".join(text_of(element).split()))
            self._linked.append(False)
            return True
        return False

    def _take_preformatted(self, element: etree._Element) -> None:
        self._flush()
        blocks = text_document(text_of(element), "网页").blocks
        self.items += [Item(block) for block in blocks]

    def _start(self, element: etree._Element) -> None:
        name = name_of(element)
        if name in BLOCKS:
            self._flush()
        if name == "br":
            self._break()
        elif name in ("ol", "ul"):
            self._lists.append(_list_of(element, name == "ol"))
        elif name == "li":
            self._number(element)
        elif name == "a":
            self._links += 1
        elif name in HEADINGS:
            self._headings += 1
        self._add(element.text)

    def _end(self, element: etree._Element) -> None:
        name = name_of(element)
        if name in BLOCKS:
            self._flush()
        if name in ("ol", "ul"):
            self._lists.pop()
        elif name == "li":
            self._prefix = ""
        elif name == "a":
            self._links -= 1
        elif name in HEADINGS:
            self._headings -= 1

    def _break(self) -> None:
        # A heading stays one paragraph; elsewhere a broken line begins a paragraph of its own.
        if self._headings:
            self._parts.append(_BREAK)
        else:
            self._flush()

    def _number(self, item: etree._Element) -> None:
        self._prefix = ""
        if not self._lists or not self._lists[-1].is_ordered:
            return
        current = self._lists[-1]
        following = current.number + 1
        current.number = whole_number(item.get("value"), following, most=MOST_NUMBER)
        shown = format_number(current.number, current.format)
        self._prefix = shown + ("、" if current.format == "chineseCounting" else ".")

    def _add(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            if text.strip():
                self._linked.append(self._links > 0)

    def _flush(self) -> None:
        """End the paragraph that is open."""
        text = self._shown("".join(self._parts))
        linked, self._linked, self._parts = self._linked, [], []
        if text:
            # Where a number is written out, the page's style sheet hides the list's own.
            prefix = "" if _NUMBER.match(text) else self._prefix
            item = Item(Paragraph(prefix + text), all(linked), any(linked))
            self.items.append(item)
            self._prefix = ""

    def _shown(self, text: str) -> str:
        """Return the text as a browser shows it, without the blanks at its ends.

        A line that ends between Chinese characters or beside one is only the source's line.
        """
        if self._keeps_blanks:
            shown = re.sub(r"[ \t\r\n\f]", " ", text)
        else:
            shown = _BLANKS.sub(_blank, text)
        return shown.replace("\u00a0", " ").replace(_BREAK, "\n").strip()

    def _take_table(self, table: etree._Element) -> None:
        """Add the table, what stands in none of its cells before it, tables in it behind it."""
        self._flush()
        behind: list[Item] = []

        def read_cell(cell: etree._Element) -> str:
            inner = HtmlWalker(self._layout, self._keeps_blanks)
            inner.walk(cell)
            self.has_hidden = self.has_hidden or inner.has_hidden
            lines = [item.block for item in inner.items]
            behind.extend(item for item in inner.items if isinstance(item.block, SourceTable))
            return "\n".join(block.text for block in lines if isinstance(block, Paragraph))

        found = collect_rows(table, read_cell)
        self.items += [Item(Paragraph(text)) for text in found.strays]
        self._last_table = len(self.items)
        self.items += [Item(grid_of(found.rows)), *behind]


def _blank(match: re.Match[str]) -> str:
    """Return the one blank that blanks come to, or none where a line of Chinese goes on."""
    if "\n" not in match[0] and "\r" not in match[0]:
        return " "
    text = match.string
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return "" if _WIDE.match(before) or _WIDE.match(after) else " "


def _list_of(element: etree._Element, is_ordered: bool) -> _List:
    style = style_of(element)
    number = whole_number(element.get("start"), 1, most=MOST_NUMBER) - 1
    kind = _FORMATS.get(element.get("type", ""), "decimal")
    if any(mark in style for mark in _CHINESE):
        kind = "chineseCounting"
    return _List(is_ordered and "list-style-type:none" not in style, number, kind)
