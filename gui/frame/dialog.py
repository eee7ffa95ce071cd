"""What every dialog has in common: its heading, and that it never grows beyond the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QScreen, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLayoutItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.look.fitting import space
from gui.look.sizes import HEAD, px
from gui.look.text_styles import label

LARGEST = QSize(1080, 600)
"""Pixels at 100 % beyond which no dialog grows by itself."""
FRAME = QSize(16, 48)
"""Pixels that the frame of a window takes around a dialog."""


def room_on(screen: QScreen) -> QSize:
    """Return how large a dialog may be on a screen, in pixels."""
    free = screen.availableGeometry().size() - FRAME
    return free.boundedTo(QSize(px(LARGEST.width()), px(LARGEST.height())))


class FittedDialog(QDialog):
    """Puts its title above what it holds; where that is too high the middle scrolls.

    The last line of its layout is the foot with the buttons, which stays in view.
    """

    _is_framed = False

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the dialog out for its screen before it is seen."""
        if not self._is_framed:
            self._is_framed = True
            # A field that is moved into the middle loses the keys.
            first = self.focusWidget() or self._deed()
            self._frame()
            if first is not None:
                first.setFocus()
        super().showEvent(event)

    def _deed(self) -> QWidget | None:
        """Return the button that Enter presses, None where it cannot be pressed yet."""
        buttons = self.findChildren(QPushButton)
        return next((one for one in buttons if one.isDefault() and one.isEnabled()), None)

    def _frame(self) -> None:
        layout = self.layout()
        if not isinstance(layout, QVBoxLayout):
            return
        wanted = self.size() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else QSize()
        self.area = _Area(_middle(layout, self), self)
        heading = label(self.windowTitle(), HEAD, is_bold=True)
        layout.insertWidget(0, heading)
        layout.insertWidget(1, self.area, 1)
        # Qt would show them later, and reckon without them till then.
        for widget in (heading, self.area):
            widget.show()
        space(layout, 20, 16, 12)
        room = room_on(self.screen())
        self.setMinimumSize(self.minimumSize().boundedTo(room))
        layout.activate()
        size = wanted.expandedTo(self.sizeHint()).boundedTo(room)
        self.resize(size)
        layout.activate()
        # Words that are wrapped tell their height only once their width is known.
        height = size.height() + self.area.missing_height()
        # A scroll bar stands beside the middle, not on it.
        bar = self.area.verticalScrollBar().sizeHint().width() if height > room.height() else 0
        self.resize(QSize(size.width() + bar, height).boundedTo(room))
        self.setMaximumSize(QSize(16_777_215, 16_777_215).boundedTo(self._whole_screen()))

    def _whole_screen(self) -> QSize:
        return self.screen().availableGeometry().size() - FRAME


def _middle(layout: QVBoxLayout, dialog: QDialog) -> QWidget:
    """Return a widget that holds all of a layout but its last line."""
    # Within the dialog from the first: what leaves it comes last in the order of Tab.
    middle = QWidget(dialog)
    column = QVBoxLayout(middle)
    space(column, gap=12)
    stretches = [layout.stretch(place) for place in range(layout.count() - 1)]
    for stretch in stretches:
        item = layout.takeAt(0)
        if item is not None:
            _add(column, item, stretch)
    return middle


def _add(column: QVBoxLayout, item: QLayoutItem, stretch: int) -> None:
    widget, inner = item.widget(), item.layout()
    if widget is not None:
        column.addWidget(widget, stretch, item.alignment())
    elif inner is not None:
        inner.setParent(None)
        column.addLayout(inner, stretch)
    else:
        column.addItem(item)


class _Area(QScrollArea):
    """Scrolls only where there is no room for all."""

    def __init__(self, content: QWidget, dialog: QDialog) -> None:
        super().__init__(dialog)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        """Return the size in which nothing has to be scrolled."""
        content = self.widget()
        return content.sizeHint() + QSize(2, 2) if content is not None else super().sizeHint()

    def missing_height(self) -> int:
        """Return how many pixels are lacking for all to be seen at the width of now."""
        content = self.widget()
        layout = content.layout() if content is not None else None
        if layout is None:
            return 0
        width = self.width()
        needed = layout.sizeHint().height()
        if layout.hasHeightForWidth():
            needed = max(needed, layout.totalHeightForWidth(width))
        return max(0, needed - self.height())

    def minimumSizeHint(self) -> QSize:
        """Return the width that the content needs, and hardly any height."""
        content = self.widget()
        width = content.minimumSizeHint().width() if content is not None else 0
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(min(width, px(LARGEST.width())) + bar, px(60))
