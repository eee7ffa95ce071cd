"""How words stand out or step back: size, weight and colour of a label by what it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from gui.look.palette import colours
from gui.look.sizes import BODY, font
from gui.look.theme import follow

if TYPE_CHECKING:
    from model.report.deadline import DaysLeft


def tint(widget: QWidget, role: str) -> None:
    """Let the words of a widget stand in the colour of a role, until another one is given."""
    is_known = widget.property("tint") is not None
    widget.setProperty("tint", role)
    if is_known:
        _paint(widget)
    else:
        follow(widget, lambda: _paint(widget))


def _paint(widget: QWidget) -> None:
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.WindowText, colours.of(str(widget.property("tint"))))
    widget.setPalette(palette)


def deadline_role(left: DaysLeft) -> str:
    """Return the colour of the line on a deadline: strong where few days are left."""
    return "error" if left.is_urgent else "text2"


def write(widget: QWidget, size: float = BODY, *, is_bold: bool = False) -> None:
    """Write a widget's words in a size in pixels at 100 %, at every zoom."""
    follow(widget, lambda: widget.setFont(font(size, is_bold=is_bold)))


def label(
    text: str = "", size: float = BODY, *, is_bold: bool = False, role: str = "text"
) -> QLabel:
    """Return a label in one line."""
    made = QLabel(text)
    write(made, size, is_bold=is_bold)
    if role != "text":
        tint(made, role)
    return made


def hint_label(text: str = "", *, is_wrapped: bool = True) -> QLabel:
    """Return a label for words that explain and step back behind the rest."""
    made = label(text, role="text2")
    made.setWordWrap(is_wrapped)
    return made
