"""What is not saved yet, kept in the program's own folder until it is.

A snapshot is one UTF-8 JSON file: `snapshot` (its version, 1), `path` (the report file that it is
a change of, or null), `base` (the fingerprint of that file when it was read), `taken`, `records`,
`revision` (which of the window's changes it is) and `report` (the text of a report file). One file,
so that no part can be newer than another.

Beside it a saving notes, just before the file is replaced, what is going to stand there: `digest`
and `revision`. Where the program ended between that and the removal of the snapshot, the file is
the newer of the two.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from model.report.report import Report
from storage.atomic import write_whole
from storage.errors import FileProblem, printable, unreadable
from storage.report_file import report_from_text, report_to_text
from storage.seen import digest_of, fingerprint

VERSION = 1
_NOTE_BYTES = 160
"""Every note is as long as any other, so that one written over another leaves nothing of it."""
Records = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Snapshot:
    """A report that is not saved, and what it is a change of.

    `base` is the fingerprint that the file at `path` had when it was read, "" for a report without
    a file; `taken` is the time of the snapshot, with its zone; `records` are shown with the report.
    `revision` counts the changes of its window.
    """

    report: Report
    path: Path | None
    base: str
    taken: datetime
    records: Records = ()
    revision: int = 0

    @property
    def is_in_its_file(self) -> bool:
        """Return whether the report file holds exactly this already, byte by byte."""
        text = report_to_text(self.report)
        return self.path is not None and fingerprint(self.path) == digest_of(text.encode())


class NewerSnapshot(FileProblem):
    """A snapshot that another version of the program has to bring back."""


def write_snapshot(snapshot: Snapshot, file: Path) -> None:
    """Write a snapshot whole or not at all; FileProblem if the system does not let it."""
    data = {
        "snapshot": VERSION,
        "path": None if snapshot.path is None else str(snapshot.path),
        "base": snapshot.base,
        "taken": snapshot.taken.isoformat(),
        "records": snapshot.records,
        "revision": snapshot.revision,
        "report": report_to_text(snapshot.report),
    }
    # In ASCII: the name of a file may hold what UTF-8 cannot write.
    write_whole(file, json.dumps(data).encode("ascii"))


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
        raise NewerSnapshot("自动留存的内容由另一版本的程序写成，请用那个版本打开。")
    path = data["path"]
    return Snapshot(
        report=report_from_text(data["report"], file),
        path=None if path is None else Path(path),
        base=str(data["base"]),
        taken=datetime.fromisoformat(data["taken"]),
        records=tuple(
            (printable(str(title)), tuple(printable(str(line)) for line in lines))
            for title, lines in data["records"]
        ),
        revision=int(data.get("revision", 0)),
    )


def note_saving(file: Path, digest: str, revision: int) -> None:
    """Note beside a snapshot's file what a saving is about to put into the report's file.

    A note that cannot be written is no error: at worst a question too many is asked.
    """
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        note = json.dumps({"digest": digest, "revision": revision}).ljust(_NOTE_BYTES)
        # Written over in place: cutting a file to nothing first makes the disk wait for it.
        handle = os.open(saving_file(file), os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.write(handle, note.encode("ascii"))
        finally:
            os.close(handle)


def saving_file(file: Path) -> Path:
    """Return where the note of a saving stands, for a snapshot's file."""
    return file.with_suffix(".saving")


def is_overtaken(snapshot: Snapshot, file: Path) -> bool:
    """Return whether the report's file holds a saving that is not older than the snapshot."""
    try:
        note = json.loads(saving_file(file).read_bytes())
        digest, revision = str(note["digest"]), int(note["revision"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False
    is_there = snapshot.path is not None and fingerprint(snapshot.path) == digest
    return is_there and snapshot.revision <= revision
