"""Word files (.docx): the document's XML walked in order into the neutral document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from lxml import etree

from importers.readers.word.docx_looks import DocxLooks
from importers.readers.word.docx_marks import DocxMarks
from importers.readers.word.docx_names import TBL, TC_PR, WRAPPERS, P, W, child
from importers.readers.word.docx_numbering import NumberingCounter
from importers.readers.word.docx_package import DocxPackage
from importers.readers.word.docx_pictures import picture_notes
from importers.readers.word.docx_table import read_table
from importers.readers.word.docx_text import is_joined_to_next, plain_text, read_paragraph
from importers.source_document import Block, Marked, Paragraph, SourceDocument
from storage.content.report_data import NAMESPACE
from storage.errors import FileProblem

MOST_DEPTH = 40
"""Tables in tables, boxes in boxes: no report has more than a few."""


_NOTHING = Paragraph("")


class WordParts(Protocol):
    """What a document's parts are asked for, whatever file holds them."""

    def part(self, kind: str, mentioned: str = "") -> etree._Element | None:
        """Return the root of a part such as "styles"; None without it or what it should mention."""


class _TooDeepError(Exception):
    """Tables or boxes stand in one another deeper than is followed."""


def read_docx(path: Path, name: str = "") -> SourceDocument:
    """Return the Word file as a neutral document.

    FileProblem if it cannot be opened, is locked, broken or too large, or nests too deep.

    `name` is what the clerk knows the file by, where that is not its own name.
    """
    name = name or path.name
    with DocxPackage(path, name) as package:
        root = package.document()
        document = document_from(package, root, root[0] if len(root) else root, name)
        return replace(document, data=package.own_data(NAMESPACE.encode()))


def document_from(
    parts: WordParts, root: etree._Element, body: etree._Element, name: str
) -> SourceDocument:
    """Return the neutral document of a body; FileProblem if it nests too deep."""
    walker = DocxWalker(parts, root)
    try:
        blocks = tuple(walker.blocks(body))
    except _TooDeepError as error:
        raise FileProblem(
            f"「{name}」里的表格或文本框一层套一层，超过{MOST_DEPTH}层，无法读取。"
            "请把年度报告的内容复制到一个新的 Word 文档，另存为 .docx 后再导入。"
        ) from error
    notes = (*walker.notes, *picture_notes(body))
    return SourceDocument(name, "Word 文档", blocks, notes)


class DocxWalker:
    """Walks the body of a Word document and yields its blocks in reading order."""

    def __init__(self, package: WordParts, root: etree._Element) -> None:
        """Take the package and its document; other parts are read once they are needed."""
        self._package = package
        self._marks = DocxMarks(root)
        self._counter = _counter(package)
        self._looks = DocxLooks(lambda: package.part("styles"))
        self._notes: dict[str, dict[str, etree._Element]] = {}
        self._pending = _NOTHING
        # Where the notes to a table's cells go: they are no part of the figures.
        self._behind: list[Block] | None = None
        self.notes: list[str] = []

    def blocks(self, container: etree._Element, depth: int = 0) -> Iterator[Block]:
        """Yield the paragraphs and tables of a body, text box or note; `depth` counts its wrappers.

        FileProblem if a part that it refers to cannot be read.
        """
        for item in container:
            yield from self._blocks_of(item, depth)

    def _blocks_of(self, item: etree._Element, depth: int) -> Iterator[Block]:
        if depth > MOST_DEPTH:
            raise _TooDeepError
        tag = item.tag
        if tag == P:
            yield from self._paragraph(item, depth)
        elif tag == TBL:
            yield from self._table(item, depth)
        elif tag in WRAPPERS:
            yield from self.blocks(item, depth + 1)

    def _paragraph(self, paragraph: etree._Element, depth: int) -> Iterator[Block]:
        if self._marks.is_plain(paragraph):
            yield from _told(self._plain(paragraph))
            return
        found = read_paragraph(paragraph, self._looks.look_of)
        text = self._numbered(found.text, paragraph)
        if is_joined_to_next(child(paragraph, "pPr")):
            self._pending = self._joined(text, found.marked)
        else:
            yield from _told(self._whole(text, found.marked))
        for box in found.boxes:
            yield from self.blocks(box, depth + 1)
        for kind, identity in found.notes:
            note = self._notes_of(kind).get(identity)
            if note is None:
                continue
            if self._behind is None:
                yield from self.blocks(note, depth + 1)
            else:
                self._behind += self.blocks(note, depth + 1)

    def _plain(self, paragraph: etree._Element) -> Paragraph:
        return self._whole(self._numbered(plain_text(paragraph), paragraph))

    def _numbered(self, text: str, paragraph: etree._Element) -> str:
        """Return the text behind the number that Word shows before it; blanks have none."""
        if self._counter is None or not text or text.isspace():
            return text
        return self._counter.number_of(child(paragraph, "pPr")) + text

    def _joined(self, text: str, marked: tuple[Marked, ...]) -> Paragraph:
        return Paragraph(self._pending.text + text, marked=(*self._pending.marked, *marked))

    def _whole(self, text: str, marked: tuple[Marked, ...] = ()) -> Paragraph:
        """Return the text behind what was joined to it; "" if nothing but blanks."""
        if self._pending != _NOTHING:
            whole, self._pending = self._joined(text, marked), _NOTHING
        else:
            whole = Paragraph(text, marked=marked)
        return replace(whole, text="") if whole.text.isspace() else whole

    def _notes_of(self, kind: str) -> dict[str, etree._Element]:
        """Return the footnotes or endnotes by identity."""
        if kind not in self._notes:
            root = self._package.part(kind + "s")
            self._notes[kind] = {}
            if root is not None:
                self._marks.gather(root)
                self._notes[kind] = {
                    note.get(W + "id", ""): note
                    for note in root.iterchildren(W + kind)
                    if note.get(W + "type") in (None, "normal")
                }
        return self._notes[kind]

    def _table(self, element: etree._Element, depth: int) -> Iterator[Block]:
        """Yield the table, then what in its cells is more than text: boxes, notes, tables."""
        extra: list[Block] = []
        outer, self._behind = self._behind, extra

        def read_cell(cell: etree._Element) -> Paragraph:
            lines: list[Paragraph] = []
            for item in cell:
                # Nearly all there is: worth sparing the way over blocks.
                if item.tag == P and self._marks.is_plain(item):
                    lines.append(self._plain(item))
                elif item.tag != TC_PR:
                    for block in self._blocks_of(item, depth + 1):
                        if isinstance(block, Paragraph):
                            lines.append(block)
                        else:
                            extra.append(block)
            marked = tuple(item for line in lines for item in line.marked)
            return Paragraph("\n".join([line.text for line in lines if line.text]), marked=marked)

        table = read_table(element, read_cell, self._marks)
        self._behind = outer
        self.notes += table.notes
        yield table.grid
        yield from extra


def _told(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield a paragraph that says anything, or that something was left out of."""
    if paragraph.text or paragraph.marked:
        yield paragraph


def _counter(package: WordParts) -> NumberingCounter | None:
    """Return what counts the numbered paragraphs; None if the document has no lists."""
    numbering = package.part("numbering")
    if numbering is None:
        return None
    # Most documents have dozens of styles, none of which brings a number.
    return NumberingCounter(numbering, package.part("styles", mentioned="numPr"))
