"""The preview 「将填入 …」: figures from elsewhere beside what stands in the report now."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.frame.dialog import FittedDialog
from gui.look.fitting import space
from gui.look.icons import icon
from gui.look.palette import colours
from gui.look.sizes import px
from gui.look.text_styles import hint_label, label
from gui.pasting.reading import Reading
from model.form.parts import cell_key
from model.form.table import Table
from model.report.report import Report
from model.report.values import Value, format_value

_SEEN = Qt.ItemFlag.ItemIsEnabled
BLANK = "空"
MOST_LINES = 4
"""Lines to be looked at that are shown without scrolling."""


class PreviewDialog(FittedDialog):
    """Shows one of several readings; nothing goes into the report but by the deed's button."""

    def __init__(
        self, parent: QWidget | None, report: Report, readings: Sequence[Reading], why: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("将填入的数字，先看一看对不对")
        self.resize(1000, 560)
        self._report, self._readings = report, readings
        self.hint = hint_label(why)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self._tables = QVBoxLayout()
        self.grids: list[QTableWidget] = []
        self._boxes: list[QWidget] = []
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setAccessibleName("请核实")
        self.lines.setFixedHeight(px(24 * MOST_LINES))
        self.fill = QPushButton()
        self.fill.setDefault(True)
        self.fill.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(self.hint)
        layout.addLayout(self._tables, 1)
        layout.addWidget(self.lines)
        layout.addLayout(self._choices())
        layout.addLayout(self._foot())
        self._show()

    @property
    def reading(self) -> Reading:
        """Return the reading that is chosen."""
        return self._readings[max(0, self.ways.checkedId())]

    def _choices(self) -> QHBoxLayout:
        """Return the ways to read the figures, the likeliest first and chosen."""
        row = QHBoxLayout()
        self.ways = QButtonGroup(self)
        for at, reading in enumerate(self._readings):
            button = QRadioButton(reading.name)
            button.setChecked(at == 0)
            button.setVisible(len(self._readings) > 1)
            self.ways.addButton(button, at)
            row.addWidget(button)
        row.addStretch()
        self.ways.idToggled.connect(lambda _, is_on: self._show() if is_on else None)
        return row

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(hint_label("填入后可以撤销。"), 1)
        foot.addWidget(self.fill)
        cancel = QPushButton("取消")
        cancel.clicked.connect(self.reject)
        foot.addWidget(cancel)
        return foot

    def _show(self) -> None:
        """Show the chosen reading."""
        reading = self.reading
        for box in self._boxes:
            self._tables.removeWidget(box)
            box.deleteLater()
        self.grids, self._boxes = [], []
        keys = {figure.table for figure in reading.figures}
        for table in self._report.form.tables:
            if table.key in keys:
                self._add_table(table, reading)
        changed = len(reading.edit(self._report, "").changes)
        self.fill.setText(f"填入{len(reading.inputs(self._report.form))}格，其中{changed}格会改")
        self.fill.setEnabled(changed > 0)
        lines = self._to_verify(reading)
        self.lines.setVisible(bool(lines))
        self.lines.setPlainText("\n".join(lines))

    def _to_verify(self, reading: Reading) -> list[str]:
        lines = [
            f"{self._report.form.table(figure.table).cell_name(figure.key)}：来源写"
            f"{format_value(figure.value)}，这里算得{format_value(value) or BLANK}，"
            "合计只提醒、不填"
            for figure, value in reading.differing_totals(self._report)
        ]
        return [f"请核实：{line}" for line in (*lines, *reading.doubts)] + [
            f"不填：{line}" for line in reading.left
        ]

    def _add_table(self, table: Table, reading: Reading) -> None:
        box = QWidget()
        column = QVBoxLayout(box)
        space(column, gap=4)
        grid = _Grid(self._report, table, reading)
        column.addWidget(label(table.name, is_bold=True))
        column.addWidget(grid, 1)
        self._tables.addWidget(box, 1)
        self._boxes.append(box)
        self.grids.append(grid)


class _Grid(QTableWidget):
    """The rows of one table that get figures: now → then, totals as they will be computed."""

    def __init__(self, report: Report, table: Table, reading: Reading) -> None:
        self._report, self._table = report, table
        self._after = reading.after(report)
        self._new = {f.key: f.value for f in reading.figures if f.table == table.key}
        self._differ = {(f.table, f.key) for f, _ in reading.differing_totals(report)}
        rows, columns = _rows_and_columns(table, self._new)
        super().__init__(len(rows), len(columns) + 1)
        self._arrange()
        labels = [self._column_label(rows, column) for column in columns]
        self.setHorizontalHeaderLabels(["填到哪一行", *labels])
        for at, row in enumerate(rows):
            self._put(at, 0, _item(table.row_name(table.row_keys(row)[0])))
            for place, column in enumerate(columns, 1):
                self._put(at, place, self._cell(cell_key(row, column)))

    def _arrange(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(f"将填入{self._table.name}的数字")
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _column_label(self, rows: Sequence[str], column: str) -> str:
        keys = (cell_key(row, column) for row in rows)
        return self._table.column(next(k for k in keys if k in self._table.key_set)).label

    def _put(self, row: int, column: int, item: QTableWidgetItem) -> None:
        if column:
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setItem(row, column, item)

    def _cell(self, key: str) -> QTableWidgetItem:
        if key not in self._table.key_set:
            return _item("")
        now = self._report.value(self._table.key, key)
        then = self._after.value(self._table.key, key)
        if key in self._table.sums:
            return self._total(key, then)
        item = _item(format_value(then) or BLANK)
        if key not in self._new:
            item.setForeground(colours.off)
        elif format_value(now) != format_value(then):
            item.setText(f"{format_value(now) or BLANK} → {format_value(then) or BLANK}")
            item.setBackground(colours.oksoft)
        return item

    def _total(self, key: str, then: Value) -> QTableWidgetItem:
        item = _item(format_value(then))
        item.setBackground(colours.computed)
        if (self._table.key, key) in self._differ:
            item.setText(f"{format_value(then) or BLANK} 来源写{format_value(self._new[key])}")
            item.setBackground(colours.qsoft)
            item.setForeground(colours.query)
            item.setIcon(icon("query", role="query"))
        return item


def _rows_and_columns(table: Table, given: Collection[str]) -> tuple[list[str], list[str]]:
    """Return the keys of the rows that are given figures, and of the columns that these have."""
    rows = list(dict.fromkeys(table.row(key).key for key in table.keys if key in given))
    keys = chain.from_iterable(map(table.row_keys, rows))
    return rows, list(dict.fromkeys(table.column(key).key for key in keys))


def _item(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setFlags(_SEEN)
    return item


def ask_reading(
    parent: QWidget, report: Report, readings: Sequence[Reading], why: str
) -> Reading | None:
    """Return the reading that the clerk takes, None where nothing is to be filled in."""
    dialog = PreviewDialog(parent, report, readings, why)
    is_taken = dialog.exec() == QDialog.DialogCode.Accepted
    reading = dialog.reading
    dialog.deleteLater()
    return reading if is_taken else None
