"""Small pictures of the pages at the left of the preview; a click goes there."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView, QWidget

from gui.look.palette import colours
from gui.printing.picture_store import PictureStore
from gui.printing.sheets import Sheets

WIDTH = 104
"""Pixels."""
MOST_BYTES = 8_000_000
"""What all of them together may take: some hundred and thirty."""
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ThumbnailModel(QAbstractListModel):
    """The pages as pictures, painted when they come into sight."""

    def __init__(self, sheets: Sheets) -> None:
        super().__init__()
        self._sheets = sheets
        self.pictures = PictureStore(MOST_BYTES)

    def show_sheets(self, sheets: Sheets) -> None:
        """Show other pages."""
        self.beginResetModel()
        self._sheets = sheets
        self.pictures.clear()
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of pages."""
        return 0 if parent.isValid() else len(self._sheets.pages)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a page's number or picture."""
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return str(row + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"第 {row + 1} 页"
        if role == Qt.ItemDataRole.DecorationRole:
            return self.pictures.picture(row, lambda: self._picture(row))
        return None

    def _picture(self, row: int) -> QImage:
        picture = self._sheets.picture(row, WIDTH / self._sheets.width)
        painter = QPainter(picture)
        painter.setPen(colours.edge)
        painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
        painter.end()
        return picture


class ThumbnailView(QListView):
    """The list of small pages."""

    page_chosen = Signal(int)

    def __init__(self, sheets: Sheets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = ThumbnailModel(sheets)
        self.setModel(self.pages)
        self.setAccessibleName("各页缩略图")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setMovement(QListView.Movement.Static)
        self.setWrapping(False)
        self.setSpacing(4)
        height = round(WIDTH * sheets.height / sheets.width)
        self.setIconSize(QSize(WIDTH, height))
        self.setGridSize(QSize(WIDTH + 16, height + 28))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFixedWidth(WIDTH + 46)
        self.selectionModel().currentChanged.connect(self._choose)

    def show_page(self, page: int) -> None:
        """Mark the page that is read now."""
        index = self.pages.index(page - 1, 0)
        if index != self.currentIndex():
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(index)
            self.selectionModel().blockSignals(False)
            self.scrollTo(index)
            self.viewport().update()

    def _choose(self, index: QModelIndex, _: QModelIndex) -> None:
        if index.isValid():
            self.page_chosen.emit(index.row() + 1)
