"""Locks that keep two windows from one thing; they stand in the program's own folder.

There and not beside the clerk's file, so that a folder that is read-only or on a slow share is
never in the way. QLockFile notes process, computer and start of the computer, and takes no notice
of a lock whose process has ended.
"""

from __future__ import annotations

import contextlib
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QLockFile, QSysInfo

LONGEST_ELSEWHERE = timedelta(hours=12)
"""How long a lock counts whose process cannot be asked for: of another computer, or renamed."""

LONGEST_EMPTY = timedelta(seconds=10)
"""How long a lock counts that says nothing; a power cut can leave one."""


class SessionLock:
    """A lock that is held from the moment it is taken until it is released."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = QLockFile(str(file))
        # Age says nothing while a window is open all day; only a dead process does.
        self._lock.setStaleLockTime(0)

    def take(self) -> bool:
        """Return False only where another window holds the lock.

        Where the system allows no lock file at all, working goes on without one.
        """
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
        if self._lock.isLocked() or self._lock.tryLock(0):
            return True
        if self._lock.error() != QLockFile.LockError.LockFailedError:
            return True
        return self._is_abandoned() and self._lock.removeStaleLockFile() and self._lock.tryLock(0)

    def _is_abandoned(self) -> bool:
        """Return whether a lock is left over that Qt by itself would honour for ever."""
        process, computer, _ = self._lock.getLockInfo()
        if process and computer == QSysInfo.machineHostName():
            return False
        try:
            since = datetime.fromtimestamp(self._file.stat().st_mtime).astimezone()
        except OSError:
            return True
        return datetime.now().astimezone() - since > (
            LONGEST_ELSEWHERE if process else LONGEST_EMPTY
        )

    def release(self) -> None:
        """Let others have it; nothing happens where it is not held."""
        self._lock.unlock()
