"""What a PDF weighs, looked at before a library draws all of it in memory."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pdfplumber.page import Page

MOST_UNPACKED = 30_000_000
"""Bytes of a stream; pictures, which are never unpacked for their words, may be ten times that."""
MOST_UNPACKED_IN_ALL = 600_000_000
MOST_LETTERS, MOST_STROKES = 60_000, 20_000
"""Of a page: bytes of text, and lines, curves and boxes. A full page of a report has 4000."""
PAGES = 15
"""So many times as much the whole document may have."""
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_TWICE = re.compile(rb"/Fl(?:ateDecode)?\s*/Fl")
_STRING = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>", re.DOTALL)
_STROKE = re.compile(rb"(?<=[\d\s])(?:l|c|v|y|re)(?=\s)")
_DRAWN = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do\b")
_LOOK_BACK = 500
_CHUNK = 1 << 16


class PdfTooLargeError(Exception):
    """The file holds more than can be read in bearable time."""


@dataclass
class Weight:
    """Bytes of text, and lines, curves and boxes that are drawn."""

    letters: int = 0
    strokes: int = 0

    def add(self, other: Weight, times: int = 1, most: int = 1) -> None:
        """Add what is drawn so many times; PdfTooLargeError above what `most` full pages hold."""
        self.letters += other.letters * times
        self.strokes += other.strokes * times
        if self.letters > MOST_LETTERS * most or self.strokes > MOST_STROKES * most:
            raise PdfTooLargeError


def is_cut_off(data: bytes) -> bool:
    """Return whether most of a file is the zeros that a broken download leaves behind."""
    return len(data.rstrip(b"\0")) * 2 < len(data)


def refuse_bombs(data: bytes) -> None:
    """Raise PdfTooLargeError for streams that unpack to far more bytes than any page of text."""
    if _TWICE.search(data):
        raise PdfTooLargeError
    total = 0
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _LOOK_BACK) : match.start()]
        most = MOST_UNPACKED * (10 if b"/Image" in head else 1)
        size = _unpacked_size(data, match.end(), most)
        total += size
        if size > most or total > MOST_UNPACKED_IN_ALL:
            raise PdfTooLargeError


def _unpacked_size(data: bytes, start: int, most: int) -> int:
    """Return the size of a packed stream, 0 for one that is not packed; no more than is asked."""
    unpacker, size = zlib.decompressobj(), 0
    piece = data[start : start + _CHUNK]
    try:
        while piece and size <= most and not unpacker.eof:
            size += len(unpacker.decompress(piece, _CHUNK))
            if unpacker.unconsumed_tail:
                piece = unpacker.unconsumed_tail
            else:
                start += _CHUNK
                piece = data[start : start + _CHUNK]
    except zlib.error:
        pass
    return size


def page_weight(page: Page) -> Weight:
    """Return what is drawn on a page; PdfTooLargeError if that is more than a page holds."""
    weight, known = Weight(), dict[int, Weight]()
    for data in _contents(page.page_obj.contents):
        weight.add(_weight(data, page.page_obj.resources, known))
    return weight


def _contents(contents: object) -> Iterator[bytes]:
    from pdfminer.pdftypes import list_value, resolve1, stream_value

    found = resolve1(contents)
    for item in list_value(found) if isinstance(found, list) else [found]:
        if item is not None:
            yield stream_value(item).get_data()


def _weight(data: bytes, resources: object, known: dict[int, Weight]) -> Weight:
    weight = Weight()
    weight.add(Weight(sum(map(_letters, _STRING.findall(data))), len(_STROKE.findall(data))))
    names = _DRAWN.findall(data)
    for name in set(names):
        weight.add(_form_weight(name.decode("latin-1"), resources, known), names.count(name))
    return weight


def _letters(string: bytes) -> int:
    """Return the bytes that a string stands for, two digits a byte where it is written so."""
    return len(string) // 2 if string.startswith(b"<") else len(string)


def _form_weight(name: str, resources: object, known: dict[int, Weight]) -> Weight:
    """Return the weight of a drawing that pages use by name; pictures weigh nothing."""
    from pdfminer.pdftypes import PDFStream, dict_value, resolve1

    drawings = dict_value(dict_value(resources or {}).get("XObject") or {})
    form = resolve1(drawings.get(name))
    if not isinstance(form, PDFStream) or str(form.get("Subtype")) not in ("/'Form'", "/Form"):
        return Weight()
    if id(form) not in known:
        # A drawing that draws itself weighs nothing more: the library stops there as well.
        known[id(form)] = Weight()
        known[id(form)] = _weight(form.get_data(), form.get("Resources") or resources, known)
    return known[id(form)]
