"""What no document can carry is dropped where it is typed, so that marks stay on their words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dialog_clicks import in_dialog
from final_reports import ready_report
from gui.document.document import Document
from gui.panels.identity_panel import IdentityPanel
from gui.panels.text_panel import TextPanel
from gui.sign_off.final_dialog import FinalDialog
from gui_bench import Bench
from model.checks import Finding, Level
from model.form.form import Form
from model.report.edits import Edit, IdentityChange
from model.signing.standing import Standing, standing
from storage.report_file import load_report

CONTROLS = "\x00\x01\x1f\x7f\x85\u2028\ufdd0"


def paste(widget: QWidget, text: str) -> None:
    QApplication.clipboard().setText(text)
    QTest.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def commit_words(widget: QWidget, words: str) -> None:
    """Type words as an input method hands them over."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


def texts(panel: TextPanel, document: Document) -> tuple[str, str]:
    return panel.editor.toPlainText(), document.report.sections["problems"]


@pytest.mark.parametrize("enter", [paste, commit_words])
def test_a_text_is_held_as_it_is_shown(
    document: Document, qtbot: QtBot, enter: Callable[[QWidget, str], None]
) -> None:
    document.report.sections["problems"] = "旧话。"
    panel = TextPanel(document, "problems")
    qtbot.addWidget(panel)
    enter(panel.editor, "甲\x01乙\x7f𠮷\x00丙")
    assert texts(panel, document) == ("甲乙𠮷丙旧话。",) * 2
    QTest.keyClicks(panel.editor, "d")
    assert texts(panel, document) == ("甲乙𠮷丙d旧话。",) * 2


def test_marks_stand_on_their_words_behind_control_characters(
    document: Document, qtbot: QtBot
) -> None:
    panel = TextPanel(document, "problems")
    qtbot.addWidget(panel)
    paste(panel.editor, f"新写{CONTROLS}一段。")
    start = document.report.sections["problems"].index("一段")
    words = Finding("x", Level.HINT, "", section="problems", quote="一段", start=start, length=2)
    panel.mark(words)
    (mark,) = panel.editor.extraSelections()
    assert mark.cursor.selectedText() == "一段"


def test_nothing_but_control_characters_changes_nothing(document: Document, qtbot: QtBot) -> None:
    text, identity = TextPanel(document, "problems"), IdentityPanel(document)
    for widget in (text, identity):
        qtbot.addWidget(widget)
    unit = identity.unit.text()
    paste(text.editor, "\x01\x02")
    paste(identity.unit, "\x01\x02")
    assert document.stack.count() == 0
    assert texts(text, document) == ("", "")
    assert identity.unit.text() == unit


@pytest.mark.parametrize("name", ["unit", "title"])
def test_a_line_is_held_as_it_is_shown(document: Document, qtbot: QtBot, name: str) -> None:
    panel = IdentityPanel(document)
    qtbot.addWidget(panel)
    line: QLineEdit = getattr(panel, name)
    panel.show()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    text = line.text()
    line.setCursorPosition(2)
    paste(line, "𠮷\x01甲\x7f")
    QTest.keyClicks(line, "d")
    report = document.report
    assert line.text() == f"{text[:2]}𠮷甲d{text[2:]}"
    assert line.text() == {"unit": report.organization, "title": report.title}[name]


def test_words_of_a_title_are_chosen_by_characters(document: Document, qtbot: QtBot) -> None:
    panel = IdentityPanel(document)
    qtbot.addWidget(panel)
    report = document.report
    change = IdentityChange(report.organization, report.year, "𠮷镇2023年年报")
    document.push(Edit("修改标题", (change,)))
    panel.show_title(2, 5)
    assert panel.title.selectedText() == "2023年"


def test_a_final_report_opens_again_as_it_was_signed(bench: Bench, form: Form) -> None:
    path = bench.folder / "a.nianbao"
    bench.open(ready_report(form), path)
    assert bench.window.workspace is not None
    identity = bench.window.workspace.identity
    identity.unit.end(False)  # noqa: FBT003 - a Qt argument without a name
    paste(identity.unit, f"{CONTROLS}党政办")
    bench.messages.after_final = "save"
    in_dialog(bench.window, FinalDialog, lambda _: None)
    bench.window.sign_off.final.trigger()
    bench.wait_for_work()
    assert standing(bench.document.report) is Standing.LOCKED
    assert standing(load_report(path)) is Standing.LOCKED
    assert load_report(path).organization == identity.unit.text()
