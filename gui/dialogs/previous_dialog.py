"""Last year's report beside this year's, to be read and copied from; it cannot be changed."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from exporters.blocks import TableBlock, TableCell
from exporters.report_blocks import report_blocks
from gui.look import theme
from model.form.form import Form
from model.report.report import Previous, Report, Tables


class PreviousDialog(QDialog):
    """Shows last year's tables, in their own edition, and last year's texts."""

    def __init__(self, parent: QWidget | None, previous: Previous, form: Form) -> None:
        super().__init__(parent)
        year = f"{previous.year}年" if previous.year else ""
        self.setWindowTitle(f"上年报告：{previous.organization}{year}")
        self.resize(900, 620)
        self.tabs = QTabWidget()
        report = _as_report(previous, form)
        tables = [block for block in report_blocks(report) if isinstance(block, TableBlock)]
        for table, block in zip(form.tables, tables, strict=True):
            self.tabs.addTab(_page(_table_html(block)), table.name)
        self.tabs.addTab(_page(_texts_html(report)), "正文")
        close = QPushButton("关闭")
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def _as_report(previous: Previous, form: Form) -> Report:
    tables: Tables = {name: dict(values) for name, values in previous.tables.items()}
    printed: Tables = {name: dict(values) for name, values in previous.printed.items()}
    return Report(
        form,
        previous.organization,
        previous.year,
        sections=dict(previous.sections),
        tables=tables,
        printed=printed,
    )


def _page(html: str) -> QTextBrowser:
    page = QTextBrowser()
    page.setHtml(html)
    return page


def _table_html(block: TableBlock) -> str:
    rows = [
        "".join(
            _cell_html(cell, 100 * block.width_of(cell) / sum(block.widths))
            for cell in sorted(block.cells, key=lambda cell: cell.column)
            if cell.row == row
        )
        for row in range(block.row_count)
    ]
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table border='1' cellspacing='0' cellpadding='4' width='100%'>{body}</table>"


def _cell_html(cell: TableCell, width: float) -> str:
    colour = theme.PAPER if cell.role == "value" else theme.HEADER
    align = "left" if cell.role == "label" else "center"
    return (
        f"<td rowspan='{cell.row_span}' colspan='{cell.column_span}' align='{align}' "
        f"valign='middle' width='{width:.1f}%' bgcolor='{colour.name()}'>{escape(cell.text)}</td>"
    )


def _texts_html(report: Report) -> str:
    parts = []
    for section in report.form.sections:
        text = report.sections[section.key]
        if text:
            lines = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
            parts.append(f"<h3>{escape(section.name)}</h3>{lines}")
    return "".join(parts) or "<p>上年报告没有正文。</p>"
