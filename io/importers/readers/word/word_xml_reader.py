"""Word documents in one piece of XML: that of Word 2003, and packages written flat."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from importers.readers.word.docx_names import TRANSITIONAL, Element, P, R, T, W, child
from importers.readers.word.docx_reader import document_from, read_docx
from importers.safe_xml import XmlError, XmlTooLargeError, parse_xml
from importers.source_document import SourceDocument
from storage.errors import FileProblem, unreadable

MOST_BYTES = 64_000_000
_NAMESPACE = b"http://schemas.microsoft.com/office/word/2003/wordml"
_AUX = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_AML = "{http://schemas.microsoft.com/aml/2001/core}"
_FLAT = b"<pkg:package"
_HEAD = 8192
_MERGES = {W + "vmerge": W + "vMerge", W + "hmerge": W + "hMerge"}
_CHANGES = {
    "Word.Insertion": W + "ins",
    "Word.Deletion": W + "del",
    "Word.Comment": W + "instrText",
}
_WRAPPER, _SECTION = W + "smartTag", W + "customXml"
_NOTES = {W + "footnote": "footnotes", W + "endnote": "endnotes"}


class WordXmlParts:
    """The parts of a document of Word 2003: its styles, and the notes taken out of their runs."""

    def __init__(self, root: Element) -> None:
        """Take the root, whose body is brought to the names that newer files use."""
        self._parts: dict[str, Element] = {}
        styles = child(root, "styles")
        if styles is not None:
            self._parts["styles"] = styles
        self.notes: dict[str, Element] = {}

    def part(self, kind: str, mentioned: str = "") -> Element | None:
        """Return the root of a part such as "styles", else None."""
        return None if mentioned else self._parts.get(kind)

    def add_note(self, note: Element) -> None:
        """Put a note among those of its kind and leave a reference to it in its place."""
        kind = _NOTES[note.tag]
        holder = self._parts.setdefault(kind, etree.Element(W + kind))
        reference = etree.Element(note.tag + "Reference")
        identity = str(len(holder))
        reference.set(W + "id", identity)
        parent = note.getparent()
        if parent is not None:
            parent.replace(note, reference)
        note.set(W + "id", identity)
        holder.append(note)


def read_word_xml(path: Path) -> SourceDocument:
    """Return the document as a neutral one; FileProblem if it cannot be opened, or is broken."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        if _FLAT in head:
            return read_docx(path)
        if path.stat().st_size > MOST_BYTES:
            raise XmlTooLargeError
        data = path.read_bytes().replace(_NAMESPACE, TRANSITIONAL.encode())
        root = parse_xml(data)
    except OSError as error:
        raise unreadable(path, error) from error
    except XmlTooLargeError as error:
        raise FileProblem(
            f"「{path.name}」太大，不像一份年度报告。"
            "请把年度报告的内容复制到一个新的 Word 文档，另存为 .docx 后再导入。"
        ) from error
    except XmlError as error:
        raise _broken(path.name) from error
    body = child(root, "body")
    if body is None:
        raise _broken(path.name)
    parts = WordXmlParts(root)
    _rename(body, parts)
    return document_from(parts, root, body, path.name)


def _broken(name: str) -> FileProblem:
    return FileProblem(
        f"「{name}」不是 Word 的 XML 文档，或文件已损坏。"
        "请用 Word 或 WPS 打开，另存为 .docx 后再导入。"
    )


def _rename(body: Element, parts: WordXmlParts) -> None:
    """Bring the elements of Word 2003 to the names that newer files have for them."""
    for item in list(body.iter("{*}*")):
        if item.tag in _MERGES:
            item.tag = _MERGES[item.tag]
        elif item.tag == _AML + "annotation":
            item.tag = _CHANGES.get(item.get(W + "type", ""), _WRAPPER)
        elif item.tag == _AML + "content":
            item.tag = _WRAPPER
        elif item.tag in (_AUX + "sect", _AUX + "sub-section"):
            item.tag = _SECTION
        elif item.tag in _NOTES:
            parts.add_note(item)
        elif item.tag == _AUX + "t":
            _write_number(item)


def _write_number(mark: Element) -> None:
    """Write the number that Word kept of a list item before the words of its paragraph."""
    number = mark.get(_AUX + "val", "")
    paragraph = next(mark.iterancestors(P), None)
    if paragraph is None or not any(map(str.isalnum, number)):
        return
    run = etree.Element(R)
    etree.SubElement(run, T).text = number
    paragraph.insert(1 if child(paragraph, "pPr") is not None else 0, run)
