"""Causes first: rows with too few figures, their ways to stand, and what hangs on them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

import text_layouts
from gui.dialogs.import_review_dialog import ImportReviewDialog, Use
from gui.review.cause_card import CauseCard
from gui.review.doubt_list import READ_AS, REASON
from gui_bench import SilentMessages
from importers.recognising.figures.causes import CauseKind
from model.report.report import Report
from model.report.values import format_value
from report_sources import Opened, open_report
from sample_reports import sample_report

ROW = "granted"


def _without(report: Report, key: str) -> str:
    """Return the report as text, the figure of one cell left out of its row."""
    table = report.form.table("requests")
    row = [format_value(report.value("requests", cell)) for cell in table.row_keys(ROW)]
    at = table.row_keys(ROW).index(key)
    text = text_layouts.report_text(report, text_layouts.tabbed_cells)
    whole, short = ("\n\t".join(cells) for cells in (row, row[:at] + row[at + 1 :]))
    label = next(line.label for line in table.rows if line.key == ROW)
    assert text.count(f"\t{label}\n\t{whole}\n") == 1
    return text.replace(f"\t{label}\n\t{whole}\n", f"\t{label}\n\t{short}\n")


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """A source in which one row has six figures for seven columns."""
    path = tmp_path / "上年.txt"
    path.write_text(_without(sample_report(), f"{ROW}.research_institution"), encoding="utf-8")
    return open_report(path)


def _shown(dialog: ImportReviewDialog, row: int, column: int) -> str:
    item = dialog.doubts.item(row, column)
    assert item is not None
    return item.text()


@pytest.fixture
def dialog(qtbot: QtBot, opened: Opened) -> ImportReviewDialog:
    """The review of that source, on the screen."""
    made = ImportReviewDialog(None, "上年.txt", opened, messages=SilentMessages())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.doubts.currentRow() >= 0)
    return made


def _card(dialog: ImportReviewDialog) -> CauseCard:
    card = dialog.doubts.cellWidget(0, 0)
    assert isinstance(card, CauseCard)
    return card


def test_the_cause_stands_first_and_its_cells_are_folded_under_it(
    dialog: ImportReviewDialog,
) -> None:
    assert dialog.review.groups[0].cause is not None
    assert dialog.review.groups[0].cause.kind is CauseKind.FEW
    assert "有6格数字，应有7格" in _card(dialog).title.text()
    assert dialog.doubts.currentRow() == 0
    assert all(dialog.doubts.isRowHidden(row) for row in range(1, 9))
    assert "格空白" in dialog.parts.item(3).text()


def test_a_way_to_place_a_row_is_put_in_by_one_press(
    qtbot: QtBot, dialog: ImportReviewDialog
) -> None:
    card = _card(dialog)
    assert len(card.buttons) == 5
    QTest.mouseClick(card.buttons[1], Qt.MouseButton.LeftButton)
    card = _card(dialog)
    assert [button.isChecked() for button in card.buttons] == [False, True, False, False, False]
    row = dialog.review.report.form.table("requests").row_keys(ROW)
    values = [dialog.review.report.value("requests", key) for key in row]
    assert values == [7, 0, None, 0, 0, 0, 7]
    settled = [_shown(dialog, line, REASON) for line in range(1, 9)]
    assert "现在与来源印的合计一致" in settled[-1]
    assert dialog.review.unsettled == 1
    # With the column that was out of balance beside the blank.
    assert dialog.doubts.rowCount() == 12
    assert any("「（一）予以公开」的「自然人」" in note for note in dialog.notes())


def test_totals_are_not_typed(dialog: ImportReviewDialog) -> None:
    card = _card(dialog)
    QTest.mouseClick(card.fold, Qt.MouseButton.LeftButton)
    assert not dialog.doubts.isRowHidden(8)
    total = dialog.doubts.item(8, READ_AS)
    assert total is not None
    assert not total.flags() & Qt.ItemFlag.ItemIsEditable
    assert "合计" in total.toolTip()


def test_reasons_follow_each_correction(qtbot: QtBot, dialog: ImportReviewDialog) -> None:
    last = dialog.doubts.rowCount() - 1
    item = dialog.doubts.item(last, READ_AS)
    assert item is not None
    assert _shown(dialog, last, REASON) == "来源里不是数字"
    item.setText("0")
    qtbot.waitUntil(lambda: "已改成数字" in _shown(dialog, last, REASON))
    (note,) = dialog.notes()
    assert "读到的是/，改为0（来源这一行：2.重复申请 ｜ / ｜ 0 ｜" in note


def test_enter_goes_from_doubt_to_doubt_and_then_to_the_deed(
    qtbot: QtBot, dialog: ImportReviewDialog
) -> None:
    QTest.keyClick(dialog.doubts, Qt.Key.Key_Return)
    last = dialog.doubts.rowCount() - 1
    qtbot.waitUntil(lambda: dialog.doubts.currentRow() == last)
    editor = dialog.doubts.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.deeds[0].hasFocus)
    assert dialog.review.unseen == []
    assert dialog.use is Use.CANCEL


def test_leaving_cells_unseen_is_asked_once(dialog: ImportReviewDialog) -> None:
    messages = dialog.messages
    assert isinstance(messages, SilentMessages)
    messages.will_leave_unread = False
    QTest.mouseClick(dialog.deeds[1], Qt.MouseButton.LeftButton)
    assert messages.asked == ["1"]
    assert dialog.isVisible()
    assert dialog.doubts.currentRow() == dialog.doubts.rowCount() - 1
    dialog.doubts.setCurrentCell(0, 0)
    QTest.mouseClick(dialog.deeds[1], Qt.MouseButton.LeftButton)
    assert messages.asked == ["1"]
    assert dialog.use is Use.THIS_YEAR
