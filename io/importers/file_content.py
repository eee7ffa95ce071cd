"""What a file holds, looked at as far as it takes to tell what it is, whatever its name says."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from importers.ole_names import OLE_START, root_names
from storage.errors import FileProblem, unreadable
from storage.regular_files import refuse_endless

MOST_BYTES = 200_000_000
HEAD = 8192
"""Bytes from the beginning that are looked at."""
_ZIP_START = b"PK\x03\x04"
_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb\xbf": "utf-8"}


@dataclass(frozen=True)
class FileContent:
    """The first HEAD bytes of a file, and what is in it where it is a container.

    FileProblem from `streams` and `parts` if the file can no longer be read.
    """

    path: Path
    head: bytes

    @property
    def is_ole(self) -> bool:
        """Return whether the file is a container such as Word and Excel wrote before 2007."""
        return self.head.startswith(OLE_START)

    @property
    def is_zip(self) -> bool:
        """Return whether the file is a package of parts, as office programs write them now."""
        return self.head.startswith(_ZIP_START)

    @cached_property
    def streams(self) -> frozenset[str]:
        """Return the names right in the root of an OLE file, in lower case; empty for others."""
        if not self.is_ole:
            return frozenset()
        try:
            return root_names(self.path.read_bytes())
        except OSError as error:
            raise unreadable(self.path, error) from error

    @cached_property
    def parts(self) -> frozenset[str]:
        """Return the names of a package's parts, in lower case; empty where there are none."""
        if not self.is_zip:
            return frozenset()
        try:
            with zipfile.ZipFile(self.path) as package:
                return frozenset(name.lower() for name in package.namelist())
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
            return frozenset()
        except OSError as error:
            raise unreadable(self.path, error) from error

    @cached_property
    def text(self) -> str:
        """Return the beginning as text, "" for what is none; non-ASCII characters may be wrong."""
        if self.is_ole or self.is_zip:
            return ""
        encoding = next((name for mark, name in _MARKS.items() if self.head.startswith(mark)), "")
        text = self.head.decode(encoding or "latin-1", "ignore").lstrip("\ufeff")
        return "" if "\0" in text else text


def look_into(path: Path) -> FileContent:
    """Return what a file holds; FileProblem if it is too large or cannot be read."""
    try:
        if refuse_endless(path).st_size > MOST_BYTES:
            raise FileProblem(f"「{path.name}」太大，不像一份年度报告，请确认选对了文件。")
        with path.open("rb") as file:
            return FileContent(path, file.read(HEAD))
    except OSError as error:
        raise unreadable(path, error) from error
