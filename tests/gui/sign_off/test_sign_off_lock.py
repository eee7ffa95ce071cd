from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from final_reports import DAY, final_report, ready_report
from gui.document.document import Document
from gui.findings.findings_panel import FindingsPanel
from gui.panels.identity_panel import IdentityPanel
from gui.panels.text_panel import TextPanel
from gui.tables.table_model import FormTableModel
from gui.tables.table_view import FormTableView
from model.form.form import Form
from model.report.edits import (
    Edit,
    FigureSourceChange,
    OfficeChange,
    PreviousChange,
    SignOffChange,
    TextChange,
    set_cells,
    zero_fill,
)
from model.report.office import Office
from model.signing.code import verification_code
from model.signing.final import make_final, unlock

NEW = "new_received.natural_person"


@dataclass
class Clerk:
    """Answers the question before a final report is changed."""

    answer: bool = False
    asked: int = 0

    def __call__(self) -> bool:
        self.asked += 1
        return self.answer


@pytest.fixture
def final(form: Form, qtbot: QtBot) -> Document:
    document = Document(final_report(form))
    document.open(final_report(form), None)
    return document


@pytest.fixture
def clerk(final: Document) -> Clerk:
    clerk = Clerk()
    final.may_change = clerk
    return clerk


def commit_words(widget: QWidget, words: str) -> None:
    """Type words as an input method hands them over."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


def text_edit(text: str) -> Edit:
    return Edit("修改", (TextChange("overview", text),))


def test_a_refused_change_leaves_all_as_it_was(final: Document, clerk: Clerk) -> None:
    code = verification_code(final.report)
    assert not final.push(text_edit("另写"))
    assert not final.push(set_cells("填写", "requests", [(NEW, 5)]))
    assert clerk.asked == 2
    assert verification_code(final.report) == code
    assert final.report.sign_off.is_locked
    assert not final.stack.count()


def test_an_allowed_change_unlocks_in_one_step_that_can_be_taken_back(
    final: Document, clerk: Clerk
) -> None:
    code = verification_code(final.report)
    clerk.answer = True
    assert final.push(text_edit("另写"))
    assert final.push(text_edit("另写一段"))
    assert clerk.asked == 1
    assert not final.report.sign_off.is_locked
    assert final.stack.text(0) == "修改（解除定稿）"
    final.stack.undo()
    final.stack.undo()
    assert final.report.sign_off.is_locked
    assert verification_code(final.report) == code
    final.stack.redo()
    assert not final.report.sign_off.is_locked
    assert final.report.sections["overview"] == "另写"


def test_doing_an_unlocking_change_again_asks_like_the_change_itself(
    final: Document, clerk: Clerk
) -> None:
    clerk.answer = True
    final.push(text_edit("另写"))
    final.undo()
    assert final.report.sign_off.is_locked
    asked, clerk.answer = clerk.asked, False
    final.redo()
    assert clerk.asked == asked + 1
    assert final.report.sign_off.is_locked
    assert final.stack.canRedo()
    clerk.answer = True
    final.redo()
    assert final.report.sections["overview"] == "另写"
    assert not final.report.sign_off.is_locked


def test_doing_an_unlocking_again_asks(final: Document, clerk: Clerk) -> None:
    final.push(unlock(final.report))
    final.undo()
    assert clerk.asked == 0
    final.redo()
    assert clerk.asked == 1
    assert final.report.sign_off.is_locked


def test_steps_on_what_is_not_printed_are_taken_without_asking(
    final: Document, clerk: Clerk
) -> None:
    names = replace(final.report.sign_off, names=(("drafted", "张三"),))
    final.push(Edit("改", (OfficeChange(Office("street")),)))
    final.push(Edit("填写审签单", (SignOffChange(names),)))
    for step in (final.undo, final.undo, final.redo, final.redo):
        step()
    assert clerk.asked == 0
    assert final.report.sign_off == names
    assert final.report.office.kind == "street"


def test_making_final_is_taken_back_and_done_again(form: Form, qtbot: QtBot) -> None:
    document = Document(ready_report(form))
    document.open(ready_report(form), None)
    clerk = Clerk()
    document.may_change = clerk
    document.push(make_final(document.report, DAY))
    document.undo()
    assert (clerk.asked, document.report.sign_off.is_locked) == (1, True)
    clerk.answer = True
    document.undo()
    assert (clerk.asked, document.report.sign_off.is_locked) == (2, False)
    document.redo()
    assert (clerk.asked, document.report.sign_off.is_locked) == (2, True)


def test_where_there_is_no_step_nothing_is_asked(final: Document, clerk: Clerk) -> None:
    final.undo()
    final.redo()
    assert clerk.asked == 0


def test_typing_on_never_takes_the_unlocking_out_of_its_step(final: Document, clerk: Clerk) -> None:
    clerk.answer = True
    for text in ("甲", "甲乙", "甲乙丙"):
        final.push(text_edit(text), merge="text overview")
    assert final.stack.count() == 2
    final.stack.setIndex(0)
    assert final.report.sign_off.is_locked
    final.stack.setIndex(2)
    assert final.report.sections["overview"] == "甲乙丙"
    assert not final.report.sign_off.is_locked


def test_what_is_not_printed_needs_no_unlocking(final: Document, clerk: Clerk) -> None:
    sign_off = replace(final.report.sign_off, names=(("drafted", "张三"),))
    for change in (
        SignOffChange(sign_off),
        OfficeChange(Office("street")),
        FigureSourceChange("requests", NEW, "司法所"),
    ):
        assert final.push(Edit("改", (change,)))
    assert not final.push(Edit("取下上年报告", (PreviousChange(None),)))
    assert clerk.asked == 1
    assert final.report.sign_off.is_locked


def test_an_edit_of_nothing_is_not_asked_about(final: Document, clerk: Clerk) -> None:
    assert final.push(zero_fill(final.report, "requests"))
    assert clerk.asked == 0


def test_nothing_gets_in_while_the_question_stands(final: Document) -> None:
    inner: list[bool] = []

    def ask() -> bool:
        inner.append(final.push(text_edit("趁机")))
        return True

    final.may_change = ask
    assert final.push(text_edit("另写"))
    assert inner == [False]
    assert final.report.sections["overview"] == "另写"


# ---------------------------------------------------------------- what the views show


def test_refused_typing_shows_the_reports_text_again(
    final: Document, clerk: Clerk, qtbot: QtBot
) -> None:
    panel = TextPanel(final, "overview")
    qtbot.addWidget(panel)
    text = final.report.sections["overview"]
    QTest.keyClicks(panel.editor, "a")
    assert clerk.asked == 1
    assert panel.editor.toPlainText() == text
    QApplication.clipboard().setText("粘贴的\n文字")
    panel.editor.selectAll()
    panel.editor.paste()
    assert panel.editor.toPlainText() == text
    commit_words(panel.editor, "又写")
    assert clerk.asked == 3
    assert panel.editor.toPlainText() == text
    clerk.answer = True
    commit_words(panel.editor, "又写")
    QTest.keyClicks(panel.editor, "bc")
    assert clerk.asked == 4
    assert "又写bc" in panel.editor.toPlainText()
    assert final.report.sections["overview"] == panel.editor.toPlainText()


def test_a_refused_figure_is_shown_as_it_was(final: Document, clerk: Clerk, qtbot: QtBot) -> None:
    view = FormTableView(FormTableModel(final, final.report.form.table("requests")))
    qtbot.addWidget(view)
    view.show()
    view.go_to(NEW)
    for answer, shown in ((False, "0"), (True, "7")):
        clerk.answer = answer
        QTest.keyClicks(view, "7")
        editor = view.viewport().findChild(QLineEdit)
        assert editor is not None
        QTest.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: view.viewport().findChild(QLineEdit) is None)
        assert view.form_model.data(view.form_model.index_of(NEW)) == shown
        view.go_to(NEW)
    assert clerk.asked == 2


def test_refused_pasting_tells_of_no_success(final: Document, clerk: Clerk, qtbot: QtBot) -> None:
    view = FormTableView(FormTableModel(final, final.report.form.table("requests")))
    qtbot.addWidget(view)
    notified: list[str] = []
    view.notified.connect(notified.append)
    view.go_to(NEW)
    QApplication.clipboard().setText("1\t2")
    view.paste()
    assert clerk.asked == 1
    assert notified == []


def test_refused_unit_title_and_year_are_shown_as_they_were(
    final: Document, clerk: Clerk, qtbot: QtBot
) -> None:
    panel = IdentityPanel(final)
    qtbot.addWidget(panel)
    QTest.keyClicks(panel.unit, "a")
    commit_words(panel.title, "乙")
    panel.year.stepUp()
    assert clerk.asked == 3
    assert panel.unit.text() == final.report.organization
    assert panel.title.text() == final.report.title
    assert panel.year.value() == final.report.year


def test_refused_reasons_are_not_told_as_given(final: Document, clerk: Clerk, qtbot: QtBot) -> None:
    panel = FindingsPanel(final)
    qtbot.addWidget(panel)
    panel.ask_reason = lambda *_: "原因"
    notified: list[str] = []
    panel.notified.connect(notified.append)
    finding = final.findings[0]
    panel.choose(finding)
    panel.declare()
    assert (clerk.asked, notified) == (1, [])
    assert final.acknowledged == ()
    clerk.answer = True
    panel.declare()
    assert final.acknowledged
    clerk.answer = False
    assert not final.report.sign_off.is_locked
