"""What is typed is kept beside the clerk's file until it is saved, so that nothing is lost."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QThreadPool, QTimer, Signal, Slot

from gui import below
from gui.document.document import Document
from gui.keeping.file_guard import FileGuard
from gui.keeping.sessions import Session, new_session
from gui.work.tasks import Job, JobSignals
from storage.atomic import FULL
from storage.errors import FileProblem

if TYPE_CHECKING:
    from storage.snapshots import Snapshot

QUIET = 1_500
"""Milliseconds after the last change at which a snapshot is written."""

LONGEST = 5_000
"""Milliseconds after which a snapshot is written although the clerk types on.

With the time for writing on a slow disk at most ten seconds of typing are lost.
"""


class Autosave(QObject):
    """Keeps one snapshot of the open report while there is anything that is not saved.

    The snapshot is removed when the report is saved, given up or closed; whatever else ends the
    program leaves it to be found at the next start.
    """

    failing = Signal(str)
    """Keeping fails, with the reason in a few words, or works again: then the words are empty."""

    def __init__(
        self, document: Document, guard: FileGuard, folder: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._guard = guard
        self._session = new_session(folder)
        self._is_kept = False
        self._failure = ""
        self._is_over = False
        # One thread: a snapshot that is being written is removed after it and never outlives it.
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._signals = JobSignals(self)
        self._signals.ended.connect(self._written)
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._write)
        document.changed.connect(self._plan)
        document.replaced.connect(self._follow)
        document.saved.connect(self._follow)
        document.modified_changed.connect(self._follow)
        document.typed.connect(self._follow)

    @property
    def is_busy(self) -> bool:
        """Return whether a snapshot is still to be written, or a change to be kept."""
        return self._timer.isActive() or self._pool.activeThreadCount() > 0

    def adopt(self, session: Session) -> None:
        """Take over the place of a snapshot that is now open, so that it stays safe throughout."""
        self._pool.waitForDone()
        self._session.remove()
        self._session.release()
        self._session = session
        session.forget_saving()
        self._is_kept = True

    def _follow(self, *_: object) -> None:
        """Begin or stop keeping, as the report begins or stops to differ from its file."""
        if self._document.has_unkept:
            self._plan()
        else:
            self._timer.stop()
            self._forget()

    def _plan(self) -> None:
        """Write soon: after a pause, but not later than the longest time since the last writing."""
        if self._is_over or not self._document.has_unkept:
            return
        if not self._timer.isActive():
            self._since.start()
        self._timer.start(max(0, min(QUIET, LONGEST - self._since.elapsed())))

    def _write(self) -> None:
        self._is_kept = True
        self._pool.start(Job(partial(self._session.write, self._snapshot()), self._signals))

    def _snapshot(self) -> Snapshot:
        document = self._document
        seen, now = self._guard.seen, datetime.now().astimezone()
        base = "" if seen is None else seen.digest
        records = tuple(document.records)
        return below.Snapshot(
            document.draft(), document.path, base, now, records, document.revision
        )

    def note_saving(self, digest: str, revision: int) -> None:
        """Note what a saving is about to put into the file; called beside the window."""
        self._session.note_saving(digest, revision)

    def _forget(self) -> None:
        if self._is_kept:
            self._is_kept = False
            self._pool.start(Job(self._session.remove, self._signals))

    @Slot(object, object)
    def _written(self, _: object, error: Exception | None) -> None:
        """Tell when nothing can be kept any more, and when it can again."""
        failure = "" if error is None else _reason(error)
        if failure != self._failure:
            self._failure = failure
            self.failing.emit(failure)

    def keep_now(self) -> bool:
        """Keep what is not saved at once and return whether it is safe; nothing to keep is.

        What is being typed is kept as it stands, and no field is asked to hand it over: this is
        called where the program itself is at fault, or is being ended.
        """
        self._timer.stop()
        self._pool.waitForDone()
        if not self._document.has_unkept:
            return True
        try:
            self._session.write(self._snapshot())
        except FileProblem:
            return False
        self._is_kept = True
        return True

    def end(self, is_regular: bool = True) -> None:
        """Stop for good; after a regular close nothing is left to be found."""
        if self._is_over:
            return
        self._is_over = True
        self._timer.stop()
        self._pool.waitForDone()
        if is_regular:
            self._session.remove()
        self._session.release()


def _reason(error: Exception) -> str:
    cause = error.__cause__
    if isinstance(cause, OSError) and cause.errno in FULL:
        return "本机磁盘满了"
    if isinstance(error, FileProblem):
        return "程序的数据文件夹写不进去"
    return "程序自己出错了"
