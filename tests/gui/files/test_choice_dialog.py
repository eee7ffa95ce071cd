"""A file that holds two reports: one question, and the one that was chosen is opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import text_layouts
from dialog_clicks import in_dialog
from gui.dialogs.choice_dialog import ChoiceDialog
from gui.dialogs.import_review_dialog import ImportReviewDialog, Use
from gui_bench import Bench
from sample_reports import sample_report
from storage.errors import SeveralFound


@pytest.fixture
def two(bench: Bench) -> Path:
    """Return a file in which last year's report stands behind this year's."""
    text = text_layouts.report_text(sample_report(), text_layouts.tabbed_cells)
    path = bench.folder / "两份.txt"
    path.write_text(f"{text}\n{text.replace('2023年', '2022年')}", encoding="utf-8")
    return path


def test_the_report_that_was_chosen_is_read(bench: Bench, two: Path) -> None:
    def choose(dialog: ChoiceDialog) -> None:
        QTest.keyClick(dialog.choices, Qt.Key.Key_Down)
        QTest.keyClick(dialog.choices, Qt.Key.Key_Down)
        QTest.keyClick(dialog.choices, Qt.Key.Key_Return)

    def take(dialog: ImportReviewDialog) -> None:
        dialog.use = Use.THIS_YEAR

    asked = in_dialog(bench.window, ChoiceDialog, choose)
    in_dialog(bench.window, ImportReviewDialog, take)
    bench.window.files.load(two)
    bench.wait_for_work()
    assert len(asked) == 1
    assert bench.document.report.year == 2022
    assert any("2023年" in line and "没有录入" in line for line in bench.document.report.notes)


def test_left_unanswered_nothing_is_opened(bench: Bench, two: Path) -> None:
    before = bench.document.report
    asked = in_dialog(bench.window, ChoiceDialog, lambda dialog: dialog.reject())
    bench.window.files.load(two)
    bench.wait_for_work()
    assert len(asked) == 1
    assert bench.document.report is before


def test_nothing_is_chosen_for_the_clerk(qtbot: QtBot) -> None:
    dialog = ChoiceDialog(None, SeveralFound("甲.docx", "有2份年度报告", ["一份", "另一份"]))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.place is None
    assert not dialog.accept_button.isEnabled()
    item = dialog.choices.visualItemRect(dialog.choices.item(1)).center()
    QTest.mouseClick(dialog.choices.viewport(), Qt.MouseButton.LeftButton, pos=item)
    assert dialog.accept_button.isEnabled()
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert dialog.result() == ChoiceDialog.DialogCode.Accepted
    assert dialog.place == 1
