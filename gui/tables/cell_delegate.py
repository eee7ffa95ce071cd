"""How cells of an official table are painted, and the editor in which a figure is typed."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.fields.line_field import LineField
from gui.look import theme
from gui.tables.cell_marks import paint_badge, paint_comparison, paint_note, paint_outline
from gui.tables.geometry import MARGIN
from gui.tables.table_model import AnyIndex, FormTableModel
from model.checks import Level
from model.form.layout import GridCell

_WRAP = int(Qt.TextFlag.TextWordWrap)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_FRAME = 3
"""Pixels at a cell's edges that a frame may cover."""
_STEPS = {
    Qt.Key.Key_Return: "down",
    Qt.Key.Key_Enter: "down",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Tab: "next",
    Qt.Key.Key_Backtab: "previous",
}


class FormCellDelegate(QStyledItemDelegate):
    """Paints headers as on paper, shades computed cells and marks flagged ones."""

    typed = Signal(str)
    """A figure was typed and left towards "down", "up", "next" or "previous"."""

    def __init__(self, model: FormTableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.current: GridCell | None = None

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
        rect, visible = _rect(option), _visible(option)
        fill = theme.CAPTION if cell.role == "caption" else theme.HEADER
        if self._belongs_to_current(cell):
            fill = theme.ACCENT_LIGHT
        painter.fillRect(rect, fill)
        painter.setPen(theme.TEXT)
        painter.setFont(_font(option))
        across = cell.role == "label" and cell.row_span == 1
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        inner = visible.adjusted(MARGIN, 0, -MARGIN, 0)
        painter.drawText(inner, _WRAP | (flags if across else _CENTRE), cell.text)
        if self._model.notes.words(cell):
            paint_note(painter, rect)

    def _belongs_to_current(self, cell: GridCell) -> bool:
        """Return whether a label or header leads straight to the current cell."""
        current = self.current
        if current is None:
            return False
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
        level = self._model.level(cell)
        computed = self._model.is_computed(cell)
        painter.fillRect(rect, theme.COMPUTED if computed else theme.PAPER)
        is_blank = level is Level.QUERY and not self._model.text(cell)
        if level is not None:
            painter.fillRect(rect, theme.BLANK if is_blank else theme.LEVEL_FILL[level])
        if _has(option, QStyle.StateFlag.State_Selected):
            tint = theme.ACCENT.lighter(130)
            tint.setAlpha(55)
            painter.fillRect(rect, tint)
        self._paint_figure(painter, option, cell, level)
        self._paint_frames(painter, rect, cell)
        # A table that is still to be filled would be nothing but marks.
        if level is not None and not is_blank:
            paint_badge(painter, rect, level)
        if self._model.notes.words(cell):
            paint_note(painter, rect)

    def _paint_frames(self, painter: QPainter, rect: QRect, cell: GridCell) -> None:
        """Paint the outline of the chosen finding, inside the frame of the current cell."""
        side = self._model.outline.side(cell.key)
        is_current = cell == self.current
        if side is not None:
            paint_outline(painter, rect, side, inset=3 if is_current else 1)
        if is_current:
            pen = QPen(theme.ACCENT, 2)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_figure(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        cell: GridCell,
        level: Level | None,
    ) -> None:
        font = _font(option)
        flagged = level in (Level.ERROR, Level.QUERY)
        painter.setFont(theme.bold(font) if flagged else font)
        painter.setPen(theme.LEVEL_TEXT[level] if level and flagged else theme.TEXT)
        inner = _rect(option).adjusted(MARGIN, 0, -MARGIN, 0)
        if self._model.shows_last_year:
            inner = self._paint_last_year(painter, option, cell)
        text = self._model.text(cell)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, _CENTRE, shown)

    def _paint_last_year(
        self, painter: QPainter, option: QStyleOptionViewItem, cell: GridCell
    ) -> QRect:
        """Paint last year's figure at the bottom of a cell and return what is left of it."""
        painter.save()
        painter.setFont(theme.tiny(_font(option)))
        inner = _rect(option).adjusted(_FRAME, 0, -_FRAME, -_FRAME)
        line = painter.fontMetrics().height()
        below = QRect(inner.left(), inner.bottom() - line, inner.width(), line)
        paint_comparison(painter, below, *self._model.last_and_change(cell.key))
        painter.restore()
        return inner.adjusted(0, 1, 0, -line)

    # ------------------------------------------------------------ editing

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        """Return the line in which a figure is typed, with the input method off."""
        editor = LineField(parent=parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setInputMethodHints(
            Qt.InputMethodHint.ImhPreferNumbers | Qt.InputMethodHint.ImhLatinOnly
        )
        editor.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
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
        """Commit on Enter, Tab and the arrows up and down, and say where to go next."""
        if (
            isinstance(watched, QLineEdit)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            step = _STEPS.get(Qt.Key(event.key()))
            if step:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.NoHint)
                self.typed.emit(step)
                return True
        return super().eventFilter(watched, event)


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect


def _font(option: QStyleOptionViewItem) -> Any:  # noqa: ANN401
    return option.font


def _has(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)


def _visible(option: QStyleOptionViewItem) -> QRect:
    """Return the part of a tall cell that is in view, so that its label stays readable."""
    rect = _rect(option)
    widget: QWidget | None = option.widget
    viewport = getattr(widget, "viewport", None)
    if viewport is None:
        return rect
    seen = rect.intersected(viewport().rect())
    return seen if seen.height() > rect.width() else rect
