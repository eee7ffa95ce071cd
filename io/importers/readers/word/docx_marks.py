"""The few things in a Word document that need a closer look, gathered in one pass over it.

Nearly all paragraphs are plain runs of words and nearly all cells stand alone. lxml looks for
tags by itself much faster than Python can visit elements, so that only the rest is visited.
"""

from __future__ import annotations

from lxml import etree

from importers.readers.word.docx_names import MC, P, W
from importers.readers.word.docx_text import CHARACTERS, NOTES, SKIPPED, SYM, TEXT_BOX

_NEVER_TEXT = {W + name for name in ("pPr", "rPr", "tcPr", "tblPr")}
# Plain properties hold no words, but a deletion, a hidden run or a number may stand in them.
_CLOSER = {
    *(SKIPPED - _NEVER_TEXT),
    *CHARACTERS,
    *NOTES,
    SYM,
    TEXT_BOX,
    MC + "AlternateContent",
    W + "vanish",
}
_TAB_STOPS = W + "tabs"
_SPANS = {W + name: name for name in ("gridSpan", "vMerge", "hMerge", "gridBefore")}
_TAGS = (*_CLOSER, *_SPANS)
_VAL = W + "val"
_NOTHING: dict[str, str] = {}


class DocxMarks:
    """Which paragraphs are more than plain runs, and what cells and rows say of their spans."""

    def __init__(self, root: etree._Element) -> None:
        """Gather the marks of a document, or of its notes."""
        self._special: set[etree._Element] = set()
        self._spans: dict[etree._Element, dict[str, str]] = {}
        self.gather(root)

    def gather(self, root: etree._Element) -> None:
        """Add the marks of another part of the same package."""
        for item in root.iter(*_TAGS):
            if item.tag in _SPANS:
                self._note_span(item, _SPANS[item.tag])
            else:
                self._note_special(item)

    def is_plain(self, paragraph: etree._Element) -> bool:
        """Return whether all words of a paragraph are shown, in order, and nothing else is."""
        return paragraph not in self._special

    def spans(self, owner: etree._Element) -> dict[str, str]:
        """Return the spans of a row or cell by name; "" for one without a value."""
        return self._spans.get(owner, _NOTHING)

    def _note_span(self, item: etree._Element, name: str) -> None:
        properties = item.getparent()
        owner = None if properties is None else properties.getparent()
        if owner is not None:
            self._spans.setdefault(owner, {})[name] = item.get(_VAL, "")

    def _note_special(self, item: etree._Element) -> None:
        parent = item.getparent()
        if parent is not None and parent.tag == _TAB_STOPS:
            return
        for paragraph in item.iterancestors(P):
            if paragraph in self._special:
                return
            self._special.add(paragraph)
