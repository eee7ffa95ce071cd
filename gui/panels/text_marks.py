"""Marks on the words of a text, by places in characters."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from gui.look.palette import colours
from gui.panels.text_places import TextPlaces
from model.report.links.link import Link
from model.texts.sentences import Sentence


def repeated_marks(
    editor: QPlainTextEdit | QTextEdit, text: str, found: Iterable[Sentence]
) -> list[QTextEdit.ExtraSelection]:
    """Return the marks of sentences that stand in last year's text too.

    Neither a ground nor a wave: both may stand at the same words for other reasons.
    """
    style = QTextCharFormat()
    style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    style.setUnderlineColor(colours.text2)
    places = TextPlaces(editor.document(), text)
    marks = []
    for start, end in _runs(found):
        mark = QTextEdit.ExtraSelection()
        mark.cursor = places.cursor(start, end - start)
        mark.format = style
        marks.append(mark)
    return marks


def linked_marks(places: TextPlaces, links: Iterable[Link]) -> list[QTextEdit.ExtraSelection]:
    """Return the grounds of figures that follow the tables; their lines are painted."""
    style = QTextCharFormat()
    style.setBackground(colours.linked)
    marks = []
    for link in links:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = places.cursor(link.start, link.length)
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
