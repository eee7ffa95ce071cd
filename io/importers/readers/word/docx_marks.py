"""The few things in a Word document that need a closer look, gathered in one pass over it.

Nearly all paragraphs are plain runs of words and nearly all cells stand alone. lxml looks for
tags by itself much faster than Python can visit elements, so that only the rest is visited.
"""

from __future__ import annotations

from lxml import etree

from importers.readers.word.docx_looks import WHITE
from importers.readers.word.docx_names import MC, P, R, W
from importers.readers.word.docx_text import CHANGES, CHARACTERS, NOTES, SKIPPED, SYM, TEXT_BOX

_NEVER_TEXT = {W + name for name in ("pPr", "rPr", "tcPr", "tblPr")}
# Plain properties hold no words, but a deletion, a hidden run or a number may stand in them.
_CLOSER = {
    *(SKIPPED - _NEVER_TEXT),
    *CHARACTERS,
    *NOTES,
    SYM,
    TEXT_BOX,
    MC + "AlternateContent",
    *CHANGES,
    *(W + name for name in ("vanish", "strike", "dstrike", "vertAlign", "position", "rStyle")),
}
_TAB_STOPS = W + "tabs"
_SPANS = {W + name: name for name in ("gridSpan", "vMerge", "hMerge", "gridBefore")}
_TAGS = (*_CLOSER, *_SPANS)
_SIZE, _COLOR = W + "sz", W + "color"
SMALLEST_USUAL = 18
"""Half points: a smaller size may be that of a note to the text beside it."""
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
        self._gather_sizes(root)

    def _gather_sizes(self, root: etree._Element) -> None:
        """Note white runs, and runs whose size differs from that of the runs beside them."""
        for item in root.iter(_COLOR):
            if item.get(_VAL, "").upper() == WHITE:
                self._note_special(item)
        sizes: dict[etree._Element, str] = {}
        for item in root.iter(_SIZE):
            paragraph = next(item.iterancestors(P), None)
            if paragraph is not None and _is_other(item, paragraph, sizes):
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


def _is_other(
    item: etree._Element, paragraph: etree._Element, sizes: dict[etree._Element, str]
) -> bool:
    """Return whether a size differs from others of its paragraph, or is small beside runs of none.

    `sizes` holds the first size of each paragraph.
    """
    if next(item.iterancestors(R), None) is None:
        return False
    size = item.get(_VAL, "")
    is_small = len(size) < 2 or (len(size) == 2 and size < str(SMALLEST_USUAL))
    return sizes.setdefault(paragraph, size) != size or (is_small and len(paragraph) > 2)
