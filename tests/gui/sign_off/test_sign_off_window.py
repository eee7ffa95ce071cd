from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QToolBar

from dialog_clicks import in_dialog
from final_reports import final_report, ready_report
from gui.menus.sign_off_actions import SignOffActions
from gui.messages import Messages
from gui.panels.workspace import Workspace
from gui.sign_off.final_dialog import FinalDialog, ObstaclesDialog
from gui_bench import Bench
from model.form.form import Form
from model.report.edits import set_cells
from model.signing.code import verification_code
from model.signing.standing import Standing, standing_notice
from storage.report_file import load_report

NEW = "new_received.natural_person"


def actions(bench: Bench) -> SignOffActions:
    return bench.window.sign_off


def workspace(bench: Bench) -> Workspace:
    assert bench.window.workspace is not None
    return bench.window.workspace


def standing(bench: Bench) -> Standing:
    return standing_notice(bench.document.report).standing


@pytest.fixture
def final(bench: Bench, form: Form) -> Bench:
    """Return a window with a final report in it."""
    bench.open(final_report(form))
    return bench


# ---------------------------------------------------------------- making final


def test_the_whole_way_from_a_report_to_the_copy_and_back(bench: Bench, form: Form) -> None:
    bench.open(ready_report(form))
    assert not workspace(bench).banner.isVisibleTo(workspace(bench))
    assert not actions(bench).unlock.isEnabled()
    code = verification_code(bench.document.report)
    bench.files.to_save = bench.folder / "a.nianbao"
    bench.messages.after_final = "save"
    seen = in_dialog(bench.window, FinalDialog, lambda _: None)
    actions(bench).final.trigger()
    bench.wait_for_work()
    assert seen[0].code == code
    kept = load_report(bench.files.to_save).sign_off.final
    assert kept is not None
    assert (kept.day.isoformat(), kept.code) == ("2024-01-20", code)
    assert workspace(bench).banner.mark.text() == "已定稿"
    assert "2024年1月20日" in workspace(bench).banner.words.text()
    assert code in workspace(bench).banner.words.text()
    assert "（已定稿）" in bench.window.windowTitle()
    assert bench.window.state.signed.text() == "已定稿"
    assert not actions(bench).final.isEnabled()
    bench.messages.will_unlock = True
    workspace(bench).banner.unlock.click()
    assert standing(bench) is Standing.EQUAL
    assert "仍与2024年1月20日已签的纸质稿" in workspace(bench).banner.words.text()
    bench.document.push(set_cells("填写", "requests", [(NEW, 1)]))
    bench.document.check_now()
    assert standing(bench) is Standing.CHANGED
    assert workspace(bench).banner.mark.text() == "定稿后有改动"
    assert "定稿后有改动）" in bench.window.windowTitle()
    bench.document.stack.setIndex(0)
    bench.document.check_now()
    assert standing(bench) is Standing.NONE
    assert not workspace(bench).banner.isVisibleTo(workspace(bench))
    assert bench.window.windowTitle().endswith("（未保存）")


def test_leaving_the_question_makes_nothing_final(bench: Bench, form: Form) -> None:
    bench.open(ready_report(form))
    seen = in_dialog(bench.window, FinalDialog, lambda dialog: dialog.reject())
    actions(bench).final.trigger()
    assert seen
    assert standing(bench) is Standing.NONE
    assert bench.messages.asked == []


def test_blank_cells_stand_in_the_way_and_are_led_to(bench: Bench, form: Form) -> None:
    report = ready_report(form)
    report.tables["review"]["reconsideration.upheld"] = None
    bench.open(report)
    seen = in_dialog(bench.window, ObstaclesDialog, lambda dialog: dialog.go.click())
    actions(bench).final.trigger()
    assert "空白" in seen[0].list.item(0).text()
    assert standing(bench) is Standing.NONE
    table = workspace(bench).page().table
    assert table is not None
    cell = table.view.current_cell()
    assert cell is not None
    assert (table.model.table.key, cell.key) == ("review", "reconsideration.upheld")


def test_errors_stand_in_the_way_until_a_reason_is_given(bench: Bench, form: Form) -> None:
    report = ready_report(form)
    report.tables["requests"][NEW] = 3
    bench.open(report)

    def choose(dialog: ObstaclesDialog) -> None:
        place = dialog.list.visualItemRect(dialog.list.item(0)).center()
        button = Qt.MouseButton.LeftButton
        QTest.mouseDClick(dialog.list.viewport(), button, pos=QPoint(20, place.y()))

    in_dialog(bench.window, ObstaclesDialog, choose)
    actions(bench).final.trigger()
    panel = workspace(bench).findings
    finding = panel.current_finding()
    assert finding is not None
    assert finding.code == "requests-balance"
    assert panel.declare_button.text() == "情况属实…"
    bench.document.acknowledge(finding, "上年漏结")
    seen = in_dialog(bench.window, FinalDialog, lambda _: None)
    actions(bench).final.trigger()
    assert seen
    assert standing(bench) is Standing.LOCKED


