"""A narrow column of icons in place of a whole one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from gui.frame.arrangement import RAIL
from gui.look.fitting import ground, space
from gui.look.icons import paint_icon
from gui.look.palette import colours
from gui.look.sizes import BODY, font, px
from gui.look.theme import follow

_ICON, _WORD = 20, 20
_CENTRE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)


class RailButton(QAbstractButton):
    """An icon over a word or a count; checked it is the part that is shown."""

    def __init__(self, icon: str, word: str, name: str, role: str = "text") -> None:
        super().__init__()
        self._icon, self._role = icon, role
        self.setText(word)
        self.name(name)
        follow(self, self.updateGeometry)

    def name(self, name: str) -> None:
        """Say what the button leads to, for the mouse and for a screen reader."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def show_sign(self, icon: str, role: str) -> None:
        """Show another icon in the colour of a role."""
        if (icon, role) != (self._icon, self._role):
            self._icon, self._role = icon, role
            self.update()

    def sizeHint(self) -> QSize:
        """Return the width of the rail, and a height for an icon and a word."""
        return QSize(px(RAIL), px(_ICON + (_WORD if self.text() else 0) + 6))

    def minimumSizeHint(self) -> QSize:
        """Return the height of the icon alone, for a low window."""
        return QSize(px(RAIL), px(_ICON + 6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the icon, and the word where there is room for it."""
        painter = QPainter(self)
        if self.isChecked() or self.underMouse():
            painter.fillRect(self.rect(), colours.soft if self.isChecked() else colours.hover)
        if self.isChecked():
            painter.fillRect(QRect(0, 0, px(3), self.height()), colours.accent)
        role = self._role if self.isEnabled() else "off"
        top = QRectF(0, px(3), self.width(), px(_ICON))
        paint_icon(painter, self._icon, role, top, _ICON)
        if self.text() and self.height() >= px(_ICON + _WORD):
            painter.setFont(font(BODY, is_bold=self.isChecked()))
            painter.setPen(colours.text if self.isEnabled() else colours.off)
            below = self.rect().adjusted(0, px(_ICON + 3), 0, 0)
            painter.drawText(below, _CENTRE, self.text())


class Rail(QWidget):
    """The buttons of a rail, from the top down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "window")
        self.column = QVBoxLayout(self)
        space(self.column, ends=8)
        self.column.addStretch()

    def add(self, button: RailButton) -> RailButton:
        """Put a button below those that are there, and return it."""
        self.column.insertWidget(self.column.count() - 1, button)
        return button
