from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

import text_layouts
from gui.dialogs.import_review_dialog import ImportReviewDialog, Use
from gui.review.doubt_list import READ_AS
from model.report.edits import CellChange, apply
from report_sources import Opened, open_report
from sample_reports import sample_report


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """A source with a text in a count, a wrong total, a single （六） and a stray line."""
    report = sample_report()
    text = text_layouts.report_text(report, text_layouts.tabbed_cells)
    text = text.replace("\t2.重复申请\n\t/\n", "\t2.重复申请\n\t约3\n")
    path = tmp_path / "上年.txt"
    path.write_text("索引号：1\n" + text, encoding="utf-8")
    return open_report(path)


def shown(dialog: ImportReviewDialog, row: int, column: int) -> str:
    item = dialog.doubts.item(row, column)
    assert item is not None
    return item.text()


def test_parts_doubts_and_leftovers_are_shown(qtbot: QtBot, opened: Opened) -> None:
    dialog = ImportReviewDialog(None, "上年.txt", opened)
    qtbot.addWidget(dialog)
    words = [dialog.parts.item(row).text() for row in range(dialog.parts.count())]
    assert any("175格，1格空白，1格存疑" in line for line in words)
    tabs = [dialog.tabs.tabText(place) for place in range(dialog.tabs.count())]
    assert tabs[:2] == ["存疑的格 1", "没有录入的内容 1"]
    assert dialog.doubts.rowCount() == 1
    assert "重复申请" in shown(dialog, 0, 0)
    assert "【约3】" in shown(dialog, 0, 1)
    assert shown(dialog, 0, READ_AS) == "约3"


def test_a_doubtful_cell_is_corrected_before_anything_is_taken_over(
    qtbot: QtBot, opened: Opened
) -> None:
    dialog = ImportReviewDialog(None, "上年.txt", opened)
    qtbot.addWidget(dialog)
    assert dialog.corrections().changes == ()
    item = dialog.doubts.item(0, READ_AS)
    assert item is not None
    item.setText("３")
    edit = dialog.corrections()
    assert edit.changes == (CellChange("requests", "unprocessed_repeated.natural_person", 3),)
    apply(opened.report, edit)
    assert opened.report.value("requests", "unprocessed_repeated.total") == 3


def test_nothing_is_used_unless_the_clerk_says_so(qtbot: QtBot, opened: Opened) -> None:
    dialog = ImportReviewDialog(None, "上年.txt", opened, (Use.LAST_YEAR,))
    qtbot.addWidget(dialog)
    dialog.reject()
    assert dialog.use is Use.CANCEL
    assert dialog.findChild(QPushButton, Use.THIS_YEAR.name) is None
    assert dialog.findChild(QPushButton, Use.LAST_YEAR.name) is not None


@pytest.mark.parametrize("leave", ["enter", "button", "shortcut"])
def test_what_is_being_typed_in_the_review_is_taken_over(
    qtbot: QtBot, opened: Opened, leave: str
) -> None:
    dialog = ImportReviewDialog(None, "上年.txt", opened)
    qtbot.addWidget(dialog)

    def type_and_leave() -> None:
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        item = dialog.doubts.item(0, READ_AS)
        assert item is not None
        dialog.doubts.setCurrentItem(item)
        editor = dialog.doubts.findChild(QLineEdit)
        assert editor is not None
        editor.selectAll()
        QTest.keyClicks(editor, "0")
        button = dialog.findChild(QPushButton, Use.THIS_YEAR.name)
        assert isinstance(button, QPushButton)
        if leave == "enter":
            QTest.keyClick(editor, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: dialog.doubts.findChild(QLineEdit) is None)
            QTest.keyClick(dialog, Qt.Key.Key_Return)
        elif leave == "button":
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        else:
            button.click()

    QTimer.singleShot(0, dialog, type_and_leave)
    dialog.exec()
    assert dialog.use is (Use.LAST_YEAR if leave == "enter" else Use.THIS_YEAR)
    changes = dialog.corrections().changes
    assert changes == (CellChange("requests", "unprocessed_repeated.natural_person", 0),)
