"""What was read of another program's file and not changed need not be saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

import text_layouts
from dialog_clicks import in_dialog
from gui.dialogs.import_review_dialog import ImportReviewDialog, Use
from gui.panels.balance_panel import short
from gui.review.doubt_list import READ_AS
from gui_bench import Bench
from model.report.edits import set_cells
from model.report.report import Report
from sample_reports import sample_report
from storage.report_file import save_report


@pytest.fixture
def source(bench: Bench) -> Path:
    """A text with one doubtful cell."""
    text = text_layouts.report_text(sample_report(), text_layouts.tabbed_cells)
    path = bench.folder / "上报.txt"
    path.write_text(text.replace("\t2.重复申请\n\t/\n", "\t2.重复申请\n\t约3\n"), encoding="utf-8")
    return path


def read(bench: Bench, source: Path, correction: str = "") -> None:
    def take(dialog: ImportReviewDialog) -> None:
        item = dialog.doubts.item(0, READ_AS)
        assert item is not None
        item.setText(correction or item.text())
        button = dialog.findChild(QPushButton, Use.THIS_YEAR.name)
        assert isinstance(button, QPushButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    in_dialog(bench.window, ImportReviewDialog, take)
    bench.window.files.open_path(source)
    bench.wait_for_work()


def test_what_was_only_looked_at_is_left_without_a_question(bench: Bench, source: Path) -> None:
    read(bench, source)
    assert bench.window.state.saved.text() == "读入的，还没有存成年报文件"
    assert "未保存" not in bench.window.windowTitle()
    bench.window.close()
    assert bench.messages.asked == []
    assert not bench.window.isVisible()


def test_a_correction_made_while_reading_is_asked_about(bench: Bench, source: Path) -> None:
    read(bench, source, correction="3")
    assert bench.window.state.saved.text() == "未保存"
    bench.window.close()
    assert "报告" in bench.messages.asked[-1]
    assert bench.window.isVisible()


def test_a_figure_typed_afterwards_is_asked_about(bench: Bench, source: Path) -> None:
    read(bench, source)
    bench.document.push(set_cells("填写", "requests", [("granted.natural_person", 7)]))
    assert bench.window.state.saved.text() == "未保存"
    assert "未保存" in bench.window.windowTitle()
    bench.window.close()
    assert bench.window.isVisible()


def test_what_was_copied_stands_in_no_file(bench: Bench, source: Path) -> None:
    QApplication.clipboard().setText(source.read_text(encoding="utf-8"))

    def take(dialog: ImportReviewDialog) -> None:
        button = dialog.findChild(QPushButton, Use.THIS_YEAR.name)
        assert isinstance(button, QPushButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    in_dialog(bench.window, ImportReviewDialog, take)
    bench.window.files.open_clipboard()
    bench.wait_for_work()
    assert bench.document.is_modified


def test_a_report_of_another_year_is_named_by_its_year(bench: Bench, report: Report) -> None:
    last = sample_report()
    last.year = 2021
    path = bench.folder / "前年.nianbao"
    save_report(last, path)
    bench.open(report)
    bench.messages.will_attach = True
    told: list[str] = []
    bench.window.files.desk.notified.connect(told.append)
    bench.files.to_open = path
    bench.window.files.attach_last_year()
    bench.wait_for_work()
    assert "2021年" in bench.messages.asked[0]
    assert "与上年核对的检查不用它" in told[-1]
    workspace = bench.window.workspace
    assert workspace is not None
    table = workspace.by_section["requests"].table
    assert table is not None
    key = "granted.natural_person"
    assert table.model.last_year(key).startswith("2021年：")
    assert table.last_year_button.text() == "2021年数"
    workspace.show_section("requests")
    table.view.select_keys([key, "granted.commercial_enterprise"])
    assert "上年" not in table.deeds.last.text()


def test_a_long_unit_shows_its_head_after_typing(bench: Bench, report: Report) -> None:
    report.organization = "黑龙江省哈尔滨市阿城区亚沟街道办事处"
    bench.open(report)
    workspace = bench.window.workspace
    assert workspace is not None
    workspace.show_identity()
    unit, title = workspace.identity.unit, workspace.identity.title
    bench.window.activateWindow()
    bench.bot.waitUntil(unit.hasFocus)
    QTest.keyClick(unit, Qt.Key.Key_End)
    QTest.keyClicks(unit, "1")
    assert unit.cursorPosition() > 0
    title.setFocus()
    assert unit.cursorPosition() == 0
    assert not unit.hasSelectedText()
    assert report.organization.endswith("1")


def test_a_sum_without_room_ends_in_a_sign(bench: Bench) -> None:
    metrics = bench.window.fontMetrics()
    room = metrics.horizontalAdvance("12345")
    assert short(metrics, "1234567890", room).endswith("…")
    assert short(metrics, "123", room) == "123"
