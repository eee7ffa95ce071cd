import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gui.dialogs.reason_dialog import LONGEST_REASON, ReasonDialog, example_of
from model.checks import Finding, Level, all_checks


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


def test_an_error_is_asked_for_in_the_same_word(qtbot: QtBot) -> None:
    dialog = ReasonDialog(None, Finding("x", Level.ERROR, "不平。"), [])
    qtbot.addWidget(dialog)
    assert dialog.accept_button.text() == "情况属实"
    assert not dialog.known.isVisibleTo(dialog)


def test_each_kind_of_finding_has_an_example_of_its_own_matter(qtbot: QtBot) -> None:
    codes = {code for item in all_checks() for code in item.codes}
    examples = {code: example_of(Finding(code, Level.QUERY, "")) for code in codes}
    assert all(examples.values())
    assert len(set(examples.values())) > len(codes) - 5
    dialog = ReasonDialog(None, Finding("fee-unit", Level.QUERY, "像是按元填的。"), [])
    qtbot.addWidget(dialog)
    assert dialog.text.placeholderText() == f"如：{examples['fee-unit']}"
