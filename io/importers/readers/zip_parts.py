"""Packages of parts (.docx, .xlsx): unpacked within limits, whatever they say of themselves."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Self

MOST_DIRECTORY_BYTES = 2_000_000
MOST_PARTS = 10_000
CHUNK = 1 << 18
"""Bytes unpacked at a time."""
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class PackageError(Exception):
    """The package is broken or names something that it does not hold."""


class PackageTooLargeError(PackageError):
    """The package unpacks to more than anybody would put into a report."""


class PackageLockedError(PackageError):
    """A part is locked with a password."""


class _LimitedFile(io.FileIO):
    """A file that gives out no list of parts of a size that no package has."""

    def read(self, size: int | None = -1, /) -> bytes:
        # zipfile takes the size of the list from the file itself and reads it in one go.
        if size is not None and size > MOST_DIRECTORY_BYTES:
            raise PackageTooLargeError
        return super().read(size) or b""


class ZipParts:
    """The parts of an open package by name; to be closed, or used in a `with` statement.

    Sizes are in bytes, unpacked.
    """

    def __init__(self, path: Path) -> None:
        """Open the package; OSError, PackageError or any error of zipfile's if it is none."""
        self._file = _LimitedFile(path)
        try:
            self._package = zipfile.ZipFile(self._file)
            infos = self._package.infolist()
            if len(infos) > MOST_PARTS:
                raise PackageTooLargeError
        except BaseException:
            self._file.close()
            raise
        self.infos = {info.filename: info for info in infos}

    def __enter__(self) -> Self:
        """Return the open package."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the package."""
        self.close()

    def close(self) -> None:
        """Close the package and its file."""
        self._package.close()
        self._file.close()

    def read(self, name: str, most: int) -> bytes:
        """Return a part unpacked; PackageTooLargeError as soon as it has more than `most` bytes.

        PackageError if the package does not hold the part or tells a wrong size of it.
        """
        return b"".join(self._chunks(name, most))

    def measure(self, name: str, most: int) -> int:
        """Return how many bytes a part unpacks to, with the errors of `read`."""
        return sum(map(len, self._chunks(name, most)))

    def _chunks(self, name: str, most: int) -> Iterator[bytes]:
        info = self._checked(name)
        declared, left = info.file_size, most + 1
        # Only what is really unpacked counts: zipfile would trust the size that the package tells,
        # and unpack a part of any size in one go before it looks at that. Some room beyond the
        # limit keeps it from taking the limit for the end.
        info.file_size = left + 2 * CHUNK
        try:
            with self._package.open(info) as part:
                while left > 0 and (chunk := part.read(min(CHUNK, left))):
                    left -= len(chunk)
                    yield chunk
        finally:
            info.file_size = declared
        if left <= 0:
            raise PackageTooLargeError
        if most + 1 - left != declared:
            raise PackageError(name)

    def _checked(self, name: str) -> zipfile.ZipInfo:
        """Return what the package says of a part that can be unpacked in pieces."""
        if name not in self.infos:
            raise PackageError(name)
        info = self.infos[name]
        if info.flag_bits & _ENCRYPTED:
            raise PackageLockedError
        if info.compress_type not in _METHODS:
            # The others, which no office program uses, cannot be unpacked in pieces.
            raise PackageError(name)
        return info
