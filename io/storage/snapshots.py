"""What is not saved yet, kept in the program's own folder until it is.

A snapshot is one UTF-8 JSON file: `snapshot` (its version, 1), `path` (the report file that it is
a change of, or null), `base` (the fingerprint of that file when it was read), `taken`, `records`
and `report` (the text of a report file). One file, so that no part can be newer than another.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from model.report.report import Report
from storage.atomic import replacing
from storage.errors import FileProblem, unreadable
from storage.report_file import report_from_text, report_to_text

VERSION = 1
EXTENSION = ".json"
Records = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Snapshot:
    """A report that is not saved, and what it is a change of.

    `base` is the fingerprint that the file at `path` had when it was read, "" for a report without
    a file; `taken` is the time of the snapshot, with its zone; `records` are shown with the report.
    """

    report: Report
    path: Path | None
    base: str
    taken: datetime
    records: Records = ()

    @property
    def is_in_its_file(self) -> bool:
        """Return whether the report file holds exactly this already, byte by byte."""
        text = report_to_text(self.report)
        return self.path is not None and fingerprint(self.path) == _digest(text.encode())


def write_snapshot(snapshot: Snapshot, file: Path) -> None:
    """Write a snapshot whole or not at all; FileProblem if the system does not let it."""
    data = {
        "snapshot": VERSION,
        "path": None if snapshot.path is None else str(snapshot.path),
        "base": snapshot.base,
        "taken": snapshot.taken.isoformat(),
        "records": snapshot.records,
        "report": report_to_text(snapshot.report),
    }
    with replacing(file) as temporary:
        # In ASCII: the name of a file may hold what UTF-8 cannot write.
        temporary.write_text(json.dumps(data), encoding="utf-8", newline="\n")


def read_snapshot(file: Path) -> Snapshot:
    """Return a snapshot; FileProblem if the file cannot be read, is none, or of another version."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        return _snapshot(data, file)
    except OSError as error:
        raise unreadable(file, error) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise FileProblem("自动留存的内容已损坏，不能恢复。") from error


def _snapshot(data: Any, file: Path) -> Snapshot:  # noqa: ANN401 - whatever the file holds
    if data["snapshot"] != VERSION:
        raise FileProblem("自动留存的内容由另一版本的程序写成，请用那个版本打开。")
    path = data["path"]
    return Snapshot(
        report=report_from_text(data["report"], file),
        path=None if path is None else Path(path),
        base=str(data["base"]),
        taken=datetime.fromisoformat(data["taken"]),
        records=tuple((str(title), tuple(map(str, lines))) for title, lines in data["records"]),
    )


def fingerprint(path: Path) -> str:
    """Return what tells one content of a file from another: its SHA-256 in hexadecimal digits.

    "" where the file is not there or cannot be read; that is no error.
    """
    try:
        return _digest(path.read_bytes())
    except OSError:
        return ""


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
