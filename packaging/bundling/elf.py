"""Reads what a program file of Linux asks for: libraries, and versions of their symbols."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

MAGIC = b"\x7fELF"
_DYNAMIC, _VERSION_NEEDS = 6, 0x6FFFFFFE
_NEEDED = 1
_WEAK = 2
"""Flag of a wanted version: the loader does not insist on it."""


@dataclass(frozen=True)
class _Section:
    kind: int
    offset: int
    size: int
    link: int


@dataclass(frozen=True)
class Wanted:
    """A version of a library's symbols that a file asks for, and where its flags stand."""

    library: str
    version: str
    is_weak: bool
    flags_at: int


@dataclass
class Elf:
    """The dynamic part of a 64-bit little-endian ELF file."""

    needed: list[str] = field(default_factory=list)
    wanted: list[Wanted] = field(default_factory=list)

    def highest(self, family: str) -> tuple[int, ...]:
        """Return the highest version wanted of GLIBC, GLIBCXX or CXXABI; () where none is."""
        start = family + "_"
        found = [
            wanted.version.removeprefix(start)
            for wanted in self.wanted
            if wanted.version.startswith(start) and not wanted.is_weak
        ]
        return max((version_numbers(text) for text in found if text[0].isdigit()), default=())


def version_numbers(text: str) -> tuple[int, ...]:
    """Return the numbers of a version such as 2.28."""
    return tuple(int(part) for part in text.split("."))


def is_elf(path: Path) -> bool:
    """Return whether the file is an ELF file of its own, not a link to one."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as stream:
        return stream.read(4) == MAGIC


def read_elf(data: bytes) -> Elf:
    """Return what the bytes of a file ask for."""
    sections = list(_sections(data))
    elf = Elf()
    for section in sections:
        if section.kind == _DYNAMIC:
            strings = sections[section.link].offset
            elf.needed += _needed(data, section, strings)
        elif section.kind == _VERSION_NEEDS:
            strings = sections[section.link].offset
            elf.wanted += _wanted(data, section.offset, strings)
    return elf


def with_weak_version(data: bytes, version: str) -> bytes:
    """Return the file with a wanted version marked as weak: it loads where that is missing.

    What is used of that version must be given by another library, or never be called.
    """
    changed = bytearray(data)
    for wanted in read_elf(data).wanted:
        if wanted.version == version:
            (flags,) = struct.unpack_from("<H", data, wanted.flags_at)
            struct.pack_into("<H", changed, wanted.flags_at, flags | _WEAK)
    return bytes(changed)


def _sections(data: bytes) -> Iterator[_Section]:
    if data[:4] != MAGIC or data[4:6] != b"\x02\x01":
        raise ValueError("not a 64-bit little-endian ELF file")
    (table,) = struct.unpack_from("<Q", data, 40)
    size, count = struct.unpack_from("<HH", data, 58)
    for number in range(count):
        _, kind, _, _, offset, length, link = struct.unpack_from(
            "<IIQQQQI", data, table + number * size
        )
        yield _Section(kind, offset, length, link)


def _needed(data: bytes, section: _Section, strings: int) -> Iterator[str]:
    for tag, value in struct.iter_unpack(
        "<QQ", data[section.offset : section.offset + section.size]
    ):
        if tag == _NEEDED:
            yield _text(data, strings + value)


def _wanted(data: bytes, at: int, strings: int) -> Iterator[Wanted]:
    while True:
        _, count, name, first, following = struct.unpack_from("<HHIII", data, at)
        library = _text(data, strings + name)
        place = at + first
        for _ in range(count):
            _, flags, _, version, step = struct.unpack_from("<IHHII", data, place)
            yield Wanted(library, _text(data, strings + version), bool(flags & _WEAK), place + 4)
            place += step
        if not following:
            return
        at += following


def _text(data: bytes, start: int) -> str:
    return data[start : data.index(0, start)].decode("ascii")
