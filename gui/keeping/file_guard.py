"""What the window knows of the open file on the disk: who else has it, and what it held."""

from __future__ import annotations

from pathlib import Path

from gui.document.document import Document
from gui.keeping.session_locks import SessionLock
from storage.versions import place_key


class FileGuard:
    """Holds the lock of the open file, and the fingerprint that the file had when last seen."""

    def __init__(self, document: Document, folder: Path) -> None:
        self._document = document
        self._folder = folder
        self._locks: dict[str, SessionLock] = {}
        self.base: str = ""
        document.replaced.connect(self.release_others)
        document.saved.connect(self.release_others)

    def claim(self, path: Path) -> bool:
        """Take the lock of a file, beside that of the open one; False if another window has it."""
        self.release_others()
        key = place_key(path)
        lock = self._locks.get(key) or SessionLock(self._folder / f"{key}.lock")
        if not lock.take():
            return False
        self._locks[key] = lock
        return True

    def release_others(self) -> None:
        """Release every lock but that of the open file."""
        path = self._document.path if self._document.is_open else None
        own = None if path is None else place_key(path)
        for key in [key for key in self._locks if key != own]:
            self._locks.pop(key).release()

    def leave(self) -> None:
        """Release every lock."""
        for lock in self._locks.values():
            lock.release()
        self._locks.clear()
