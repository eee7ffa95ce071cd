"""Marks on the words of a text, by places in characters."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from gui.look import theme
from gui.panels.marked_editor import units
from model.texts.sentences import Sentence


def text_cursor(editor: QPlainTextEdit, text: str, start: int, length: int) -> QTextCursor:
    """Return a cursor that has selected a passage of the editor's text."""
    cursor = QTextCursor(editor.document())
    cursor.setPosition(units(text, start))
    cursor.setPosition(units(text, start + length), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def repeated_marks(
    editor: QPlainTextEdit, text: str, found: Iterable[Sentence]
) -> list[QTextEdit.ExtraSelection]:
    """Return the marks of sentences that stand in last year's text too.

    Neither a ground nor a wave: both may stand at the same words for other reasons.
    """
    style = QTextCharFormat()
    style.setForeground(theme.REPEATED)
    style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    style.setUnderlineColor(theme.REPEATED)
    marks = []
    for start, end in _runs(found):
        mark = QTextEdit.ExtraSelection()
        mark.cursor = text_cursor(editor, text, start, end - start)
        mark.format = style
        marks.append(mark)
    return marks


def _runs(found: Iterable[Sentence]) -> list[tuple[int, int]]:
    """Return (start, end) of each run of touching sentences.

    Qt paints only every other one of coloured selections that touch.
    """
    runs: list[tuple[int, int]] = []
    for sentence in found:
        end = sentence.start + len(sentence.text)
        if runs and runs[-1][1] == sentence.start:
            runs[-1] = runs[-1][0], end
        else:
            runs.append((sentence.start, end))
    return runs
