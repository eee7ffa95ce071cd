"""Tasks of a clerk's year: texts are written, and reports begun, kept, read and sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

import text_layouts
from clerk import CTRL, LEFT, SHIFT, Clerk, Key
from dialog_clicks import in_dialog
from gui.dialogs.help_dialog import HelpDialog
from gui.dialogs.import_review_dialog import ImportReviewDialog, Use
from gui.dialogs.notes_dialog import NotesDialog
from gui.dialogs.report_dialogs import NewFromLastDialog
from gui.dialogs.years_dialog import YearsDialog
from model.report.report import Report, ReusedText
from sample_reports import sample_report
from storage.report_file import load_report, save_report


@pytest.fixture
def last_file(tmp_path: Path) -> Path:
    last = sample_report()
    last.year, last.title = 2022, "2022年政府信息公开工作年度报告"
    save_report(last, tmp_path / "上年.nianbao")
    return tmp_path / "上年.nianbao"


def test_task_write_a_paragraph_in_chinese(clerk: Clerk, zeros: Report) -> None:
    clerk.opens(zeros)
    clerk.goes_to_part("problems")
    clerk.composes("公开的内容还不够丰富。")
    clerk.presses(Key.Key_Return)
    clerk.composes("今后加强学习。")
    assert clerk.report.sections["problems"] == "公开的内容还不够丰富。\n今后加强学习。"


def test_task_type_figures_with_an_input_method_on(clerk: Clerk, report: Report) -> None:
    clerk.opens(report)
    clerk.goes_to_requests()
    enabled = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not clerk.view.testAttribute(enabled)
    clerk.types("3")
    editor = clerk.focus()
    assert not editor.testAttribute(enabled)
    assert not editor.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    clerk.presses(Key.Key_Return)
    assert clerk.value("new_received.natural_person") == 3


def test_task_paste_words_into_a_text(clerk: Clerk, zeros: Report) -> None:
    clerk.opens(zeros)
    clerk.goes_to_part("problems")
    clerk.has_copied("一、问题。\n二、改进。")
    clerk.presses(Key.Key_V, CTRL)
    assert "二、改进。" in clerk.report.sections["problems"]
    clerk.presses(Key.Key_Z, CTRL)
    assert clerk.report.sections["problems"] == ""


def test_task_confirm_what_was_taken_over_from_last_year(clerk: Clerk, zeros: Report) -> None:
    zeros.sections["problems"] = "制度没有变化。"
    zeros.reused = (ReusedText("problems", "制度没有变化。"),)
    clerk.opens(zeros)
    clerk.goes_to_part("problems")
    clerk.presses(Key.Key_Return, CTRL)
    assert clerk.report.remaining_reused() == ()
    assert clerk.report.sections["problems"] == "制度没有变化。"


def test_task_correct_the_year_with_its_texts(clerk: Clerk, zeros: Report) -> None:
    zeros.sections["overview"] = "2023年，公开信息12条。"
    clerk.opens(zeros)
    clerk.clicks(clerk.workspace.sections.edit)
    identity = clerk.workspace.identity
    clerk.presses(Key.Key_Tab)
    clerk.presses(Key.Key_A, CTRL)
    clerk.types("2024")
    clerk.presses(Key.Key_Return)
    in_dialog(
        clerk.bench.window, YearsDialog, lambda dialog: QTest.keyClick(dialog.deed, Key.Key_Return)
    )
    clerk.clicks(identity.offer)
    assert clerk.report.sections["overview"] == "2024年，公开信息12条。"
    assert clerk.report.title.startswith("2024年")


def test_task_turn_the_wheel_over_the_year(clerk: Clerk, zeros: Report) -> None:
    clerk.opens(zeros)
    clerk.clicks(clerk.workspace.sections.edit)
    clerk.turns_wheel(clerk.workspace.identity.year, 1)
    assert clerk.report.year == 2023


def test_task_correct_the_unit(clerk: Clerk, zeros: Report) -> None:
    clerk.opens(zeros)
    clerk.clicks(clerk.workspace.sections.edit)
    clerk.presses(Key.Key_End)
    clerk.composes("（新）")
    assert clerk.report.organization.endswith("（新）")


def test_task_begin_this_years_report_from_last_years(clerk: Clerk, last_file: Path) -> None:
    clerk.bench.files.to_open = last_file
    window = clerk.bench.window
    window.activateWindow()
    clerk.bench.bot.waitUntil(window.isActiveWindow)

    def choose(dialog: NewFromLastDialog) -> None:
        QTest.mouseClick(dialog.choose, LEFT)
        clerk.bench.bot.waitUntil(lambda: dialog.what.text().startswith("读到的是"))
        QTest.keyClick(dialog.focusWidget(), Key.Key_Return)

    in_dialog(window, NewFromLastDialog, choose)
    in_dialog(window, NotesDialog, lambda dialog: dialog.accept())
    QTest.keyClick(window, Key.Key_N, CTRL | SHIFT)
    clerk.bench.bot.waitUntil(lambda: clerk.document.is_open)
    assert clerk.report.year == 2023
    assert clerk.report.value("requests", "carried_over.natural_person") == 4


def test_task_attach_last_years_report_by_dropping_it(
    clerk: Clerk, zeros: Report, last_file: Path
) -> None:
    zeros.organization = sample_report().organization
    clerk.opens(zeros)
    clerk.goes_to_part("overview")
    clerk.bench.messages.dropped = "attach"
    clerk.drops(last_file, clerk.workspace.page().text.editor.viewport())
    clerk.bench.bot.waitUntil(lambda: clerk.report.previous is not None)
    assert clerk.report.sections["overview"] == ""
    assert clerk.report.previous is not None
    assert clerk.report.previous.year == 2022


def test_task_save_and_open_again(clerk: Clerk, zeros: Report, tmp_path: Path) -> None:
    path = tmp_path / "本年.nianbao"
    clerk.opens(zeros)
    clerk.goes_to_requests()
    clerk.types("7")
    clerk.bench.files.to_save = path
    clerk.presses(Key.Key_S, CTRL)
    clerk.bench.wait_for_work()
    assert clerk.bench.window.state.saved.text().startswith("已保存")
    kept = load_report(path)
    assert kept.value("requests", "new_received.natural_person") == 7


def test_task_undo_and_do_again(clerk: Clerk, zeros: Report) -> None:
    clerk.opens(zeros)
    clerk.goes_to_requests()
    clerk.types("7")
    clerk.presses(Key.Key_Return)
    clerk.presses(Key.Key_Z, CTRL)
    assert clerk.value("new_received.natural_person") == 0
    clerk.presses(Key.Key_Y, CTRL)
    assert clerk.value("new_received.natural_person") == 7


def test_task_look_into_a_file_and_leave_it(clerk: Clerk, tmp_path: Path) -> None:
    source = tmp_path / "上报.txt"
    source.write_text(
        text_layouts.report_text(sample_report(), text_layouts.tabbed_cells), encoding="utf-8"
    )

    def take(dialog: ImportReviewDialog) -> None:
        button = dialog.findChild(QPushButton, Use.THIS_YEAR.name)
        assert isinstance(button, QPushButton)
        QTest.mouseClick(button, LEFT)

    in_dialog(clerk.bench.window, ImportReviewDialog, take)
    clerk.bench.files.to_open = source
    QTest.keyClick(clerk.bench.window, Key.Key_O, CTRL)
    clerk.bench.wait_for_work()
    clerk.bench.bot.waitUntil(lambda: clerk.document.is_open)
    clerk.bench.window.close()
    assert not clerk.bench.window.isVisible()


def test_task_export_the_word_document(clerk: Clerk, zeros: Report, tmp_path: Path) -> None:
    clerk.opens(zeros)
    clerk.bench.files.to_save = tmp_path / "上报.docx"
    clerk.presses(Key.Key_E, CTRL)
    clerk.bench.wait_for_work()
    assert (tmp_path / "上报.docx").stat().st_size > 2000


def test_task_find_a_key_in_the_list(clerk: Clerk, zeros: Report) -> None:
    clerk.opens(zeros)
    titles: list[str] = []

    def look(dialog: HelpDialog) -> None:
        titles.extend(dialog.pages.tabText(place) for place in range(dialog.pages.count()))
        QTest.keyClick(dialog, Key.Key_Escape)

    in_dialog(clerk.bench.window, HelpDialog, look)
    clerk.presses(Key.Key_F1)
    assert "快捷键" in titles


def test_task_go_round_without_a_mouse(clerk: Clerk, zeros: Report) -> None:
    clerk.opens(zeros)
    clerk.presses(Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert clerk.workspace.page().section.key == "requests"
    clerk.presses(Key.Key_F6)
    assert clerk.focus() is clerk.workspace.findings.list
    clerk.presses(Key.Key_F6)
    assert clerk.focus() is clerk.workspace.sections.list
    clerk.presses(Key.Key_F6)
    assert clerk.focus() is clerk.view
