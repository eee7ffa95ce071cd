"""Finding and replacing words in all parts, by keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from gui.panels.workspace import Workspace
from gui.texts.find_bar import FindBar
from gui_bench import Bench
from linked_reports import assert_true, linked_report
from model.report.edits import Edit, FigureSourceChange, TextChange, apply
from model.report.report import Report
from sample_reports import sample_report


def opened(bench: Bench, report: Report | None = None) -> tuple[Workspace, FindBar]:
    bench.open(report or sample_report())
    workspace = bench.window.workspace
    assert workspace is not None
    bench.bot.waitExposed(bench.window)
    bench.window.activateWindow()
    return workspace, workspace.finder.bar


def selected(workspace: Workspace) -> tuple[str, str]:
    """Return the part that is shown and the words that are selected in its text."""
    page = workspace.page()
    return page.section.key, page.text.editor.textCursor().selectedText()


def rows(box: QListWidget) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [box.item(row).data(role) for row in range(box.count())]


def press(bar: FindBar, key: Qt.Key, shift: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(bar.wanted, key, modifier)


def test_the_keys_of_the_menu_show_the_bar_with_the_selected_words(bench: Bench) -> None:
    workspace, bar = opened(bench)
    assert not bar.isVisible()
    editor = workspace.page().text.editor
    start = editor.toPlainText().index("公开")
    editor.setTextCursor(editor.range_cursor(start, 2))
    QTest.keySequence(bench.window, "Ctrl+F")
    assert bar.isVisible()
    assert bar.wanted.text() == "公开"
    assert bar.focusWidget() is bar.wanted
    QTest.keySequence(bench.window, "Ctrl+H")
    assert bar.focusWidget() is bar.words
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert workspace.focusWidget() is editor


def test_esc_closes_the_bar_also_while_a_finding_is_framed(bench: Bench) -> None:
    workspace, bar = opened(bench)
    workspace.show_finding(bench.document.findings[0])
    assert workspace.unmark_key.isEnabled()
    bench.window.texts.find.trigger()
    QTest.keyClick(bar.list, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    bench.window.texts.find.trigger()
    press(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert workspace.unmark_key.isEnabled()


def test_what_is_typed_is_listed_by_parts_and_enter_leads_round(bench: Bench) -> None:
    workspace, bar = opened(bench)
    bench.window.texts.find.trigger()
    QTest.keyClicks(bar.wanted, "2023")
    assert bar.told.text() == "共2处，在2个地方"
    assert rows(bar.list) == [
        "标题：2023年政府信息公开工作年度报",
        "六、其他需要报告的事项：2023年发出收费通知0件。",
    ]
    press(bar, Qt.Key.Key_Return)
    assert workspace.identity_sheet.isVisible()
    assert workspace.identity.title.selectedText() == "2023"
    assert bench.window.focusWidget() is bar.wanted
    assert workspace.identity_sheet.y() > bar.mapTo(workspace, bar.rect().bottomLeft()).y()
    press(bar, Qt.Key.Key_Return)
    assert not workspace.identity_sheet.isVisible()
    assert selected(workspace) == ("other_matters", "2023")
    bench.window.texts.find_next.trigger()
    assert workspace.identity_sheet.isVisible()
    bench.window.texts.find_previous.trigger()
    assert selected(workspace) == ("other_matters", "2023")
    press(bar, Qt.Key.Key_Return, shift=True)
    assert workspace.identity.title.selectedText() == "2023"


def test_a_row_leads_where_it_says_and_the_keys_stay_in_the_bar(bench: Bench) -> None:
    workspace, bar = opened(bench)
    bench.window.texts.find.trigger()
    bar.wanted.setText("申请")
    place = bar.list.visualItemRect(bar.list.item(2)).center()
    QTest.mouseClick(bar.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert selected(workspace) == ("requests", "申请")
    assert workspace.page().text.isVisible()
    assert bench.window.focusWidget() is bar.list


def test_the_unit_and_the_notes_on_figures_are_found(bench: Bench) -> None:
    report = sample_report()
    note = FigureSourceChange("requests", "granted", "红星司法所")
    cell = FigureSourceChange("requests", "granted.natural_person", "红星台账")
    apply(report, Edit("注明", (note, cell)))
    workspace, bar = opened(bench, report)
    bench.window.texts.find.trigger()
    bar.wanted.setText("红星")
    assert [row.partition("：")[0] for row in rows(bar.list)] == [
        "单位",
        "「（一）予以公开」整行的数字来源",
        "「（一）予以公开」的「自然人」的数字来源",
        "落款",
    ]
    press(bar, Qt.Key.Key_Return)
    assert workspace.identity.unit.selectedText() == "红星"
    for _ in range(2):
        press(bar, Qt.Key.Key_Return)
        table = workspace.page().table
        assert table is not None
        assert [item.key for item in table.view.selected_cells()] == ["granted.natural_person"]


def test_all_are_replaced_in_one_step(bench: Bench) -> None:
    _, bar = opened(bench)
    bench.window.texts.replace.trigger()
    bar.wanted.setText("2023年")
    bar.words.setText("2024年")
    QTest.mouseClick(bar.replace_all, Qt.MouseButton.LeftButton)
    document = bench.document
    assert document.report.sections["other_matters"] == "2024年发出收费通知0件。"
    assert document.report.title.startswith("2024年")
    assert bar.told.text() == "没有找到"
    assert not bar.replace_all.isEnabled()
    assert "已替换2处" in bench.window.statusBar().currentMessage()
    assert document.stack.count() == 1
    document.undo()
    assert document.report.title.startswith("2023年")
    assert bar.told.text() == "共2处，在2个地方"


def test_one_after_the_other_is_replaced(bench: Bench) -> None:
    workspace, bar = opened(bench)
    bench.document.push(Edit("文字", (TextChange("problems", "甲、甲、甲"),)))
    bench.window.texts.replace.trigger()
    bar.wanted.setText("甲")
    bar.words.setText("甲甲")

    def click() -> None:
        QTest.mouseClick(bar.replace_one, Qt.MouseButton.LeftButton)

    click()
    assert bench.document.report.sections["problems"] == "甲、甲、甲"
    assert selected(workspace) == ("problems", "甲")
    for words in ("甲甲、甲、甲", "甲甲、甲甲、甲"):
        click()
        assert bench.document.report.sections["problems"] == words
    bar.words.setText("")
    click()
    assert bench.document.report.sections["problems"] == "甲甲、甲甲、"


def test_a_linked_figure_is_found_and_stays(bench: Bench) -> None:
    _, bar = opened(bench, linked_report())
    bench.window.texts.replace.trigger()
    bar.wanted.setText("12")
    bar.words.setText("13")
    assert bar.told.text() == "共1处，在1个地方，其中1处随表更新，不替换"
    assert rows(bar.list)[0].endswith("（随表更新，改表格）")
    assert not bar.replace_all.isEnabled()
    bar.wanted.setText("1")
    bench.document.push(Edit("文字", (TextChange("problems", "1个问题"),)))
    QTest.mouseClick(bar.replace_all, Qt.MouseButton.LeftButton)
    assert bench.document.report.sections["problems"] == "13个问题"
    assert "处随表更新的数没有替换" in bench.window.statusBar().currentMessage()
    assert_true(bench.document.report)
    bar.wanted.setText("12")
    bar.go(1)
    bar.replace_current()
    assert bench.document.report.sections["overview"].endswith("收到申请12件。")


def test_widths_are_told_apart_on_request(bench: Bench) -> None:
    _, bar = opened(bench)
    bench.document.push(Edit("文字", (TextChange("problems", "２０２３年"),)))
    bench.window.texts.find.trigger()
    bar.wanted.setText("2023年")
    assert len(rows(bar.list)) == 3
    QTest.mouseClick(bar.equal, Qt.MouseButton.LeftButton, pos=bar.equal.rect().center())
    bar.equal.setChecked(False)
    assert len(rows(bar.list)) == 2


def test_nothing_is_replaced_in_a_report_that_is_only_read(bench: Bench) -> None:
    _, bar = opened(bench)
    bench.document.read_only = "只读"
    bench.window.texts.replace.trigger()
    bar.wanted.setText("2023年")
    bar.replace_every()
    bar.go(1)
    bar.replace_current()
    assert bench.document.report.title.startswith("2023年")


def test_without_words_the_next_place_asks_for_them(bench: Bench) -> None:
    _, bar = opened(bench)
    bench.window.texts.find_next.trigger()
    assert bar.isVisible()
    assert bar.told.text().startswith("在各部分正文")
    bar.go(1)
    bar.replace_current()
    assert bench.document.stack.count() == 0


@pytest.mark.parametrize("key", ["overview", "requests"])
def test_the_button_of_a_part_shows_the_bar(bench: Bench, key: str) -> None:
    workspace, bar = opened(bench)
    workspace.show_section(key)
    workspace.page().words.replace.click()
    assert bar.isVisible()
    QTest.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
