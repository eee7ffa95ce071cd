"""Pictures and embedded sheets of a Word document, whose contents nobody here can read."""

from __future__ import annotations

from collections.abc import Iterator

from importers.attribute_numbers import whole_number
from importers.readers.word.docx_names import Element, P, T, W

LEAST_WIDTH, LEAST_HEIGHT = 3_240_000, 720_000
"""EMU: 9 cm by 2 cm; a seal or a sign is smaller, a table is not."""
MOST_EMU = 99_999_999
MOST_BEFORE = 30
"""Paragraphs or tables before a picture that are looked at for words that name its place."""
LONGEST = 30
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_OBJECTS = {"Excel": "嵌入的 Excel 表格", "ET": "嵌入的 WPS 表格", "KET": "嵌入的 WPS 表格"}


def picture_notes(body: Element) -> list[str]:
    """Return a Chinese line for each place with a large picture or an embedded sheet."""
    lines = (
        f"{_place(item)}有{what}，里面的文字和数字没有读取"
        for item in body.iter(W + "object", W + "drawing")
        if (what := _kind(item))
    )
    return list(dict.fromkeys(lines))


def _kind(item: Element) -> str:
    if item.tag == W + "object":
        programs = (ole.get("ProgID", "").partition(".")[0] for ole in item.iter(_OLE))
        return next((_OBJECTS[name] for name in programs if name in _OBJECTS), "")
    extent = next(item.iter(_DRAWING + "extent"), None)
    if extent is None or next(item.iter(_BLIP), None) is None:
        return ""
    width, height = (whole_number(extent.get(side), 0, most=MOST_EMU) for side in ("cx", "cy"))
    return "图片" if width >= LEAST_WIDTH and height >= LEAST_HEIGHT else ""


def _place(item: Element) -> str:
    """Return where an item stands, by the last words before it."""
    words = next(filter(None, map(_words, _before(item))), "")
    return f"「{words[:LONGEST]}」后面" if words else "来源开头"


def _before(item: Element) -> Iterator[Element]:
    paragraph = next(item.iterancestors(P), None)
    if paragraph is not None:
        yield paragraph
        for count, element in enumerate(paragraph.itersiblings(preceding=True)):
            if count >= MOST_BEFORE:
                return
            yield element


def _words(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(T)).strip()
