"""The page that is looked at before a foreign report is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui.fields.line_field import LineField
from gui.frame.dialog import FittedDialog
from gui.look.palette import colours
from model.report.edits import CellChange, Edit
from model.report.values import format_value, parse_value

if TYPE_CHECKING:
    from gui.services import Doubtful, OpenedFile

READ_AS = 2
_COUNT_HEADS = ("表格", "应有", "读到", "空白", "存疑", "未录入")
_DOUBT_HEADS = ("位置", "来源这一行", "读作（可以改）", "为什么存疑")
_LOCKED = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class Use(Enum):
    """What the clerk wants to do with the report that was read."""

    CANCEL = 0
    THIS_YEAR = 1
    LAST_YEAR = 2
    ATTACH = 3


_USES = {
    Use.LAST_YEAR: "作为上年报告，生成本年草稿",
    Use.ATTACH: "附到正在编辑的报告，作为上年报告",
    Use.THIS_YEAR: "作为本年报告继续编辑",
}


class _WholeTextDelegate(QStyledItemDelegate):
    """Edits a cell in a line that cuts nothing; Qt's own one does."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Return the line in which a figure is corrected."""
        return LineField(parent=parent)


class ImportReviewDialog(FittedDialog):
    """Shows what was read of a source; doubtful cells stand beside their source row."""

    def __init__(
        self,
        parent: QWidget | None,
        name: str,
        opened: OpenedFile,
        uses: Sequence[Use] = (Use.LAST_YEAR, Use.THIS_YEAR),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("读入结果")
        self.resize(860, 560)
        self._opened = opened
        self.use = Use.CANCEL
        self.counts = self._count_table()
        self.doubts = self._doubt_table()
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self._identity(name))
        layout.addWidget(self.counts)
        layout.addWidget(self._tabs(), 1)
        layout.addLayout(self._bar(uses))

    def corrections(self) -> Edit:
        """Return the edit that puts in what the clerk corrected here; it may be empty."""
        report = self._opened.report
        changes = []
        for index, doubt in enumerate(self._opened.doubts):
            item = self.doubts.item(index, READ_AS)
            read = report.value(doubt.table, doubt.key)
            if item is None or item.text() == format_value(read):
                continue
            kind = report.form.table(doubt.table).column(doubt.key).kind
            value = parse_value(item.text(), kind)
            if value != read:
                changes.append(CellChange(doubt.table, doubt.key, value))
        return Edit("更正读入的数字", tuple(changes))

    def _identity(self, name: str) -> QLabel:
        report = self._opened.report
        year = f"{report.year}年" if report.year else "没有认出"
        label = QLabel(
            f"来源：{name}（{self._opened.kind}）\n"
            f"单位：{report.organization or '没有认出'}　　年度：{year}　　"
            f"版式：{report.form.name}\n原文件不会改动。"
        )
        label.setWordWrap(True)
        return label

    def _count_table(self) -> QTableWidget:
        table = _table(_COUNT_HEADS, len(self._opened.counts))
        for row, count in enumerate(self._opened.counts):
            figures = (count.cells, count.read, count.blank, count.doubtful, count.unplaced)
            table.setItem(row, 0, _item(count.name))
            for column, figure in enumerate(figures, 1):
                item = _item(str(figure))
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                if figure and column > 3:
                    item.setBackground(colours.qsoft)
                table.setItem(row, column, item)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        height = table.horizontalHeader().sizeHint().height() + 4
        table.setFixedHeight(height + sum(map(table.rowHeight, range(table.rowCount()))))
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return table

    def _doubt_table(self) -> QTableWidget:
        table = _table(_DOUBT_HEADS, len(self._opened.doubts))
        for row, doubt in enumerate(self._opened.doubts):
            self._fill_doubt(table, row, doubt)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(READ_AS, QHeaderView.ResizeMode.ResizeToContents)
        table.setWordWrap(True)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        table.setItemDelegate(_WholeTextDelegate(table))
        return table

    def _fill_doubt(self, table: QTableWidget, row: int, doubt: Doubtful) -> None:
        report = self._opened.report
        form_table = report.form.table(doubt.table)
        table.setItem(row, 0, _item(form_table.cell_name(doubt.key)))
        source = " ｜ ".join(text or "空" for text in doubt.source)
        table.setItem(row, 1, _item(source))
        item = QTableWidgetItem(format_value(report.value(doubt.table, doubt.key)))
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        if doubt.key in form_table.sums:
            item.setFlags(_LOCKED)
            item.setBackground(colours.computed)
        else:
            item.setBackground(colours.qsoft)
        table.setItem(row, READ_AS, item)
        table.setItem(row, 3, _item(doubt.reason))

    def _tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        doubts = len(self._opened.doubts)
        if doubts:
            tabs.addTab(self.doubts, f"存疑的格（{doubts}）")
        unplaced = self._opened.unplaced
        if unplaced:
            tabs.addTab(_lines(unplaced), f"没有录入的内容（{len(unplaced)}）")
        tabs.addTab(_lines(self._opened.summary), "认出了什么")
        return tabs

    def _bar(self, uses: Sequence[Use]) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.addStretch()
        for use in uses:
            button = QPushButton(_USES[use])
            button.setObjectName(use.name)
            button.setDefault(use is uses[-1])
            button.clicked.connect(lambda _=False, use=use: self._choose(use))
            bar.addWidget(button)
        cancel = QPushButton("取消")
        cancel.clicked.connect(self.reject)
        bar.addWidget(cancel)
        return bar

    def _choose(self, use: Use) -> None:
        self.use = use
        self.accept()


def _table(heads: tuple[str, ...], rows: int) -> QTableWidget:
    table = QTableWidget(rows, len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.verticalHeader().hide()
    return table


def _item(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setFlags(_LOCKED)
    return item


def _lines(lines: tuple[str, ...]) -> QPlainTextEdit:
    text = QPlainTextEdit("\n".join(lines))
    text.setReadOnly(True)
    return text
