"""What is pasted into a grid goes where it belongs, or is shown before anything lands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.document.document import Document
from gui.panels.table_panel import TablePanel
from gui.pasting.preview_dialog import PreviewDialog
from gui.pasting.reading import AS_IT_STANDS, BY_LABELS, MERGED, TURNED
from gui.tables.table_view import FormTableView
from model.report.values import Value

PASTE = Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier
FIRST = "new_received.natural_person"


@pytest.fixture(autouse=True)
def _clear_clipboard(qapp: QApplication) -> Iterator[None]:
    """Give back what was put on the clipboard while Python still holds it."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def view(document: Document, qtbot: QtBot) -> FormTableView:
    return _view(document, qtbot, "requests")


def _view(document: Document, qtbot: QtBot, table: str) -> FormTableView:
    panel = TablePanel(document, document.report.form.table(table))
    qtbot.addWidget(panel)
    panel.show()
    panel.view.setFocus()
    return panel.view


def paste(
    view: FormTableView,
    text: str,
    act: Callable[[PreviewDialog], object] = lambda dialog: dialog.reject(),
    key: str = FIRST,
) -> list[PreviewDialog]:
    """Paste by key, and return the preview that came up, if one did."""
    QGuiApplication.clipboard().setText(text)
    return paste_clipboard(view, act, key)


def paste_clipboard(
    view: FormTableView, act: Callable[[PreviewDialog], object], key: str
) -> list[PreviewDialog]:
    seen: list[PreviewDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, PreviewDialog) and dialog not in seen:
            seen.append(dialog)
            try:
                act(dialog)
            finally:
                if dialog.isVisible():
                    dialog.reject()

    timer = QTimer(view)
    timer.timeout.connect(look)
    timer.start(5)
    view.clearSelection()
    view.go_to(key)
    QTest.keyClick(view, *PASTE)
    timer.stop()
    return seen


def take(dialog: PreviewDialog) -> None:
    QTest.mouseClick(dialog.fill, Qt.MouseButton.LeftButton)


def row_of(view: FormTableView, row: str = "new_received") -> list[Value]:
    table = view.form_model.table
    return [view.form_model.value(key) for key in table.row_keys(row)]


def test_a_plain_block_that_fits_lands_unasked(view: FormTableView) -> None:
    assert paste(view, "1\t2\t3\t4\t5\t6\t21\n1\t0\t0\t0\t0\t0\t1") == []
    assert row_of(view) == [1, 2, 3, 4, 5, 6, 21]
    assert view.form_model.document.stack.count() == 1


def test_halves_of_merged_cells_are_one_column(view: FormTableView) -> None:
    (dialog,) = paste(view, "14\t\t3\t\t0\t\t1\t\t0\t\t0\t\t18\t\n", take)
    assert dialog.reading.name == MERGED
    assert row_of(view) == [14, 3, 0, 1, 0, 0, 18]
    view.form_model.document.undo()
    assert row_of(view) == [None] * 7


def test_nothing_lands_where_the_preview_is_left(view: FormTableView) -> None:
    assert len(paste(view, "14\t\t3\t\t0\t\n")) == 1
    assert row_of(view) == [None] * 7


def test_labels_place_the_rows(view: FormTableView) -> None:
    table = view.form_model.table
    label = next(row.label for row in table.rows if row.key == "granted")
    text = f"{label}\t7\t2\t0\t1\t0\t0\t10\n备注：含电话申请2件\t\t\t\t\t\t\t\n"
    seen: list[str] = []

    def look(dialog: PreviewDialog) -> None:
        seen.extend((dialog.reading.name, dialog.lines.toPlainText()))
        take(dialog)

    assert len(paste(view, text, look)) == 1
    assert seen[0] == BY_LABELS
    assert "不填" in seen[1]
    assert "备注" in seen[1]
    assert row_of(view, "granted") == [7, 2, 0, 1, 0, 0, 10]
    assert row_of(view)[:6] == [None] * 6


def test_a_total_that_differs_is_shown_before(view: FormTableView) -> None:
    seen: list[str] = []
    assert paste(
        view, "14\t3\t0\t1\t0\t0\t110", lambda dialog: seen.append(dialog.lines.toPlainText())
    )
    assert "来源写110，这里算得18" in seen[0]
    assert row_of(view)[:6] == [None] * 6


def test_it_can_be_put_as_it_stands(view: FormTableView) -> None:
    def as_it_stands(dialog: PreviewDialog) -> None:
        button = next(b for b in dialog.ways.buttons() if b.text() == AS_IT_STANDS)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        take(dialog)

    paste(view, "14\t\t3\t\n", as_it_stands)
    assert row_of(view)[:4] == [14, None, 3, None]


def test_a_column_is_turned_for_the_table_of_one_row(document: Document, qtbot: QtBot) -> None:
    key = next(table.key for table in document.report.form.tables if table.blocks[0].is_across)
    view = _view(document, qtbot, key)
    keys = view.form_model.table.keys
    figures = [1, 0, 0, 2, 3] * 3
    (dialog,) = paste(view, "\n".join(map(str, figures)), take, keys[0])
    assert dialog.reading.name == TURNED
    assert [view.form_model.value(key) for key in keys] == figures


def test_a_clipboard_with_only_html_is_read(view: FormTableView) -> None:
    data = QMimeData()
    data.setHtml("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>")
    QGuiApplication.clipboard().setMimeData(data)
    assert paste_clipboard(view, lambda dialog: None, FIRST) == []
    assert row_of(view)[:2] == [1, 2]
    assert row_of(view, "carried_over")[:2] == [3, 4]
