"""Makes a PDF file say which character each of its glyphs is, and which unit it is from.

Qt notes for a glyph the first character that the font shows with it: ⼀, the radical, for 一, a tab
for a blank, and nothing for a rare character beyond U+FFFF. Whoever searches or copies then gets
something else than what was written. The true characters are known here, since Qt numbers the
glyphs of a font in the order in which they are first painted; they are appended to the file as an
update, in the way that the format provides for. The unit goes the same way where Qt cannot note an
author: before 6.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_INFO = re.compile(rb"/Info (\d+) 0 R")
_MAP = re.compile(rb"/ToUnicode (\d+) 0 R")
_ROW = re.compile(rb"^<[0-9A-F]{4}> <[0-9A-F]{4}> (?:\[([^\]]*)\]|<([0-9A-F]+)>)", re.MULTILINE)
_CODE = re.compile(rb"<([0-9A-F]+)>")
_MOST_ROWS = 100
"""The format allows so many rows in one list."""


def completed(pdf: bytes, painted: Iterable[Sequence[str]], author: str) -> bytes:
    """Return the file with its author, and the characters of each font as first painted.

    A font whose count of glyphs agrees with none of the lists keeps what it has.
    """
    lists = [list(characters) for characters in painted]
    updates = {}
    for match in _MAP.finditer(pdf):
        number = int(match.group(1))
        noted = _noted(_stream(pdf, number))
        true = _closest(noted, lists)
        if true is not None and true != noted:
            updates[number] = _stream_object(_map(true))
    updates.update(_properties(pdf, author))
    return _appended(pdf, updates) if updates else pdf


def _stream(pdf: bytes, number: int) -> bytes:
    start = pdf.index(b"\n%d 0 obj" % number)
    start = pdf.index(b"stream\n", start) + len(b"stream\n")
    return pdf[start : pdf.index(b"endstream", start)]


def _stream_object(stream: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%sendstream" % (len(stream), stream)


def _properties(pdf: bytes, author: str) -> dict[int, bytes]:
    """Return the object with the file's properties and the author, where Qt has noted none."""
    number = int(_INFO.findall(pdf)[-1])
    start = pdf.index(b"<<", pdf.index(b"\n%d 0 obj" % number)) + 2
    known = pdf[start : pdf.index(b"\nendobj", start)]
    if b"/Author" in known:
        return {}
    text = (b"\xfe\xff" + author.encode("utf-16-be")).hex().upper().encode("ascii")
    return {number: b"<<\n/Author <%s>%s" % (text, known)}


def _noted(stream: bytes) -> list[str]:
    """Return the characters that the file gives for the glyphs from 1 on."""
    codes: list[bytes] = []
    for row in _ROW.finditer(stream):
        codes += _CODE.findall(row.group(1)) if row.group(1) else [row.group(2) or b""]
    return [_character(code) for code in codes[1:]]


def _character(code: bytes) -> str:
    return bytes.fromhex(code.decode("ascii")).decode("utf-16-be", errors="replace")


def _closest(noted: Sequence[str], lists: Iterable[list[str]]) -> list[str] | None:
    """Return the list of as many characters that agrees best, or None."""
    fitting = [characters for characters in lists if len(characters) == len(noted)]
    return max(
        fitting,
        key=lambda characters: sum(a == b for a, b in zip(characters, noted, strict=True)),
        default=None,
    )


def _map(characters: Sequence[str]) -> bytes:
    """Return the object's stream that maps the numbers from 1 on to the characters."""
    rows = [
        f"<{number:04X}> <{character.encode('utf-16-be').hex().upper()}>"
        for number, character in enumerate(characters, start=1)
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


def _appended(pdf: bytes, updates: dict[int, bytes]) -> bytes:
    """Return the file with newer versions of some of its objects at the end."""
    trailer_at = pdf.rindex(b"trailer")
    trailer = pdf[pdf.index(b"<<", trailer_at) + 2 : pdf.rindex(b">>")].strip()
    previous = pdf[pdf.rindex(b"startxref") + len(b"startxref") : pdf.rindex(b"%%EOF")].strip()
    parts = [pdf if pdf.endswith(b"\n") else pdf + b"\n"]
    size = len(parts[0])
    entries = []
    for number, body in sorted(updates.items()):
        entries.append(b"%d 1\n%010d 00000 n \n" % (number, size))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        size += len(parts[-1])
    tables = b"xref\n" + b"".join(entries)
    end = b"trailer\n<<\n%s\n/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n"
    return b"".join([*parts, tables, end % (trailer, previous, size)])
