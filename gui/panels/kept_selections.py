"""What was selected in a text before it was replaced, so that taking it back selects it again."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

MOST = 20
"""Replacements that are remembered; the oldest is forgotten."""


class KeptSelections:
    """Remembers by the text as it stood; whoever pastes anew then replaces the same words."""

    def __init__(self, editor: QTextEdit) -> None:
        self._editor = editor
        self._now = (0, 0)
        self._revision = editor.document().revision()
        self._kept: dict[str, tuple[int, int]] = {}
        editor.selectionChanged.connect(self._follow)
        editor.cursorPositionChanged.connect(self._follow)

    def _follow(self) -> None:
        """Note the selection, but not the cursor that a change of the text has moved."""
        if self._editor.document().revision() == self._revision:
            self.note()

    def note(self) -> None:
        """Note that the text and its selection are settled as they are now."""
        cursor = self._editor.textCursor()
        self._now = cursor.anchor(), cursor.position()
        self._revision = self._editor.document().revision()

    def keep(self, before: str) -> None:
        """Remember what was selected in the text that is being replaced."""
        self._kept.pop(before, None)
        if self._now[0] != self._now[1]:
            self._kept[before] = self._now
            if len(self._kept) > MOST:
                del self._kept[next(iter(self._kept))]

    def restore(self, text: str) -> None:
        """Select again what was selected when this text was replaced."""
        kept = self._kept.get(text)
        if kept is not None:
            cursor = self._editor.textCursor()
            cursor.setPosition(kept[0])
            cursor.setPosition(kept[1], QTextCursor.MoveMode.KeepAnchor)
            self._editor.setTextCursor(cursor)
        self.note()
