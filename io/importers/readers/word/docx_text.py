"""The words of a Word paragraph, run by run, each with its look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml import etree

from importers.attribute_numbers import hex_character
from importers.readers.looks import PLAIN, Look, Run, shown_text
from importers.readers.word.docx_names import MC, Element, R, T, W, child
from importers.source_document import Marked

SKIPPED = {
    W + name
    for name in (
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
CHANGES = {
    W + "del": replace(PLAIN, is_deleted=True),
    W + "moveFrom": replace(PLAIN, is_deleted=True),
    W + "ins": replace(PLAIN, is_inserted=True),
    W + "moveTo": replace(PLAIN, is_inserted=True),
}
"""What a tracked change says of the runs in it."""
DELETED = W + "delText"
TEXT_BOX, SYM, _BR = W + "txbxContent", W + "sym", W + "br"
NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}


LookOf = Callable[[Element], Look]
"""Gives the look of a `w:r` as its properties and styles have it."""


@dataclass
class ParagraphText:
    """A paragraph's text, what was left out of it, its text boxes, and the notes it refers to."""

    text: str = ""
    marked: tuple[Marked, ...] = ()
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


def plain_text(paragraph: etree._Element) -> str:
    """Return the words of a `w:p` that holds nothing but plain runs."""
    return "".join([item.text or "" for item in paragraph.iter(T)])


def read_paragraph(paragraph: etree._Element, look_of: LookOf) -> ParagraphText:
    """Return what a `w:p` says, run by run, through every wrapper that Word puts around runs."""
    walker = _Runs(look_of)
    walker.walk(paragraph, PLAIN)
    shown = shown_text(walker.runs)
    walker.found.text, walker.found.marked = shown.text, tuple(shown.marked)
    return walker.found


def is_joined_to_next(properties: etree._Element | None) -> bool:
    """Return whether the mark of a paragraph with these properties was deleted as a change."""
    if properties is None:
        return False
    mark = child(properties, "rPr")
    if mark is None:
        return False
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


class _Runs:
    """Collects the runs of a paragraph, and what is read behind it."""

    def __init__(self, look_of: LookOf) -> None:
        self.found = ParagraphText()
        self.runs: list[Run] = []
        self._look_of = look_of

    def walk(self, element: etree._Element, look: Look) -> None:
        for item in element:
            tag = item.tag
            if tag in (T, DELETED):
                self.runs.append((item.text or "", look))
            elif tag == R:
                self.walk(item, _both(look, self._look_of(item)))
            elif tag in CHANGES:
                self.walk(item, _both(look, CHANGES[tag]))
            elif isinstance(tag, str) and tag not in SKIPPED:
                self._special(item, tag, look)

    def _special(self, item: etree._Element, tag: str, look: Look) -> None:
        """Take what stands for characters; note what is read behind the paragraph."""
        if tag in CHARACTERS:
            self.runs.append((_break(item) if tag == _BR else CHARACTERS[tag], look))
        elif tag == SYM:
            self.runs.append((_symbol(item), look))
        elif look.outside is not None and tag in (TEXT_BOX, *NOTES):
            return
        elif tag == TEXT_BOX:
            self.found.boxes.append(item)
        elif tag in NOTES:
            self.found.notes.append((NOTES[tag], item.get(W + "id", "")))
        else:
            self._inside(item, look)

    def _inside(self, item: etree._Element, look: Look) -> None:
        if item.tag != MC + "AlternateContent":
            self.walk(item, look)
            return
        # Both branches hold the same words: the newer one is read, the other only without it.
        for branch in (item.find(MC + "Choice"), item.find(MC + "Fallback")):
            if branch is not None:
                self.walk(branch, look)
                return


def _both(outer: Look, inner: Look) -> Look:
    """Return the look of a run within a tracked change, or of one that no change wraps."""
    if outer is PLAIN:
        return inner
    return replace(
        inner,
        is_deleted=inner.is_deleted or outer.is_deleted,
        is_inserted=inner.is_inserted or outer.is_inserted,
    )


def _break(item: etree._Element) -> str:
    """Return a line break; page and column breaks part no two lines of one paragraph."""
    return "" if item.get(W + "type") in ("page", "column") else "\n"


def _symbol(item: etree._Element) -> str:
    character = hex_character(item.get(W + "char"))
    # Symbol fonts map into the private area; what is shown there no other font shows.
    return "" if "\ue000" <= character <= "\uf8ff" else character
