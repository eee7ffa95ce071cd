"""One edit on the undo stack."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from model.report.edits import Edit


_states = count(1)


class EditStep(QUndoCommand):
    """One edit on the undo stack; steps of one burst of typing grow together.

    `state` names the content that the report has once the step is done; no two contents share one.
    `fail` is told of an error: Qt calls these methods, and an exception that left one of them would
    end the program. A step that could not be done is obsolete, and the stack throws it away.
    """

    def __init__(
        self,
        run: Callable[[Edit], Edit],
        edit: Edit,
        burst: int,
        fail: Callable[[Exception], None],
    ) -> None:
        super().__init__(edit.name)
        self._run = run
        self._fail = fail
        self.edit = edit
        self.burst = burst
        self.state = next(_states)
        self.inverse: Edit | None = None

    def id(self) -> int:
        """Return a number that only steps of the same burst of typing share."""
        return self.burst

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over the text of a later step of the same burst, keeping the way back."""
        if not isinstance(other, EditStep) or other.isObsolete():
            return False
        self.edit, self.state = other.edit, other.state
        return True

    def redo(self) -> None:
        """Apply the edit."""
        try:
            self.inverse = self._run(self.edit)
        except Exception as error:  # noqa: BLE001 - raised again outside of Qt
            self._give_up(error)

    def undo(self) -> None:
        """Take the edit back, and keep what makes it again: it names what followed by itself."""
        if self.inverse is None:
            return
        try:
            self.edit = self._run(self.inverse)
        except Exception as error:  # noqa: BLE001 - raised again outside of Qt
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        self.setObsolete(True)
        self._fail(error)
