"""How cells of an official table are painted, and the editor in which a figure is typed."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.fields.figure_field import FigureField
from gui.fields.line_field import LineField
from gui.look.palette import colours
from gui.look.sizes import FIGURE, font, metrics, metrics_of, px, type_px
from gui.tables.cell_marks import (
    paint_blank,
    paint_frame,
    paint_last,
    paint_level,
    paint_note,
    paint_outline,
    room_beside_last,
)
from gui.tables.geometry import HEADER_MARGIN, is_across, margin_of
from gui.tables.label_painting import paint_label
from gui.tables.navigation import key_step, typing_step
from gui.tables.table_model import AnyIndex, FormTableModel
from model.checks import Level
from model.form.layout import GridCell

_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_FLAGGED = (Level.ERROR, Level.QUERY)


class FormCellDelegate(QStyledItemDelegate):
    """Paints headers as on paper, shades computed cells and marks flagged ones.

    Fills, the gravest first: error, query, selected, computed; every sign stays whatever the fill.
    """

    typed = Signal(str)
    """A figure was typed and left towards "down", "up", "left", "right", "next", "previous"."""

    def __init__(self, model: FormTableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.current: GridCell | None = None
        self._leading: frozenset[GridCell] = frozenset()
        self.has_range = False
        """More than one cell is selected: one alone has its frame and no ground."""
        self.moves_caret = False
        """The cell was opened to be corrected: left and right move within what stands in it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell of the grid."""
        cell = self._model.cell_of(index)
        if cell is None:
            return
        painter.save()
        if cell.key:
            self._paint_value(painter, option, cell)
        else:
            self._paint_header(painter, option, cell)
        painter.restore()

    def _paint_header(
        self, painter: QPainter, option: QStyleOptionViewItem, cell: GridCell
    ) -> None:
        rect = _rect(option)
        is_current = cell in self._leading
        painter.fillRect(rect, colours.soft if is_current else colours.header)
        painter.setPen(colours.text)
        margin = px(margin_of(cell))
        inner = _visible(option).adjusted(margin, 0, -margin, 0)
        label = font(is_bold=is_current)
        paint_label(painter, inner, cell.text, label, is_centred=not is_across(cell))
        if self._model.notes.words(cell):
            paint_note(painter, rect)

    def mark(self, current: GridCell | None) -> frozenset[GridCell]:
        """Note the current cell, and return the cells that are to be painted anew for it."""
        before = {*self._leading, self.current}
        self.current = current
        self._leading = frozenset() if current is None else self._leading_to(current)
        changed = before ^ {*self._leading, current}
        return frozenset(cell for cell in changed if cell is not None)

    def _leading_to(self, current: GridCell) -> frozenset[GridCell]:
        grid = self._model.table.grid
        return frozenset(cell for cell in grid if not cell.key and self._leads_to(cell, current))

    def _leads_to(self, cell: GridCell, current: GridCell) -> bool:
        """Return whether a label or header leads straight to the current cell."""
        if cell.role == "label":
            return cell.row_span == 1 and cell.row == current.row
        is_leaf = cell.role == "header" and cell.column_span == current.column_span
        is_above = cell.row < current.row and self._is_nearest_header(cell, current)
        return is_leaf and cell.column == current.column and is_above

    def _is_nearest_header(self, cell: GridCell, current: GridCell) -> bool:
        rows = range(cell.row + cell.row_span, current.row)
        between = (self._model.cell_at(row, current.column) for row in rows)
        return all(item is not None and item.key for item in between)

    def _paint_value(self, painter: QPainter, option: QStyleOptionViewItem, cell: GridCell) -> None:
        rect = _rect(option)
        text = self._model.text(cell)
        level = self._model.shown_level(cell)
        is_selected = self.has_range and bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, self._fill(cell, level, is_selected=is_selected))
        self._paint_figure(painter, rect, cell, level, text)
        if level is not None:
            paint_level(painter, rect, level)
        if self._model.notes.words(cell):
            paint_note(painter, rect)
        self._paint_frames(painter, rect, cell)

    def _fill(self, cell: GridCell, level: Level | None, *, is_selected: bool) -> QColor:
        if level in _FLAGGED:
            return colours.level_ground(level)
        if is_selected and cell != self.current:
            return colours.soft
        return colours.computed if self._model.is_computed(cell) else colours.surface

    def _paint_frames(self, painter: QPainter, rect: QRect, cell: GridCell) -> None:
        """Paint the outline of the chosen finding, inside the frame of the current cell."""
        side = self._model.outline.side(cell.key)
        is_current = cell == self.current
        if side is not None:
            paint_outline(painter, rect, side, inset=3 if is_current else 1)
        if is_current:
            paint_frame(painter, rect)

    def _paint_figure(
        self, painter: QPainter, rect: QRect, cell: GridCell, level: Level | None, text: str
    ) -> None:
        is_flagged = level in _FLAGGED
        place = self._beside_last(painter, rect, cell, text, is_bold=is_flagged)
        if not text:
            paint_blank(painter, rect)
            return
        painter.setFont(font(FIGURE, is_bold=is_flagged))
        painter.setPen(colours.level(level) if level and is_flagged else colours.text)
        width = place.width() - 2 * px(HEADER_MARGIN)
        painter.drawText(place, _CENTRE, _shown(text, width, type_px(FIGURE), is_flagged))

    def _beside_last(
        self, painter: QPainter, rect: QRect, cell: GridCell, text: str, *, is_bold: bool
    ) -> QRect:
        """Paint last year's figure where there is room, and return what is left for this year's."""
        last = self._model.last_shown(cell.key)
        if not last:
            return rect
        width = metrics(FIGURE, is_bold=is_bold).horizontalAdvance(text) if text else 0
        place = room_beside_last(rect, last, width)
        if place is None:
            return rect
        paint_last(painter, rect, last)
        return place

    # ------------------------------------------------------------ editing

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        """Return the line in which a figure is typed, with the input method off."""
        editor = FigureField(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setProperty("cell", True)
        cell = self._model.cell_of(index)
        if cell is not None:
            editor.textEdited.connect(partial(self._model.hold, cell))
        return editor

    def destroyEditor(self, editor: QWidget, index: AnyIndex) -> None:
        """Forget what was typed: it was handed over, or given up by Esc."""
        self._model.document.let_go()
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Put the figure into the editor."""
        cell = self._model.cell_of(index)
        if isinstance(editor, LineField) and cell is not None and not editor.isModified():
            editor.show_text(self._model.text(cell))

    def setModelData(self, editor: QWidget, model: Any, index: AnyIndex) -> None:  # noqa: ANN401
        """Hand what was typed to the model; a cell that was only opened stays as it is."""
        if isinstance(editor, LineField) and editor.is_changed:
            self._model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        """Let the editor cover its whole cell."""
        editor.setGeometry(_rect(option))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Commit on Enter, Tab and the arrows, and say where to go next."""
        if not isinstance(watched, QLineEdit):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.MouseButtonPress:
            self.moves_caret = True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if key_step(event) == "fill":
                event.accept()
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = typing_step(event, moves_caret=self.moves_caret)
            if step:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.NoHint)
                self.typed.emit(step)
                return True
            if event.key() == Qt.Key.Key_F2:
                self.moves_caret = True
        return super().eventFilter(watched, event)


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect


@lru_cache(maxsize=2000)
def _shown(text: str, width: int, pixels: int, is_bold: bool) -> str:
    """Return what of a figure has room, with dots for the rest."""
    return metrics_of(pixels, is_bold).elidedText(text, Qt.TextElideMode.ElideRight, width)


def _visible(option: QStyleOptionViewItem) -> QRect:
    """Return the part of a tall cell that is in view, so that its label stays readable."""
    rect = _rect(option)
    widget: QWidget | None = option.widget
    viewport = getattr(widget, "viewport", None)
    if viewport is None:
        return rect
    seen = rect.intersected(viewport().rect())
    return seen if seen.height() > rect.width() else rect
