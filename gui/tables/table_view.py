"""The main view of an official table: keys, typing, selection and the clipboard."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QWidget,
)

from gui.pasting.preview_dialog import ask_reading
from gui.pasting.reading import Reading
from gui.tables import clipboard
from gui.tables.bare_table import BareTableView
from gui.tables.cell_marks import paint_frame
from gui.tables.copying import copied
from gui.tables.fill_handle import FillHandle, Span
from gui.tables.navigation import Navigator, key_step
from gui.tables.pasting import Offer, copied_rows, offer, placement_of
from gui.tables.spreading import from_one, from_top, repeated
from gui.tables.table_model import AnyIndex, FormTableModel
from model.form.layout import GridCell
from model.report.edits import set_cells, zero_fill
from model.report.values import Value

_Move = QAbstractItemView.CursorAction


class FormTableView(BareTableView):
    """The view in which figures are typed; it alone holds the selection."""

    current_changed = Signal()
    range_changed = Signal()
    """Other cells than before are selected."""
    notified = Signal(str)
    """A line for the status bar: what was pasted, and what was not."""

    def __init__(self, model: FormTableModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._navigator = Navigator(model)
        self._row_start: GridCell | None = None
        self._has_range = False
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.cell_delegate.typed.connect(self.step)
        self.selectionModel().currentChanged.connect(self._follow_current)
        self.selectionModel().selectionChanged.connect(self._follow_selection)
        self._disable_input_method()
        self.handle = FillHandle(self, self.selected_cells, self._handle_place, self._fill_span)

    def finish_typing(self) -> None:
        """Take over what is being typed in a cell."""
        for editor in self.viewport().findChildren(QLineEdit):
            if editor.isVisible():
                self.commitData(editor)
                self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    # ------------------------------------------------------------ the current cell

    def current_cell(self) -> GridCell | None:
        """Return the value cell that the keys go to."""
        cell = self.form_model.cell_of(self.currentIndex())
        return cell if cell is not None and cell.key else None

    def go_to(self, key: str) -> None:
        """Select a value cell and bring it into view."""
        index = self.form_model.index_of(key)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def select_keys(self, keys: list[str]) -> None:
        """Make the first of the cells current and bring it into view."""
        if keys:
            self.go_to(keys[0])
            self.setFocus()

    def select_block(self, keys: list[str]) -> None:
        """Select the smallest block around the cells, from its first cell on."""
        cells = [self.form_model.table.positions[key] for key in keys]
        rows, columns = [cell.row for cell in cells], [cell.column for cell in cells]
        model = self.form_model
        first, last = model.index(min(rows), min(columns)), model.index(max(rows), max(columns))
        start = min(cells, key=lambda cell: (cell.row, cell.column))
        self.go_to(start.key)
        if len(cells) > 1:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().select(QItemSelection(first, last), flags)

    def step(self, direction: str) -> None:
        """Go "down", "up", "left", "right", to the "next" or the "previous" cell, or "fill" alike.

        "down" after a row of "next" leads to where the row was begun, one row below.
        """
        if direction == "fill":
            self.fill_alike()
            return
        cell, start = self.current_cell(), self._row_start
        if cell is not None and start is not None and direction == "down":
            target = self._navigator.return_below(cell, start.column)
        else:
            target = self._navigator.step(cell, direction)
        if target is not None:
            self.go_to(target.key)
        is_row = direction in ("next", "previous")
        self._row_start = (start or cell) if is_row else None

    def _follow_current(self) -> None:
        """Mark the current cell and tell the line below the table."""
        self._row_start = None
        self._disable_input_method()
        self.mark(self.current_cell())
        self._note_filling()
        self.current_changed.emit()

    def _follow_selection(self) -> None:
        """Paint the frame of the range anew, and tell of it."""
        had_range, self._has_range = self._has_range, not self.range_rect().isEmpty()
        self.cell_delegate.has_range = self._has_range
        if had_range or self._has_range:
            self.viewport().update()
        self.range_changed.emit()

    def range_rect(self) -> QRect:
        """Return the place of the selected range in the viewport, empty for a single cell."""
        cells = self.selected_cells()
        place = QRect()
        if len(cells) > 1:
            for cell in (cells[0], cells[-1]):
                place |= self.visualRect(self.form_model.index(cell.row, cell.column))
        return place

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, then one frame around the whole range."""
        super().paintEvent(event)
        place = self.range_rect()
        painter = QPainter(self.viewport())
        if not place.isEmpty():
            paint_frame(painter, place)
        self.handle.paint(painter)

    def _handle_place(self) -> QRect:
        """Return the place at whose corner the range is dragged on; empty where there is none."""
        if self.current_cell() is None or self.state() == self.State.EditingState:
            return QRect()
        place = self.range_rect()
        return self.visualRect(self.currentIndex()) if place.isEmpty() else place

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first cell when the table is entered by keys."""
        super().focusInEvent(event)
        self._disable_input_method()
        if self.current_cell() is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.go_to(self.form_model.table.keys[0])

        self._note_filling()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the column count as left, unless its cell is edited or another window asks."""
        super().focusOutEvent(event)
        focus = QApplication.focusWidget()
        if focus is None or focus.window() is not self.window():
            return
        if not self.isAncestorOf(focus):
            self.form_model.filling.leave()

    def _note_filling(self) -> None:
        cell = self.current_cell()
        self.form_model.filling.go_to(cell.key if cell else "")

    def _disable_input_method(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    # ------------------------------------------------------------ keys

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return where a key leads: from value cell to value cell, past every header."""
        is_far = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        target = self._navigator.move(self.current_cell(), action, is_far=is_far)
        return self.form_model.index_of(target.key) if target else self.currentIndex()

    def selectionCommand(
        self, index: AnyIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Take the way into the selection with Shift, with Ctrl too, where Qt forgets it."""
        if isinstance(event, QKeyEvent) and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return QItemSelectionModel.SelectionFlag.SelectCurrent
        return super().selectionCommand(index, event)

    def edit(self, index: AnyIndex, *how: Any) -> Any:  # noqa: ANN401 - as Qt declares it
        """Open a cell; left and right leave it where its typing began with a digit."""
        typing = QAbstractItemView.EditTrigger.AnyKeyPressed
        self.cell_delegate.moves_caret = not how or how[0] != typing
        return super().edit(index, *how)

    def event(self, event: QEvent) -> bool:
        """Take Tab for the cells before Qt takes it for the next widget, and the keys that fill."""
        is_offered = event.type() == QEvent.Type.ShortcutOverride
        if is_offered and isinstance(event, QKeyEvent) and _is_filling(event):
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = key_step(event)
            if step in ("next", "previous"):
                self.step(step)
                return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Enter, Delete and the clipboard keys; all else is as in any table."""
        step = key_step(event)
        if event.key() == Qt.Key.Key_Escape and self.handle.is_dragged:
            self.handle.end()
        elif _is_fill_down(event):
            self.fill_down()
        elif step:
            self.step(step)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            self._explain_computed(event)
            super().keyPressEvent(event)

    def _explain_computed(self, event: QKeyEvent) -> None:
        cell = self.current_cell()
        if cell is not None and event.text().strip() and self.form_model.is_computed(cell):
            self.notified.emit("这一格由程序自动合计，不用填；请填它的各组成部分。")

    # ------------------------------------------------------------ blocks

    def selected_cells(self) -> list[GridCell]:
        """Return the selected value cells in reading order, the current one if there are none."""
        found = {
            cell.key: cell
            for cell in map(self.form_model.cell_of, self.selectedIndexes())
            if cell is not None and cell.key
        }
        current = self.current_cell()
        if not found and current is not None:
            return [current]
        return sorted(found.values(), key=lambda cell: (cell.row, cell.column))

    def copy(self, *, has_labels: bool = False) -> None:
        """Put the selected block on the clipboard as a spreadsheet would, names too if asked."""
        cells = self.selected_cells()
        if cells:
            data = copied(self.form_model, cells, has_labels=has_labels)
            clipboard.last_copied.text = "" if has_labels else data.text()
            QGuiApplication.clipboard().setMimeData(data)
            more = "，连同行名、列名" if has_labels else ""
            self.notified.emit(f"已复制 {len(cells)} 格{more}。")

    def cut(self) -> None:
        """Copy the selected block and clear it."""
        self.copy()
        self._clear("剪切")

    def clear(self) -> None:
        """Clear the selected cells in one step; computed cells stay."""
        self._clear("清除")

    def paste(self) -> None:
        """Paste a block from the clipboard in one step and say what had no place.

        What is not certain is shown first, and nothing is pasted unless the clerk says so.
        """
        cells = self.selected_cells()
        data = QGuiApplication.clipboard().mimeData()
        rows = copied_rows(data)
        if not cells or not rows:
            self.notified.emit(
                "剪贴板里没有可以粘贴的文字。" if cells else "请先点选要粘贴到的格子。"
            )
            return
        if len(rows) == 1 and len(rows[0]) == 1:
            placement = clipboard.fill_cells(self.form_model, rows[0][0], cells)
            if self._set("粘贴", list(placement.values)):
                self.notified.emit(placement.summary())
            return
        start = min(cell.row for cell in cells), min(cell.column for cell in cells)
        html = data.html() if data.hasHtml() else ""
        is_own = clipboard.last_copied.is_in(data)
        self._paste_block(offer(self.form_model, rows, start, html, is_own=is_own))

    def _paste_block(self, found: Offer) -> None:
        """Put the one certain reading into the report, or the one that the clerk takes."""
        document = self.form_model.document
        reading: Reading | None = found.readings[0]
        if found.why:
            reading = ask_reading(self.window(), document.report, found.readings, found.why)
        if reading is None:
            return
        placement = placement_of(reading, self.form_model)
        edit = reading.edit(document.report, "粘贴")
        count = len(edit.changes)
        if not count or document.push(replace(edit, name=f"粘贴 {count} 格")):
            self.notified.emit(placement.summary())
            self._select_figures(reading)

    def _select_figures(self, reading: Reading) -> None:
        """Keep what was pasted selected, so that it is seen and can be worked on."""
        table = self.form_model.table.key
        keys = [figure.key for figure in reading.figures if figure.table == table]
        if keys:
            self.select_block(keys)

    def fill_alike(self) -> None:
        """Put the figure of the current cell into all selected typed cells in one step."""
        cell = self.current_cell()
        if cell is not None:
            self._fill(from_one(self.form_model, cell, self.selected_cells()))

    def fill_down(self) -> None:
        """Fill the selected rows from the first one, a single row from above, in one step."""
        self._fill(from_top(self.form_model, self.selected_cells()))

    def _fill_span(self, source: Span, target: Span) -> None:
        """Fill what the corner of a range was dragged over with what stands in the range."""
        cells = [cell for cell in self.form_model.table.grid if cell.key and target.holds(cell)]
        given = [cell for cell in cells if source.holds(cell)]
        taking = [cell for cell in cells if not source.holds(cell)]
        is_down = source.rows != target.rows
        self._fill(repeated(self.form_model, given, taking, is_down=is_down))
        self.select_block([cell.key for cell in cells])

    def _fill(self, values: list[tuple[str, Value]]) -> None:
        changed = clipboard.changed_values(self.form_model, values)
        if changed and self._set("填充", values):
            self.notified.emit(f"已填 {len(changed)} 格，可以撤销。")

    def fill_blanks(self) -> None:
        """Fill every blank typed cell of the table with 0 in one step."""
        document = self.form_model.document
        edit = zero_fill(document.report, self.form_model.table.key)
        if document.push(edit):
            self.notified.emit(f"已把 {len(edit.changes)} 个空白格填为 0，可以撤销。")

    def _clear(self, name: str) -> None:
        cells = [cell for cell in self.selected_cells() if self.form_model.is_input(cell)]
        self._set(name, [(cell.key, None) for cell in cells])

    def _set(self, name: str, values: list[Any]) -> bool:
        """Set cells as one step; False where the report is final and stays as it is."""
        changed = clipboard.changed_values(self.form_model, values)
        if not changed:
            return True
        table = self.form_model.table
        where = table.cell_name(changed[0][0]) if len(changed) == 1 else f" {len(changed)} 格"
        return self.form_model.document.push(set_cells(f"{name}{where}", table.key, changed))


def _is_filling(event: QKeyEvent) -> bool:
    return key_step(event) == "fill" or _is_fill_down(event)


def _is_fill_down(event: QKeyEvent) -> bool:
    is_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return is_ctrl and event.key() == Qt.Key.Key_D
