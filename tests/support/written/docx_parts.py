"""An independent walk over a Word file's XML, without the library that wrote it."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Cell:
    """A cell as found: place, spans and text."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str


def part(path: Path, name: str) -> etree._Element:
    """Return the root of a part such as "word/document.xml"."""
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read(name))


def body(path: Path) -> list[etree._Element]:
    """Return the children of the document's body."""
    found = part(path, "word/document.xml").find(f"{W}body")
    assert found is not None
    return list(found)


def text_of(element: etree._Element) -> str:
    """Return the text of a paragraph or a cell; tabs and breaks count as characters."""
    marks = {f"{W}tab": "\t", f"{W}br": "\n"}
    return "".join(
        marks.get(str(item.tag), item.text or "") for item in element.iter(f"{W}t", *marks)
    )


def value(element: etree._Element, path: str, name: str = "val") -> str | None:
    """Return a w: attribute of the first descendant on that path, or None."""
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}{name}")


def has(element: etree._Element, path: str) -> bool:
    """Return whether a descendant stands on that path."""
    return element.find("/".join(f"{W}{step}" for step in path.split("/"))) is not None


def paragraphs(path: Path) -> list[tuple[str, str]]:
    """Return (style, text) of the paragraphs outside of tables."""
    return [
        (value(item, "pPr/pStyle") or "", text_of(item))
        for item in body(path)
        if item.tag == f"{W}p"
    ]


def tables(path: Path) -> list[etree._Element]:
    """Return the tables."""
    return [item for item in body(path) if item.tag == f"{W}tbl"]


def cells(table: etree._Element) -> list[Cell]:
    """Return the cells with vertical merges resolved, in reading order."""
    found: dict[tuple[int, int], Cell] = {}
    open_at: dict[int, tuple[int, int]] = {}
    for row, line in enumerate(table.findall(f"{W}tr")):
        column = 0
        for item in line.findall(f"{W}tc"):
            span = int(value(item, "tcPr/gridSpan") or 1)
            if value(item, "tcPr/vMerge") == "continue":
                key = open_at[column]
                old = found[key]
                found[key] = Cell(old.row, old.column, old.row_span + 1, span, old.text)
                assert span == old.column_span
                assert text_of(item) == ""
            else:
                found[(row, column)] = Cell(row, column, 1, span, text_of(item))
                open_at[column] = (row, column)
            column += span
        assert column == len(table.findall(f"{W}tblGrid/{W}gridCol"))
    return sorted(found.values(), key=lambda cell: (cell.row, cell.column))
