"""One edit on the undo stack."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from model.report.edits import Edit


class EditStep(QUndoCommand):
    """One edit on the undo stack; steps of one burst of typing grow together."""

    def __init__(self, run: Callable[[Edit], Edit], edit: Edit, burst: int) -> None:
        super().__init__(edit.name)
        self._run = run
        self.edit = edit
        self.burst = burst
        self.inverse: Edit | None = None

    def id(self) -> int:
        """Return a number that only steps of the same burst of typing share."""
        return self.burst

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over the text of a later step of the same burst, keeping the way back."""
        if not isinstance(other, EditStep):
            return False
        self.edit = other.edit
        return True

    def redo(self) -> None:
        """Apply the edit."""
        self.inverse = self._run(self.edit)

    def undo(self) -> None:
        """Take the edit back."""
        if self.inverse is not None:
            self._run(self.inverse)
