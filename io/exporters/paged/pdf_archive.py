"""Makes the file of Qt one for archives, PDF/A-2, as far as its pages allow.

Qt embeds every font and the description of its colours (sRGB). What is mended here is what PDF/A-2
asks beyond: one name for a font in all its descriptions, and no list of glyphs that may not agree
with the font. The claim is level B: that the pages look alike for ever.
"""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Dictionary, Pdf


def make_archival(document: Pdf, *, is_complete: bool) -> None:
    """Say in the file that it is of PDF/A-2, level B; not of one that shows boxes for characters.

    Only where Qt described its colours; else the file stays what it is and claims nothing.
    """
    for font in _fonts(document):
        _name_once(font)
    has_colours = "/OutputIntents" in document.Root
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for key, value in (("pdfaid:part", "2"), ("pdfaid:conformance", "B")):
            if has_colours and is_complete:
                metadata[key] = value
            elif key in metadata:
                del metadata[key]


def _fonts(document: Pdf) -> Iterator[Dictionary]:
    for item in document.objects:
        if isinstance(item, Dictionary) and item.get("/Subtype") == "/Type0":
            yield item


def _name_once(font: Dictionary) -> None:
    """Give a font the name under which it is embedded, and drop the list of its glyphs."""
    part = font.DescendantFonts[0]
    descriptor = part.FontDescriptor
    font.BaseFont = part.BaseFont = descriptor.FontName
    if "/CIDSet" in descriptor:
        del descriptor.CIDSet
