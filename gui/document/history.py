"""The steps of work on the open report: joined while typing, taken back and done again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject
from PySide6.QtGui import QUndoStack

from gui.document.edit_step import EditStep

if TYPE_CHECKING:
    from model.report.edits import Edit

TYPING_PAUSE = 1200
"""Milliseconds without typing after which the next letter begins a new step."""

BEGINNING = 0
"""The state of a report before its first step; those of the steps count from 1."""

_NOWHERE = -1
"""The state that stands in the file where none of this report's does."""


class History(QObject):
    """Holds the undo stack; `run` makes an edit and returns the one that takes it back.

    Nobody but the document steps through the stack: it asks before a final report is changed.
    What is saved is a state, not a place on the stack: whoever undoes and types anew is at the same
    place with another content.
    """

    def __init__(self, run: Callable[[Edit], Edit], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.is_pushing = False
        self._run = run
        self._merge = ""
        self._burst = 0
        self._clock = QElapsedTimer()
        self._saved = BEGINNING
        self._error: Exception | None = None

    def begin(self, is_saved: bool) -> None:
        """Forget every step; a report that is not saved yet is modified from the beginning."""
        self.end_burst()
        self._saved = BEGINNING if is_saved else _NOWHERE
        self.stack.clear()

    @property
    def state(self) -> int:
        """Return what names the content that the report has now."""
        step = self.stack.command(self.stack.index() - 1)
        return step.state if isinstance(step, EditStep) else BEGINNING

    @property
    def is_saved(self) -> bool:
        """Return whether the content of now is the one that was written last."""
        return self.state == self._saved

    def note_saved(self, state: int) -> None:
        """Note that the content of a state is the one that stands in the file."""
        self._saved = state

    def end_burst(self) -> None:
        """Let the next edit be a step of its own whatever it is called."""
        self._merge = ""

    def push(self, edit: Edit, merge: str = "") -> None:
        """Make an edit as a step; those of one `merge` name join until there is a pause.

        What goes wrong is raised once the step has left Qt's hands; the report is then as before,
        or, where only the showing of it failed, the step is done.
        """
        joins = bool(merge) and merge == self._merge and self._clock.elapsed() < TYPING_PAUSE
        if not joins:
            self._burst += 1
        self.is_pushing = True
        try:
            burst = self._burst if merge else -1
            self.stack.push(EditStep(self._run, edit, burst, self.note_error))
        finally:
            self.is_pushing = False
        self._merge = merge
        self._clock.restart()
        self._raise_error()

    def undo(self) -> None:
        """Take the last step back; raises what went wrong."""
        self.stack.undo()
        self._raise_error()

    def redo(self) -> None:
        """Do the step taken back again; raises what went wrong."""
        self.stack.redo()
        self._raise_error()

    def note_error(self, error: Exception) -> None:
        """Keep an error until Qt has let go; the first one counts."""
        self._error = self._error or error

    def _raise_error(self) -> None:
        error, self._error = self._error, None
        if error is not None:
            self.end_burst()
            raise error

    @property
    def edit_back(self) -> Edit | None:
        """Return the edit that would take the last step back, None where there is no step."""
        step = self.stack.command(self.stack.index() - 1)
        return step.inverse if isinstance(step, EditStep) else None

    @property
    def edit_again(self) -> Edit | None:
        """Return the edit that would be done again, None where nothing was taken back."""
        step = self.stack.command(self.stack.index())
        return step.edit if isinstance(step, EditStep) else None
