"""Which report last year's file is, told before a draft is made of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from dialog_clicks import in_dialog
from gui.dialogs.notes_dialog import NotesDialog
from gui.dialogs.report_dialogs import NewFromLastDialog
from gui_bench import Bench
from sample_reports import sample_report
from storage.report_file import save_report

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def last(bench: Bench) -> Path:
    path = bench.folder / "上年.nianbao"
    save_report(sample_report(), path)
    bench.files.to_open = path
    return path


def once_read(bench: Bench, act: Callable[[NewFromLastDialog], None]) -> None:
    """Choose the file in the dialog, and do something once it is read."""

    def choose(dialog: NewFromLastDialog) -> None:
        QTest.mouseClick(dialog.choose, LEFT)
        bench.bot.waitUntil(lambda: not dialog.what.text().startswith("正在读"))
        act(dialog)

    in_dialog(bench.window, NewFromLastDialog, choose)
    bench.window.files.new_from_last()


def test_unit_and_year_are_told_and_the_next_year_is_proposed(bench: Bench, last: Path) -> None:
    seen: list[tuple[str, int | None]] = []

    def look(dialog: NewFromLastDialog) -> None:
        seen.append((dialog.what.text(), dialog.chosen_year))
        dialog.reject()

    once_read(bench, look)
    report = sample_report()
    assert report.year is not None
    assert seen == [(f"读到的是：{report.organization}　{report.year}年", report.year + 1)]


def test_enter_then_makes_the_draft(bench: Bench, last: Path) -> None:
    def press(dialog: NewFromLastDialog) -> None:
        focus = dialog.focusWidget()
        assert focus is dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
        QTest.keyClick(focus, Qt.Key.Key_Return)

    in_dialog(bench.window, NotesDialog, lambda dialog: dialog.accept())
    once_read(bench, press)
    bench.bot.waitUntil(lambda: bench.document.is_open)
    assert bench.document.report.year == (sample_report().year or 0) + 1


def test_a_file_that_holds_no_report_is_told_there(bench: Bench) -> None:
    path = bench.folder / "别的.txt"
    path.write_text("今天天气很好。", encoding="utf-8")
    bench.files.to_open = path
    seen: list[tuple[str, bool]] = []

    def look(dialog: NewFromLastDialog) -> None:
        accept = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
        seen.append((dialog.what.text(), accept.isEnabled()))
        dialog.reject()

    once_read(bench, look)
    assert seen[0][0]
    assert not seen[0][1]
    assert bench.messages.told == []


def test_a_year_that_was_set_stays(bench: Bench, last: Path) -> None:
    seen: list[int | None] = []

    def set_year(dialog: NewFromLastDialog) -> None:
        dialog.year.setFocus()
        dialog.year.selectAll()
        QTest.keyClicks(dialog.year, "2027")
        dialog.year.interpretText()
        QTest.mouseClick(dialog.choose, LEFT)
        bench.bot.waitUntil(lambda: not dialog.what.text().startswith("正在读"))
        seen.append(dialog.chosen_year)
        dialog.reject()

    in_dialog(bench.window, NewFromLastDialog, set_year)
    bench.window.files.new_from_last()
    assert seen == [2027]


def test_nothing_is_told_of_a_file_before_one_is_chosen(bench: Bench, last: Path) -> None:
    seen: list[bool] = []

    def look(dialog: NewFromLastDialog) -> None:
        seen.append(dialog.what.isVisible())
        QTest.mouseClick(dialog.choose, LEFT)
        bench.bot.waitUntil(lambda: not dialog.what.text().startswith("正在读"))
        seen.append(dialog.what.isVisible())
        dialog.reject()

    in_dialog(bench.window, NewFromLastDialog, look)
    bench.window.files.new_from_last()
    assert seen == [False, True]
