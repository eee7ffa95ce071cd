"""The window's own place for what is not saved, and the places that windows left behind."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from gui import below
from gui.keeping.session_locks import SessionLock
from storage.atomic import remove_leftovers
from storage.errors import FileProblem
from storage.program import SNAPSHOT

if TYPE_CHECKING:
    from storage.snapshots import Snapshot

DAMAGED = "damaged"
"""The folder for snapshots that cannot be read, beside the others."""


class Session:
    """One snapshot file with the lock that says that its window still lives."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._lock = SessionLock(file.with_suffix(".lock"))

    def take(self) -> bool:
        """Return whether the place is now this window's."""
        return self._lock.take()

    def write(self, snapshot: Snapshot) -> None:
        """Replace the snapshot; FileProblem if the system does not let it."""
        # The lock comes first: a snapshot without one counts as left behind.
        self._lock.take()
        below.write_snapshot(snapshot, self.file)

    def note_saving(self, digest: str, revision: int) -> None:
        """Note what a saving is about to write, so that an older snapshot is never offered."""
        below.note_saving(self.file, digest, revision)

    def forget_saving(self) -> None:
        """Forget the note: another window counts its changes anew."""
        with contextlib.suppress(OSError):
            below.saving_file(self.file).unlink(missing_ok=True)

    def remove(self) -> None:
        """Remove the snapshot; the place stays this window's."""
        with contextlib.suppress(OSError):
            self.file.unlink(missing_ok=True)
        self.forget_saving()

    def release(self) -> None:
        """Leave the place; a snapshot in it is then found at the next start."""
        self._lock.release()


def new_session(folder: Path) -> Session:
    """Return a place that no other window has."""
    return Session(folder / f"{os.urandom(8).hex()}{SNAPSHOT}")


@dataclass
class LeftBehind:
    """What windows left that ended badly: snapshots, newest first, each taken, and what is told.

    `damaged` are snapshots that cannot be read, by where they lie now; `newer` ones of a newer
    version of the program, which stay where they are.
    """

    found: list[tuple[Session, Snapshot]] = field(default_factory=list)
    damaged: list[Path] = field(default_factory=list)
    newer: list[Path] = field(default_factory=list)


def left_behind(folder: Path) -> LeftBehind:
    """Return what windows left behind; what its file holds by now is removed unasked."""
    remove_leftovers(folder, SNAPSHOT)
    _remove_dead_locks(folder)
    left = LeftBehind()
    for file in sorted(folder.glob(f"*{SNAPSHOT}"), key=_age, reverse=True):
        session = Session(file)
        if not session.take():
            continue
        try:
            snapshot = below.read_snapshot(file)
        except below.NewerSnapshot:
            left.newer.append(file)
            session.release()
        except FileProblem:
            left.damaged.append(_put_aside(file))
            session.release()
        else:
            _sort_in(left, session, snapshot)
    return left


def _sort_in(left: LeftBehind, session: Session, snapshot: Snapshot) -> None:
    if snapshot.is_in_its_file or below.is_overtaken(snapshot, session.file):
        session.remove()
        session.release()
    else:
        left.found.append((session, snapshot))


def _put_aside(file: Path) -> Path:
    """Move a snapshot that cannot be read to where it is not asked about again."""
    aside = file.parent / DAMAGED / file.name
    try:
        aside.parent.mkdir(exist_ok=True)
        return file.replace(aside)
    except OSError:
        return file


def _age(file: Path) -> float:
    with contextlib.suppress(OSError):
        return file.stat().st_mtime
    return 0


def _remove_dead_locks(folder: Path) -> None:
    """Remove the locks and notes of windows that left no snapshot."""
    for file in folder.glob("*.lock"):
        lock = SessionLock(file)
        if not file.with_suffix(SNAPSHOT).exists() and lock.take():
            with contextlib.suppress(OSError):
                below.saving_file(file).unlink(missing_ok=True)
            lock.release()
