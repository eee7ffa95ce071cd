from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.document.document import Document
from gui.findings.card_delegate import IS_DIM, IS_HEADING
from gui.findings.findings_panel import FindingsPanel
from model.checks import Finding, Level
from model.judging.finding_entries import ACKNOWLEDGED, Order, rule_of
from model.report.edits import set_cells, zero_fill
from model.report.report import Report
from report_sources import open_report
from storage.report_file import save_report

BALANCE = "requests-balance"
REGULATIONS = "regulations-not-zero"


class Reasons:
    """Answers for the dialog that asks for a reason, and keeps what it was asked."""

    def __init__(self, *answers: str | None) -> None:
        self.answers = list(answers)
        self.known: list[list[str]] = []

    def __call__(self, parent: QWidget, finding: Finding, known: Sequence[str]) -> str | None:
        self.known.append(list(known))
        return self.answers.pop(0)


@pytest.fixture
def broken(report: Report, document: Document) -> Document:
    """A filled report with one column out of balance and one doubtful figure."""
    for table in report.form.tables:
        document.push(zero_fill(report, table.key))
    document.push(set_cells("填写", "requests", [("new_received.natural_person", 2)]))
    document.push(set_cells("填写", "proactive_disclosure", [("regulations.issued", 1)]))
    document.push(set_cells("填写", "proactive_disclosure", [("regulations.in_force", 1)]))
    document.check_now()
    return document


@pytest.fixture
def panel(broken: Document, qtbot: QtBot) -> FindingsPanel:
    panel = FindingsPanel(broken)
    qtbot.addWidget(panel)
    panel.resize(280, 600)
    panel.show()
    return panel


def choose(panel: FindingsPanel, code: str) -> Finding:
    for row, entry in panel.list.entries():
        if entry.finding.code == code:
            panel.list.setCurrentRow(row)
            return entry.finding
    raise AssertionError(code)


def headings(panel: FindingsPanel) -> list[str]:
    items = [panel.list.item(row) for row in range(panel.list.count())]
    return [item.text() for item in items if item.data(IS_HEADING)]


def codes(document: Document) -> list[str]:
    return [finding.code for finding in document.findings]


def test_groups_carry_their_counts(panel: FindingsPanel, broken: Document) -> None:
    found = headings(panel)
    assert found[0] == "必须改　1"
    assert found[1] == f"请核实　{broken.count(Level.QUERY)}"
    assert panel.title.text() == f"检查结果　{len(broken.findings)}"


def test_the_order_of_the_parts_groups_by_part(panel: FindingsPanel, qtbot: QtBot) -> None:
    chosen = choose(panel, BALANCE)
    with qtbot.waitSignal(panel.order_changed):
        panel.sort(Order.SECTION)
    found = headings(panel)
    assert not any(text.startswith("必须改") for text in found)
    names = ["二、主动公开", "三、收到和处理"]
    places = [next(i for i, text in enumerate(found) if text.startswith(name)) for name in names]
    assert places == sorted(places)
    assert panel.current_finding() == chosen


def test_the_pane_tells_the_rule_of_the_chosen_one(broken: Document, panel: FindingsPanel) -> None:
    finding = choose(panel, BALANCE)
    assert rule_of(broken.report, finding) in panel.pane.told.text()
    assert panel.list.currentItem().text() in finding.message


def test_the_whole_of_a_chosen_card_comes_into_view(panel: FindingsPanel) -> None:
    panel.resize(190, 600)
    rows = [row for row, _ in panel.list.entries()]
    QTest.qWait(0)
    # How tall a card is depends on the font; one that is taller than the list never fits.
    tallest = max(panel.list.visualItemRect(panel.list.item(row)).height() for row in rows)
    panel.resize(190, 320 + tallest)
    QTest.qWait(0)
    assert panel.list.verticalScrollBar().maximum() > 0
    for row in (rows[-1], rows[0]):
        panel.list.setCurrentRow(row)
        QTest.qWait(0)
        card = panel.list.visualItemRect(panel.list.currentItem())
        assert panel.list.viewport().rect().contains(card)


def test_declaring_right_moves_a_finding_to_the_end_and_back(
    panel: FindingsPanel, broken: Document
) -> None:
    count = len(broken.findings)
    finding = choose(panel, REGULATIONS)
    assert panel.declare_button.text() == "情况属实…"
    panel.ask_reason = Reasons("县政府批准制发")
    panel.declare_button.click()
    assert REGULATIONS not in codes(broken)
    assert len(broken.findings) == count - 1
    assert headings(panel)[-1] == f"{ACKNOWLEDGED}　1"
    last = panel.list.item(panel.list.count() - 1)
    assert last.data(IS_DIM)
    choose(panel, finding.code)
    assert panel.declare_button.text() == "取消情况属实"
    panel.declare_button.click()
    assert REGULATIONS in codes(broken)
    assert panel.current_finding() == finding


def test_declaring_right_is_one_step_of_the_undo_stack(
    panel: FindingsPanel, broken: Document
) -> None:
    choose(panel, REGULATIONS)
    panel.ask_reason = Reasons("县政府批准制发")
    panel.declare()
    assert broken.stack.undoText() == "标为情况属实"
    broken.stack.undo()
    assert REGULATIONS in codes(broken)
    broken.stack.redo()
    assert REGULATIONS not in codes(broken)


def test_a_declaration_holds_until_its_figure_changes(
    panel: FindingsPanel, broken: Document
) -> None:
    choose(panel, REGULATIONS)
    panel.ask_reason = Reasons("县政府批准制发")
    panel.declare()
    broken.push(set_cells("填写", "requests", [("granted.natural_person", 1)]))
    broken.check_now()
    assert REGULATIONS not in codes(broken)
    broken.push(set_cells("填写", "proactive_disclosure", [("regulations.issued", 2)]))
    assert REGULATIONS in codes(broken)


