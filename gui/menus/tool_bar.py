"""The tool bar: the deeds used most, each an icon with its word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from gui.look.fitting import keep_height
from gui.look.icons import TOOL, show_icon
from gui.look.sizes import px
from gui.look.theme import follow

HEIGHT, BUTTON = 40, 32
_KEPT = 4
"""Words that stay in any window: 打开, 保存, 还差什么, 下一处问题."""


class MainToolBar(QToolBar):
    """Holds the buttons; the keys skip it, as the menus say the same."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__("常用", window)
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        keep_height(self, HEIGHT)
        follow(self, lambda: self.setIconSize(QSize(px(TOOL), px(TOOL))))
        # What Qt puts at the end where a window is too narrow even for icons.
        more = self.findChild(QToolButton, "qt_toolbar_ext_button")
        if more is not None:
            more.setAccessibleName("其余按钮")
            more.setToolTip("其余按钮")
        self._wordless: list[QToolButton] = []
        self._late: list[QToolButton] = []

    def add(self, action: QAction, icon: str, word: str, *, keeps_word: bool = True) -> QToolButton:
        """Add an action under a short word, which a narrow window leaves out."""
        show_icon(action, icon, TOOL)
        action.setIconText(word)
        self.addAction(action)
        button = self.widgetForAction(action)
        assert isinstance(button, QToolButton)
        self._dress(button, word)
        (self._late if keeps_word else self._wordless).append(button)
        return button

    def add_menu(self, word: str, icon: str, actions: Sequence[QAction | None]) -> QToolButton:
        """Add a button that opens a menu; None stands for a line in it."""
        button = QToolButton()
        button.setText(word)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        button.setMenu(menu)
        show_icon(button, icon, TOOL)
        self._dress(button, word)
        self._late.append(button)
        self.addWidget(button)
        return button

    def add_space(self) -> None:
        """Push what follows to the right."""
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)

    def _dress(self, button: QToolButton, word: str) -> None:
        button.setAccessibleName(word)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keep_height(button, BUTTON)

    def show_words(self, width: int, *, has_all: bool) -> None:
        """Show every word, or leave out those that their icons say as well.

        Where `width` pixels have no room even so, the words of all but the first few go too, and
        then theirs; no button is ever left out.
        """
        groups = (self._wordless, self._late[_KEPT:], self._late[:_KEPT])
        for count in range(0 if has_all else 1, len(groups) + 1):
            for number, buttons in enumerate(groups):
                _show_words(buttons, is_shown=number >= count)
            if self.sizeHint().width() <= width:
                break


def _show_words(buttons: Sequence[QToolButton], *, is_shown: bool) -> None:
    style = Qt.ToolButtonStyle
    shown = style.ToolButtonTextBesideIcon if is_shown else style.ToolButtonIconOnly
    for button in buttons:
        button.setToolButtonStyle(shown)
