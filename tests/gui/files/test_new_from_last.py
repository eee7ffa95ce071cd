"""The question for last year's report: what it offers, and when it can be answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from gui.dialogs.report_dialogs import NewFromLastDialog

KINDS = (("Word 文件", (".docx",)), ("报告", (".nianbao",)))


class Choice:
    """Chooses the file that the test says, and counts how often it was asked."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.asked = 0

    def __call__(self) -> Path | None:
        self.asked += 1
        return self.path


def dialog(qtbot: QtBot, choice: Choice, open_name: str = "") -> NewFromLastDialog:
    made = NewFromLastDialog(None, choice, KINDS, open_name)
    qtbot.addWidget(made)
    made.show()
    return made


def accept_button(made: NewFromLastDialog) -> QPushButton:
    button = made.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert button is not None
    return button


def test_without_a_file_nothing_can_be_made(qtbot: QtBot) -> None:
    choice = Choice()
    made = dialog(qtbot, choice)
    assert not accept_button(made).isEnabled()
    assert made.use_open.isHidden()
    QTest.mouseClick(accept_button(made), Qt.MouseButton.LeftButton)
    assert made.isVisible()
    QTest.mouseClick(made.choose, Qt.MouseButton.LeftButton)
    assert choice.asked == 1
    assert not accept_button(made).isEnabled()


def test_a_chosen_file_is_shown_and_taken(qtbot: QtBot, tmp_path: Path) -> None:
    made = dialog(qtbot, Choice(tmp_path / "去年.docx"))
    QTest.mouseClick(made.choose, Qt.MouseButton.LeftButton)
    assert made.file_name.text() == "去年.docx"
    assert accept_button(made).isEnabled()
    QTest.mouseClick(accept_button(made), Qt.MouseButton.LeftButton)
    assert made.result() == QDialog.DialogCode.Accepted
    assert (made.path, made.uses_open) == (tmp_path / "去年.docx", False)


def test_going_back_keeps_the_file_that_was_chosen_before(qtbot: QtBot, tmp_path: Path) -> None:
    choice = Choice(tmp_path / "去年.docx")
    made = dialog(qtbot, choice)
    QTest.mouseClick(made.choose, Qt.MouseButton.LeftButton)
    choice.path = None
    QTest.mouseClick(made.choose, Qt.MouseButton.LeftButton)
    assert (made.path, made.file_name.text()) == (tmp_path / "去年.docx", "去年.docx")
    assert accept_button(made).isEnabled()


def test_the_open_report_is_offered_and_a_file_needs_choosing(qtbot: QtBot, tmp_path: Path) -> None:
    choice = Choice(tmp_path / "去年.docx")
    made = dialog(qtbot, choice, "甲镇2023年")
    assert "甲镇2023年" in made.use_open.text()
    assert made.uses_open
    assert accept_button(made).isEnabled()
    made.use_file.click()
    assert not made.uses_open
    assert not accept_button(made).isEnabled()
    made.use_open.click()
    assert accept_button(made).isEnabled()
    QTest.mouseClick(made.choose, Qt.MouseButton.LeftButton)
    assert not made.uses_open
    assert accept_button(made).isEnabled()


@pytest.mark.parametrize(("year", "chosen"), [(None, None), (2025, 2025)])
def test_the_year_follows_the_last_one_unless_it_is_set(
    qtbot: QtBot, year: int | None, chosen: int | None
) -> None:
    made = dialog(qtbot, Choice())
    if year is not None:
        made.year.setValue(year)
    assert made.chosen_year == chosen
