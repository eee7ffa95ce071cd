"""Blocks of cells go over the clipboard whole: blank rows, blank columns, odd texts."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.document.document import Document
from gui.panels.table_panel import TablePanel
from gui.tables.clipboard import rows_of
from gui.tables.table_view import FormTableView
from model.report.edits import set_cells
from model.report.values import Value, parse_value

COPY = Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier
PASTE = Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(document: Document, qtbot: QtBot) -> FormTableView:
    panel = TablePanel(document, document.report.form.table("requests"))
    qtbot.addWidget(panel)
    panel.show()
    panel.view.setFocus()
    return panel.view


def key_at(view: FormTableView, row: int, column: int) -> str:
    """Return the key of a cell so many rows and columns from 「予以公开」 of a natural person."""
    first = view.form_model.table.positions["granted.natural_person"]
    cell = view.form_model.cell_at(first.row + row, first.column + column)
    assert cell is not None
    assert view.form_model.is_input(cell)
    return cell.key


def fill(view: FormTableView, column: int, values: list[Value]) -> None:
    changes = [(key_at(view, row, column), value) for row, value in enumerate(values)]
    view.form_model.document.push(set_cells("填写", "requests", changes))


def column_of(view: FormTableView, column: int, rows: int = 4) -> list[Value]:
    return [view.form_model.value(key_at(view, row, column)) for row in range(rows)]


def select(view: FormTableView, start: tuple[int, int], end: tuple[int, int]) -> None:
    model, selection = view.form_model, view.selectionModel()
    first, last = model.index_of(key_at(view, *start)), model.index_of(key_at(view, *end))
    view.setCurrentIndex(first)
    for row in range(first.row(), last.row() + 1):
        for column in range(first.column(), last.column() + 1):
            selection.select(model.index(row, column), selection.SelectionFlag.Select)


def paste(view: FormTableView, text: str, row: int = 0, column: int = 0) -> list[str]:
    notified: list[str] = []
    view.notified.connect(notified.append)
    QGuiApplication.clipboard().setText(text)
    view.go_to(key_at(view, row, column))
    QTest.keyClick(view, *PASTE)
    return notified


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("1\r\n2\r\n\r\n\r\n", [["1"], ["2"], [""], [""]]),
        ("1\n2\n\n\n", [["1"], ["2"], [""], [""]]),
        ("1\n2\n", [["1"], ["2"]]),
        ("1\n2", [["1"], ["2"]]),
        ("1\r2\r\r", [["1"], ["2"], [""]]),
        ("\r\n", [[""]]),
        ("\n\n1\n", [[""], [""], ["1"]]),
        ("1\t2\t\t\r\n\t\t\t\r\n\t\t\t\r\n", [["1", "2", "", ""], [""] * 4, [""] * 4]),
        ("\t\t", [["", "", ""]]),
        ("1\t2\n\n3\t4", [["1", "2"], [], ["3", "4"]]),
        ("1\r\n\x00", [["1"]]),
        ('"一站式"\t"甲"乙', [['"一站式"', '"甲"乙']]),
        ('"未合上\n2\t3', [['"未合上'], ["2", "3"]]),
        ('"1\n2"\t"a""b"\t""', [["1\n2", 'a"b', '""']]),
    ],
)
def test_every_row_and_column_of_a_block_counts(text: str, rows: list[list[str]]) -> None:
    assert rows_of(text) == rows


def test_blank_rows_at_the_end_clear_what_stood_there(view: FormTableView) -> None:
    fill(view, 0, [9, 9, 9, 9, 9])
    notified = paste(view, "1\r\n2\r\n\r\n\r\n")
    assert column_of(view, 0, 5) == [1, 2, None, None, 9]
    assert notified == ["已粘贴 4 格（其中空白 2 格）。"]
    view.form_model.document.undo()
    assert column_of(view, 0, 5) == [9, 9, 9, 9, 9]


def test_a_column_copied_within_the_grid_brings_its_blanks(view: FormTableView) -> None:
    fill(view, 0, [1, 2, None, None])
    fill(view, 1, [9, 9, 9, 9])
    select(view, (0, 0), (3, 0))
    QTest.keyClick(view, *COPY)
    view.clearSelection()
    view.go_to(key_at(view, 0, 1))
    QTest.keyClick(view, *PASTE)
    assert column_of(view, 1) == [1, 2, None, None]


def test_blank_columns_and_lines_of_tabs_clear_what_stood_there(view: FormTableView) -> None:
    for column in range(3):
        fill(view, column, [9, 9, 9])
    paste(view, "1\t\t\r\n\t\t\r\n")
    assert [column_of(view, column, 3) for column in range(3)] == [
        [1, None, 9],
        [None, None, 9],
        [None, None, 9],
    ]


def test_a_blank_cell_is_copied_too(view: FormTableView) -> None:
    fill(view, 0, [None, 9, 9])
    select(view, (0, 0), (0, 0))
    QTest.keyClick(view, *COPY)
    view.clearSelection()
    select(view, (1, 0), (2, 0))
    QTest.keyClick(view, *PASTE)
    assert column_of(view, 0, 3) == [None, None, None]


def test_a_figure_is_copied_without_a_line_break(view: FormTableView) -> None:
    fill(view, 0, [12])
    select(view, (0, 0), (0, 0))
    QTest.keyClick(view, *COPY)
    assert QGuiApplication.clipboard().text() == "12"


def test_an_empty_clipboard_clears_nothing(view: FormTableView) -> None:
    fill(view, 0, [9])
    assert paste(view, "") == ["剪贴板里没有可以粘贴的文字。"]
    assert column_of(view, 0, 1) == [9]


CELLS = st.none() | st.integers(0, 99) | st.text('"\t\n a1，', max_size=6)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    block=st.integers(1, 3).flatmap(
        lambda width: st.lists(
            st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=4
        )
    )
)
def test_any_block_comes_back_as_it_was_copied(
    view: FormTableView, block: list[list[int | str | None]]
) -> None:
    """A block is copied from the first columns and pasted some rows below over nines."""
    wanted = [
        [parse_value(cell, "count") if isinstance(cell, str) else cell for cell in row]
        for row in block
    ]
    height, width = len(block), len(block[0])
    changes = [
        (key_at(view, row, column), wanted[row][column])
        for row in range(height)
        for column in range(width)
    ]
    changes += [(key_at(view, 4 + row, column), 9) for row in range(4) for column in range(3)]
    view.form_model.document.push(set_cells("填写", "requests", changes))
    view.clearSelection()
    select(view, (0, 0), (height - 1, width - 1))
    QTest.keyClick(view, *COPY)
    view.clearSelection()
    view.go_to(key_at(view, 4, 0))
    QTest.keyClick(view, *PASTE)
    pasted = [column_of(view, column, 8)[4:] for column in range(3)]
    for column in range(3):
        told = [row[column] for row in wanted] if column < width else []
        assert pasted[column] == told + [9] * (4 - len(told))
