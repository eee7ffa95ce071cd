"""Figures in a text that follow the tables, by keys, mouse and clipboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gui.document.document import Document
from gui.look.palette import colours
from gui.look.theme import look
from gui.panels.text_panel import TextPanel
from gui.texts.figure_chooser import FigureChooser
from gui.texts.linked_words import KIND, links_of
from gui_bench import Bench
from linked_reports import (
    PERSON,
    TOTAL,
    assert_true,
    linked_report,
    much_linked_report,
    words_of_links,
)
from model.report.edits import CellChange, Edit, TextChange, set_cells
from model.report.links.choices import ready_sentences
from model.report.links.link import UNFILLED
from model.report.links.linking import place_of
from model.report.report import Report
from model.signing.final import make_final
from sample_reports import sample_report
from storage.report_file import report_to_text


def shown(qtbot: QtBot, report: Report) -> tuple[Document, TextPanel]:
    document = Document(report)
    document.open(report, None)
    panel = TextPanel(document, "overview")
    qtbot.addWidget(panel)
    panel.resize(900, 500)
    panel.show()
    panel.editor.setFocus()
    return document, panel


def text(document: Document) -> str:
    return document.report.sections["overview"]


def compose(editor: QWidget, words: str) -> None:
    """Hand over words as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(editor, event)


def put_cursor(panel: TextPanel, start: int, end: int | None = None) -> None:
    panel.editor.setTextCursor(panel.editor.range_cursor(start, 0 if end is None else end - start))


def set_person(document: Document, value: int | None) -> None:
    document.push(set_cells("改数", "requests", [(PERSON, value)]))


def action(menu: QMenu, words: str) -> QAction:
    return next(item for item in menu.actions() if words in item.text())


def grounds(panel: TextPanel) -> list[str]:
    """Return the words that stand on the ground of linked figures."""
    return [
        mark.cursor.selectedText()
        for mark in panel.editor.extraSelections()
        if mark.format.background().color() == colours.linked
    ]


# ---------------------------------------------------------------- following


def test_the_figure_follows_the_table_as_one_step_with_it(qtbot: QtBot) -> None:
    document, panel = shown(qtbot, linked_report())
    before = text(document)
    assert grounds(panel) == ["12"]
    set_person(document, 345)
    assert panel.editor.toPlainText() == text(document) == before.replace("12件", "345件")
    assert grounds(panel) == ["345"]
    assert document.stack.count() == 1
    document.undo()
    assert panel.editor.toPlainText() == text(document) == before
    document.redo()
    assert panel.editor.toPlainText().endswith("收到申请345件。")
    assert_true(document.report)


def test_typing_beside_the_figure_keeps_it_and_a_digit_beside_it_ends_it(qtbot: QtBot) -> None:
    document, panel = shown(qtbot, linked_report())
    told: list[str] = []
    document.links_lost.connect(told.append)
    (link,) = document.report.links
    put_cursor(panel, link.end)
    QTest.keyClicks(panel.editor, "A")
    put_cursor(panel, link.start)
    QTest.keyClicks(panel.editor, "B")
    assert told == []
    set_person(document, 3)
    assert text(document).endswith("收到申请B3A件。")
    put_cursor(panel, document.report.links[0].start)
    QTest.keyClicks(panel.editor, "1")
    assert document.report.links == ()
    assert told == ["一、总体情况：「3」已改动或删去，不再随表更新。要恢复请撤销（Ctrl+Z）。"]
    assert grounds(panel) == []


def test_typing_inside_the_figure_ends_the_link_and_undo_brings_it_back(qtbot: QtBot) -> None:
    document, panel = shown(qtbot, linked_report())
    before, (link,) = text(document), document.report.links
    put_cursor(panel, link.end)
    compose(panel.editor, "共")
    put_cursor(panel, link.start + 1)
    QTest.keyClicks(panel.editor, "x")
    QTest.keyClick(panel.editor, Qt.Key.Key_Backspace)
    assert document.report.links == ()
    # One burst of typing is one step, whose first letter had left the link alone.
    assert document.stack.count() == 1
    document.undo()
    assert (text(document), list(document.report.links)) == (before, [link])
    assert grounds(panel) == ["12"]
    document.redo()
    assert grounds(panel) == []
    document.undo()
    set_person(document, 8)
    assert text(document).endswith("收到申请8件。")


