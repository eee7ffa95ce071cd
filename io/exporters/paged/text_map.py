"""Makes a PDF file say which character each of its glyphs is.

Qt notes for a glyph the first character that the font shows with it: ⼀, the radical, for 一, a tab
for a blank, and nothing for a character beyond U+FFFF, as rare ones in names are. Whoever searches
or copies then gets something else than what was written. The true characters are known here, since
Qt numbers the glyphs of a font in the order in which they are first painted.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pikepdf import Dictionary, Pdf, Stream

_ROW = re.compile(
    rb"<([0-9A-F]{4})> <[0-9A-F]{4}> (?:\[([^\]]*)\]|<([0-9A-F]+)>)|<([0-9A-F]{4})> <([0-9A-F]+)>"
)
_CODE = re.compile(rb"<([0-9A-F]+)>")
_MOST_ROWS = 100
"""The format allows so many rows in one list."""
_TABLES_AT, _TABLE_LENGTH = 12, 16
_COUNT_IN_MAXP = 4
_UNKNOWN = "\ufffd"
"""Bytes: where the font format keeps its tables, and in one of them the number of glyphs."""


def set_true_characters(pdf: Pdf, painted: Iterable[Sequence[str]]) -> None:
    """Write into each font the characters of its glyphs, in the order they were first painted.

    A font whose number of glyphs agrees with none of the lists keeps what it has.
    """
    lists = [list(characters) for characters in painted]
    for font in _fonts(pdf):
        count = _glyph_count(font)
        fitting = [characters for characters in lists if len(characters) == count]
        if fitting:
            noted = _noted(font.ToUnicode.read_bytes())
            true = max(fitting, key=lambda characters: _agreement(characters, noted))
            font.ToUnicode = Stream(pdf, _map(true))


def _fonts(pdf: Pdf) -> Iterator[Dictionary]:
    for item in pdf.objects:
        if isinstance(item, Dictionary) and item.get("/Subtype") == "/Type0":
            yield item


def _glyph_count(font: Dictionary) -> int:
    """Return how many glyphs beside the box are embedded, or -1 where that is not known."""
    descriptor = font.DescendantFonts[0].FontDescriptor
    if "/FontFile2" not in descriptor:
        return -1
    data = descriptor.FontFile2.read_bytes()
    (tables,) = struct.unpack_from(">H", data, 4)
    for start in range(_TABLES_AT, _TABLES_AT + tables * _TABLE_LENGTH, _TABLE_LENGTH):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", data, start)
        if tag == b"maxp":
            return int(struct.unpack_from(">H", data, offset + _COUNT_IN_MAXP)[0]) - 1
    return -1


def _noted(stream: bytes) -> dict[int, str]:
    """Return the characters that the file gives, by the number of the glyph."""
    noted: dict[int, str] = {}
    lists = stream[stream.index(b"endcodespacerange") :]
    for row in _ROW.finditer(lists):
        first = int(row.group(1) or row.group(4), 16)
        codes = _CODE.findall(row.group(2)) if row.group(2) else [row.group(3) or row.group(5)]
        noted.update((first + index, _character(code or b"")) for index, code in enumerate(codes))
    return noted


def _character(code: bytes) -> str:
    return bytes.fromhex(code.decode("ascii")).decode("utf-16-be", errors="replace")


def _agreement(characters: Sequence[str], noted: Mapping[int, str]) -> int:
    return sum(noted.get(number) == char for number, char in enumerate(characters, start=1))


def _map(characters: Sequence[str]) -> bytes:
    """Return the stream that maps the numbers from 1 on to the characters.

    0 is the box that stands for what no font of the computer has: an unknown character.
    """
    rows = [
        f"<{number:04X}> <{character.encode('utf-16-be').hex().upper()}>"
        for number, character in enumerate((_UNKNOWN, *characters))
    ]
    parts = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    for start in range(0, len(rows), _MOST_ROWS):
        some = rows[start : start + _MOST_ROWS]
        parts += [f"{len(some)} beginbfchar", *some, "endbfchar"]
    parts += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end", ""]
    return "\n".join(parts).encode("ascii")
