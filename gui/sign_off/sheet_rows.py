"""The rows of the sheet for signing as a list that can be added to, renamed, left out and moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from model.report.sign_off_record import USUAL_ROWS, SheetRow, SignOff

LONGEST_NAME = 30
MOST_ROWS = 12
"""Characters of a name, and rows, that the sheet has room for."""
LABEL, TEXT, SIGNED = range(3)
_HEADERS = ("栏目", "预先印上的内容", "要签字")
_KEY, _SHOWN = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
NEW_LABEL = "新栏目"


class SheetRowsEditor(QWidget):
    """A table of the rows: name, what is printed in each, and whether it is signed."""

    changed = Signal()

    def __init__(self, sign_off: SignOff) -> None:
        super().__init__()
        self.table = QTableWidget(0, len(_HEADERS))
        self.table.setAccessibleName("审签单的栏目")
        self.table.setHorizontalHeaderLabels(_HEADERS)
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(LABEL, 150)
        self.table.setColumnWidth(SIGNED, 70)
        self.add = _button("添加一栏", self.add_row)
        self.remove = _button("删去这一栏", self.remove_row)
        self.up = _button("上移", lambda: self.move_row(-1))
        self.down = _button("下移", lambda: self.move_row(1))
        self.restore = _button("恢复通常的栏目", self.restore_rows)
        self._lay_out()
        self.table.itemSelectionChanged.connect(self._refresh)
        self.table.itemChanged.connect(lambda _: self.changed.emit())
        self._fill([(row, sign_off.name(row.key)) for row in sign_off.rows])
        self.table.selectRow(0)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.add, self.remove, self.up, self.down, self.restore):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        layout.addLayout(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Make room for all rows: how high they are is known only once they are shown."""
        super().showEvent(event)
        QTimer.singleShot(0, self._make_room)

    def _make_room(self) -> None:
        self._refresh()
        window, lacking = self.window(), self.minimumSizeHint().height() - self.height()
        window.resize(window.width(), window.height() + max(0, lacking))

    def finish_typing(self) -> None:
        """Take over the entry that is being typed, so that nothing is lost with the dialog."""
        for editor in self.table.findChildren(QLineEdit):
            self.table.commitData(editor)

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        """Return the rows in their order."""
        return tuple(row for row, _ in self._read())

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Return what is printed in the rows, where that is not what usually stands there."""
        return tuple((row.key, text) for row, text in self._read() if text != row.text)

    @property
    def problems(self) -> list[str]:
        """Return what keeps the rows from being printed: a missing name, or too many characters.

        What was not touched is no problem of the clerk's.
        """
        found = []
        for place in range(self.table.rowCount()):
            label, shown = (self.item(place, column) for column in (LABEL, TEXT))
            name = _typed(label)
            if not name:
                found.append(f"第{place + 1}栏没有名称，请写上，或删去这一栏")
            for item in (label, shown):
                more = len(_typed(item)) - LONGEST_NAME
                if more > 0 and item.text() != item.data(_SHOWN):
                    found.append(f"「{name[:10]}」最多 {LONGEST_NAME} 字，请删去 {more} 字")
        return found

    def add_row(self) -> None:
        """Add a row below the chosen one and let it be named at once."""
        pairs = self._read()
        keys = {row.key for row, _ in pairs}
        number = next(n for n in range(1, len(keys) + 2) if f"own_{n}" not in keys)
        place = self.table.currentRow() + 1
        pairs.insert(place, (SheetRow(f"own_{number}", NEW_LABEL), ""))
        self._fill(pairs)
        self.table.setCurrentCell(place, LABEL)
        self.table.editItem(self.item(place, LABEL))

    def remove_row(self) -> None:
        """Leave out the chosen row."""
        place = self.table.currentRow()
        self.table.removeRow(place)
        self.table.selectRow(min(place, self.table.rowCount() - 1))
        self._refresh()
        self.changed.emit()

    def move_row(self, by: int) -> None:
        """Move the chosen row up or down."""
        pairs, place = self._read(), self.table.currentRow()
        pairs.insert(place + by, pairs.pop(place))
        self._fill(pairs)
        self.table.selectRow(place + by)

    def restore_rows(self) -> None:
        """Take the usual rows again; what was printed in those that stay is kept."""
        texts = {row.key: text for row, text in self._read()}
        self._fill([(row, texts.get(row.key, row.text)) for row in USUAL_ROWS])
        self.table.selectRow(0)

    def _fill(self, pairs: Sequence[tuple[SheetRow, str]]) -> None:
        with QSignalBlocker(self.table):
            self.table.setRowCount(0)
            for row, text in pairs:
                self._insert(row, text)
        self._refresh()
        self.changed.emit()

    def _insert(self, row: SheetRow, text: str) -> None:
        place = self.table.rowCount()
        self.table.insertRow(place)
        label, shown, signed = (QTableWidgetItem(t) for t in (row.label, text, ""))
        label.setData(_KEY, row)
        for item in (label, shown):
            item.setData(_SHOWN, item.text())
        signed.setFlags(signed.flags() & ~Qt.ItemFlag.ItemIsEditable)
        state = Qt.CheckState.Checked if row.is_signed else Qt.CheckState.Unchecked
        signed.setCheckState(state)
        for column, item in enumerate((label, shown, signed)):
            self.table.setItem(place, column, item)

    def item(self, place: int, column: int) -> QTableWidgetItem:
        """Return the entry in a row and a column."""
        return cast("QTableWidgetItem", self.table.item(place, column))

    def _read(self) -> list[tuple[SheetRow, str]]:
        found = []
        for place in range(self.table.rowCount()):
            label, shown, signed = (self.item(place, column) for column in range(3))
            old: SheetRow = label.data(_KEY)
            is_signed = signed.checkState() is Qt.CheckState.Checked
            row = SheetRow(old.key, _typed(label), is_signed, old.text)
            found.append((row, _typed(shown)))
        return found

    def _refresh(self) -> None:
        place, count = self.table.currentRow(), self.table.rowCount()
        self.add.setEnabled(count < MOST_ROWS)
        self.remove.setEnabled(place >= 0 and count > 1)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < count - 1)
        height = self.table.horizontalHeader().sizeHint().height()
        row = self.table.rowHeight(0)
        self.table.setMinimumHeight(height + row * min(count, 9) + 4)


def _button(name: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(name)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: act())
    return button


def _typed(item: QTableWidgetItem) -> str:
    """Return what an entry says; one that was not touched as it stands, however it is written."""
    text = item.text()
    return text if text == item.data(_SHOWN) else " ".join(text.split())
