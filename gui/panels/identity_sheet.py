"""Unit, year and title on a sheet over the middle; what is typed stands in the report at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.document.document import Document
from gui.look.fitting import ground, space
from gui.look.palette import colours
from gui.look.sizes import HEAD, px
from gui.look.text_styles import hint_label, label
from gui.look.theme import follow
from gui.panels.identity_panel import IdentityPanel

WIDTH = 560


class IdentitySheet(QFrame):
    """Lets unit, year and title be corrected while the report stays in view.

    It is no window of its own: the keys of the window, undo first, hold in it too.
    """

    def __init__(self, document: Document, panel: IdentityPanel, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._panel = panel
        self.setAccessibleName("报告信息")
        self.setFrameShape(QFrame.Shape.Box)
        ground(self, "window")
        self.close_button = QPushButton("改好了")
        self.close_button.setProperty("primary", True)
        self.close_button.clicked.connect(self.leave)
        foot = QHBoxLayout()
        foot.addWidget(hint_label("改动马上写进报告，可以撤销。", is_wrapped=False), 1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        space(layout, 20, 16, 12)
        layout.addWidget(label("报告信息", HEAD, is_bold=True))
        layout.addWidget(panel)
        layout.addLayout(foot)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Esc"), self, self.leave, context=context)
        follow(self, self._show_look)
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Grow and shrink with what is told below the fields."""
        is_done = bool(super().event(event))
        if event.type() == QEvent.Type.LayoutRequest:
            self.adjustSize()
        return is_done

    def _show_look(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.WindowText, colours.edge)
        self.setPalette(palette)
        self.setFixedWidth(px(WIDTH))

    def leave(self) -> None:
        """Take over what is being typed, and close."""
        self._document.finish_typing()
        self.hide()

    def open_beside(self, left: int) -> None:
        """Show the sheet so far from the window's left edge, in pixels."""
        self.adjustSize()
        self.move(left, px(8))
        self.show()
        self.raise_()
        self._panel.unit.setFocus(Qt.FocusReason.OtherFocusReason)
