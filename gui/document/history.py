"""The steps of work on the open report: joined while typing, taken back and done again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject
from PySide6.QtGui import QUndoStack

from gui.document.edit_step import EditStep
from model.report.edits import Edit

TYPING_PAUSE = 1200
"""Milliseconds without typing after which the next letter begins a new step."""


class History(QObject):
    """Holds the undo stack; `run` makes an edit and returns the one that takes it back.

    Nobody but the document steps through the stack: it asks before a final report is changed.
    """

    def __init__(self, run: Callable[[Edit], Edit], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.is_pushing = False
        self._run = run
        self._merge = ""
        self._burst = 0
        self._clock = QElapsedTimer()

    def begin(self, is_saved: bool) -> None:
        """Forget every step; a report that is not saved yet is modified from the beginning."""
        self.end_burst()
        self.stack.clear()
        if not is_saved:
            self.stack.resetClean()

    def end_burst(self) -> None:
        """Let the next edit be a step of its own whatever it is called."""
        self._merge = ""

    def push(self, edit: Edit, merge: str = "") -> None:
        """Make an edit as a step; those of one `merge` name join until there is a pause."""
        joins = bool(merge) and merge == self._merge and self._clock.elapsed() < TYPING_PAUSE
        if not joins:
            self._burst += 1
        self.is_pushing = True
        self.stack.push(EditStep(self._run, edit, self._burst if merge else -1))
        self.is_pushing = False
        self._merge = merge
        self._clock.restart()

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
