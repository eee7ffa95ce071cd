"""Last year's report beside this year's, to be read and copied from; it cannot be changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLength, QTextTable
from PySide6.QtWidgets import QPushButton, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from exporters.blocks import Block, TableBlock, Title
from exporters.report_blocks import report_blocks
from exporters.web.html_writer import html_content
from gui.frame.dialog import FittedDialog
from gui.look.palette import colours
from gui.look.style import page_style
from model.report.report import Previous, Report, Tables


class PreviousDialog(FittedDialog):
    """Shows last year's tables, in their own edition, and last year's texts."""

    def __init__(self, parent: QWidget | None, previous: Previous) -> None:
        super().__init__(parent)
        year = f"{previous.year}年" if previous.year else ""
        self.setWindowTitle(f"上年报告：{previous.organization}{year}")
        self.resize(900, 620)
        self.tabs = QTabWidget()
        report = _as_report(previous)
        blocks = report_blocks(report)
        tables = [block for block in blocks if isinstance(block, TableBlock)]
        for table, block in zip(previous.form.tables, tables, strict=True):
            self.tabs.addTab(_page([block]), table.name)
        texts = [block for block in blocks if not isinstance(block, (TableBlock, Title))]
        has_text = any(report.sections.values())
        self.tabs.addTab(_page(texts) if has_text else _no_text(), "正文")
        close = QPushButton("关闭")
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def _as_report(previous: Previous) -> Report:
    tables: Tables = {name: dict(values) for name, values in previous.tables.items()}
    printed: Tables = {name: dict(values) for name, values in previous.printed.items()}
    return Report(
        previous.form,
        previous.organization,
        previous.year,
        sections=dict(previous.sections),
        tables=tables,
        printed=printed,
    )


def _page(blocks: Sequence[Block]) -> QTextBrowser:
    page = QTextBrowser()
    page.document().setDefaultStyleSheet(page_style())
    page.setHtml(html_content(blocks))
    # The rules of the web for a table's width are none of those that Qt follows.
    for frame in page.document().rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            look = frame.format()
            look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            frame.setFormat(look)
            _tint(frame)
    return page


def _tint(table: QTextTable) -> None:
    """Give cells that have a colour on the web the one of headings in the look of now."""
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            form = cell.format()
            if form.background().style() != Qt.BrushStyle.NoBrush:
                form.setBackground(colours.header)
                cell.setFormat(form)


def _no_text() -> QTextBrowser:
    page = QTextBrowser()
    page.setPlainText("上年报告没有正文。")
    return page
