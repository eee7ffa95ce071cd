"""Asks what to print: which pages, which sides, how many copies."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.report_dialogs import dialog_buttons
from gui.frame.dialog import FittedDialog
from model.paper.page_ranges import PageRangeError, Sides, chosen_pages, duplex_advice, pages_from

_SIDES: tuple[tuple[str, Sides], ...] = (
    ("全部页", "all"),
    ("只印奇数页（手动双面第一步）", "odd"),
    ("只印偶数页（手动双面第二步）", "even"),
)


@dataclass(frozen=True)
class PrintJob:
    """The pages to print in that order, the copies, and what to do with the paper afterwards."""

    pages: tuple[int, ...]
    copies: int
    advice: str


class PrintDialog(FittedDialog):
    """The choice of pages, before the system's dialog asks for the printer."""

    def __init__(self, parent: QWidget | None, count: int, page: int) -> None:
        super().__init__(parent)
        self.setWindowTitle("打印")
        self._count = count
        self._page = page
        self.every = QRadioButton(f"全部（共 {count} 页）")
        self.current = QRadioButton(f"当前页（第 {page} 页）")
        self.some = QRadioButton("页码范围")
        self.range = QLineEdit()
        self.range.setPlaceholderText("如：1-3,5")
        self.range.setAccessibleName("页码范围")
        self.sides = QComboBox()
        for text, sides in _SIDES:
            self.sides.addItem(text, sides)
        self.reverse = QCheckBox("从最后一页往前印")
        self.copies = QSpinBox()
        self.copies.setRange(1, 99)
        self.copies.setSuffix(" 份")
        self.note = QLabel()
        self.buttons = dialog_buttons(self, "选择打印机…")
        self.every.setChecked(True)
        self._lay_out()
        self._connect()
        self._refresh()

    def _lay_out(self) -> None:
        some = QHBoxLayout()
        some.addWidget(self.some)
        some.addWidget(self.range)
        pages = QVBoxLayout()
        pages.addWidget(self.every)
        pages.addWidget(self.current)
        pages.addLayout(some)
        form = QFormLayout()
        form.addRow("页", pages)
        form.addRow("单双面", self.sides)
        form.addRow("次序", self.reverse)
        form.addRow("份数", self.copies)
        self.note.setWordWrap(True)
        self.note.setMinimumSize(420, 62)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self.note)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        for button in (self.every, self.current, self.some):
            button.toggled.connect(self._refresh)
        self.range.textEdited.connect(lambda _: self.some.setChecked(True))
        self.range.textChanged.connect(self._refresh)
        self.sides.currentIndexChanged.connect(self._refresh)
        self.reverse.toggled.connect(self._refresh)

    def job(self) -> PrintJob:
        """Return what was chosen; PageRangeError where the pages make no sense."""
        pages = self._pages()
        sides: Sides = self.sides.currentData()
        chosen = chosen_pages(pages, sides, self.reverse.isChecked())
        if not chosen:
            raise PageRangeError("这样选没有要打印的页。")
        return PrintJob(tuple(chosen), self.copies.value(), duplex_advice(pages, sides))

    def _pages(self) -> list[int]:
        if self.current.isChecked():
            return [self._page]
        text = self.range.text() if self.some.isChecked() else ""
        if self.some.isChecked() and not text.strip():
            raise PageRangeError("请写要打印的页，如：1-3,5。")
        return pages_from(text, self._count)

    def _refresh(self, *_: object) -> None:
        accept = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        try:
            job = self.job()
        except PageRangeError as error:
            self.note.setText(str(error))
            accept.setEnabled(False)
            return
        self.note.setText(f"要打印 {len(job.pages)} 页。{job.advice}")
        accept.setEnabled(True)
