"""Word files (.docx): the document's XML walked in order into the neutral document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from importers.docx_names import TBL, WRAPPERS, P, W, child
from importers.docx_numbering import NumberingCounter
from importers.docx_package import DocxPackage, open_package
from importers.docx_table import read_table
from importers.docx_text import is_joined_to_next, read_paragraph
from importers.source_document import Block, Paragraph, SourceDocument

MOST_DEPTH = 20


def read_docx(path: Path) -> SourceDocument:
    """Return the Word file as a neutral document; FileProblem if it cannot be read."""
    package = open_package(path)
    root = package.document()
    walker = DocxWalker(package)
    blocks = tuple(walker.blocks(root[0] if len(root) else root))
    notes = ("来源文件里有隐藏文字，没有录入",) if walker.has_hidden else ()
    return SourceDocument(path.name, "Word 文档", blocks, notes)


class DocxWalker:
    """Walks the body of a Word document and yields its blocks in reading order."""

    def __init__(self, package: DocxPackage) -> None:
        """Read the parts that the body refers to: numbering, styles and notes."""
        self._package = package
        is_numbered = package.mentions("numPr") or package.mentions("numPr", "styles")
        self._counter = NumberingCounter(
            package.part("numbering") if is_numbered else None,
            package.part("styles") if is_numbered else None,
        )
        self._notes = {
            "footnote": self._read_notes("footnotes", "footnote"),
            "endnote": self._read_notes("endnotes", "endnote"),
        }
        self._pending = ""
        self._can_hide = package.mentions("vanish")
        self._can_join = package.mentions(":del") or package.mentions(":moveFrom")
        self.has_hidden = False

    def _read_notes(self, kind: str, name: str) -> dict[str, etree._Element]:
        root = self._package.part(kind)
        if root is None:
            return {}
        return {
            note.get(W + "id", ""): note
            for note in root.iterchildren(W + name)
            if note.get(W + "type") in (None, "normal")
        }

    def blocks(self, container: etree._Element, depth: int = 0) -> Iterator[Block]:
        """Yield the paragraphs and tables of a body, cell, text box or note."""
        if depth > MOST_DEPTH:
            return
        for item in container:
            tag = item.tag
            if tag == P:
                yield from self._paragraph(item, depth)
            elif tag == TBL:
                yield from self._table(item, depth)
            elif tag in WRAPPERS:
                yield from self.blocks(item, depth + 1)

    def _paragraph(self, paragraph: etree._Element, depth: int) -> Iterator[Block]:
        found = read_paragraph(paragraph, can_hide=self._can_hide)
        self.has_hidden = self.has_hidden or found.has_hidden
        properties = child(paragraph, "pPr")
        text = found.text
        if text and not text.isspace():
            text = self._counter.number_of(properties) + text
        if self._can_join and is_joined_to_next(properties):
            self._pending += text
        else:
            text, self._pending = self._pending + text, ""
            if text and not text.isspace():
                yield Paragraph(text)
        for box in found.boxes:
            yield from self.blocks(box, depth + 1)
        for kind, identity in found.notes:
            note = self._notes[kind].get(identity)
            if note is not None:
                yield from self.blocks(note, depth + 1)

    def _table(self, element: etree._Element, depth: int) -> Iterator[Block]:
        """Yield the table, then what in its cells is more than text: boxes, notes, tables."""
        extra: list[Block] = []

        def cell_text(cell: etree._Element) -> str:
            lines = []
            for block in self.blocks(cell, depth + 1):
                if isinstance(block, Paragraph):
                    lines.append(block.text)
                else:
                    extra.append(block)
            return "\n".join(lines)

        yield read_table(element, cell_text)
        yield from extra
