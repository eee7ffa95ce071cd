"""The names of the streams right in the root of an OLE file, which tell what program wrote it."""

from __future__ import annotations

import struct
from collections.abc import Iterator

OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = 128
_NO_ENTRY = 0xFFFFFFFF
_LAST_SECTOR = 0xFFFFFFFA
_MOST_ENTRIES = 20_000


def root_names(data: bytes) -> frozenset[str]:
    """Return the names in the root storage, in lower case; empty if the file is broken.

    Streams of embedded objects stand in storages of their own and are not among them.
    """
    try:
        entries = _directory(data)
        return frozenset(name.lower() for name in _siblings(entries, _child(entries[0])))
    except (struct.error, IndexError, ValueError):
        return frozenset()


def _directory(data: bytes) -> list[bytes]:
    """Return the entries of the directory, which is a chain of sectors."""
    (shift,) = struct.unpack_from("<H", data, 30)
    if shift not in (9, 12):
        raise ValueError("sector size")
    size = 1 << shift
    (sector,) = struct.unpack_from("<I", data, 48)
    table = list(_allocation(data, size))
    entries: list[bytes] = []
    while sector < _LAST_SECTOR and len(entries) < _MOST_ENTRIES:
        start = (sector + 1) * size
        chunk = data[start : start + size]
        entries += [chunk[at : at + _ENTRY] for at in range(0, len(chunk), _ENTRY)]
        sector = table[sector]
    return entries


def _allocation(data: bytes, size: int) -> Iterator[int]:
    """Yield, sector by sector, which sector follows it."""
    for sector in _table_sectors(data, size):
        start = (sector + 1) * size
        chunk = data[start : start + size]
        yield from struct.unpack(f"<{len(chunk) // 4}I", chunk[: len(chunk) // 4 * 4])


def _table_sectors(data: bytes, size: int) -> Iterator[int]:
    yield from (number for number in struct.unpack_from("<109I", data, 76) if number < _LAST_SECTOR)
    (sector, count) = struct.unpack_from("<2I", data, 68)
    for _ in range(min(count, len(data) // size)):
        if sector >= _LAST_SECTOR:
            return
        *numbers, sector = struct.unpack_from(f"<{size // 4}I", data, (sector + 1) * size)
        yield from (number for number in numbers if number < _LAST_SECTOR)


def _child(entry: bytes) -> int:
    return int(struct.unpack_from("<I", entry, 76)[0])


def _siblings(entries: list[bytes], first: int) -> Iterator[str]:
    """Yield the names of an entry and of all that hang beside it in the tree of names."""
    waiting, seen = [first], set()
    while waiting:
        number = waiting.pop()
        if number == _NO_ENTRY or number in seen or number >= len(entries):
            continue
        seen.add(number)
        length, left, right = struct.unpack_from("<64xH2x2I", entries[number])
        yield entries[number][: max(length - 2, 0)].decode("utf-16-le", "replace")
        waiting += [left, right]
