"""What the window knows of the open file on the disk: who else has it, and what it held.

Two locks stand for one report: one in the program's own folder keeps two windows of this computer
apart, also where the report's folder cannot be written; the lock file beside the report tells the
other computers of a share. Whatever asks the disk runs beside the window.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSysInfo, QThreadPool, QTimer

from gui import below
from gui.document.document import Document
from gui.keeping.session_locks import SessionLock
from gui.work.tasks import Job, JobSignals

if TYPE_CHECKING:
    from storage.report_locks import Holder, ReportLock
    from storage.seen import Seen


@dataclass
class Hold:
    """A report file that this window has, or that somebody else has: then `holder` says who.

    `seen` is what the file was like when it was read or written last, None for one never seen.
    """

    path: Path
    key: str
    own: SessionLock
    beside: ReportLock
    holder: Holder | None = None
    is_other_window: bool = False
    seen: Seen | None = None

    @property
    def is_free(self) -> bool:
        """Return whether this window may write the file."""
        return self.holder is None and not self.is_other_window

    @property
    def holder_words(self) -> str:
        """Return who has the file, for people."""
        if self.is_other_window or self.holder is None:
            return "这台电脑的另一个窗口"
        return self.holder.words

    @property
    def age_words(self) -> str:
        """Return since when somebody else has the file, in brackets, or ""."""
        return f"（{self.holder.age_words}）" if self.holder is not None else ""

    def release(self) -> None:
        """Let others have the file."""
        self.beside.release()
        self.own.release()


class FileGuard(QObject):
    """Keeps the hold of the open file, and gives others a sign of life while it lasts."""

    def __init__(self, document: Document, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._folder = folder
        self.hold: Hold | None = None
        self._pending: list[Hold] = []
        # One thread: what is released after something else is released after it on the disk too.
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._signals = JobSignals(self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        document.replaced.connect(self._let_go_of_others)

    @property
    def seen(self) -> Seen | None:
        """Return what the open file was like when it was read or written last."""
        return None if self.hold is None else self.hold.seen

    def reach(self, path: Path) -> Hold:
        """Try to get a file, beside that of the open one; asks the disk.

        The hold of the open file itself is given again, so that saving finds it.
        """
        key = below.place_key(path)
        if self.hold is not None and self.hold.key == key:
            return replace(self.hold, path=path)
        own = SessionLock(self._folder / f"{key}.lock")
        is_alone = own.take()
        beside = below.ReportLock(path, self._origin())
        hold = Hold(path, key, own, beside, is_other_window=not is_alone)
        if is_alone:
            hold.holder = beside.take(is_alone=True)
            if hold.holder is not None:
                own.release()
        self._pending.append(hold)
        return hold

    def drop(self, hold: Hold) -> None:
        """Give a file back that was got and is not needed; asks the disk."""
        if self.hold is None or self.hold.own is not hold.own:
            hold.release()

    def drop_pending(self) -> None:
        """Give back, beside the window, what was got for something that was given up."""
        pending, self._pending = self._pending, []
        for hold in pending:
            if self.hold is None or self.hold.own is not hold.own:
                self._pool.start(Job(hold.release, self._signals))

    def take_over(self, hold: Hold) -> Hold:
        """Take a file from a holder that is believed to be gone; asks the disk."""
        own, beside = hold.own, hold.beside
        if own.take() and beside.take_over():
            taken = replace(hold, holder=None)
            self._pending.append(taken)
            return taken
        own.release()
        return replace(hold, holder=beside.holder() or hold.holder)

    def _origin(self) -> str:
        """Return what names this data folder on this computer, the same at the next start."""
        computer = bytes(QSysInfo.machineUniqueId().data()).hex() or QSysInfo.machineHostName()
        whole = f"{computer}\n{self._folder}"
        return below.sha256(whole.encode("utf-8", "surrogateescape")).hexdigest()[:24]

    def adopt(self, hold: Hold | None) -> None:
        """Make a hold that of the open file; the former one is released beside the window."""
        old, self.hold = self.hold, hold
        self.drop_pending()
        if old is not None and (hold is None or old.own is not hold.own):
            self._pool.start(Job(old.release, self._signals))
        if hold is None:
            self._timer.stop()
        else:
            self._timer.start(below.BEAT * 1000)

    def _let_go_of_others(self) -> None:
        """Release the hold where another report, or none with a file, is open now."""
        if self.hold is not None and self.hold.path != self._document.path:
            self.adopt(None)

    def _beat(self) -> None:
        if self.hold is not None and self._pool.activeThreadCount() == 0:
            self._pool.start(Job(self.hold.beside.beat, self._signals))

    def leave(self) -> None:
        """Release everything and wait until it is done, but not for a disk that does not answer."""
        self.adopt(None)
        self._pool.waitForDone(3_000)
