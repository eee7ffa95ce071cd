"""The window's own place for what is not saved, and the places that windows left behind."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterator
from pathlib import Path

from gui.keeping.session_locks import SessionLock
from storage.atomic import remove_leftovers
from storage.errors import FileProblem
from storage.snapshots import EXTENSION, Snapshot, read_snapshot, write_snapshot


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
        write_snapshot(snapshot, self.file)

    def remove(self) -> None:
        """Remove the snapshot; the place stays this window's."""
        with contextlib.suppress(OSError):
            self.file.unlink(missing_ok=True)

    def release(self) -> None:
        """Leave the place; a snapshot in it is then found at the next start."""
        self._lock.release()


def new_session(folder: Path) -> Session:
    """Return a place that no other window has."""
    return Session(folder / f"{secrets.token_hex(8)}{EXTENSION}")


def left_behind(folder: Path) -> Iterator[tuple[Session, Snapshot]]:
    """Yield what windows left behind that ended badly, newest first; each is taken.

    What its file holds by now is removed unasked; what cannot be read is left where it is.
    """
    remove_leftovers(folder, EXTENSION)
    _remove_dead_locks(folder)
    for file in sorted(folder.glob(f"*{EXTENSION}"), key=_age, reverse=True):
        session = Session(file)
        snapshot = _snapshot_in(session) if session.take() else None
        if snapshot is None:
            session.release()
        else:
            yield session, snapshot


def _snapshot_in(session: Session) -> Snapshot | None:
    """Return the snapshot in a place, None where there is nothing to ask about."""
    with contextlib.suppress(FileProblem):
        snapshot = read_snapshot(session.file)
        if not snapshot.is_in_its_file:
            return snapshot
        session.remove()
    return None


def _age(file: Path) -> float:
    with contextlib.suppress(OSError):
        return file.stat().st_mtime
    return 0


def _remove_dead_locks(folder: Path) -> None:
    for file in folder.glob("*.lock"):
        lock = SessionLock(file)
        if not file.with_suffix(EXTENSION).exists() and lock.take():
            lock.release()