def test_closing_the_list_leads_nowhere(bench: Bench, form: Form) -> None:
    report = ready_report(form)
    report.tables["review"]["reconsideration.upheld"] = None
    bench.open(report)
    page = workspace(bench).page()
    in_dialog(bench.window, ObstaclesDialog, lambda dialog: dialog.close_button.click())
    actions(bench).final.trigger()
    assert workspace(bench).page() is page


# ---------------------------------------------------------------- the lock in the window


def test_the_question_comes_while_a_figure_is_typed(final: Bench) -> None:
    # The real question: it takes the focus from the editor of the cell.
    messages = Messages()
    messages.parent = final.window
    final.document.may_change = lambda: messages.ask_change("2024年1月10日", "AAAA-BBBB")
    workspace(final).show_section("requests")
    table = workspace(final).page().table
    assert table is not None
    for word, shown in (("不改", "0"), ("修改", "7")):
        table.view.go_to(NEW)
        QTest.keyClicks(table.view, "7")
        editor = table.view.viewport().findChild(QLineEdit)
        assert editor is not None
        seen = in_dialog(final.window, QMessageBox, partial(press, word=word))
        QTest.keyClick(editor, Qt.Key.Key_Return)
        assert len(seen) == 1
        index = table.model.index_of(NEW)
        assert table.model.data(index) == shown
    assert not final.document.report.sign_off.is_locked


def press(box: QMessageBox, word: str) -> None:
    next(button for button in box.buttons() if button.text() == word).click()


def test_the_window_asks_with_day_and_code(final: Bench) -> None:
    code = verification_code(final.document.report)
    edit = set_cells("填写", "requests", [(NEW, 1)])
    assert not final.document.push(edit)
    assert final.messages.asked == [f"2024年1月10日 {code}"]
    final.messages.will_change = True
    assert final.document.push(edit)
    assert standing(final) is Standing.CHANGED
    assert "定稿已解除" in final.window.statusBar().currentMessage()
    final.messages.asked.clear()
    final.window.actions_.undo.trigger()
    assert final.messages.asked == []
    assert standing(final) is Standing.LOCKED
    assert "已定稿" in final.window.statusBar().currentMessage()


def test_undoing_the_final_itself_is_asked_about_and_told(bench: Bench, form: Form) -> None:
    bench.open(ready_report(form))
    bench.document.push(set_cells("填写", "requests", [(NEW, 0)]))
    bench.window.actions_.undo.trigger()
    assert bench.document.stack.index() == 0
    bench.window.actions_.redo.trigger()
    in_dialog(bench.window, FinalDialog, lambda _: None)
    actions(bench).final.trigger()
    bench.messages.asked.clear()
    bench.window.actions_.undo.trigger()
    assert len(bench.messages.asked) == 1
    assert standing(bench) is Standing.LOCKED
    bench.messages.will_change = True
    bench.window.actions_.undo.trigger()
    assert standing(bench) is Standing.NONE
    assert "定稿已撤销" in bench.window.statusBar().currentMessage()
    assert actions(bench).final.isEnabled()


def test_a_refused_last_year_is_not_told_as_attached(final: Bench, form: Form) -> None:
    final.document.report.previous = replace(ready_report(form), year=2022).as_previous()
    final.window.report_actions.remove.setEnabled(True)
    final.window.report_actions.remove.trigger()
    assert final.document.report.previous is not None
    assert len(final.messages.asked) == 1
    assert "已取下" not in final.window.statusBar().currentMessage()


def test_unlocking_is_asked_about(final: Bench) -> None:
    actions(final).unlock.trigger()
    assert len(final.messages.asked) == 1
    assert standing(final) is Standing.LOCKED


def test_a_file_changed_elsewhere_is_seen(bench: Bench, form: Form) -> None:
    report = final_report(form)
    report.sections["problems"] = "别处改的。"
    bench.open(report)
    assert standing(bench) is Standing.BROKEN
    assert "不一致" in workspace(bench).banner.words.text()


def test_the_keys_and_buttons_that_do_a_step_again_ask_before_the_lock_is_lifted(
    final: Bench,
) -> None:
    final.messages.will_change = True
    final.document.push(set_cells("填写", "requests", [(NEW, 1)]))
    final.document.undo()
    final.messages.will_change = False
    asked = len(final.messages.asked)
    final.window.activateWindow()
    final.bot.waitUntil(final.window.isActiveWindow)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(final.window, Qt.Key.Key_Y, control)
    QTest.keyClick(final.window, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    (bar,) = final.window.findChildren(QToolBar)
    for action in (final.window.actions_.redo, *bar.actions()):
        if "重做" in action.text():
            action.trigger()
    assert len(final.messages.asked) == asked + 4
    assert standing(final) is Standing.LOCKED
