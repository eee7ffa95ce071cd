"""The keys of a table lead where they lead in a spreadsheet; the right button has the deeds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui.document.document import Document
from gui.panels.selection_words import selection_words
from gui.panels.table_panel import TablePanel
from gui.tables.table_view import FormTableView
from gui_bench import Bench
from menu_hands import menu_entry
from model.form.table import Table
from model.report.edits import set_cells
from model.report.report import Report

KEYS, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
GRANTED = "granted.natural_person"


@pytest.fixture
def view(document: Document, qtbot: QtBot) -> FormTableView:
    panel = TablePanel(document, document.report.form.table("requests"))
    qtbot.addWidget(panel)
    panel.resize(900, 600)
    panel.show()
    panel.view.setFocus()
    panel.view.go_to(GRANTED)
    return panel.view


def at(view: FormTableView, rows: int, columns: int) -> str:
    """Return the key so many rows and columns from 「予以公开」 of a natural person."""
    first = view.form_model.table.positions[GRANTED]
    cell = view.form_model.cell_at(first.row + rows, first.column + columns)
    assert cell is not None
    return cell.key


def where(view: FormTableView) -> str:
    cell = view.current_cell()
    return cell.key if cell else ""


def editor_of(view: FormTableView) -> QLineEdit:
    editor = view.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    return editor


def put(view: FormTableView, *places: tuple[int, int]) -> None:
    values = [(at(view, *place), 1) for place in places]
    view.form_model.document.push(set_cells("填写", "requests", values))


@pytest.mark.parametrize(
    ("key", "columns"), [(KEYS.Key_Right, 2), (KEYS.Key_Left, 0), (KEYS.Key_Tab, 2)]
)
def test_a_figure_that_was_typed_is_left_sideways(
    view: FormTableView, key: Qt.Key, columns: int
) -> None:
    view.go_to(at(view, 0, 1))
    QTest.keyClicks(view, "1")
    QTest.keyClicks(editor_of(view), "2")
    QTest.keyClick(editor_of(view), key)
    assert where(view) == at(view, 0, columns)
    assert view.form_model.value(at(view, 0, 1)) == 12


@pytest.mark.parametrize("opens_first", [True, False])
def test_after_f2_the_arrows_move_within_the_figure(view: FormTableView, opens_first: bool) -> None:
    if opens_first:
        put(view, (0, 0))
        QTest.keyClick(view, KEYS.Key_F2)
    else:
        QTest.keyClicks(view, "1")
        QTest.keyClick(editor_of(view), KEYS.Key_F2)
    editor = editor_of(view)
    editor.end(False)
    QTest.keyClick(editor, KEYS.Key_Left)
    QTest.keyClicks(editor, "5")
    QTest.keyClick(editor, KEYS.Key_Return)
    assert view.form_model.value(GRANTED) == 51


def test_ctrl_arrows_go_to_the_edge_of_what_is_filled(view: FormTableView) -> None:
    put(view, (0, 0), (0, 1), (0, 3), (1, 0), (2, 0))
    steps = [
        (KEYS.Key_Right, (0, 1)),
        (KEYS.Key_Right, (0, 3)),
        (KEYS.Key_Right, (0, 5)),
        (KEYS.Key_Left, (0, 3)),
        (KEYS.Key_Left, (0, 1)),
        (KEYS.Key_Left, (0, 0)),
        (KEYS.Key_Down, (2, 0)),
        (KEYS.Key_Up, (0, 0)),
    ]
    for key, place in steps:
        QTest.keyClick(view, key, CTRL)
        assert where(view) == at(view, *place)


def test_ctrl_shift_arrows_take_the_way_into_the_selection(view: FormTableView) -> None:
    put(view, (0, 0), (1, 0), (2, 0))
    QTest.keyClick(view, KEYS.Key_Down, CTRL | SHIFT)
    assert [cell.key for cell in view.selected_cells()] == [at(view, row, 0) for row in range(3)]
    words = selection_words(view)
    assert "合计 3" in words
    assert "计数 3" in words


def test_ctrl_home_and_end_go_to_the_first_and_the_last_typed_cell(view: FormTableView) -> None:
    QTest.keyClick(view, KEYS.Key_End, CTRL)
    assert where(view) == "carried_forward.other_organization"
    QTest.keyClick(view, KEYS.Key_Home, CTRL)
    assert where(view) == "new_received.natural_person"


def test_home_and_end_stay_within_what_is_typed(view: FormTableView) -> None:
    QTest.keyClick(view, KEYS.Key_End)
    assert where(view) == at(view, 0, 5)
    QTest.keyClick(view, KEYS.Key_Home)
    assert where(view) == GRANTED


def test_shift_enter_goes_up_while_typing_and_not(view: FormTableView) -> None:
    view.go_to(at(view, 2, 0))
    QTest.keyClicks(view, "4")
    QTest.keyClick(editor_of(view), KEYS.Key_Return, SHIFT)
    assert where(view) == at(view, 1, 0)
    QTest.keyClick(view, KEYS.Key_Enter, SHIFT)
    assert where(view) == GRANTED
    assert view.form_model.value(at(view, 2, 0)) == 4


def test_enter_after_tab_goes_below_where_the_row_began(view: FormTableView) -> None:
    view.go_to(at(view, 0, 1))
    for digit in "12":
        QTest.keyClicks(view, digit)
        QTest.keyClick(editor_of(view), KEYS.Key_Tab)
    QTest.keyClicks(view, "3")
    QTest.keyClick(editor_of(view), KEYS.Key_Return)
    assert where(view) == at(view, 1, 1)
    # The next Enter has no row of its own any more.
    view.go_to(at(view, 1, 3))
    QTest.keyClick(view, KEYS.Key_Return)
    assert where(view) == at(view, 2, 3)


@pytest.fixture
def shown(bench: Bench, report: Report) -> FormTableView:
    last: Table = report.form.table("requests")
    former = Report(report.form, tables={last.key: {GRANTED: 7}})
    report.previous = former.as_previous()
    bench.open(report)
    workspace = bench.window.workspace
    assert workspace is not None
    workspace.show_section(last.section)
    panel = workspace.page().table
    assert panel is not None
    panel.view.setFocus()
    panel.view.go_to(GRANTED)
    return panel.view


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_the_right_button_fills_clears_and_takes_last_years_figure(shown: FormTableView) -> None:
    document = shown.form_model.document
    menu_entry(shown, "填入上年数（7）")
    assert shown.form_model.value(GRANTED) == 7
    menu_entry(shown, "清除")
    assert shown.form_model.value(GRANTED) is None
    menu_entry(shown, "填0")
    assert shown.form_model.value(GRANTED) == 0
    document.undo()
    assert shown.form_model.value(GRANTED) is None


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_the_right_button_fills_only_the_blank_ones_of_a_range(shown: FormTableView) -> None:
    put(shown, (0, 1))
    QTest.keyClick(shown, KEYS.Key_Right, SHIFT)
    QTest.keyClick(shown, KEYS.Key_Right, SHIFT)
    menu_entry(shown, "空白填0（2格）")
    assert [shown.form_model.value(at(shown, 0, column)) for column in range(3)] == [0, 1, 0]
