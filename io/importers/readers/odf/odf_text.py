"""The body of an OpenDocument text walked in order into paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from importers.attribute_numbers import whole_number
from importers.readers.odf.odf_lists import ListNumbers
from importers.readers.odf.odf_names import (
    CELL,
    COVERED,
    PARAGRAPHS,
    ROW,
    STYLE_NAME,
    TABLE,
    TABLE_TAG,
    TEXT,
    Element,
)
from importers.readers.odf.odf_package import OdfParts
from importers.readers.odf.odf_runs import Changes, changes_of, read_runs
from importers.readers.odf.odf_styles import OdfStyles
from importers.source_document import Block, Paragraph, SourceCell, SourceTable

MOST_DEPTH = 40
MOST_SPAN = 200
MOST_REPEATED = 200
LONGEST_QUOTE = 60
_LIST, _ITEM, _HEADER = TEXT + "list", TEXT + "list-item", TEXT + "list-header"
_SKIPPED = frozenset(
    TEXT + name
    for name in ("tracked-changes", "sequence-decls", "variable-decls", "user-field-decls")
)
_INDEX = (TEXT + "table-of-content", TEXT + "alphabetical-index", TEXT + "illustration-index")
_ROW_WRAPPERS = tuple(
    TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group")
)
_COLLAPSED = ("collapse", "filter")


class TooDeepError(Exception):
    """Tables, lists or boxes stand in one another deeper than is followed."""


@dataclass
class _Place:
    """The list that a paragraph stands in, its level, and the number not yet shown."""

    style: str = ""
    level: int = -1
    number: str = ""


class OdfTextWalker:
    """Walks a text and yields its blocks in reading order; `notes` are Chinese lines."""

    def __init__(self, parts: OdfParts) -> None:
        """Take the parts of the document."""
        self.notes: list[str] = []
        self._styles = OdfStyles(parts.styles)
        self._lists = ListNumbers(self._styles)
        self._changes: Changes = changes_of(parts.body)
        self._behind: list[Block] | None = None
        self._on_ground = False

    def blocks(
        self, container: Element, depth: int = 0, place: _Place | None = None
    ) -> Iterator[Block]:
        """Yield the blocks of a body, section, item, cell or note; TooDeepError beyond limits."""
        if depth > MOST_DEPTH:
            raise TooDeepError
        place = place or _Place()
        for item in container:
            if isinstance(item.tag, str) and item.tag not in _SKIPPED:
                yield from self._blocks_of(item, depth, place)

    def _blocks_of(self, item: Element, depth: int, place: _Place) -> Iterator[Block]:
        tag = item.tag
        if tag in PARAGRAPHS:
            yield from self._paragraph(item, depth, place)
        elif tag == TABLE_TAG:
            yield from self._table(item, depth)
        elif tag == _LIST:
            yield from self._list(item, depth, place)
        elif tag in _INDEX:
            self.notes.append("来源里自动生成的目录没有录入")
        elif not self._is_unseen(item):
            yield from self.blocks(item, depth + 1, place)

    def _is_unseen(self, section: Element) -> bool:
        if section.tag != TEXT + "section" or section.get(TEXT + "display", "true") == "true":
            return False
        words = "".join("".join(map(str, section.itertext())).split())
        if words:
            self.notes.append(f"来源里隐藏的一节（{words[:LONGEST_QUOTE]}）没有录入")
        return True

    def _list(self, element: Element, depth: int, outer: _Place) -> Iterator[Block]:
        style = element.get(STYLE_NAME, "") or outer.style
        if outer.level < 0:
            self._lists.begin(element, style)
        for item in element.iterchildren(_ITEM, _HEADER):
            place = _Place(style, outer.level + 1)
            if item.tag == _ITEM and _has_own_words(item):
                place.number = self._lists.number(item, style, place.level)
            yield from self.blocks(item, depth + 1, place)

    def _paragraph(self, element: Element, depth: int, place: _Place) -> Iterator[Block]:
        found = read_runs(element, self._styles, self._changes, on_ground=self._on_ground)
        paragraph = found.paragraph
        if paragraph.text.strip():
            if place.number:
                paragraph = replace(paragraph, text=place.number + paragraph.text)
                place.number = ""
            yield paragraph
        elif paragraph.marked:
            yield replace(paragraph, text="")
        for box in found.boxes:
            yield from self.blocks(box, depth + 1)
        for note in found.notes:
            if self._behind is None:
                yield from self.blocks(note, depth + 1)
            else:
                self._behind += self.blocks(note, depth + 1)

    def _table(self, table: Element, depth: int) -> Iterator[Block]:
        """Yield the table, then what in its cells is more than text: notes, tables."""
        extra: list[Block] = []
        outer, self._behind = self._behind, extra
        cells: list[SourceCell] = []
        row = 0
        for element in _rows(table):
            repeated = whole_number(
                element.get(TABLE + "number-rows-repeated"), 1, least=1, most=MOST_REPEATED
            )
            if element.get(TABLE + "visibility") in _COLLAPSED:
                self._tell_row(element)
                continue
            for _ in range(repeated):
                cells += self._cells(element, row, depth, extra)
                row += 1
        self._behind = outer
        yield SourceTable(tuple(cells))
        yield from extra

    def _tell_row(self, row: Element) -> None:
        words = "、".join(filter(None, ("".join(map(str, c.itertext())).strip() for c in row)))
        if words:
            self.notes.append(f"隐藏的表格行「{words[:LONGEST_QUOTE]}」没有录入")

    def _cells(
        self, row_element: Element, row: int, depth: int, extra: list[Block]
    ) -> Iterator[SourceCell]:
        column = 0
        for item in row_element.iterchildren(CELL, COVERED):
            repeated = whole_number(
                item.get(TABLE + "number-columns-repeated"), 1, least=1, most=MOST_REPEATED
            )
            if item.tag == COVERED:
                column += repeated
                continue
            words = self._cell(item, depth, extra)
            rows, columns = _span(item, "rows"), _span(item, "columns")
            for _ in range(repeated):
                yield SourceCell(row, column, words.text, rows, columns, words.marked)
                column += 1

    def _cell(self, cell: Element, depth: int, extra: list[Block]) -> Paragraph:
        lines: list[Paragraph] = []
        outer = self._on_ground
        self._on_ground = outer or self._styles.has_ground(
            "table-cell", cell.get(TABLE + "style-name", "")
        )
        for block in self.blocks(cell, depth + 1):
            if isinstance(block, Paragraph):
                lines.append(block)
            else:
                extra.append(block)
        self._on_ground = outer
        marked = tuple(item for line in lines for item in line.marked)
        return Paragraph("\n".join(line.text for line in lines if line.text), marked=marked)


def _has_own_words(item: Element) -> bool:
    """Return whether an item begins with a paragraph; one that only holds a list has no number."""
    first = next(iter(item), None)
    return first is not None and first.tag in PARAGRAPHS


def _rows(table: Element) -> Iterator[Element]:
    for item in table:
        if item.tag == ROW:
            yield item
        elif item.tag in _ROW_WRAPPERS:
            yield from _rows(item)


def _span(cell: Element, what: str) -> int:
    text = cell.get(f"{TABLE}number-{what}-spanned")
    return whole_number(text, 1, least=1, most=MOST_SPAN)
