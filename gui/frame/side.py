"""A column of the window that is shown whole, as a rail, or from the rail over the middle."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from gui.frame.arrangement import RAIL
from gui.frame.rail import Rail
from gui.look.palette import colours
from gui.look.sizes import px
from gui.look.theme import follow

_LEAST = 120
"""Pixels at 100 % below which a column is not dragged."""


class Side(QStackedWidget):
    """Holds a column's whole panel and its rail; the panel may also float over the middle."""

    panel: QWidget
    rail: Rail

    def __init__(self, parent: QWidget, *, is_left: bool) -> None:
        super().__init__(parent)
        self._is_left = is_left
        self.home = QWidget(self)
        self._column = _column(self.home)
        self.addWidget(self.home)
        self._over: QFrame | None = None
        self._over_width = 0

    def hold(self, panel: QWidget, rail: Rail) -> None:
        """Take the panel, which is made in the `home` of the column, and its rail."""
        self.panel, self.rail = panel, rail
        self._column.addWidget(panel)
        self.addWidget(rail)

    def minimumSizeHint(self) -> QSize:
        """Return hardly any size: what is not shown must not hold the window open."""
        return QSize(px(RAIL), px(_LEAST))

    @property
    def is_rail(self) -> bool:
        """Return whether the column is a rail now."""
        return self.currentWidget() is self.rail

    @property
    def is_over(self) -> bool:
        """Return whether the panel lies over the middle now."""
        return self._over is not None

    def arrange(self, width: int | None, over: int) -> None:
        """Show the whole panel, or a rail from which it is opened `over` pixels wide at 100 %."""
        self._over_width = over
        if width is None:
            self.setCurrentWidget(self.rail)
            self.setFixedWidth(px(RAIL))
            return
        self.close_over()
        self.setCurrentWidget(self.home)
        self.setMinimumWidth(px(_LEAST))
        self.setMaximumWidth(16_777_215)

    def open_over(self) -> None:
        """Show the panel over the middle, beside its rail."""
        splitter = self.parentWidget()
        host = splitter.parentWidget() if splitter is not None else None
        if not self.is_rail or self.is_over or host is None:
            return
        self._over = QFrame(host)
        self._over.setFrameShape(QFrame.Shape.Box)
        follow(self._over, self._paint_over)
        _column(self._over).addWidget(self.panel)
        self.panel.show()
        self._place_over(host)
        self._over.show()
        self._over.raise_()
        _application().installEventFilter(self)

    def _paint_over(self) -> None:
        if self._over is not None:
            palette = self._over.palette()
            palette.setColor(palette.ColorRole.WindowText, colours.edge)
            self._over.setPalette(palette)
            self._over.setAutoFillBackground(True)

    def _place_over(self, host: QWidget) -> None:
        rail = QRect(self.mapTo(host, QPoint()), self.size())
        width = min(px(self._over_width), host.width() - rail.width())
        left = rail.right() + 1 if self._is_left else rail.left() - width
        if self._over is not None:
            self._over.setGeometry(left, rail.top(), width, rail.height())

    def close_over(self) -> None:
        """Put the panel back behind the rail."""
        if self._over is not None:
            _application().removeEventFilter(self)
            self._column.addWidget(self.panel)
            self._over.deleteLater()
            self._over = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the floating panel at Esc and at a press outside of it."""
        if not isinstance(watched, QWidget):
            return False
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and self._is_beside(watched):
            self.close_over()
        elif kind == QEvent.Type.ShortcutOverride and _is_escape(event):
            self.close_over()
            event.accept()
        return False

    def _is_beside(self, watched: QWidget) -> bool:
        """Return whether a widget of this window lies outside of the floating panel."""
        over = self._over
        is_inside = over is None or watched is over or over.isAncestorOf(watched)
        return not is_inside and watched.window() is self.window()


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    assert application is not None
    return application


def _column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
