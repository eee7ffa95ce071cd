"""Heights, widths, margins and grounds that keep to what is drawn at every zoom."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLayout, QWidget

from gui.look.palette import colours
from gui.look.sizes import px
from gui.look.theme import follow


def space(
    layout: QLayout, sides: float = 0, ends: float = 0, gap: float = 0, *, right: float = -1
) -> None:
    """Give a layout its margins at the sides and ends and the gap between, in pixels at 100 %.

    `right` is the right margin where it is another one than the left.
    """

    def apply() -> None:
        far = px(right) if right > 0 else 0 if right == 0 else _px(sides)
        layout.setContentsMargins(_px(sides), _px(ends), far, _px(ends))
        layout.setSpacing(_px(gap))

    follow(layout, apply)


def _px(size: float) -> int:
    return px(size) if size else 0


def keep_height(widget: QWidget, height: float) -> None:
    """Keep a widget so many pixels high at 100 %, at every zoom."""
    follow(widget, lambda: widget.setFixedHeight(px(height)))


def keep_width(widget: QWidget, width: float) -> None:
    """Keep a widget so many pixels wide at 100 %, at every zoom."""
    follow(widget, lambda: widget.setFixedWidth(px(width)))


def ground(widget: QWidget, role: str) -> None:
    """Fill a widget with the colour of a role."""
    widget.setAutoFillBackground(True)

    def fill() -> None:
        palette = widget.palette()
        palette.setColor(QPalette.ColorRole.Window, colours.of(role))
        widget.setPalette(palette)

    follow(widget, fill)
