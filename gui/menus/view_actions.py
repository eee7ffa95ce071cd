"""How large and how bright everything is shown, by menu, keys, tool bar and status bar."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow

from gui.look.icons import show_icon
from gui.look.sizes import LARGE
from gui.look.theme import Scheme, look
from gui.menus.actions import Actions
from gui.settings import Settings

ZOOM, SCHEME = "zoom", "scheme"
"""Names under which the choices are remembered."""


class ViewActions(QObject):
    """The menu 查看; what is chosen in it is remembered."""

    def __init__(self, window: QMainWindow, actions: Actions, settings: Settings) -> None:
        super().__init__(window)
        self._settings = settings
        make = actions.make
        self.larger = make("放大", lambda: look.step(1), needs_report=False)
        self.larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.smaller = make("缩小", lambda: look.step(-1), "Ctrl+-", needs_report=False)
        self.usual = make("原来大小", lambda: look.set_percent(100), "Ctrl+0", needs_report=False)
        self.large = QAction("大字", window)
        self.large.setCheckable(True)
        self.large.setToolTip(f"全部放大到{LARGE}%，再点一下还原")
        self.large.triggered.connect(look.turn_large)
        for action, icon in (
            (self.larger, "zoom-in"),
            (self.smaller, "zoom-out"),
            (self.large, "large"),
        ):
            show_icon(action, icon)
        self._take_remembered()
        menu = actions.add_menu("查看(&V)", [self.larger, self.smaller, self.usual, self.large])
        menu.addSeparator()
        self.schemes = QActionGroup(self)
        for scheme in Scheme:
            action = QAction(scheme.label, window)
            action.setCheckable(True)
            action.setChecked(scheme is look.scheme)
            action.triggered.connect(lambda _=False, scheme=scheme: self._choose(scheme))
            self.schemes.addAction(action)
        menu.addActions(self.schemes.actions())
        look.changed.connect(self._follow)
        self._follow()

    def _take_remembered(self) -> None:
        percent = self._settings.choice(ZOOM)
        if percent.isdigit():
            look.set_percent(int(percent))
        scheme = self._settings.choice(SCHEME)
        if scheme in list(Scheme):
            look.set_scheme(Scheme(scheme))

    def _choose(self, scheme: Scheme) -> None:
        look.set_scheme(scheme)
        self._settings.note_choice(SCHEME, "" if scheme is Scheme.SYSTEM else scheme.value)

    def _follow(self) -> None:
        self.large.setChecked(look.percent > 100)
        self._settings.note_choice(ZOOM, "" if look.percent == 100 else str(look.percent))
