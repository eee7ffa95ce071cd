"""The ring around the control that has the keys."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gui.look.palette import colours

REACH, WIDTH, RADIUS = 4, 2, 6
"""Pixels from the control to the ring's outer edge, its width, and how round it is."""
_PARTED = ("QComboBox", "QAbstractSpinBox")
_RINGED = ("QAbstractButton", "QLineEdit", *_PARTED, "QSlider", "QTabBar")
"""Qt's own names of the controls: to make all these classes known to Python takes milliseconds."""


_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """Lies around a button or a field; lists, grids and texts paint their own frame.

    Qt's own focus frame cannot keep a distance: its margins are the style's.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ringed: QWidget | None = None
        self._watched: list[QWidget] = []

    def follow(self, widget: QWidget | None) -> None:
        """Go to the control that has the focus now, or away."""
        for watched in filter(isValid, self._watched):
            watched.removeEventFilter(self)
        self._ringed = _ringed(widget)
        self._watched = [] if self._ringed is None else [self._ringed, *_boxes(self._ringed)]
        for watched in self._watched:
            watched.installEventFilter(self)
        if self._watched:
            self.setParent(self._watched[-1].parentWidget())
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control where it moves or goes."""
        if event.type() in _MOVES:
            self._place()
        return False

    def _place(self) -> None:
        widget, home = self._ringed, self.parentWidget()
        if widget is None or home is None or not widget.isVisible():
            self.hide()
            return
        place = QRect(widget.mapTo(home, QPoint()), widget.size())
        self.setGeometry(place.adjusted(-REACH, -REACH, REACH, REACH))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.accent, WIDTH))
        inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inner, RADIUS, RADIUS)


def _boxes(widget: QWidget) -> Iterator[QWidget]:
    """Yield the boxes around a button that are no larger than it, and would cut the ring."""
    parent = widget.parentWidget()
    while parent is not None and parent.inherits("QDialogButtonBox"):
        yield parent
        parent = parent.parentWidget()


def _ringed(widget: QWidget | None) -> QWidget | None:
    """Return the control that a ring belongs to, None where the control shows focus itself."""
    if widget is None or widget.property("cell"):
        return None
    parent = widget.parentWidget()
    if parent is not None and _is_one_of(parent, _PARTED):
        return parent
    is_view = widget.inherits("QAbstractScrollArea")
    return widget if _is_one_of(widget, _RINGED) and not is_view else None


def _is_one_of(widget: QWidget, classes: tuple[str, ...]) -> bool:
    return any(map(widget.inherits, classes))
