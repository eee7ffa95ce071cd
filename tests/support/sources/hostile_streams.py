"""OLE files, PDF files, pages and texts made to run for ever, to fill the memory or to be torn."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

_SECTOR = 512
_END, _FAT, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def ole_file(path: Path, names: Sequence[str], size: int = 4096) -> Path:
    """Write an OLE file whose root holds empty streams of these names."""
    entries = [_entry("Root Entry", 5, child=1)]
    for number, name in enumerate(names, 1):
        right = number + 1 if number < len(names) else _FREE
        entries.append(_entry(name, 2, right=right, size=size))
    directory = b"".join(entries).ljust(_SECTOR, b"\0")[:_SECTOR]
    sectors = size // _SECTOR
    chain = [*range(3, 2 + sectors), _END]
    fat = [_FAT, _END, *chain]
    return _write_ole(path, fat, directory + bytes(size))


def ole_loop(path: Path, names: Sequence[str]) -> Path:
    """Write an OLE file whose directory and streams follow each other in a circle."""
    ole_file(path, names)
    data = bytearray(path.read_bytes())
    struct.pack_into("<3I", data, _SECTOR, _FAT, 1, 2)
    struct.pack_into("<3I", data, 60, 1, 1, 1)
    path.write_bytes(data)
    return path


def _entry(name: str, kind: int, child: int = _FREE, right: int = _FREE, size: int = 0) -> bytes:
    encoded = name.encode("utf-16-le")
    start = 2 if size else _END
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBB3I", len(encoded) + 2, kind, 1, _FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def _write_ole(path: Path, fat: Sequence[int], rest: bytes) -> Path:
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    table = struct.pack("<128I", *fat, *[_FREE] * (128 - len(fat)))
    path.write_bytes(header + table + rest)
    return path


def pdf_file(path: Path, objects: Sequence[bytes], trailer: bytes = b"") -> Path:
    """Write a PDF of these objects, numbered from 1; the first is its catalogue."""
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<</Size %d/Root 1 0 R%s>>\n" % (len(objects) + 1, trailer)
    path.write_bytes(data + b"startxref\n%d\n%%%%EOF\n" % start)
    return path


def pdf_of_content(path: Path, content: bytes) -> Path:
    """Write a PDF of one page that draws this."""
    packed = zlib.compress(content, 9)
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    return pdf_file(path, [_CATALOGUE, _PAGES, _PAGE, stream, font])


_CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
_PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R>>>>>>"
)
_WORDS = b"BT /F 12 Tf 50 700 Td (A report with more than twenty letters) Tj ET\n"


def locked_pdf(path: Path) -> Path:
    """Write a PDF that opens with a password only."""
    key = b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"41" * 32, b"42" * 32)
    trailer = b"/Encrypt %s/ID[<41><41>]" % key
    return pdf_file(path, [_CATALOGUE, _PAGES, _PAGE, b"<<>>", b"<<>>"], trailer)


def pdf_of_looped_pages(path: Path) -> Path:
    """Write a PDF whose tree of pages holds itself."""
    pages = b"<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 9/Parent 2 0 R>>"
    return pdf_file(path, [_CATALOGUE, pages, _PAGE, b"<<>>", b"<<>>"])


def pdf_of_lines(path: Path, count: int) -> Path:
    """Write a PDF whose page draws that many lines across each other."""
    across = [b"%d %d m %d %d l S\n" % (n % 550, n // 9 % 800, n % 550 + 40, n // 9 % 800)
              for n in range(count // 2)]  # fmt: skip
    down = [b"%d %d m %d %d l S\n" % (n // 7 % 600, n % 750, n // 7 % 600, n % 750 + 40)
            for n in range(count // 2)]  # fmt: skip
    return pdf_of_content(path, _WORDS + b"".join(across + down))


def pdf_of_letters(path: Path, count: int) -> Path:
    """Write a PDF whose page holds that many letters."""
    return pdf_of_content(path, b"BT /F 1 Tf 5 700 Td (" + b"a" * count + b") Tj ET\n")


def pdf_bomb(path: Path, size: int) -> Path:
    """Write a PDF whose page unpacks to that many bytes of blanks."""
    return pdf_of_content(path, _WORDS + b" " * size)


def pdf_of_drawings(path: Path, depth: int = 8) -> Path:
    """Write a PDF whose page draws ten drawings, each of which draws ten more, and so on."""

    def form(content: bytes, below: int) -> bytes:
        return (
            b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length %d"
            b"/Resources<</XObject<</X %d 0 R>>>>>>stream\n%s\nendstream"
        ) % (len(content), below, content)

    page = _PAGE.replace(b"/F 5 0 R>>", b"/F 5 0 R>>/XObject<</X 6 0 R>>")
    words = b"<</Length %d>>stream\n%s\nendstream" % (len(_WORDS) + 6, _WORDS + b"/X Do ")
    forms = [form(b"/X Do " * 10, 7 + number) for number in range(depth)]
    last = form(b"0 0 m 9 9 l S\n", 0)
    return pdf_file(path, [_CATALOGUE, _PAGES, page, words, b"<<>>", *forms, last])


def page_of_nested_tags(path: Path, depth: int, tag: str = "div") -> Path:
    """Write a page of elements in elements."""
    path.write_text(
        f"<html><body>{f'<{tag}>' * depth}底{f'</{tag}>' * depth}</body></html>", encoding="utf-8"
    )
    return path


def page_of_wide_cells(path: Path, rows: int = 2000, columns: int = 40) -> Path:
    """Write a page with a table whose cells each claim any number of columns and rows."""
    wide = "<td colspan=99999999 rowspan=99999999>1"
    path.write_text(
        f"<html><body><table>{('<tr>' + wide * columns) * rows}</table></body></html>",
        encoding="utf-8",
    )
    return path


def text_file(path: Path, unit: str, size: int) -> Path:
    """Write a text of some bytes that repeats one unit."""
    path.write_text(unit * (size // len(unit.encode())), encoding="utf-8", newline="")
    return path


def sparse_file(path: Path, start: bytes, size: int = 500_000_000) -> Path:
    """Write a file that begins like one of its kind and then has nothing but zeros."""
    with path.open("wb") as file:
        file.write(start)
        file.truncate(size)
    return path
