"""Filling a block by keys and by its corner, and copying it in both forms."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from dialog_clicks import in_dialog
from gui.document.document import Document
from gui.panels.table_panel import TablePanel
from gui.pasting.preview_dialog import PreviewDialog
from gui.tables.table_view import FormTableView
from importers.placing import rows_of_html
from model.report.edits import set_cells
from model.report.values import Value

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
SHIFT, LEFT = Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton
FIRST = "new_received.natural_person"


@pytest.fixture(autouse=True)
def _clear_clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.clipboard().clear()


@pytest.fixture
def view(document: Document, qtbot: QtBot) -> FormTableView:
    panel = TablePanel(document, document.report.form.table("requests"))
    qtbot.addWidget(panel)
    panel.resize(1000, 700)
    panel.show()
    panel.view.setFocus()
    return panel.view


def given(view: FormTableView, **figures: Value) -> None:
    cells = [(key.replace("__", "."), value) for key, value in figures.items()]
    view.form_model.document.push(set_cells("填写", "requests", cells))


def select(view: FormTableView, key: str, *keys: Qt.Key) -> None:
    view.go_to(key)
    for one in keys:
        QTest.keyClick(view, one, SHIFT)


def value(view: FormTableView, row: str, column: str = "natural_person") -> Value:
    return view.form_model.value(f"{row}.{column}")


def steps(view: FormTableView) -> int:
    return view.form_model.document.stack.count()


def test_ctrl_d_fills_the_block_from_its_first_row(view: FormTableView) -> None:
    given(view, new_received__natural_person=3, new_received__commercial_enterprise=4)
    select(view, FIRST, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down)
    before = steps(view)
    QTest.keyClick(view, Qt.Key.Key_D, CTRL)
    assert [value(view, row) for row in ("carried_over", "granted")] == [3, 3]
    assert value(view, "granted", "commercial_enterprise") == 4
    assert value(view, "partly_granted") is None
    assert steps(view) == before + 1
    view.form_model.document.undo()
    assert value(view, "granted") is None


def test_ctrl_d_in_one_row_takes_what_stands_above(view: FormTableView) -> None:
    given(view, new_received__natural_person=3)
    view.go_to("carried_over.natural_person")
    QTest.keyClick(view, Qt.Key.Key_D, CTRL)
    assert value(view, "carried_over") == 3
    view.go_to(FIRST)
    QTest.keyClick(view, Qt.Key.Key_D, CTRL)
    assert value(view, "new_received") == 3


def test_ctrl_enter_puts_what_is_typed_into_all_selected_cells(view: FormTableView) -> None:
    select(view, FIRST, Qt.Key.Key_Down, Qt.Key.Key_Right)
    current = view.current_cell()
    assert current is not None
    QTest.keyClicks(view, "7")
    editor = view.viewport().findChild(QLineEdit)
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return, CTRL)
    for row in ("new_received", "carried_over"):
        assert [value(view, row, c) for c in ("natural_person", "commercial_enterprise")] == [7, 7]
    assert value(view, "granted") is None


def test_ctrl_enter_leaves_computed_cells_alone(view: FormTableView) -> None:
    given(view, granted__natural_person=5)
    select(view, "other_handling.natural_person", Qt.Key.Key_Down, Qt.Key.Key_Down)
    view.go_to("granted.natural_person")
    QTest.keyClick(view, Qt.Key.Key_Return, CTRL)
    assert value(view, "outcome_total") == 5


def corner(view: FormTableView) -> QPoint:
    return view.handle.square().center()


def drag(view: FormTableView, key: str) -> None:
    place: QRect = view.visualRect(view.form_model.index_of(key))
    port = view.viewport()
    QTest.mousePress(port, LEFT, pos=corner(view))
    QTest.mouseMove(port, place.center() - QPoint(3, 0))
    QTest.mouseMove(port, place.center())
    QTest.mouseRelease(port, LEFT, pos=place.center())


def test_the_corner_drags_a_figure_down_and_keeps_the_block_selected(view: FormTableView) -> None:
    given(view, new_received__natural_person=2)
    view.go_to(FIRST)
    before = steps(view)
    drag(view, "partly_granted.natural_person")
    rows = ("new_received", "carried_over", "granted", "partly_granted")
    assert [value(view, row) for row in rows] == [2, 2, 2, 2]
    assert value(view, "refused_state_secret") is None
    assert [cell.key for cell in view.selected_cells()] == [f"{r}.natural_person" for r in rows]
    assert steps(view) == before + 1


def test_the_corner_drags_sideways_and_repeats(view: FormTableView) -> None:
    given(view, new_received__natural_person=1, new_received__commercial_enterprise=2)
    select(view, FIRST, Qt.Key.Key_Right)
    drag(view, "new_received.other_organization")
    table = view.form_model.table
    row = [view.form_model.value(key) for key in table.row_keys("new_received")]
    assert row[:6] == [1, 2, 1, 2, 1, 2]


def test_dragging_elsewhere_only_selects(view: FormTableView) -> None:
    given(view, new_received__natural_person=2)
    view.go_to(FIRST)
    before = steps(view)
    port = view.viewport()
    start = view.visualRect(view.form_model.index_of(FIRST)).center()
    end = view.visualRect(view.form_model.index_of("granted.natural_person")).center()
    QTest.mousePress(port, LEFT, pos=start)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, LEFT, pos=end)
    assert steps(view) == before
    assert value(view, "granted") is None


def test_esc_gives_the_drag_up(view: FormTableView) -> None:
    given(view, new_received__natural_person=2)
    view.go_to(FIRST)
    place = view.visualRect(view.form_model.index_of("granted.natural_person")).center()
    QTest.mousePress(view.viewport(), LEFT, pos=corner(view))
    QTest.mouseMove(view.viewport(), place)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), LEFT, pos=place)
    assert value(view, "granted") is None


def test_what_was_pasted_stays_selected(view: FormTableView) -> None:
    QGuiApplication.clipboard().setText("1\t2\n3\t4")
    view.go_to(FIRST)
    QTest.keyClick(view, Qt.Key.Key_V, CTRL)
    assert len(view.selected_cells()) == 4
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert value(view, "carried_over") is None


def test_a_copy_holds_both_forms(view: FormTableView) -> None:
    given(view, new_received__natural_person=3, carried_over__natural_person=4)
    select(view, FIRST, Qt.Key.Key_Down, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "3\t\n4\t"
    assert rows_of_html(data.html()) == [["3", ""], ["4", ""]]


def test_names_come_along_on_request_and_place_the_figures_again(view: FormTableView) -> None:
    given(view, granted__natural_person=3, granted__other_organization=5)
    select(view, "granted.natural_person", *[Qt.Key.Key_Right] * 6)
    view.copy(has_labels=True)
    data = QGuiApplication.clipboard().mimeData()
    assert "予以公开" in data.text()
    assert "法律服务机构" in data.text()
    assert "rowspan" in data.html()
    view.form_model.document.undo()
    assert value(view, "granted") is None
    in_dialog(view, PreviewDialog, lambda dialog: QTest.mouseClick(dialog.fill, LEFT))
    view.go_to(FIRST)
    QTest.keyClick(view, Qt.Key.Key_V, CTRL)
    assert value(view, "granted") == 3
    assert value(view, "granted", "other_organization") == 5
    assert value(view, "new_received") is None
