"""The dialogs that begin a report: what can be accepted when, and what comes of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from gui.dialogs.report_dialogs import NewFromLastDialog, NewReportDialog
from gui.sign_off.check_dialog import CheckDialog

KINDS = (("年报文件", (".nianbao",)), ("Word 文档", (".docx",)))
LAST = Path("上年.docx")


def dialog_on(qtbot: QtBot, chosen: list[Path | None], open_name: str = "") -> NewFromLastDialog:
    """Return the dialog, in which the files are chosen one after the other."""
    dialog = NewFromLastDialog(None, lambda: chosen.pop(0), KINDS, open_name)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def accept_button(dialog: NewFromLastDialog) -> QPushButton:
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)


def choose(dialog: NewFromLastDialog) -> None:
    QTest.mouseClick(dialog.choose, Qt.MouseButton.LeftButton)


def test_without_an_open_report_a_file_must_be_chosen_first(qtbot: QtBot) -> None:
    dialog = dialog_on(qtbot, [None, LAST, None])
    assert not dialog.use_open.isVisible()
    assert dialog.use_file.isChecked()
    assert not accept_button(dialog).isEnabled()
    assert dialog.file_name.text() == "还没有选择文件"
    choose(dialog)
    assert not accept_button(dialog).isEnabled()
    choose(dialog)
    assert accept_button(dialog).isEnabled()
    assert (dialog.path, dialog.file_name.text()) == (LAST, "上年.docx")
    # Going back in the file dialog keeps the file that was chosen before.
    choose(dialog)
    assert (dialog.path, accept_button(dialog).isEnabled()) == (LAST, True)
    assert not dialog.uses_open


def test_the_open_report_can_be_taken_at_once(qtbot: QtBot) -> None:
    dialog = dialog_on(qtbot, [], "红星镇2023年报告")
    assert "红星镇2023年报告" in dialog.use_open.text()
    assert dialog.use_open.isVisible()
    assert dialog.uses_open
    assert accept_button(dialog).isEnabled()
    assert not dialog.file_name.isEnabled()


def test_changing_over_to_a_file_asks_for_one_again(qtbot: QtBot) -> None:
    dialog = dialog_on(qtbot, [LAST], "红星镇2023年报告")
    dialog.use_file.setChecked(True)
    assert not accept_button(dialog).isEnabled()
    assert dialog.file_name.isEnabled()
    dialog.use_open.setChecked(True)
    assert accept_button(dialog).isEnabled()
    choose(dialog)
    assert not dialog.uses_open
    assert accept_button(dialog).isEnabled()


def test_the_year_follows_last_years_unless_one_is_set(qtbot: QtBot) -> None:
    dialog = dialog_on(qtbot, [])
    assert dialog.chosen_year is None
    dialog.year.stepBy(1)
    assert dialog.chosen_year == 2000


def test_the_buttons_end_the_dialog(qtbot: QtBot) -> None:
    for kind, result in (
        (QDialogButtonBox.StandardButton.Ok, NewFromLastDialog.DialogCode.Accepted),
        (QDialogButtonBox.StandardButton.Cancel, NewFromLastDialog.DialogCode.Rejected),
    ):
        dialog = dialog_on(qtbot, [], "红星镇2023年报告")
        QTest.mouseClick(dialog.buttons.button(kind), Qt.MouseButton.LeftButton)
        assert dialog.result() == result
        assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("today", "year"),
    [(date(2025, 11, 21), 2025), (date(2026, 1, 5), 2025), (date(2026, 3, 31), 2025)],
)
def test_a_blank_report_is_for_the_year_that_is_due_next(
    qtbot: QtBot, today: date, year: int
) -> None:
    dialog = NewReportDialog(None, "", today)
    qtbot.addWidget(dialog)
    assert dialog.year.year == year


def press_enter() -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return)


def test_enter_after_choosing_a_file_begins_the_draft(qtbot: QtBot) -> None:
    dialog = dialog_on(qtbot, [LAST])
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.choose.setFocus()
    press_enter()
    assert dialog.path == LAST
    press_enter()
    assert dialog.result() == NewFromLastDialog.DialogCode.Accepted


def test_the_year_after_the_open_report_is_shown_as_it_is(qtbot: QtBot) -> None:
    dialog = NewFromLastDialog(None, lambda: LAST, KINDS, "红星镇2024年报告", 2024)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.chosen_year == 2025
    assert dialog.year.text() == "2025 年"
    choose(dialog)
    assert dialog.chosen_year is None
    dialog.use_open.click()
    assert dialog.chosen_year == 2025
    dialog.year.stepBy(1)
    choose(dialog)
    assert dialog.chosen_year == 2026


def test_enter_after_choosing_the_file_to_check_checks_it(qtbot: QtBot) -> None:
    chosen: list[Path | None] = [LAST]
    dialog = CheckDialog(None, lambda: chosen.pop(0))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.choose.setFocus()
    press_enter()
    focus = QApplication.focusWidget()
    assert focus is dialog.code
    press_enter()
    assert (dialog.path, dialog.isVisible()) == (LAST, True)
