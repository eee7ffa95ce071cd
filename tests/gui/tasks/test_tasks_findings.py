"""Tasks of a clerk's year: what is wrong or doubtful is found, seen and settled."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from clerk import CTRL, LEFT, Clerk, Key
from dialog_clicks import in_dialog
from gui.dialogs.reason_dialog import ReasonDialog
from gui.sign_off.final_dialog import ObstaclesDialog
from menu_hands import bar_entry
from model.report.report import Report

NEW = "new_received.natural_person"
FORWARD = "carried_forward.natural_person"


@pytest.fixture
def doubtful(clerk: Clerk, zeros: Report) -> Clerk:
    """A text says 23, the table 21."""
    zeros.tables["proactive_disclosure"]["licences.decisions"] = 21
    zeros.sections["overview"] = "一是主动公开。全年行政许可处理决定23件，均已公开。"
    clerk.opens(zeros)
    return clerk


@pytest.fixture
def unbalanced(clerk: Clerk, zeros: Report) -> Clerk:
    """Three were received and none was dealt with, and a text says that there were none."""
    zeros.tables["requests"][NEW] = 3
    zeros.sections["overview"] = "（二）依申请公开。全年未收到政府信息公开申请。"
    for table in zeros.form.tables:
        for total, made in table.sums.items():
            values = [zeros.tables[table.key][part] for part in made.parts]
            zeros.tables[table.key][total] = sum(int(str(value or 0)) for value in values)
    clerk.opens(zeros)
    return clerk


def codes(clerk: Clerk) -> list[str]:
    clerk.document.check_now()
    return [item.code for item in clerk.document.findings]


def test_task_go_from_one_finding_to_the_next(unbalanced: Clerk) -> None:
    unbalanced.presses(Key.Key_F8)
    first = unbalanced.workspace.findings.current_finding()
    assert first is not None
    assert unbalanced.workspace.page().section.key == "requests"
    unbalanced.presses(Key.Key_F8)
    assert unbalanced.workspace.findings.current_finding() != first


def test_task_see_both_sides_of_a_contradiction(doubtful: Clerk) -> None:
    doubtful.presses_card("text-figure")
    assert doubtful.workspace.page().section.key == "overview"
    doubtful.clicks(doubtful.workspace.findings.pane.table_button)
    assert doubtful.at == "licences.decisions"


def test_task_correct_the_words(doubtful: Clerk) -> None:
    doubtful.presses_card("text-figure")
    doubtful.clicks(doubtful.workspace.findings.pane.fix_button)
    assert "决定21件" in doubtful.report.sections["overview"]
    doubtful.presses(Key.Key_Z, CTRL)
    assert "决定23件" in doubtful.report.sections["overview"]


def test_task_correct_the_table(doubtful: Clerk) -> None:
    doubtful.presses_card("text-figure")
    doubtful.clicks(doubtful.workspace.findings.pane.other_button)
    assert doubtful.report.value("proactive_disclosure", "licences.decisions") == 23
    assert "text-figure" not in codes(doubtful)


def test_task_fill_in_what_a_column_lacks(clerk: Clerk, zeros: Report) -> None:
    clerk.opens(zeros)
    clerk.goes_to_requests()
    clerk.clicks_cell(NEW)
    clerk.types("3")
    clerk.presses(Key.Key_Return)
    clerk.clicks_cell(FORWARD)
    clerk.presses(Key.Key_Delete)
    assert "cell-blank" in codes(clerk)
    clerk.presses_card("cell-blank")
    clerk.clicks(clerk.workspace.findings.pane.fix_button)
    assert clerk.value(FORWARD) == 3
    assert "requests-balance" not in codes(clerk)


def test_task_declare_a_finding_right(doubtful: Clerk) -> None:
    doubtful.presses_card("text-figure")

    def write(dialog: ReasonDialog) -> None:
        QTest.keyClicks(dialog.text, "checked")
        QTest.keyClick(dialog.text, Key.Key_Return)

    in_dialog(doubtful.bench.window, ReasonDialog, write)
    doubtful.clicks(doubtful.workspace.findings.declare_button)
    assert "text-figure" not in codes(doubtful)
    assert doubtful.report.acknowledged[0].reason == "checked"


def test_task_click_twice_on_a_card(doubtful: Clerk) -> None:
    cards = doubtful.workspace.findings.list
    steps = doubtful.document.stack.count()
    for row, entry in list(cards.entries()):
        cards.scrollToItem(cards.item(row))
        place = cards.visualItemRect(cards.item(row)).intersected(cards.viewport().rect())
        doubtful.double_clicks(cards.viewport(), place.center())
        assert doubtful.workspace.findings.current_finding() == entry.finding
    assert doubtful.document.stack.count() == steps


def test_task_type_while_a_column_is_not_balanced_yet(clerk: Clerk, report: Report) -> None:
    clerk.opens(report)
    clerk.goes_to_requests()
    clerk.types("3")
    clerk.presses(Key.Key_Return)
    (strip,) = clerk.table.balances
    person = strip.balances()[0]
    assert person.words == "收多3"
    assert not strip.is_accused(person)
    clerk.presses(Key.Key_Right)
    assert strip.is_accused(strip.balances()[0])


def test_task_see_what_is_left(unbalanced: Clerk) -> None:
    unbalanced.presses(Key.Key_F7)
    page = unbalanced.workspace.remaining
    assert page.isVisible()
    QApplication.processEvents()
    unbalanced.presses(Key.Key_Return)
    assert unbalanced.workspace.pages.currentWidget() is not page


def test_task_export_while_something_waits(unbalanced: Clerk) -> None:
    unbalanced.bench.messages.will_export = False
    unbalanced.presses(Key.Key_E, CTRL)
    assert unbalanced.bench.messages.waiting == ["另有1项，改好必须改的以后再检查"]


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_task_learn_what_keeps_the_report_from_being_final(unbalanced: Clerk) -> None:
    seen = in_dialog(
        unbalanced.bench.window,
        ObstaclesDialog,
        lambda dialog: QTest.mouseClick(dialog.go, LEFT),
    )
    bar_entry(unbalanced.bench.window, "审签", "定稿…")
    assert len(seen) == 1
    assert unbalanced.workspace.page().section.key == "requests"
