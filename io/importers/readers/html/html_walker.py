"""Walks the tree of a page and yields its paragraphs and tables in reading order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from lxml import etree

from importers.attribute_numbers import whole_number
from importers.readers.html.html_names import (
    BLOCKS,
    HEADINGS,
    Element,
    is_list_mark,
    is_never_text,
    name_of,
    sheet_name,
    style_of,
    text_of,
)
from importers.readers.html.html_styles import USUAL, PageStyles, Shown
from importers.readers.html.html_table import collect_rows, grid_of
from importers.readers.list_numbers import MOST_NUMBER, format_number
from importers.readers.looks import Run, shown_text
from importers.readers.text.txt_reader import text_document
from importers.source_document import Block, Paragraph, SourceTable

_BREAK = "\u2028"
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_WIDE = re.compile(
    "[\u2014\u2018-\u201d\u2026\u2e80-\u303e\u3041-\u33ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]"
)
_NUMBER = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）]")
_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_TYPED = ("text", "number", "tel", "")
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


@dataclass(frozen=True)
class Way:
    """How a page is walked: its styles, its tables that are only layout, what is unseen.

    `keeps_blanks` says that each blank of the source counts.
    """

    styles: PageStyles
    layout: set[Element]
    is_unseen: Callable[[Element], bool]
    keeps_blanks: bool = False


class HtmlWalker:
    """Collects the items of a page, cell or caption.

    `ranges` are the items of each element that holds a table, inner elements first; `unseen` are
    the words of whole blocks that are not shown, `in_tables` those of rows and cells.
    """

    def __init__(self, way: Way, shown: Shown = USUAL, *, is_cell: bool = False) -> None:
        """Take how the page is walked, and how text around the element is shown."""
        self.items: list[Item] = []
        self.ranges: list[tuple[int, int]] = []
        self.unseen: list[str] = []
        self.in_tables: list[str] = []
        self._way = way
        self._shown_as = [shown]
        self._is_cell = is_cell
        self._parts: list[Run] = []
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
        if self._way.is_unseen(element):
            self._take_unseen(element)
            return True
        if self._is_mark(element):
            return True
        name = name_of(element)
        if name == "table" and element not in self._way.layout and not is_root:
            self._take_table(element)
            return True
        if name == "pre" and element.find(".//table") is None:
            self._take_preformatted(element)
            return True
        return False

    def _take_unseen(self, element: etree._Element) -> None:
        """Note what is not shown: within a text or a cell by its place, else by its words."""
        if self._is_cell or name_of(element) not in BLOCKS:
            look = replace(self._shown_as[-1].look, is_hidden=True)
            self._parts.append((text_of(element), look))
            self._linked.append(self._links > 0)
        elif words := text_of(element).strip():
            self.unseen.append(words)

    def _is_mark(self, element: etree._Element) -> bool:
        """Take what an office program wrote to mark a sheet or a list item."""
        sheet = sheet_name(element)
        if sheet is not None:
            # The name of a sheet is a heading only where it is written as one.
            self.items += [Item(Paragraph(sheet))] if _NUMBER.match(sheet) else []
            return True
        if is_list_mark(element):
            self._parts.append(("".join(text_of(element).split()), self._shown_as[-1].look))
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
        self._shown_as.append(self._way.styles.within(self._shown_as[-1], element))
        self._add(element.text)
        if name == "input" and self._is_cell and element.get("type", "text").lower() in _TYPED:
            self._add(element.get("value"))

    def _end(self, element: etree._Element) -> None:
        name = name_of(element)
        self._shown_as.pop()
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
            self._parts.append((_BREAK, self._shown_as[-1].look))
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
            self._parts.append((text, self._shown_as[-1].look))
            if text.strip():
                self._linked.append(self._links > 0)

    def _flush(self) -> None:
        """End the paragraph that is open."""
        shown = shown_text(self._parts)
        text, marked = self._shown(shown.text), tuple(shown.marked)
        linked, self._linked, self._parts = self._linked, [], []
        if text:
            # Where a number is written out, the page's style sheet hides the list's own.
            prefix = "" if _NUMBER.match(text) else self._prefix
            block = Paragraph(prefix + text, marked=marked)
            self.items.append(Item(block, all(linked), any(linked)))
            self._prefix = ""
        elif marked:
            self.items.append(Item(Paragraph("", marked=marked)))

    def _shown(self, text: str) -> str:
        """Return the text as a browser shows it, without the blanks at its ends.

        A line that ends between Chinese characters or beside one is only the source's line.
        """
        if self._way.keeps_blanks:
            shown = re.sub(r"[ \t\r\n\f]", " ", text)
        else:
            shown = _BLANKS.sub(_blank, text)
        return shown.replace("\u00a0", " ").replace(_BREAK, "\n").strip()

    def _take_table(self, table: etree._Element) -> None:
        """Add the table, what stands in none of its cells before it, tables in it behind it."""
        self._flush()
        behind: list[Item] = []

        def read_cell(cell: etree._Element) -> Paragraph:
            inner = HtmlWalker(self._way, self._shown_in(table, cell), is_cell=True)
            inner.walk(cell)
            self.in_tables += inner.in_tables
            lines = [item.block for item in inner.items]
            behind.extend(item for item in inner.items if isinstance(item.block, SourceTable))
            texts = [block for block in lines if isinstance(block, Paragraph)]
            marked = tuple(item for block in texts for item in block.marked)
            return Paragraph("\n".join(b.text for b in texts if b.text), marked=marked)

        found = collect_rows(table, read_cell, self._way.is_unseen)
        self.in_tables += [words for words in map(str.strip, found.unseen) if words]
        self.items += [Item(Paragraph(text)) for text in found.strays]
        self._last_table = len(self.items)
        self.items += [Item(grid_of(found.rows)), *behind]

    def _shown_in(self, table: etree._Element, cell: etree._Element) -> Shown:
        """Return how text in the row of a cell is shown."""
        around = []
        for element in cell.iterancestors():
            around.append(element)
            if element is table:
                break
        shown = self._shown_as[-1]
        for element in reversed(around):
            shown = self._way.styles.within(shown, element)
        return shown


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
