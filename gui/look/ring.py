"""The ring around the control that has the keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QSlider,
    QTabBar,
    QWidget,
)

from gui.look.palette import colours

REACH, WIDTH, RADIUS = 4, 2, 6
"""Pixels from the control to the ring's outer edge, its width, and how round it is."""
_RINGED = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QSlider, QTabBar)
_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.ParentChange)


class FocusRing(QFocusFrame):
    """Lies around a button or a field; lists, grids and texts paint their own frame."""

    def follow(self, widget: QWidget | None) -> None:
        """Go to the control that has the focus now, or away."""
        ringed = _ringed(widget)
        self.setWidget(ringed)  # type: ignore[arg-type]  # Qt takes none, too
        self._reach_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control where it moves."""
        is_taken = super().eventFilter(watched, event)
        if event.type() in _MOVES:
            self._reach_out()
        return bool(is_taken)

    def _reach_out(self) -> None:
        widget = self.widget()
        parent = self.parentWidget()
        if widget is not None and parent is not None:
            corner = widget.mapTo(parent, widget.rect().topLeft())
            place = widget.rect().translated(corner)
            self.setGeometry(place.adjusted(-REACH, -REACH, REACH, REACH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.accent, WIDTH))
        inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inner, RADIUS, RADIUS)


def _ringed(widget: QWidget | None) -> QWidget | None:
    """Return the control that a ring belongs to, None where the control shows focus itself."""
    if widget is None or widget.property("cell"):
        return None
    parent = widget.parentWidget()
    if isinstance(parent, (QComboBox, QAbstractSpinBox)):
        return parent
    is_view = isinstance(widget, QAbstractScrollArea)
    return widget if isinstance(widget, _RINGED) and not is_view else None
