"""How words stand out or step back: the style of a label by what it tells."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from gui.look import theme
from model.checks import Level
from model.report.deadline import DaysLeft


def text_style(colour: QColor, *, is_bold: bool = False) -> str:
    """Return the style of words in a colour."""
    weight = "; font-weight: bold" if is_bold else ""
    return f"color: {colour.name()}{weight}"


def deadline_style(left: DaysLeft) -> str:
    """Return the style of the line on a deadline: bold and strong where few days are left."""
    if left.is_urgent:
        return text_style(theme.LEVEL_TEXT[Level.ERROR], is_bold=True)
    return text_style(theme.MUTED)


def hint_label(text: str = "", *, is_wrapped: bool = True) -> QLabel:
    """Return a label for words that explain and step back behind the rest."""
    label = QLabel(text)
    label.setWordWrap(is_wrapped)
    label.setStyleSheet(text_style(theme.MUTED))
    return label
