"""The line above a part: its name, how it stands to the signed paper, and what can be done here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QWidget

from gui.frame.elided import ElidedLabel
from gui.look.fitting import ground, keep_height, space
from gui.look.icons import show_icon
from gui.look.sizes import HEAD

HEIGHT, BUTTON = 32, 26


class PartHead(QWidget):
    """Shows the name of the part in the middle and the buttons that belong to it."""

    def __init__(self, banner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "surface")
        keep_height(self, HEIGHT)
        self.title = ElidedLabel(size=HEAD, is_bold=True)
        self.tools = QStackedWidget(self)
        self.tools.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self.title, 3)
        self._line.addWidget(banner, 4)
        self._line.addWidget(self.tools)
        space(self._line, 12, gap=8, right=8)

    def show_part(self, name: str, tools: QWidget) -> None:
        """Show the name and the buttons of a part."""
        self.title.setText(name)
        self.tools.setCurrentWidget(tools)
        self._fit()

    def _fit(self) -> None:
        tools = self.tools.currentWidget()
        if tools is not None:
            self.tools.setFixedWidth(tools.sizeHint().width())

    def event(self, event: QEvent) -> bool:
        """Give the buttons their width anew where they were shown, hidden or made larger."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return bool(super().event(event))


def head_button(text: str, icon: str, *, is_checkable: bool = False) -> QPushButton:
    """Return a button for the head of a part; without a text it shows its icon alone."""
    button = QPushButton(text)
    button.setProperty("head", True)
    button.setCheckable(is_checkable)
    # The keys stay with the cells and the text when the mouse is used.
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    show_icon(button, icon)
    keep_height(button, BUTTON)
    return button


def button_row(*buttons: QWidget) -> QWidget:
    """Return the buttons of a part's head in a row."""
    row = QWidget()
    line = QHBoxLayout(row)
    space(line, gap=8)
    for button in buttons:
        line.addWidget(button)
    return row
