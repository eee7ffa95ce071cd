import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gui.dialogs.reason_dialog import LONGEST_REASON, ReasonDialog
from model.checks import Finding, Level


@pytest.fixture
def dialog(qtbot: QtBot) -> ReasonDialog:
    dialog = ReasonDialog(None, Finding("x", Level.QUERY, "相差3。"), ["上年有更正", "机构合并"])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_reason_is_needed_and_may_not_be_long(dialog: ReasonDialog) -> None:
    assert not dialog.accept_button.isEnabled()
    dialog.text.setPlainText("  \n ")
    assert not dialog.accept_button.isEnabled()
    dialog.text.setPlainText("字" * (LONGEST_REASON + 3))
    assert not dialog.accept_button.isEnabled()
    assert "删去 3 字" in dialog.count.text()
    dialog.text.setPlainText("字" * LONGEST_REASON)
    assert dialog.accept_button.isEnabled()


def test_a_reason_is_one_line(dialog: ReasonDialog) -> None:
    dialog.text.setPlainText(" 上年报告\n有更正 ")
    assert dialog.reason == "上年报告 有更正"


def test_enter_accepts_only_a_reason(dialog: ReasonDialog) -> None:
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert dialog.reason == ""
    QTest.keyClicks(dialog.text, "ok")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_known_reason_is_taken_over(dialog: ReasonDialog) -> None:
    dialog.known.activated.emit(2)
    assert dialog.reason == "机构合并"


def test_an_error_is_asked_for_in_other_words(qtbot: QtBot) -> None:
    dialog = ReasonDialog(None, Finding("x", Level.ERROR, "不平。"), [])
    qtbot.addWidget(dialog)
    assert dialog.accept_button.text() == "保留这一处"
    assert not dialog.known.isVisibleTo(dialog)
