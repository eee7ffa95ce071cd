"""What a card offers: both sides of a contradiction, a missing figure, and what waits behind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from dialog_clicks import in_dialog
from gui.findings.finding_list import second_line
from gui.panels.workspace import Workspace
from gui.sign_off.final_dialog import ObstaclesDialog
from gui_bench import Bench
from model.checks import Finding
from model.judging.sorted_findings import waiting_words
from model.report.edits import Edit, TextChange, set_cells, zero_fill
from model.report.report import Report

LEFT = Qt.MouseButton.LeftButton
LICENCES = ("proactive_disclosure", "licences.decisions")


@pytest.fixture
def filled(bench: Bench, report: Report) -> Bench:
    """A report of zeros, with all columns side by side."""
    bench.open(report)
    bench.fill_old_screen()
    for table in report.form.tables:
        bench.document.push(zero_fill(report, table.key))
    return bench


def type_text(bench: Bench, words: str) -> None:
    bench.document.push(Edit("填写", (TextChange("overview", words),)))
    bench.document.check_now()


def workspace_of(bench: Bench) -> Workspace:
    assert bench.window.workspace is not None
    return bench.window.workspace


def press_card(bench: Bench, code: str) -> Finding:
    cards = workspace_of(bench).findings.list
    row, entry = next(pair for pair in cards.entries() if pair[1].finding.code == code)
    cards.scrollToItem(cards.item(row))
    place = cards.visualItemRect(cards.item(row)).intersected(cards.viewport().rect()).center()
    QTest.mouseClick(cards.viewport(), LEFT, pos=place)
    return entry.finding


def press(button: QPushButton) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)


@pytest.fixture
def contradicting(filled: Bench) -> Bench:
    filled.document.push(set_cells("填写", LICENCES[0], [(LICENCES[1], 21)]))
    type_text(filled, "一是主动公开。全年行政许可处理决定23件，均已公开。")
    return filled


def test_words_and_table_can_both_be_seen(contradicting: Bench) -> None:
    workspace = workspace_of(contradicting)
    press_card(contradicting, "text-figure")
    pane = workspace.findings.pane
    assert workspace.page().section.key == "overview"
    press(pane.table_button)
    assert workspace.page().section.key == "proactive_disclosure"
    table = workspace.page().table
    assert table is not None
    cell = table.view.current_cell()
    assert cell is not None
    assert cell.key == LICENCES[1]
    press(pane.go_button)
    assert workspace.page().section.key == "overview"
    assert workspace.page().text.editor.textCursor().selectedText() == "23件"


def test_each_side_is_shown_before_and_after(contradicting: Bench) -> None:
    press_card(contradicting, "text-figure")
    pane = workspace_of(contradicting).findings.pane
    assert [name.text() for name in pane.names] == ["正文", "表格"]
    assert "23" in pane.now.accessibleName()
    assert "21件" in pane.now.accessibleName()
    assert pane.then.accessibleName().endswith("：2123")
    assert pane.fix_button.text() == "改为「21件」并随表更新"
    assert pane.other_button.text() == "表格改为23"


def test_the_words_are_put_right_by_one_press(contradicting: Bench) -> None:
    press_card(contradicting, "text-figure")
    press(workspace_of(contradicting).findings.pane.fix_button)
    assert "处理决定21件，均" in contradicting.document.report.sections["overview"]
    contradicting.document.undo()
    assert "处理决定23件" in contradicting.document.report.sections["overview"]


def test_the_table_is_put_right_by_one_press(contradicting: Bench) -> None:
    press_card(contradicting, "text-figure")
    press(workspace_of(contradicting).findings.pane.other_button)
    assert contradicting.document.report.value(*LICENCES) == 23
    assert "text-figure" not in [item.code for item in contradicting.document.findings]


def test_a_missing_figure_is_asked_and_filled_by_one_press(filled: Bench) -> None:
    key = "carried_forward.natural_person"
    cells = [("new_received.natural_person", 3), (key, None)]
    filled.document.push(set_cells("填写", "requests", cells))
    filled.document.check_now()
    press_card(filled, "cell-blank")
    pane = workspace_of(filled).findings.pane
    assert pane.heading.text() == "是不是这样？"
    assert "是不是3" in workspace_of(filled).findings.list.currentItem().text()
    press(pane.fix_button)
    assert filled.document.report.value("requests", key) == 3


def test_two_findings_that_read_alike_are_told_apart(filled: Bench) -> None:
    same = "收到政府信息公开申请23件。"
    type_text(filled, f"申请渠道畅通，全年共{same}\n答复及时规范，全年共{same}")
    entries = workspace_of(filled).findings.list.entries()
    twice = [entry for _, entry in entries if entry.finding.code == "text-figure"]
    assert len(twice) == 2
    assert len({(entry.headline, second_line(entry)) for entry in twice}) == 2
    assert "第2段" in second_line(twice[1])


@pytest.fixture
def waiting(filled: Bench) -> Bench:
    """三 is out of balance, and a text says that nothing was received."""
    filled.document.push(set_cells("填写", "requests", [("new_received.natural_person", 21)]))
    type_text(filled, "（二）依申请公开。全年未收到政府信息公开申请。")
    return filled


def test_what_waits_is_the_last_line_of_the_list(waiting: Bench) -> None:
    cards = workspace_of(waiting).findings.list
    last = cards.item(cards.count() - 1)
    assert last.text() == "另有1项，改好必须改的以后再检查"
    assert "未收到" in last.toolTip()
    steps = waiting.document.stack.count()
    place = cards.visualItemRect(last).center()
    QTest.mouseClick(cards.viewport(), LEFT, pos=place)
    QTest.mouseDClick(cards.viewport(), LEFT, pos=place)
    assert waiting.document.stack.count() == steps
    cells = [("granted.natural_person", 21)]
    waiting.document.push(set_cells("填写", "requests", cells))
    waiting.document.check_now()
    assert "另有" not in cards.item(cards.count() - 1).text()
    assert "text-figure" in [item.code for item in waiting.document.findings]


def test_what_waits_is_told_before_an_export(waiting: Bench) -> None:
    waiting.messages.will_export = False
    waiting.window.files.export_word()
    assert waiting.messages.waiting == ["另有1项，改好必须改的以后再检查"]


def test_what_waits_is_told_before_the_report_is_made_final(waiting: Bench) -> None:
    told: list[str] = []

    def look(dialog: ObstaclesDialog) -> None:
        hint = dialog.findChild(QLabel, "hint")
        assert isinstance(hint, QLabel)
        told.append(hint.text())
        dialog.reject()

    in_dialog(waiting.window, ObstaclesDialog, look)
    waiting.window.sign_off.make_final()
    assert "另有1项" in told[0]


def test_behind_doubts_alone_the_line_names_no_error() -> None:
    assert waiting_words((), 0) == ""
    assert "必须改" not in waiting_words((), 2)