def test_a_declaration_is_saved_with_the_report(
    panel: FindingsPanel, broken: Document, tmp_path: Path
) -> None:
    choose(panel, REGULATIONS)
    panel.ask_reason = Reasons("县政府批准制发")
    panel.declare()
    save_report(broken.report, tmp_path / "a.nianbao")
    again = open_report(tmp_path / "a.nianbao").report
    broken.open(again, tmp_path / "a.nianbao")
    assert [reason for _, reason in broken.acknowledged] == ["县政府批准制发"]
    assert REGULATIONS not in codes(broken)


def test_an_error_is_kept_with_a_reason_in_its_own_words(
    panel: FindingsPanel, broken: Document
) -> None:
    choose(panel, BALANCE)
    assert panel.declare_button.text() == "情况属实…"
    panel.ask_reason = Reasons("上级要求照此填写")
    panel.declare()
    assert broken.count(Level.ERROR) == 0


def test_leaving_the_dialog_declares_nothing(panel: FindingsPanel, broken: Document) -> None:
    steps = broken.stack.count()
    choose(panel, REGULATIONS)
    panel.ask_reason = Reasons(None)
    panel.declare()
    assert broken.stack.count() == steps
    assert REGULATIONS in codes(broken)


def test_reasons_of_this_report_are_offered_again_last_one_first(panel: FindingsPanel) -> None:
    asked = Reasons("甲", "乙")
    panel.ask_reason = asked
    choose(panel, BALANCE)
    panel.declare()
    choose(panel, REGULATIONS)
    panel.declare()
    assert asked.known == [[], ["甲"]]
    assert panel.known_reasons() == ["乙", "甲"]


def test_a_vanished_finding_leaves_none_chosen_and_the_next_one_next(
    report: Report, document: Document, qtbot: QtBot
) -> None:
    for table in report.form.tables:
        document.push(zero_fill(report, table.key))
    report.printed["review"] = {"reconsideration.total": 4, "direct_litigation.total": 3}
    document.push(set_cells("填写", "review", [("reconsideration.upheld", 1)]))
    panel = FindingsPanel(document)
    qtbot.addWidget(panel)
    panel.go_to_next()
    first = panel.current_finding()
    panel.fix_button.click()
    assert first not in document.findings
    assert panel.current_finding() is None
    assert not panel.fix_button.isVisibleTo(panel)
    panel.go_to_next()
    assert panel.current_finding() == document.findings[0]
    document.stack.undo()
    assert first in document.findings


def test_a_chosen_mistake_stays_chosen_while_its_figures_change(
    panel: FindingsPanel, broken: Document
) -> None:
    old = choose(panel, BALANCE)
    broken.push(set_cells("填写", "requests", [("new_received.natural_person", 5)]))
    broken.check_now()
    now = panel.current_finding()
    assert now is not None
    assert now.code == BALANCE
    assert now != old


def test_all_is_copied_as_numbered_lines(panel: FindingsPanel, broken: Document) -> None:
    choose(panel, REGULATIONS)
    panel.ask_reason = Reasons("县政府批准制发")
    panel.declare()
    panel.copy_all()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].startswith("红星镇人民政府2023年")
    assert "必须改（1）" in lines
    assert lines[lines.index("必须改（1）") + 1].startswith("1. 第三部分：")
    assert lines[-1].startswith(f"{len(broken.findings) + 1}. 第二部分：")
    assert lines[-1].endswith("（情况属实：县政府批准制发）")


def test_the_copy_key_copies_the_chosen_one(panel: FindingsPanel) -> None:
    finding = choose(panel, BALANCE)
    QTest.keyClick(panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == f"第三部分：{finding.message}"


def test_the_menu_offers_what_can_be_done(panel: FindingsPanel, qtbot: QtBot) -> None:
    choose(panel, BALANCE)
    texts = [action.text() for action in panel.menu().actions() if action.text()]
    assert texts == ["转到", "情况属实…", "复制这一条", "复制全部"]
    with qtbot.waitSignal(panel.finding_chosen):
        panel.menu().actions()[0].trigger()


def test_enter_leads_to_the_place(panel: FindingsPanel, qtbot: QtBot) -> None:
    finding = choose(panel, BALANCE)
    with qtbot.waitSignal(panel.finding_chosen) as caught:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert caught.args == [finding]


def test_next_goes_round_the_open_ones_only(panel: FindingsPanel, broken: Document) -> None:
    choose(panel, REGULATIONS)
    panel.ask_reason = Reasons("县政府批准制发")
    panel.declare()
    seen = []
    for _ in range(len(broken.findings) + 1):
        panel.go_to_next()
        seen.append(panel.current_finding())
    assert set(seen) == set(broken.findings)


def test_a_fix_rests_on_what_was_typed_last(
    report: Report, document: Document, qtbot: QtBot
) -> None:
    panel = FindingsPanel(document)
    qtbot.addWidget(panel)
    choose(panel, "cell-blank")
    table = panel.current_finding()
    assert table is not None
    key = document.report.form.table(table.table).inputs[0]
    document.push(set_cells("填写", table.table, [(key, 7)]))
    panel.fix()
    assert document.report.value(table.table, key) == 7


def test_tab_leads_from_the_list_to_what_can_be_done(
    report: Report, document: Document, qtbot: QtBot
) -> None:
    panel = FindingsPanel(document)
    qtbot.addWidget(panel)
    panel.show()
    choose(panel, "cell-blank")
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Tab)
    assert panel.focusWidget() is panel.fix_button
    QTest.keyClick(panel.fix_button, Qt.Key.Key_Space)
    assert document.stack.undoText() == "空白填0"
    assert panel.focusWidget() is panel.list
