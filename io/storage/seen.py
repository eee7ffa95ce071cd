"""What a report file was like when it was last seen, so that a change by others is noticed."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from storage.regular_files import read_regular

MOST_BYTES = 50_000_000
"""A larger file is none of ours; it is not even read."""
TOO_LARGE = "不是本程序保存的年报文件"


@dataclass(frozen=True)
class Seen:
    """One content of a file: its SHA-256 in hexadecimal digits, and the number of its disk.

    The number tells a stick from the empty folder that it was mounted on.
    """

    digest: str
    device: int


@dataclass(frozen=True)
class Look:
    """A file as it is now, with its bytes; `is_protected` says that it is marked read-only."""

    seen: Seen
    content: bytes
    is_protected: bool


def look_at(path: Path) -> Look | None:
    """Return what stands at a place now, None where nothing does.

    FileProblem where something stands there that cannot be read just now.
    """
    if not os.path.lexists(path):
        return None
    content, about = read_regular(path, MOST_BYTES, TOO_LARGE)
    is_protected = not about.st_mode & stat.S_IWUSR
    return Look(Seen(digest_of(content), about.st_dev), content, is_protected)


def device_of(folder: Path) -> int:
    """Return the number of the disk that a folder is on; OSError where it is not there."""
    return folder.stat().st_dev


def digest_of(content: bytes) -> str:
    """Return what tells one content from another."""
    return hashlib.sha256(content).hexdigest()


def fingerprint(path: Path) -> str:
    """Return the digest of a file; "" where it is not there or cannot be read, which is no error.

    Only for comparing; before something is written over a file, `look_at` is asked.
    """
    try:
        return digest_of(path.read_bytes()) if path.is_file() else ""
    except OSError:
        return ""
