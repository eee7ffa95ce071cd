"""What a report file held before, kept in the program's own folder.

Each file has a folder of its own, named after its place; `origin.txt` in it says which file it is.
A version is the file as it was, byte by byte, under `counter-digest` with its extension; beside it
`counter.json` says what is told of it. The counter gives the order: no clock has a part in it.
Versions of an older program are named after the time of their keeping and count as the oldest.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from storage.atomic import remove_leftovers, write_whole
from storage.errors import FileProblem
from storage.seen import digest_of

MOST_VERSIONS = 10
"""The last versions of a file that are kept whatever their age; so many thrown away ones too."""
LONGEST = timedelta(days=31)
"""For so long the last version of every day is kept beside them."""
_ORIGIN = "origin.txt"
_ABOUT = ".json"
_NAME = re.compile(r"(\d{8})-([0-9a-f]{16})")


@dataclass(frozen=True)
class VersionNote:
    """What is told of a version: its state, its findings, what it changed; "" where unknown.

    `is_thrown`: it was never in the file, but offered after a bad end and not wanted.
    """

    state: str = ""
    findings: str = ""
    changed: str = ""
    is_thrown: bool = False


@dataclass(frozen=True)
class Version:
    """A version of a report file: where it is kept, whose it is, when it was kept, what is told."""

    file: Path
    origin: Path
    kept: datetime
    counter: int = 0
    digest: str = ""
    note: VersionNote = VersionNote()


class Versions:
    """The earlier contents of all report files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def has(self, path: Path, digest: str) -> bool:
        """Return whether a content of a file is kept; only the names are looked at."""
        try:
            names = os.listdir(self._folder / place_key(path))  # noqa: PTH208 - names are enough
        except OSError:
            return False
        return any(digest[:16] in name for name in names)

    def keep(self, path: Path, content: bytes, note: VersionNote | None = None) -> bool:
        """Keep a content of a file as its newest version; return False where it was not possible.

        What the newest version holds already is not kept twice.
        """
        note = note or VersionNote()
        digest = digest_of(content)
        known = self.of(path)
        if not note.is_thrown and known and known[0].digest == digest[:16]:
            return True
        number = 1 + max((version.counter for version in known), default=0)
        try:
            self._write(path, f"{number:08d}", digest[:16], content, note)
        except (OSError, FileProblem):
            return False
        self._clear(path)
        return True

    def _write(
        self, path: Path, counter: str, digest: str, content: bytes, note: VersionNote
    ) -> None:
        folder = self._folder / place_key(path)
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / _ORIGIN).exists():
            write_whole(folder / _ORIGIN, os.fsencode(path))
        about = {"kept": _now().isoformat(), **note.__dict__}
        write_whole(folder / f"{counter}{_ABOUT}", json.dumps(about).encode("ascii"))
        file = folder / f"{counter}-{digest}{path.suffix}"
        write_whole(file, content)
        file.chmod(0o600)

    def _clear(self, path: Path) -> None:
        """Remove what is neither among the last ones nor the last of its day in a month."""
        folder = self._folder / place_key(path)
        known = self.of(path)
        wanted = {version.file for version in _wanted(known)}
        for version in known:
            if version.file not in wanted:
                with contextlib.suppress(OSError):
                    version.file.unlink()
                    (folder / f"{version.counter:08d}{_ABOUT}").unlink(missing_ok=True)
        remove_leftovers(folder, path.suffix)
        remove_leftovers(folder, _ABOUT)

    def of(self, path: Path) -> tuple[Version, ...]:
        """Return the versions kept of a file, newest first; () where none can be read."""
        return tuple(_in_folder(self._folder / place_key(path)))

    def all(self) -> tuple[Version, ...]:
        """Return the versions kept of every file, newest first; what cannot be read is left out."""
        try:
            folders = [folder for folder in self._folder.iterdir() if folder.is_dir()]
        except OSError:
            return ()
        found = [version for folder in folders for version in _in_folder(folder)]
        return tuple(sorted(found, key=lambda version: version.kept, reverse=True))


def _wanted(versions: tuple[Version, ...]) -> Iterator[Version]:
    """Yield the versions to go on keeping of those of a file, newest first."""
    thrown = [version for version in versions if version.note.is_thrown]
    saved = [version for version in versions if not version.note.is_thrown]
    yield from thrown[:MOST_VERSIONS]
    yield from saved[:MOST_VERSIONS]
    days = set()
    for version in saved:
        day = version.kept.date()
        if day not in days and _now() - version.kept <= LONGEST:
            yield version
        days.add(day)


def _in_folder(folder: Path) -> Iterator[Version]:
    try:
        origin = Path(os.fsdecode((folder / _ORIGIN).read_bytes()))
        names = sorted((file for file in folder.iterdir()), key=_order, reverse=True)
    except OSError:
        return
    for file in names:
        is_version = file.name != _ORIGIN and file.suffix != _ABOUT and file.name[0] != "."
        if is_version:
            with contextlib.suppress(OSError):
                yield _version(file, origin)


def _order(file: Path) -> tuple[int, str]:
    match = _NAME.fullmatch(file.stem)
    return (int(match[1]) if match else 0, file.name)


def _version(file: Path, origin: Path) -> Version:
    match = _NAME.fullmatch(file.stem)
    changed = datetime.fromtimestamp(file.stat().st_mtime).astimezone()
    if match is None:
        return Version(file, origin, changed)
    about = _about(file.with_name(f"{match[1]}{_ABOUT}"))
    try:
        kept = datetime.fromisoformat(str(about.get("kept"))).astimezone()
    except (ValueError, OverflowError):
        kept = changed
    words = {name: str(about.get(name, "")) for name in ("state", "findings", "changed")}
    note = VersionNote(**words, is_thrown=about.get("is_thrown") is True)
    return Version(file, origin, kept, int(match[1]), match[2], note)


def _about(file: Path) -> dict[str, Any]:
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _now() -> datetime:
    return datetime.now().astimezone()


def place_key(path: Path) -> str:
    """Return a short name for a file's place, the same by whatever way it is reached.

    24 hexadecimal digits; links are followed, and case counts only where the system lets it. The
    file need not exist. Asks the disk, so never to be called in the window's own thread.
    """
    place = os.path.normcase(os.path.realpath(path))
    return hashlib.sha256(os.fsencode(place)).hexdigest()[:24]
