"""The preview: every page as it will be printed, with small pages at the left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from exporters.paged.fonts import unknown_sentence
from gui.look.fitting import keep_width
from gui.look.icons import show_icon
from gui.printing.missing_fonts import missing_sentence
from gui.printing.page_canvas import STEP, PageCanvas
from gui.printing.sheets import Sheets
from gui.printing.thumbnails import ThumbnailView


class Printing(Protocol):
    """What the preview's buttons do."""

    def sheets(self) -> Sheets:
        """Return the pages of the report as it is set now."""

    def print_sheets(self, sheets: Sheets, page: int, parent: QWidget) -> None:
        """Ask which pages and print them."""

    def save_pdf(self) -> None:
        """Save the report as a PDF file."""

    def set_up_page(self, parent: QWidget) -> bool:
        """Ask for margins and return whether they changed."""

    def choose_fonts(self, parent: QWidget) -> bool:
        """Ask for fonts and return whether they changed."""


class PreviewDialog(QDialog):
    """Shows the pages and offers to print them."""

    def __init__(self, parent: QWidget | None, printing: Printing) -> None:
        super().__init__(parent)
        self.setWindowTitle("打印预览")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._printing = printing
        self.sheets = printing.sheets()
        self.canvas = PageCanvas(self.sheets)
        self.thumbnails = ThumbnailView(self.sheets)
        self.page = QSpinBox()
        self.page.setAccessibleName("页码")
        # Whoever types 12 does not want to see page 1 first.
        self.page.setKeyboardTracking(False)
        self.count = QLabel()
        self.percent = QLabel()
        keep_width(self.percent, 40)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setProperty("note", True)
        self._lay_out()
        self._connect()
        self._show_sheets(self.sheets)
        self.canvas.setFocus()

    def _lay_out(self) -> None:
        pages = QHBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self.thumbnails)
        pages.addWidget(self.canvas, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addLayout(self._bar())
        layout.addWidget(self.note)
        layout.addLayout(pages, 1)

    def _bar(self) -> QHBoxLayout:
        canvas, printing = self.canvas, self._printing
        self.print = _button("打印…", self._print)
        self.print.setProperty("primary", True)
        self.print.setDefault(True)
        bar = QHBoxLayout()
        bar.setSpacing(4)
        bar.addWidget(self.print)
        bar.addWidget(_button("另存为 PDF…", printing.save_pdf))
        bar.addSpacing(4)
        bar.addWidget(_button("适合宽度", lambda: canvas.fit_to("width")))
        bar.addWidget(_button("整页", lambda: canvas.fit_to("page")))
        bar.addWidget(_button("双页", lambda: canvas.fit_to("two")))
        bar.addWidget(_zoom_button("缩小", "zoom-out", lambda: canvas.zoom(1 / STEP), "Ctrl+-"))
        bar.addWidget(self.percent)
        bar.addWidget(_zoom_button("放大", "zoom-in", lambda: canvas.zoom(STEP), "Ctrl+="))
        bar.addSpacing(4)
        bar.addWidget(QLabel("第"))
        bar.addWidget(self.page)
        bar.addWidget(self.count)
        bar.addStretch()
        bar.addWidget(_button("页面设置…", self._set_up_page))
        bar.addWidget(_button("字体设置…", self._choose_fonts))
        bar.addWidget(_button("关闭", self.close))
        return bar

    def _connect(self) -> None:
        self.thumbnails.page_chosen.connect(self.canvas.go_to)
        self.page.valueChanged.connect(self.canvas.go_to)
        self.canvas.page_changed.connect(self._show_page)
        self.canvas.scale_changed.connect(self._show_scale)

    def _show_sheets(self, sheets: Sheets) -> None:
        self.sheets = sheets
        # An installed font may lack a character, which is known once the pages are laid.
        notes = (missing_sentence(sheets.fonts), unknown_sentence(sheets.fonts))
        self.note.setText("".join(notes))
        self.note.setVisible(any(notes))
        self.page.setRange(1, len(sheets.pages))
        self.count.setText(f"页，共 {len(sheets.pages)} 页")
        self.thumbnails.pages.show_sheets(sheets)
        self.canvas.show_sheets(sheets)
        self._show_page(self.canvas.page)

    def _show_page(self, page: int) -> None:
        self.page.blockSignals(True)
        self.page.setValue(page)
        self.page.blockSignals(False)
        self.thumbnails.show_page(page)
        self._show_scale()

    def _show_scale(self) -> None:
        self.percent.setText(f"{self.canvas.percent}%")

    def _print(self) -> None:
        self._printing.print_sheets(self.sheets, self.canvas.page, self)

    def _set_up_page(self) -> None:
        if self._printing.set_up_page(self):
            self._show_sheets(self._printing.sheets())

    def _choose_fonts(self) -> None:
        if self._printing.choose_fonts(self):
            self._show_sheets(self._printing.sheets())


def _button(text: str, handler: Callable[[], object], key: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setProperty("head", True)
    # The return key belongs to the page number that is being typed.
    button.setAutoDefault(False)
    button.clicked.connect(lambda _=False: handler())
    if key:
        button.setShortcut(key)
    return button


def _zoom_button(name: str, icon: str, handler: Callable[[], object], key: str) -> QPushButton:
    """Return a button with a sign in place of a word, which would take too much of the line."""
    button = _button("", handler, key)
    button.setAccessibleName(name)
    button.setToolTip(f"{name}（{key}）")
    show_icon(button, icon)
    return button
