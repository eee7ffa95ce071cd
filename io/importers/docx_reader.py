"""Word files (.docx): the document's XML walked in order into the neutral document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from lxml import etree

from importers.docx_names import STRICT, TRANSITIONAL, W, child
from importers.docx_numbering import NumberingCounter
from importers.docx_table import read_table
from importers.docx_text import is_joined_to_next, read_paragraph
from importers.source_document import Block, Paragraph, SourceDocument
from storage.errors import FileProblem, unreadable

if TYPE_CHECKING:
    from docx.opc.part import Part

OLE_START = b"\xd0\xcf\x11\xe0"
MOST_DEPTH = 20
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_WRAPPERS = {W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}


def read_docx(path: Path) -> SourceDocument:
    """Return the Word file as a neutral document; FileProblem if it cannot be read."""
    part = _open_package(path)
    body = _root(part, path)
    walker = DocxWalker(part, path)
    blocks = tuple(walker.blocks(body[0] if len(body) else body))
    notes = ("来源文件里有隐藏文字，没有录入",) if walker.has_hidden else ()
    return SourceDocument(path.name, "Word 文档", blocks, notes)


def _open_package(path: Path) -> Part:
    """Return the main part of the package."""
    from docx.opc.exceptions import PackageNotFoundError
    from docx.package import Package

    try:
        with path.open("rb") as file:
            start = file.read(4)
        if start == OLE_START:
            raise FileProblem(
                f"「{path.name}」是加密文档或旧版 Word 格式，请用 Word 或 WPS 打开，"
                "去掉密码后另存为 .docx 再导入。"
            )
        return cast("Part", Package.open(str(path)).main_document_part)
    except OSError as error:
        raise unreadable(path, error) from error
    except (PackageNotFoundError, KeyError, ValueError, AttributeError, etree.LxmlError) as error:
        raise _broken(path) from error
    except Exception as error:
        # zipfile and zlib raise many kinds; whatever they say, the file is no Word document.
        if isinstance(error, FileProblem):
            raise
        raise _broken(path) from error


def _broken(path: Path) -> FileProblem:
    return FileProblem(
        f"「{path.name}」不是 Word 文档，或文件已损坏。"
        "请用 Word 或 WPS 打开，另存为 .docx 后再导入。"
    )


def _root(part: Part, path: Path) -> etree._Element:
    """Return the root of a part; what python-docx has parsed is not parsed again."""
    element = getattr(part, "element", None)
    if etree.iselement(element) and not str(element.tag).startswith(f"{{{STRICT}"):
        return element
    return _tree(part.blob, path)


def _tree(blob: bytes, path: Path) -> etree._Element:
    """Return the root of a part's XML; entities are never resolved."""
    if STRICT.encode() in blob:
        blob = blob.replace(STRICT.encode(), TRANSITIONAL.encode())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(blob, parser)
    except etree.XMLSyntaxError as error:
        raise _broken(path) from error


class DocxWalker:
    """Walks the body of a Word document and yields its blocks in reading order."""

    def __init__(self, part: Part, path: Path) -> None:
        """Read the parts that the body refers to: numbering, styles and notes."""
        self._path = path
        self._part = part
        self._counter = NumberingCounter(self._related("numbering"), self._related("styles"))
        self._notes = {
            "footnote": self._read_notes("footnotes", "footnote"),
            "endnote": self._read_notes("endnotes", "endnote"),
        }
        self._pending = ""
        self.has_hidden = False

    def _related(self, kind: str) -> etree._Element | None:
        for relation in self._part.rels.values():
            if relation.is_external:
                continue
            if relation.reltype in (_RELATION + kind, _STRICT_RELATION + kind):
                return _root(relation.target_part, self._path)
        return None

    def _read_notes(self, kind: str, name: str) -> dict[str, etree._Element]:
        root = self._related(kind)
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
            if item.tag == W + "p":
                yield from self._paragraph(item, depth)
            elif item.tag == W + "tbl":
                yield from self._table(item, depth)
            elif item.tag in _WRAPPERS:
                yield from self.blocks(item, depth + 1)

    def _paragraph(self, paragraph: etree._Element, depth: int) -> Iterator[Block]:
        found = read_paragraph(paragraph)
        self.has_hidden = self.has_hidden or found.has_hidden
        text = found.text
        if text.strip():
            text = self._counter.number_of(child(paragraph, "pPr")) + text
        if is_joined_to_next(paragraph):
            self._pending += text
        else:
            text, self._pending = self._pending + text, ""
            if text.strip():
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
