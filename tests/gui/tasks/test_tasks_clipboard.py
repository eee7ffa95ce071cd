"""Tasks of a clerk's year: what other programs have copied comes in, and goes out again."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from clerk import CTRL, LEFT, SHIFT, Clerk, Key
from dialog_clicks import in_dialog
from gui.pasting.preview_dialog import PreviewDialog
from menu_hands import menu_entry
from model.report.report import Report

NEW = "new_received.natural_person"


def row_of(clerk: Clerk, row: str) -> list[object]:
    table = clerk.table.model.table
    return [clerk.value(key) for key in table.row_keys(row)]


def test_task_paste_a_block(clerk: Clerk, report: Report) -> None:
    clerk.opens(report)
    clerk.goes_to_requests()
    clerk.has_copied("14\t3\t0\t1\t0\t0\n1\t0\t0\t0\t0\t0\n")
    clerk.presses(Key.Key_V, CTRL)
    assert row_of(clerk, "new_received") == [14, 3, 0, 1, 0, 0, 18]
    assert len(clerk.view.selected_cells()) >= 12
    clerk.presses(Key.Key_Z, CTRL)
    assert row_of(clerk, "new_received") == [None] * 7


def test_task_paste_merged_cells(clerk: Clerk, report: Report) -> None:
    clerk.opens(report)
    clerk.goes_to_requests()
    clerk.has_copied("14\t\t3\t\t0\t\t1\t\t0\t\t6\t\n")
    seen = in_dialog(
        clerk.bench.window,
        PreviewDialog,
        lambda dialog: QTest.mouseClick(dialog.fill, LEFT),
    )
    clerk.presses(Key.Key_V, CTRL)
    assert len(seen) == 1
    assert row_of(clerk, "new_received") == [14, 3, 0, 1, 0, 6, 24]


def test_task_paste_a_table_with_its_labels(clerk: Clerk, report: Report) -> None:
    clerk.opens(report)
    clerk.goes_to_requests()
    labels = {row.key: row.label for row in clerk.table.model.table.rows}
    granted, new = labels["granted"], labels["new_received"]
    clerk.has_copied(f"{new}\t2\t0\t0\t0\t0\t0\t2\n{granted}\t2\t0\t0\t0\t0\t0\t2\n")
    in_dialog(
        clerk.bench.window,
        PreviewDialog,
        lambda dialog: QTest.keyClick(dialog.fill, Key.Key_Return),
    )
    clerk.presses(Key.Key_V, CTRL)
    assert row_of(clerk, "granted") == [2, 0, 0, 0, 0, 0, 2]
    assert row_of(clerk, "carried_over") == [None] * 7


def test_task_leave_a_doubtful_paste(clerk: Clerk, report: Report) -> None:
    clerk.opens(report)
    clerk.goes_to_requests()
    clerk.has_copied("14\t3\t0\t1\t0\t0\t110")
    in_dialog(
        clerk.bench.window, PreviewDialog, lambda dialog: QTest.keyClick(dialog, Key.Key_Escape)
    )
    clerk.presses(Key.Key_V, CTRL)
    assert row_of(clerk, "new_received") == [None] * 7


def test_task_paste_from_a_web_page(clerk: Clerk, report: Report) -> None:
    clerk.opens(report)
    clerk.goes_to_requests()
    clerk.has_copied(
        html="<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
    )
    clerk.presses(Key.Key_V, CTRL)
    assert row_of(clerk, "new_received")[:2] == [1, 2]
    assert row_of(clerk, "carried_over")[:2] == [3, 4]


def test_task_paste_a_column_into_the_table_of_one_row(clerk: Clerk, report: Report) -> None:
    clerk.opens(report)
    across = next(table for table in report.form.tables if table.blocks[0].is_across)
    clerk.goes_to_part(across.section)
    clerk.has_copied("\n".join(["1", "0", "0", "2", "3"] * 3))
    in_dialog(
        clerk.bench.window,
        PreviewDialog,
        lambda dialog: QTest.mouseClick(dialog.fill, LEFT),
    )
    clerk.presses(Key.Key_V, CTRL)
    assert [clerk.value(key) for key in across.keys] == [1, 0, 0, 2, 3] * 3


def test_task_copy_a_block_for_a_spreadsheet(clerk: Clerk, zeros: Report) -> None:
    clerk.opens(zeros)
    clerk.goes_to_requests()
    clerk.clicks_cell(NEW)
    clerk.presses(Key.Key_Right, SHIFT)
    clerk.presses(Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "0\t0"
    assert data.html().count("<td>") == 2


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_task_copy_with_the_names_of_rows_and_columns(clerk: Clerk, zeros: Report) -> None:
    clerk.opens(zeros)
    clerk.goes_to_requests()
    clerk.clicks_cell(NEW)
    menu_entry(clerk.view, "连同行名、列名复制")
    assert "自然人" in QGuiApplication.clipboard().text()
    assert clerk.table.model.table.row_name(NEW) in QGuiApplication.clipboard().text()


def test_task_move_a_figure(clerk: Clerk, zeros: Report) -> None:
    clerk.opens(zeros)
    clerk.goes_to_requests()
    clerk.clicks_cell(NEW)
    clerk.types("7")
    clerk.presses(Key.Key_Return)
    clerk.clicks_cell(NEW)
    clerk.presses(Key.Key_X, CTRL)
    clerk.clicks_cell("new_received.other_organization")
    clerk.presses(Key.Key_V, CTRL)
    assert row_of(clerk, "new_received") == [None, 0, 0, 0, 0, 7, 7]
