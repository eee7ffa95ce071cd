"""The words of a Word paragraph: insertions kept, deletions and hidden text left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from importers.attribute_numbers import hex_character
from importers.readers.word.docx_names import MC, R, T, W, child, is_on

SKIPPED = {
    W + name
    for name in (
        "del",
        "moveFrom",
        "delText",
        "instrText",
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "commentReference",
        "fldData",
        "delInstrText",
        "rt",
        "tcPr",
        "tblPr",
        "object",
    )
}
CHARACTERS = {
    W + "tab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "ptab": "\t",
    W + "softHyphen": "",
}
TEXT_BOX, SYM, _BR = W + "txbxContent", W + "sym", W + "br"
NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}


@dataclass
class ParagraphText:
    """A paragraph's text, the text boxes anchored in it, and the notes that it refers to."""

    text: str = ""
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    has_hidden: bool = False


def plain_text(paragraph: etree._Element) -> str:
    """Return the words of a `w:p` that holds nothing but plain runs."""
    return "".join([item.text or "" for item in paragraph.iter(T)])


def read_paragraph(paragraph: etree._Element) -> ParagraphText:
    """Return what a `w:p` says, run by run, through every wrapper that Word puts around runs."""
    found = ParagraphText()
    found.text = "".join(_walk(paragraph, found))
    return found


def is_joined_to_next(properties: etree._Element | None) -> bool:
    """Return whether the mark of a paragraph with these properties was deleted as a change."""
    if properties is None:
        return False
    mark = child(properties, "rPr")
    if mark is None:
        return False
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def _walk(element: etree._Element, found: ParagraphText) -> Iterator[str]:
    for item in element:
        tag = item.tag
        if tag == T:
            yield item.text or ""
        elif tag == R:
            yield from _run(item, found)
        elif isinstance(tag, str) and tag not in SKIPPED:
            yield from _special(item, tag, found)


def _run(run: etree._Element, found: ParagraphText) -> Iterator[str]:
    if is_on(child(child(run, "rPr"), "vanish")):
        found.has_hidden = found.has_hidden or any(text.text for text in run.iter(T))
    else:
        yield from _walk(run, found)


def _special(item: etree._Element, tag: str, found: ParagraphText) -> Iterator[str]:
    """Yield what stands for characters; note what is read behind the paragraph."""
    if tag in CHARACTERS:
        yield _break(item) if tag == _BR else CHARACTERS[tag]
    elif tag == SYM:
        yield _symbol(item)
    elif tag == TEXT_BOX:
        found.boxes.append(item)
    elif tag in NOTES:
        found.notes.append((NOTES[tag], item.get(W + "id", "")))
    else:
        yield from _walk_inside(item, found)


def _walk_inside(item: etree._Element, found: ParagraphText) -> Iterator[str]:
    if item.tag == MC + "AlternateContent":
        # Both branches hold the same words: the newer one is read, the other only without it.
        for branch in (item.find(MC + "Choice"), item.find(MC + "Fallback")):
            if branch is not None:
                yield from _walk(branch, found)
                return
    else:
        yield from _walk(item, found)


def _break(item: etree._Element) -> str:
    """Return a line break; page and column breaks part no two lines of one paragraph."""
    return "" if item.get(W + "type") in ("page", "column") else "\n"


def _symbol(item: etree._Element) -> str:
    character = hex_character(item.get(W + "char"))
    # Symbol fonts map into the private area; what is shown there no other font shows.
    return "" if "\ue000" <= character <= "\uf8ff" else character
