"""Shows the pages on a grey ground: as wide as the window, whole, two side by side, or enlarged."""

from __future__ import annotations

from functools import partial
from typing import Literal

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gui.look.palette import colours
from gui.printing.picture_store import PictureStore
from gui.printing.sheets import Sheets

Fit = Literal["width", "page", "two", "free"]
GAP = 14
"""Pixels between two pages and around them."""
LEAST_SCALE, MOST_SCALE = 0.25, 4.0
STEP = 1.2
MOST_BYTES = 64_000_000
"""What the pictures of the pages may take; a screen of 4K at 300 % needs 60 MB of it."""
STRIP = 512
"""Rows of screen pixels that are painted at a time: a whole page enlarged is too large to keep."""


class PageCanvas(QAbstractScrollArea):
    """A scrolling view of all pages that paints those in sight."""

    page_changed = Signal(int)
    """The number of the page that is read now."""
    scale_changed = Signal()

    def __init__(self, sheets: Sheets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets = sheets
        self._fit: Fit = "width"
        self._scale = 1.0
        self._page = 1
        self.pictures = PictureStore(MOST_BYTES)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("页面")
        self.verticalScrollBar().valueChanged.connect(self._note_page)

    # ------------------------------------------------------------ what is shown

    @property
    def page(self) -> int:
        """Return the number of the page that is read now."""
        return self._page

    @property
    def fit(self) -> Fit:
        """Return how the pages are fitted into the window."""
        return self._fit

    @property
    def percent(self) -> int:
        """Return the scale in percent of the size on paper, for a screen of 96 dots per inch."""
        return round(self._scale * 72 / 96 * 100)

    def show_sheets(self, sheets: Sheets) -> None:
        """Show other pages and stay on the page that was read, where there still is one."""
        page = min(self._page, len(sheets.pages))
        self._sheets = sheets
        self._lay_out()
        self.go_to(page)

    def fit_to(self, fit: Fit) -> None:
        """Fit the pages into the window in another way."""
        page = self._page
        self._fit = fit
        self._lay_out()
        self.go_to(page)
        self.scale_changed.emit()

    def zoom(self, factor: float) -> None:
        """Make the pages larger or smaller."""
        self._fit = "free"
        page = self._page
        self._scale = min(MOST_SCALE, max(LEAST_SCALE, self._scale * factor))
        self._lay_out()
        self.go_to(page)
        self.scale_changed.emit()

    def go_to(self, page: int) -> None:
        """Bring a page to the top of the window."""
        self.verticalScrollBar().setValue(self._place(page - 1).top() - GAP)
        self._page = page
        self.page_changed.emit(page)

    # ------------------------------------------------------------ places

    @property
    def _columns(self) -> int:
        return 2 if self._fit == "two" else 1

    def _page_size(self) -> tuple[int, int]:
        sheets = self._sheets
        return round(sheets.width * self._scale), round(sheets.height * self._scale)

    def _place(self, index: int) -> QRect:
        """Return where a page stands on the ground, without scrolling."""
        width, height = self._page_size()
        columns = self._columns
        row, column = divmod(index, columns)
        whole = columns * width + (columns - 1) * GAP
        left = max(GAP, (self.viewport().width() - whole) // 2) + column * (width + GAP)
        return QRect(left, GAP + row * (height + GAP), width, height)

    def _lay_out(self) -> None:
        self.pictures.clear()
        self._scale = self._fitting_scale()
        width, height = self._page_size()
        view = self.viewport().size()
        rows = -(-len(self._sheets.pages) // self._columns)
        whole = self._columns * (width + GAP) + GAP
        self.verticalScrollBar().setRange(0, max(0, rows * (height + GAP) + GAP - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setRange(0, max(0, whole - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.viewport().update()

    def _fitting_scale(self) -> float:
        view = self.viewport().size()
        wide = (view.width() - 2 * GAP) / self._sheets.width
        high = (view.height() - 2 * GAP) / self._sheets.height
        both = (view.width() - 3 * GAP) / 2 / self._sheets.width
        scales = {"width": wide, "page": min(wide, high), "two": min(both, high)}
        return max(LEAST_SCALE, scales.get(self._fit, self._scale))

    def _note_page(self, top: int) -> None:
        _, height = self._page_size()
        row = (top + self.viewport().height() // 3) // (height + GAP)
        page = min(len(self._sheets.pages), row * self._columns + 1)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    # ------------------------------------------------------------ Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colours.ground)
        away = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for index in range(len(self._sheets.pages)):
            place = self._place(index).translated(-away)
            if place.intersects(event.rect()):
                painter.setPen(colours.edge)
                painter.drawRect(place.adjusted(-1, -1, 0, 0))
                self._paint_strips(painter, index, place, event.rect())

    def _paint_strips(self, painter: QPainter, index: int, place: QRect, seen: QRect) -> None:
        """Paint those strips of a page that are seen, each on whole pixels of the screen."""
        ratio, scale = self.devicePixelRatioF(), self._scale
        left, top = round(place.left() * ratio), round(place.top() * ratio)
        rows = round(self._sheets.height * scale * ratio)
        first = max(0, int(seen.top() * ratio) - top) // STRIP
        last = min(rows - 1, int((seen.bottom() + 1) * ratio) - top) // STRIP
        for strip in range(first, last + 1):
            picture = self.pictures.picture(
                (index, strip, ratio),
                partial(self._sheets.strip, index, scale, ratio, strip * STRIP, STRIP),
            )
            painter.drawImage(QPointF(left / ratio, (top + strip * STRIP) / ratio), picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages into the new size."""
        page = self._page
        self._lay_out()
        self.go_to(page)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with the control key held, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            event.accept()
        else:
            super().wheelEvent(event)
