"""Writers held against documents of the same libraries with nothing, or only figures, in them."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from openpyxl import Workbook
from PySide6.QtGui import QPdfWriter, QTextDocument

from comparing import Comparison, Gauge, timed
from exporters.writing import export_report
from model.report.report import Report
from sample_reports import sample_report


def comparisons(folder: Path) -> list[Comparison]:
    """Return the writers of Word files, workbooks, web pages, PDF files and plain texts."""
    report = sample_report()
    empty = timed(lambda: Document().save(str(folder / "空.docx")))
    return [
        Comparison("写 docx ÷ 空文档", _writing(report, folder / "甲.docx"), empty),
        Comparison(
            "写 xlsx ÷ 光有数的表",
            _writing(report, folder / "甲.xlsx"),
            timed(lambda: _bare_tables(report, folder / "光.xlsx")),
        ),
        Comparison("写 html ÷ 空文档", _writing(report, folder / "甲.html"), empty),
        Comparison(
            "写 pdf ÷ 光有正文的版面",
            _writing(report, folder / "甲.pdf"),
            timed(lambda: _bare_pages(report, folder / "光.pdf")),
        ),
        Comparison("写 txt ÷ 空文档", _writing(report, folder / "甲.txt"), empty),
    ]


def _writing(report: Report, path: Path) -> Gauge:
    return timed(lambda: export_report(report, path))


def _bare_pages(report: Report, path: Path) -> None:
    """Let Qt set the texts of the report alone, without tables, on pages of a PDF file."""
    document = QTextDocument()
    document.setPlainText("\n".join(report.sections.values()))
    document.print_(QPdfWriter(str(path)))


def _bare_tables(report: Report, path: Path) -> None:
    """Save a workbook with as many rows and columns as the report's tables have."""
    workbook = Workbook()
    for table in report.form.tables:
        sheet = workbook.create_sheet(table.name)
        for _ in range(table.grid_rows):
            sheet.append([0] * len(table.widths))
    workbook.save(path)
