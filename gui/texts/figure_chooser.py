"""The dialog that chooses what is put into a text: a figure of the tables, or a whole sentence."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.report_dialogs import dialog_buttons
from gui.frame.dialog import FittedDialog
from gui.look.fitting import space
from gui.look.sizes import px
from gui.look.text_styles import hint_label
from model.report.links.choices import named_figures, ready_sentences
from model.report.links.link import UNFILLED, rendered
from model.report.links.linking import Cell, cells_in, filled, place_of, source_name
from model.report.report import Report

_PATTERN = Qt.ItemDataRole.UserRole
WIDE, HIGH = 300, 232
"""Pixels at 100 % of the list of figures."""
_LONGEST = 24


class FigureChooser(FittedDialog):
    """Offers the figures that are often needed, ready sentences, and any other cell.

    `pattern` is what was chosen, with its cells as {table/row.column}, or "".
    """

    def __init__(self, parent: QWidget | None, report: Report) -> None:
        super().__init__(parent)
        self.setWindowTitle("插入表内数据")
        self._report = report
        self.pattern = ""
        self.figures = self._list("常用的数")
        self.sentences = self._list("整句")
        self.sentences.setWordWrap(True)
        self.table, self.row, self.column = QComboBox(), QComboBox(), QComboBox()
        self.told = hint_label()
        self.buttons = dialog_buttons(self, "插入")
        self.accept_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._fill()
        self._lay_out()
        self._connect()
        self.figures.setCurrentRow(0)
        self._choose_from(self.figures)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keys to the figures, once all stands in its place."""
        super().showEvent(event)
        self.figures.setFocus()

    def _list(self, name: str) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(name)
        made.setSpacing(px(2))
        made.setResizeMode(QListWidget.ResizeMode.Adjust)
        made.setMinimumSize(px(WIDE), px(HIGH))
        return made

    def _fill(self) -> None:
        report = self._report
        for figure in named_figures(report.form):
            value = rendered(report.effective_value(*figure.cell))
            self._add(self.figures, f"{figure.name}　{_shown(value)}", place_of(figure.cell))
        for item in ready_sentences(report.form):
            words = filled(report, item.pattern).words
            self._add(self.sentences, f"{item.name}：{words}", item.pattern)
        for table in report.form.tables:
            self.table.addItem(table.name, table.key)
        self._list_rows()

    def _add(self, to: QListWidget, words: str, pattern: str) -> None:
        item = QListWidgetItem(words)
        item.setData(_PATTERN, pattern)
        item.setToolTip(words)
        to.addItem(item)

    def _lay_out(self) -> None:
        lists = QHBoxLayout()
        space(lists, gap=12)
        for name, box, share in (("常用的数", self.figures, 2), ("整句", self.sentences, 3)):
            column = QVBoxLayout()
            space(column, gap=4)
            column.addWidget(QLabel(name))
            column.addWidget(box, 1)
            lists.addLayout(column, share)
        cells = QHBoxLayout()
        space(cells, gap=8)
        cells.addWidget(QLabel("其他格"))
        for field, name in ((self.table, "表"), (self.row, "行"), (self.column, "列")):
            field.setAccessibleName(name)
            field.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            field.setMinimumContentsLength(8)
            cells.addWidget(field, 2 if field is self.row else 1)
        layout = QVBoxLayout(self)
        layout.addLayout(lists, 1)
        layout.addLayout(cells)
        layout.addWidget(self.told)
        layout.addWidget(self.buttons)
        self.resize(px(820), px(480))

    def _connect(self) -> None:
        for box in (self.figures, self.sentences):
            # What is selected counts: when the keys come to a list, Qt makes a row current.
            box.itemSelectionChanged.connect(lambda box=box: self._choose_from(box))
            box.itemActivated.connect(lambda item, box=box: self._take_item(box, item))
        self.table.currentIndexChanged.connect(self._list_rows)
        self.row.currentIndexChanged.connect(self._list_columns)
        for field in (self.table, self.row, self.column):
            field.currentIndexChanged.connect(self._choose_cell)
            field.activated.connect(self._choose_cell)

    # ------------------------------------------------------------ any other cell

    def _list_rows(self) -> None:
        table = self._report.form.table(self.table.currentData())
        with QSignalBlocker(self.row):
            self.row.clear()
            for row in table.rows:
                self.row.addItem(table.name_of_row(row), row.key)
        self._list_columns()

    def _list_columns(self) -> None:
        """List the columns of the row; the one that was chosen stays so where the row has it."""
        table, chosen = self._report.form.table(self.table.currentData()), self.column.currentText()
        with QSignalBlocker(self.column):
            self.column.clear()
            for key in table.row_keys(self.row.currentData()):
                self.column.addItem(table.column_name(key), key)
            self.column.setCurrentIndex(max(0, self.column.findText(chosen)))

    def _choose_cell(self) -> None:
        cell: Cell = (self.table.currentData(), self.column.currentData())
        for box in (self.figures, self.sentences):
            _clear(box)
        self._take(place_of(cell))

    # ------------------------------------------------------------ what is chosen

    def _take_item(self, box: QListWidget, item: QListWidgetItem) -> None:
        """Take the row that Enter or a double click was on, chosen before or not."""
        box.setCurrentItem(item)
        self._choose_from(box)
        self.accept()

    def _choose_from(self, box: QListWidget) -> None:
        chosen = box.selectedItems()
        if chosen:
            _clear(self.sentences if box is self.figures else self.figures)
            self._take(chosen[0].data(_PATTERN))

    def _take(self, pattern: str) -> None:
        self.pattern = pattern
        words = filled(self._report, pattern).words
        cells = dict.fromkeys(cells_in(pattern))
        what = "这一句" if pattern != place_of(next(iter(cells))) else f"「{_shown(words)}」"
        self.accept_button.setText(f"插入{what}")
        sources = "、".join(source_name(self._report.form, cell) for cell in cells)
        blank = f"「{UNFILLED}」是表里还空着的，填表时自己填好。" if UNFILLED in words else ""
        self.told.setText(f"取自{sources}，以后随表更新。{blank}")


def _clear(box: QListWidget) -> None:
    with QSignalBlocker(box):
        box.clearSelection()


def _shown(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
