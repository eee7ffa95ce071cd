from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QTimer, QUrl
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from gui.dialogs.import_review_dialog import ImportReviewDialog, Use
from gui.files.clipboard_content import EMPTY_CLIPBOARD, clipboard_content
from gui_bench import Bench
from sample_reports import sample_report
from text_layouts import report_text, tabbed_rows
from web_pages import site_page


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    clipboard = qapp.clipboard()
    yield clipboard
    clipboard.clear()


def accept_dialogs(bench: Bench, seen: list[QDialog]) -> None:
    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ImportReviewDialog) and dialog not in seen:
            seen.append(dialog)
            button = dialog.findChild(QPushButton, Use.THIS_YEAR.name)
            assert isinstance(button, QPushButton)
            button.click()

    timer = QTimer(bench.window)
    timer.timeout.connect(look)
    timer.start(20)


def test_html_is_preferred_and_text_kept() -> None:
    data = QMimeData()
    data.setHtml("<p>页</p>")
    data.setText("文")
    assert clipboard_content(data).html == "<p>页</p>"
    assert clipboard_content(data).text == "文"
    assert clipboard_content(None).is_empty


def test_a_copied_file_is_a_file(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "年报.docx"))])
    assert clipboard_content(data).file == tmp_path / "年报.docx"


def test_an_empty_clipboard_is_told(bench: Bench, clipboard: QClipboard) -> None:
    clipboard.clear()
    bench.window.files.open_clipboard()
    assert bench.messages.told == [EMPTY_CLIPBOARD]


def test_words_that_are_no_report_are_told(bench: Bench, clipboard: QClipboard) -> None:
    clipboard.setText("今天开会")
    bench.window.files.open_clipboard()
    bench.wait_for_work()
    assert "剪贴板" in bench.messages.told[0]
    assert not bench.document.is_open


@pytest.mark.parametrize("is_page", [True, False])
def test_a_copied_report_is_read(bench: Bench, clipboard: QClipboard, is_page: bool) -> None:
    data = QMimeData()
    # A picture of a page can come as HTML without words; the text beside it is then read.
    data.setHtml(site_page(sample_report()) if is_page else "<img src='x'>")
    data.setText(report_text(sample_report(), tabbed_rows))
    clipboard.setMimeData(data)
    seen: list[QDialog] = []
    accept_dialogs(bench, seen)
    bench.window.files.open_clipboard()
    bench.wait_for_work()
    assert len(seen) == 1
    assert bench.document.report.tables == sample_report().tables
    assert bench.document.path is None
    assert bench.document.is_modified
