"""Tags in a PDF file: what is heading, paragraph and table, for those who hear the pages.

ISO 32000-1, 14.7 and 14.8. Qt writes each stretch of letters as a text object of its own, in the
order in which they are painted; so each is marked as part of the block or cell that it belongs to,
and all else (rules, tints, page numbers, headers that are repeated) as no part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from pikepdf import Array, Dictionary, Name, Object, Pdf

from exporters.blocks import (
    Block,
    Content,
    Heading,
    PartStart,
    TableBlock,
    TableCell,
    Title,
    spoken_levels,
)
from exporters.lines.placed import Letters, Page
from exporters.paged.fonts import FontBook

_TEXT = re.compile(rb"^BT\n.*?^ET\n", re.MULTILINE | re.DOTALL)
_Place = tuple[int, int]
"""A page from 0, and the number of marked content on it."""
_Owner = Block | TableCell


def add_tags(
    document: Pdf, contents: Sequence[Content], pages: Sequence[Page], fonts: FontBook
) -> bool:
    """Tag the document and return whether it was: only if its texts are those that were painted."""
    owners = [_owners_of(page, fonts) for page in pages]
    streams = [_stream(document, index) for index in range(len(pages))]
    if any(len(_TEXT.findall(s)) != len(o) for s, o in zip(streams, owners, strict=True)):
        return False
    tree = _Tree(document, contents)
    for index, (stream, page_owners) in enumerate(zip(streams, owners, strict=True)):
        marked = tree.mark(index, stream, page_owners)
        document.pages[index].Contents = document.make_stream(marked)
    tree.close(contents)
    return True


def _stream(document: Pdf, index: int) -> bytes:
    page = document.pages[index]
    page.contents_coalesce()
    return page.Contents.read_bytes()


def _owners_of(page: Page, fonts: FontBook) -> list[_Owner | None]:
    """Return whose each text object of a page is: one for each family that a stretch needs."""
    owners: list[_Owner | None] = []
    for letters in page.letters:
        owners += [letters.owner] * _families(letters, fonts)
    return owners


def _families(letters: Letters, fonts: FontBook) -> int:
    glyphs = (fonts.glyph(char, letters.role) for char in letters.text)
    return len(list(groupby(glyphs, key=lambda glyph: glyph.family)))


class _Tree:
    """The structure of a document, built while its pages are marked."""

    def __init__(self, document: Pdf, contents: Sequence[Content]) -> None:
        self._document = document
        self._places: dict[int, list[_Place]] = {}
        self._counts: dict[int, int] = {}
        self._parents: dict[_Place, Object] = {}
        tables = (block for block in contents if isinstance(block, TableBlock))
        self._repeated = {
            id(cell)
            for table in tables
            for cell in table.cells
            if cell.row < table.header_rows or cell.row_span > 1
        }
        self._root = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))

    def mark(self, page: int, stream: bytes, owners: Sequence[_Owner | None]) -> bytes:
        """Return a page's content with each text marked; what is around them is none of it."""
        left = iter(owners)

        def marked(found: re.Match[bytes]) -> bytes:
            number = self._number(page, next(left))
            if number is None:
                return found.group()
            start = b"EMC\n/Span <</MCID %d>> BDC\n" % number
            return start + found.group() + b"EMC\n/Artifact BMC\n"

        return b"/Artifact BMC\n" + _TEXT.sub(marked, stream) + b"\nEMC\n"

    def _number(self, page: int, owner: _Owner | None) -> int | None:
        """Return the number of the content, None for what is read on an earlier page already."""
        if owner is None:
            return None
        places = self._places.setdefault(id(owner), [])
        if places and places[0][0] != page and id(owner) in self._repeated:
            return None
        number = self._counts.get(page, 0)
        self._counts[page] = number + 1
        places.append((page, number))
        return number

    # ------------------------------------------------------------ elements

    def close(self, contents: Sequence[Content]) -> None:
        """Put the elements of all blocks into the document, in the order of the report."""
        whole = self._element("Document", self._root)
        levels = iter(spoken_levels(contents))
        for block in contents:
            if isinstance(block, PartStart):
                continue
            level = next(levels) if isinstance(block, Heading) else 1
            whole.K.append(self._of_block(block, level, whole))
        self._root.K = whole
        self._number_pages()
        self._document.Root.StructTreeRoot = self._root
        self._document.Root.MarkInfo = Dictionary(Marked=True)

    def _of_block(self, block: Block, level: int, parent: Object) -> Object:
        if isinstance(block, TableBlock):
            return self._of_table(block, parent)
        kind = f"H{level}" if isinstance(block, Title | Heading) else "P"
        return self._with_text(kind, block, parent)

    def _of_table(self, table: TableBlock, parent: Object) -> Object:
        element = self._element("Table", parent)
        element.A = Dictionary(O=Name.Table, Summary=table.section)
        cells = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
        for _, row in groupby(cells, key=lambda cell: cell.row):
            line = self._element("TR", element)
            element.K.append(line)
            for cell in row:
                line.K.append(self._of_cell(cell, line))
        return element

    def _of_cell(self, cell: TableCell, parent: Object) -> Object:
        element = self._with_text("TD" if cell.role == "value" else "TH", cell, parent)
        about = Dictionary(O=Name.Table)
        if cell.role != "value":
            about.Scope = Name.Row if cell.role == "label" else Name.Column
        for name, count in (("/RowSpan", cell.row_span), ("/ColSpan", cell.column_span)):
            if count > 1:
                about[name] = count
        element.A = about
        return element

    def _with_text(self, kind: str, owner: _Owner, parent: Object) -> Object:
        element = self._element(kind, parent)
        places = self._places.get(id(owner), [])
        if places:
            element.Pg = self._document.pages[places[0][0]].obj
        for page, number in places:
            self._parents[page, number] = element
            place = self._document.pages[page].obj
            is_here = page == places[0][0]
            element.K.append(
                number if is_here else Dictionary(Type=Name.MCR, Pg=place, MCID=number)
            )
        return element

    def _element(self, kind: str, parent: Object) -> Object:
        element = Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=parent, K=Array())
        return self._document.make_indirect(element)

    def _number_pages(self) -> None:
        """Lead from each marked content of a page back to its element."""
        numbers = Array()
        for page in range(len(self._document.pages)):
            own = Array(list(self._of_page(page)))
            numbers.append(page)
            numbers.append(self._document.make_indirect(own))
            self._document.pages[page].obj.StructParents = page
            self._document.pages[page].obj.Tabs = Name.S
        self._root.ParentTree = self._document.make_indirect(Dictionary(Nums=numbers))
        self._root.ParentTreeNextKey = len(self._document.pages)

    def _of_page(self, page: int) -> Iterator[Object]:
        for number in range(self._counts.get(page, 0)):
            yield self._parents[page, number]
