"""The versions of a report file that were replaced by saving, kept in the program's own folder.

Each file has a folder of its own, named after its place; `origin.txt` in it says which file it is,
and every version is the replaced file as it was, byte by byte.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage.atomic import remove_leftovers, replacing
from storage.errors import FileProblem
from storage.snapshots import fingerprint

MOST_VERSIONS = 10
"""Versions kept of one file; the oldest goes when another comes."""
_ORIGIN = "origin.txt"
_NAME = "%Y%m%d-%H%M%S-%f"


@dataclass(frozen=True)
class Version:
    """A version of a report file: where it is kept, whose it is, when it had been saved."""

    file: Path
    origin: Path
    saved: datetime


class Versions:
    """The replaced versions of all report files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, path: Path) -> bool:
        """Keep what a file holds now; return False where that was not possible.

        Nothing to keep counts as kept: a file that is not there, or that the newest version equals.
        """
        content = fingerprint(path)
        known = self.of(path)
        if not content and not path.exists():
            return True
        if known and fingerprint(known[0].file) == content:
            return True
        try:
            self._copy_file(path)
        except (OSError, FileProblem):
            return False
        for version in self.of(path)[MOST_VERSIONS:]:
            with contextlib.suppress(OSError):
                version.file.unlink()
        return True

    def _copy_file(self, path: Path) -> None:
        folder = self._folder / place_key(path)
        folder.mkdir(parents=True, exist_ok=True)
        remove_leftovers(folder, path.suffix)
        with replacing(folder / _ORIGIN) as temporary:
            temporary.write_bytes(os.fsencode(path))
        name = f"{datetime.now().astimezone():{_NAME}}{path.suffix}"
        with replacing(folder / name) as temporary:
            # With its time of change, which says when this version had been saved.
            shutil.copy2(path, temporary)
            temporary.chmod(0o600)

    def of(self, path: Path) -> tuple[Version, ...]:
        """Return the versions kept of a file, newest first; () where none can be read."""
        return tuple(self._in_folder(self._folder / place_key(path)))

    def all(self) -> tuple[Version, ...]:
        """Return the versions kept of every file, newest first; what cannot be read is left out."""
        try:
            folders = [folder for folder in self._folder.iterdir() if folder.is_dir()]
        except OSError:
            return ()
        found = [version for folder in folders for version in self._in_folder(folder)]
        return tuple(sorted(found, key=lambda version: version.file.name, reverse=True))

    def _in_folder(self, folder: Path) -> Iterator[Version]:
        try:
            origin = Path(os.fsdecode((folder / _ORIGIN).read_bytes()))
            files = sorted(folder.iterdir(), reverse=True)
        except OSError:
            return
        for file in files:
            if file.name != _ORIGIN and not file.name.startswith("."):
                with contextlib.suppress(OSError):
                    saved = datetime.fromtimestamp(file.stat().st_mtime).astimezone()
                    yield Version(file, origin, saved)


def place_key(path: Path) -> str:
    """Return a short name for a file's place, the same by whatever way it is reached.

    24 hexadecimal digits; links are followed, and case counts only where the system lets it. The
    file need not exist.
    """
    place = os.path.normcase(os.path.realpath(path))
    return hashlib.sha256(os.fsencode(place)).hexdigest()[:24]
