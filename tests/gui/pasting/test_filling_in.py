"""A table, or some rows of one, from a file or the clipboard into the open report."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from dialog_clicks import in_dialog
from gui.pasting.preview_dialog import PreviewDialog
from gui_bench import Bench
from model.report.report import Report
from sample_reports import sample_report


@pytest.fixture(autouse=True)
def _clear_clipboard(qapp: QApplication) -> Iterator[None]:
    """Give back what was put on the clipboard while Python still holds it."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def report(bench: Bench) -> Report:
    report = sample_report()
    bench.open(report)
    return report


def _rows(report: Report) -> list[tuple[str, list[str]]]:
    table = report.form.table("requests")
    label = {row.key: row.label for row in table.rows}
    return [
        (label["granted"], ["8", "1", "0", "0", "0", "0", "90"]),
        (label["partly_granted"], ["2", "0", "0", "0", "0", "0", "2"]),
    ]


def test_rows_of_a_file_are_filled_in_as_one_step(bench: Bench, report: Report) -> None:
    path = bench.folder / "表三.txt"
    lines = ["\t".join([label, *texts]) for label, texts in _rows(report)]
    path.write_text("\n".join([*lines, "备注\t含电话申请2件"]), encoding="utf-8")
    bench.files.to_open = path
    shown: list[str] = []
    asked = in_dialog(
        bench.window, PreviewDialog, lambda dialog: shown.append(dialog.lines.toPlainText())
    )
    bench.window.files.fill_from_file()
    bench.wait_for_work()
    assert len(asked) == 1
    assert "来源写90，这里算得9" in shown[0]
    assert "备注" in shown[0]
    assert report.value("requests", "granted.natural_person") == 8
    assert report.value("requests", "granted.total") == 9
    assert report.value("requests", "new_received.natural_person") == 12
    assert bench.document.stack.count() == 1
    bench.document.undo()
    assert report.value("requests", "granted.natural_person") == 7


def test_html_rows_are_filled_in_from_the_clipboard(bench: Bench, report: Report) -> None:
    cells = (
        "".join(f"<td>{text}</td>" for text in (label, *texts)) for label, texts in _rows(report)
    )
    data = QMimeData()
    data.setHtml(f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")
    QGuiApplication.clipboard().setMimeData(data)
    asked = in_dialog(bench.window, PreviewDialog, lambda _: None)
    bench.window.files.fill_from_clipboard()
    bench.wait_for_work()
    assert len(asked) == 1
    assert report.value("requests", "partly_granted.natural_person") == 2


def test_what_holds_no_known_row_is_refused_with_the_reason(bench: Bench, report: Report) -> None:
    path = bench.folder / "别的.txt"
    path.write_text("食堂采购\t12\t13\n", encoding="utf-8")
    bench.files.to_open = path
    bench.window.files.fill_from_file()
    bench.wait_for_work()
    assert "没有找到规定表格的行" in bench.messages.told[0]
    assert bench.document.stack.count() == 0
