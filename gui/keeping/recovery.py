"""The question at the start: what a window that ended badly had not saved."""

from __future__ import annotations

from pathlib import Path

from gui.document.document import Document
from gui.keeping.autosave import Autosave
from gui.keeping.file_guard import FileGuard
from gui.keeping.sessions import Session, left_behind
from gui.messages import Messages
from storage.snapshots import Snapshot


class Recovery:
    """Brings back what was not saved, as a change of its file that is still to be saved."""

    def __init__(
        self,
        document: Document,
        guard: FileGuard,
        autosave: Autosave,
        messages: Messages,
        folder: Path,
    ) -> None:
        self._document = document
        self._guard = guard
        self._autosave = autosave
        self._messages = messages
        self._folder = folder

    def offer(self) -> bool:
        """Ask about what was left behind, newest first, and return whether one was brought back.

        One window holds one report: after that the others are left for the next start.
        """
        for session, snapshot in left_behind(self._folder):
            answer = self._messages.ask_recover(
                snapshot.report.organization, snapshot.report.year, snapshot.taken, snapshot.path
            )
            if answer == "restore":
                self._restore(session, snapshot)
                return True
            if answer == "discard":
                session.remove()
            session.release()
        return False

    def _restore(self, session: Session, snapshot: Snapshot) -> None:
        path = snapshot.path
        if path is not None and not self._guard.claim(path):
            # Another window works on the file by now: this one goes on without it.
            path = None
        self._autosave.adopt(session)
        self._document.open(snapshot.report, path, snapshot.records, is_unsaved=True)
        self._guard.base = snapshot.base