def test_a_burst_around_the_figure_is_taken_back_and_done_again_with_it(qtbot: QtBot) -> None:
    document, panel = shown(qtbot, linked_report())
    (link,) = document.report.links
    put_cursor(panel, link.end + 1)
    compose(panel.editor, "整")
    put_cursor(panel, link.start - 1)
    compose(panel.editor, "书")
    after, links = text(document), document.report.links
    assert (document.stack.count(), words_of_links(document.report)) == (1, ["12"])
    document.undo()
    document.redo()
    # Both letters at once would have put the figure between two changes.
    assert (text(document), document.report.links) == (after, links)


def test_a_final_report_keeps_its_figures_unless_it_is_unlocked(bench: Bench) -> None:
    bench.open(linked_report())
    document = bench.document
    document.push(make_final(document.report, date(2024, 1, 9)))
    before = text(document)
    set_person(document, 3)
    assert (text(document), words_of_links(document.report)) == (before, ["12"])
    document.may_change = lambda: True
    set_person(document, 3)
    assert text(document).endswith("收到申请3件。")
    document.undo()
    assert (text(document), words_of_links(document.report)) == (before, ["12"])


# ---------------------------------------------------------------- putting in


def in_chooser(do: Callable[[FigureChooser], None]) -> None:
    """Do something in the chooser as soon as it is seen."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FigureChooser)
        do(dialog)

    QTimer.singleShot(0, act)


def test_enter_takes_the_first_named_figure_at_the_cursor(bench: Bench) -> None:
    report = sample_report()
    bench.open(report)
    page = bench.window.workspace.by_section["overview"]  # type: ignore[union-attr]
    editor = page.text.editor
    editor.setTextCursor(editor.range_cursor(len(text(bench.document)), 0))
    in_chooser(lambda dialog: QTest.keyClick(dialog.figures, Qt.Key.Key_Return))
    QTest.mouseClick(page.words.insert, Qt.MouseButton.LeftButton)
    assert text(bench.document).endswith("收到申请12件。12")
    assert words_of_links(report) == ["12"]
    assert editor.hasFocus() or not bench.window.isActiveWindow()
    # What is typed next goes on behind the figure.
    compose(editor, "宗")
    assert text(bench.document).endswith("12宗")
    assert_true(report)


def test_a_whole_sentence_is_put_in_by_a_double_click(qtbot: QtBot) -> None:
    document, panel = shown(qtbot, sample_report())
    put_cursor(panel, len(text(document)))

    def take(dialog: FigureChooser) -> None:
        box = dialog.sentences
        place = box.visualItemRect(box.item(0)).center()
        QTest.mouseClick(box.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert dialog.accept_button.text() == "插入这一句"
        assert dialog.figures.selectedItems() == []
        QTest.mouseDClick(box.viewport(), Qt.MouseButton.LeftButton, pos=place)

    in_chooser(take)
    action(panel.menu(0), "插入表内数据").trigger()
    assert text(document).endswith("办结8件，结转下年度继续办理4件。")
    assert words_of_links(document.report) == ["12", "0", "8", "4"]
    document.undo()
    assert (text(document), document.report.links) == (sample_report().sections["overview"], ())


def test_any_cell_can_be_chosen_by_table_row_and_column(qtbot: QtBot) -> None:
    report = sample_report()
    dialog = FigureChooser(None, report)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.table.setCurrentIndex(dialog.table.findData("requests"))
    dialog.row.setCurrentIndex(dialog.row.findData("granted"))
    dialog.column.setCurrentIndex(dialog.column.findText("自然人"))
    assert dialog.pattern == place_of(("requests", "granted.natural_person"))
    assert dialog.accept_button.text() == "插入「7」"
    assert "「（一）予以公开」的「自然人」" in dialog.told.text()
    dialog.figures.setCurrentRow(1)
    assert dialog.pattern == place_of(("requests", "carried_over.total"))
    # The keys pass through the sentences without choosing one.
    box = dialog.sentences
    flag = QItemSelectionModel.SelectionFlag.NoUpdate
    box.selectionModel().setCurrentIndex(box.model().index(0, 0), flag)
    assert dialog.pattern == place_of(("requests", "carried_over.total"))
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert dialog.result() == FigureChooser.DialogCode.Accepted
    assert dialog.pattern == ready_sentences(report.form)[0].pattern


def test_a_blank_is_shown_as_what_fills_itself(qtbot: QtBot) -> None:
    dialog = FigureChooser(None, Report(sample_report().form))
    qtbot.addWidget(dialog)
    assert dialog.accept_button.text() == f"插入「{UNFILLED}」"
    assert "填表时自己填好" in dialog.told.text()


def test_leaving_the_chooser_changes_nothing(qtbot: QtBot) -> None:
    document, panel = shown(qtbot, sample_report())
    in_chooser(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    panel.linking.choose()
    assert document.stack.count() == 0


def test_beside_a_digit_nothing_is_put_in_and_it_is_told(qtbot: QtBot) -> None:
    document, panel = shown(qtbot, sample_report())
    put_cursor(panel, text(document).index("30条"))
    told: list[str] = []
    panel.editor.refused.connect(told.append)
    panel.linking.put(place_of(TOTAL))
    assert document.stack.count() == 0
    assert "连成一个数" in told[0]


# ---------------------------------------------------------------- linking what stands there


def test_an_equal_figure_is_linked_from_its_menu_and_let_go_again(qtbot: QtBot) -> None:
    report = sample_report()
    report.sections["overview"] = "收到政府信息公开申请12件。"
    document, panel = shown(qtbot, report)
    place = text(document).index("12") + 1
    action(panel.menu(place), "让「12件」随表更新").trigger()
    assert grounds(panel) == ["12"]
    wanted: list[tuple[str, str]] = []
    panel.linking.cell_wanted.connect(lambda *cell: wanted.append(cell))
    menu = panel.menu(place)
    action(menu, "看表格：第三部分表格「一、本年新收」的「总计」").trigger()
    assert wanted == [TOTAL]
    action(menu, "不再随表更新").trigger()
    assert (document.report.links, grounds(panel)) == ((), [])
    document.undo()
    assert grounds(panel) == ["12"]


def test_all_equal_figures_of_a_part_follow_in_one_step(qtbot: QtBot) -> None:
    report = sample_report()
    report.sections["overview"] = "收到政府信息公开申请12件，办结8件，公开信息30条。"
    document, panel = shown(qtbot, report)
    told: list[str] = []
    panel.editor.refused.connect(told.append)
    action(panel.menu(0), "与表一致的数").trigger()
    assert grounds(panel) == ["12", "8"]
    assert panel.linked.accessibleName() == "2 处数字随表更新"
    assert document.stack.count() == 1
    action(panel.menu(0), "与表一致的数").trigger()
    assert document.stack.count() == 1
    assert told == [
        "已让2处数字随表更新，可以撤销（Ctrl+Z）。",
        "这一部分没有认得准、又与表一致的数。可以用「插入表内数据」。",
    ]


def test_the_menu_comes_by_the_right_button_and_by_its_key(qtbot: QtBot) -> None:
    document, panel = shown(qtbot, linked_report())
    (link,) = document.report.links
    places: list[int] = []
    panel.editor.menu_wanted.disconnect()
    panel.editor.menu_wanted.connect(lambda _, place: places.append(place))
    put_cursor(panel, link.start)
    at = panel.editor.cursorRect().center()
    _ask_menu(panel, at, by_key=False)
    put_cursor(panel, 0)
    _ask_menu(panel, QPoint(), by_key=True)
    assert places == [link.start, 0]


def _ask_menu(panel: TextPanel, at: QPoint, *, by_key: bool) -> None:
    reason = QContextMenuEvent.Reason
    view = panel.editor.viewport()
    why = reason.Keyboard if by_key else reason.Mouse
    QApplication.sendEvent(view, QContextMenuEvent(why, at, view.mapToGlobal(at)))


# ---------------------------------------------------------------- copying


def copied_sentence(document: Document, panel: TextPanel) -> None:
    end = len(text(document))
    put_cursor(panel, text(document).index("收到申请"), end)
    QTest.keySequence(panel.editor, "Ctrl+C")


def test_copied_words_keep_their_link_in_the_same_and_in_another_part(qtbot: QtBot) -> None:
    document, panel = shown(qtbot, linked_report())
    other = TextPanel(document, "problems")
    qtbot.addWidget(other)
    copied_sentence(document, panel)
    put_cursor(panel, 0)
    QTest.keySequence(panel.editor, "Ctrl+V")
    put_cursor(other, 0)
    QTest.keySequence(other.editor, "Ctrl+V")
    assert document.stack.count() == 2
    assert words_of_links(document.report) == ["12", "12", "12"]
    assert grounds(other) == ["12"]
    set_person(document, 4)
    assert text(document).startswith("收到申请4件。")
    assert document.report.sections["problems"].startswith("收到申请4件。")
    for _ in range(3):
        document.undo()
    assert words_of_links(document.report) == ["12"]


def test_words_pasted_into_another_report_are_written_as_its_tables_are(qtbot: QtBot) -> None:
    document, panel = shown(qtbot, linked_report())
    copied_sentence(document, panel)
    other = sample_report()
    other_document, other_panel = shown(qtbot, other)
    set_person(other_document, 55)
    told: list[str] = []
    other_panel.editor.refused.connect(told.append)
    put_cursor(other_panel, 0)
    QTest.keySequence(other_panel.editor, "Ctrl+V")
    assert text(other_document).startswith("收到申请55件。")
    assert other_panel.editor.toPlainText() == text(other_document)
    assert told == ["粘贴的文字里随表更新的数，已按本报告的表格改写。"]


def test_words_cut_with_a_figure_bring_it_back_where_they_are_pasted(qtbot: QtBot) -> None:
    document, panel = shown(qtbot, linked_report())
    put_cursor(panel, text(document).index("收到申请"), len(text(document)))
    QTest.keySequence(panel.editor, "Ctrl+X")
    assert document.report.links == ()
    set_person(document, 9)
    QTest.keySequence(panel.editor, "Ctrl+V")
    assert text(document).endswith("收到申请9件。")
    assert words_of_links(document.report) == ["9"]


@pytest.mark.parametrize(
    "damaged", [b"\xff", b"7", b'[["a"]]', b'[["0", 1, "a", "b"]]', b"[[0, 9]]"]
)
def test_damaged_links_of_the_clipboard_are_none(qtbot: QtBot, damaged: bytes) -> None:
    document, panel = shown(qtbot, sample_report())
    data = QMimeData()
    data.setText("甲12件")
    data.setData(KIND, damaged)
    panel.editor.insertFromMimeData(data)
    assert text(document).startswith("甲12件")
    assert document.report.links == ()


def test_a_part_of_a_figure_is_copied_without_its_link(qtbot: QtBot) -> None:
    document, panel = shown(qtbot, linked_report())
    (link,) = document.report.links
    put_cursor(panel, link.start, link.start + 1)
    assert links_of(panel.editor.createMimeDataFromSelection(), "1") == ()


# ---------------------------------------------------------------- the rest


def test_the_tip_says_where_a_figure_comes_from(qtbot: QtBot) -> None:
    document, panel = shown(qtbot, linked_report())
    (link,) = document.report.links
    assert panel.editor.source_of(link) == "随表更新，取自第三部分表格「一、本年新收」的「总计」"


def test_the_frame_of_an_empty_part_fills_itself(qtbot: QtBot) -> None:
    report = Report(sample_report().form, "青山县水务局", 2023)
    document, panel = shown(qtbot, report)
    QTest.mouseClick(panel.frame_button, Qt.MouseButton.LeftButton)
    assert f"收到政府信息公开申请{UNFILLED}件，上年结转{UNFILLED}件" in text(document)
    set_person(document, 6)
    assert "收到政府信息公开申请6件" in text(document)
    document.undo()
    document.undo()
    assert text(document) == ""


def test_what_is_being_typed_in_a_cell_is_followed_in_what_is_kept(qtbot: QtBot) -> None:
    document, panel = shown(qtbot, linked_report())
    before = text(document)
    document.hold(CellChange("requests", PERSON, 77))
    kept = document.draft()
    assert kept.sections["overview"].endswith("收到申请77件。")
    assert_true(kept)
    assert panel.editor.toPlainText() == text(document) == before


def test_a_saved_and_opened_report_goes_on_following(bench: Bench) -> None:
    bench.open(linked_report())
    bench.files.to_save = bench.folder / "甲.nianbao"
    bench.window.actions_.save.trigger()
    bench.wait_for_work()
    bench.window.files.load(bench.folder / "甲.nianbao")
    bench.wait_for_work()
    assert bench.messages.told == []
    set_person(bench.document, 6)
    assert text(bench.document).endswith("收到申请6件。")


def test_a_link_that_fits_no_more_is_told_on_opening(bench: Bench) -> None:
    path = bench.folder / "甲.nianbao"
    words = report_to_text(linked_report()).replace("收到申请12件", "收到申请13件")
    path.write_text(words, encoding="utf-8")
    bench.window.files.load(path)
    bench.wait_for_work()
    assert "里有1处数字不再随表更新" in bench.messages.told[0]
    assert bench.document.report.links == ()


def test_a_blank_that_is_broken_over_two_lines_is_underlined_where_it_stands(
    qtbot: QtBot,
) -> None:
    document, panel = shown(qtbot, Report(sample_report().form))
    words = "字" * 25
    for length in range(8):
        document.push(Edit("文字", (TextChange("overview", words + "字" * length + "件"),)))
        put_cursor(panel, len(words) + length)
        panel.linking.put(place_of(TOTAL))
        (link,) = document.report.links
        places = list(panel.editor._pieces(link.start, link.end))
        wide = panel.editor.fontMetrics().horizontalAdvance(UNFILLED)
        assert 1 <= len(places) <= 2
        assert sum(place.width() for place in places) == pytest.approx(wide, abs=4)
        assert all(place.width() > 0 for place in places)


def test_the_grounds_follow_the_look(qtbot: QtBot) -> None:
    _, panel = shown(qtbot, linked_report())
    was_dark = colours.is_dark
    try:
        colours.use(is_dark=not was_dark)
        look.show()
        assert grounds(panel) == ["12"]
        assert colours.linked.name() in panel.linked.text()
    finally:
        colours.use(is_dark=was_dark)
        look.show()


def test_undo_of_a_cell_leads_to_the_cell_and_not_to_the_text(bench: Bench) -> None:
    bench.open(much_linked_report())
    workspace = bench.window.workspace
    assert workspace is not None
    set_person(bench.document, 31)
    for step in (bench.document.undo, bench.document.redo):
        workspace.show_section("problems")
        step()
        assert workspace.page().section.key == "requests"


def test_what_is_lost_is_told_at_the_foot_of_the_window(bench: Bench) -> None:
    bench.open(linked_report())
    bench.document.push(Edit("删", (TextChange("overview", ""),)))
    assert "不再随表更新" in bench.window.statusBar().currentMessage()


def test_the_menu_of_editing_opens_the_text_beside_a_table(bench: Bench) -> None:
    bench.open(sample_report())
    workspace = bench.window.workspace
    assert workspace is not None
    workspace.show_section("proactive_disclosure")
    in_chooser(lambda dialog: dialog.accept())
    bench.window.texts.insert.trigger()
    assert bench.document.report.sections["proactive_disclosure"] == "12"
    bench.window.texts.link_equal.trigger()
    assert "没有认得准" in bench.window.statusBar().currentMessage()
    assert workspace.page().text.isVisible()


# ---------------------------------------------------------------- anything in any order


STEPS = st.tuples(
    st.sampled_from(["type", "type", "delete", "cut", "paste", "cell", "undo", "redo", "link"]),
    st.floats(0, 1),
    st.integers(0, 6),
    st.sampled_from(["件", "1", "，", "x", "2.", "＿", "\n"]),
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(STEPS, min_size=1, max_size=12))
def test_whatever_is_done_a_linked_figure_is_the_tables(
    qtbot: QtBot, steps: list[tuple[str, float, int, str]]
) -> None:
    document, panel = shown(qtbot, much_linked_report())
    first = (text(document), document.report.links)
    QApplication.clipboard().setMimeData(panel.editor.createMimeDataFromSelection())
    for step in steps:
        _do(document, panel, *step)
        assert_true(document.report)
        assert panel.editor.toPlainText() == text(document)
        # As the short pause after typing does: Qt lets a ground grow by what is typed at its end.
        document.check_now()
        words = [
            panel.editor.range_cursor(link.start, link.length).selectedText()
            for link in document.report.links
            if link.section == "overview"
        ]
        assert sorted(grounds(panel)) == sorted(words)
    last = (text(document), document.report.links, dict(document.report.tables["requests"]))
    count = document.stack.index()
    for _ in range(count):
        document.undo()
        assert_true(document.report)
    assert (text(document), document.report.links) == first
    for _ in range(count):
        document.redo()
    assert (text(document), document.report.links, document.report.tables["requests"]) == last


def _do(
    document: Document, panel: TextPanel, kind: str, at: float, length: int, words: str
) -> None:
    start = round(at * len(text(document)))
    put_cursor(panel, start, min(start + length, len(text(document))))
    if kind == "type":
        compose(panel.editor, words)
    elif kind == "delete":
        QTest.keyClick(panel.editor, Qt.Key.Key_Delete)
    elif kind == "cut":
        put_cursor(panel, start, min(start + 4 * length, len(text(document))))
        QTest.keySequence(panel.editor, "Ctrl+X")
    elif kind == "paste":
        QTest.keySequence(panel.editor, "Ctrl+V")
    elif kind == "cell":
        set_person(document, length * 7 or None)
    elif kind == "link":
        panel.linking.put(place_of(TOTAL))
    else:
        (document.undo if kind == "undo" else document.redo)()
