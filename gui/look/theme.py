"""The look that is shown now, and the ways to another one: zoom, light, dark."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from gui.look.palette import colours, qt_palette
from gui.look.ring import FocusRing
from gui.look.sizes import LARGE, STEPS, font, zoom
from gui.look.style import style_sheet


class Scheme(StrEnum):
    """Whether the window is light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"

    @property
    def label(self) -> str:
        """Return the choice as the clerk reads it."""
        return {"system": "跟随系统", "light": "浅色", "dark": "深色"}[self.value]


_QT_SCHEMES = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


class Look(QObject):
    """The look of the program; tells when sizes or colours are others."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Scheme.SYSTEM

    @property
    def percent(self) -> int:
        """Return how large everything is shown, in percent."""
        return zoom.percent

    def set_percent(self, percent: int) -> None:
        """Show everything larger or smaller; the nearest of the steps is taken."""
        nearest = min(STEPS, key=lambda step: abs(step - percent))
        if nearest != zoom.percent:
            zoom.percent = nearest
            self.show()

    def step(self, steps: int) -> None:
        """Go so many steps larger, or smaller where it is negative."""
        place = STEPS.index(zoom.percent) + steps
        self.set_percent(STEPS[max(0, min(place, len(STEPS) - 1))])

    def turn_large(self, is_large: bool) -> None:
        """Show 大字, or the usual size."""
        self.set_percent(LARGE if is_large else 100)

    def set_scheme(self, scheme: Scheme) -> None:
        """Follow the system, or stay light or dark."""
        self.scheme = scheme
        QGuiApplication.styleHints().setColorScheme(_QT_SCHEMES[scheme])
        self._follow_system()

    def begin(self, application: QApplication) -> None:
        """Give the application style, palette and font, and follow what the system says."""
        application.setStyle("Fusion")
        application.setEffectEnabled(Qt.UIEffect.UI_AnimateMenu, False)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        colours.use(is_dark=hints.colorScheme() == Qt.ColorScheme.Dark)
        self.show()
        self.ring = FocusRing()
        application.focusChanged.connect(self._move_ring)

    def _move_ring(self, _: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self.ring):
            # It lies in the window of its control, and goes with that window.
            self.ring = FocusRing()
        self.ring.follow(now)

    def _follow_system(self, *_: object) -> None:
        is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        if is_dark != colours.is_dark:
            colours.use(is_dark=is_dark)
            self.show()

    def show(self) -> None:
        """Give the application the colours and sizes of now, and tell of it."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(qt_palette())
            application.setStyleSheet(style_sheet())
            # Last: on Windows a style sheet brings the desktop's fonts for menus and lists back.
            application.setFont(font())
        self.changed.emit()


look = Look()
"""The one look of the process, like Qt's own style and palette."""


class _Follower(QObject):
    """Does something again at each change of the look for as long as its owner lives."""

    def __init__(self, owner: QObject, apply: Callable[[], object]) -> None:
        super().__init__(owner)
        self._apply = apply
        look.changed.connect(self._run)

    def _run(self) -> None:
        self._apply()


def follow(owner: QObject, apply: Callable[[], object]) -> None:
    """Do something now, and again whenever colours or sizes change while the owner lives."""
    apply()
    _Follower(owner, apply)
