"""Unit and year can be corrected in the review; what was read is shown whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

import text_layouts
from dialog_clicks import in_dialog
from gui.dialogs.import_review_dialog import ImportReviewDialog, Use
from gui.dialogs.unit_dialog import UnitDialog
from gui.look.palette import colours
from gui.review.doubt_cells import PlaceDelegate, plain_and_marks
from gui.review.doubt_list import PLACE, SOURCE
from gui_bench import Bench, SilentMessages
from model.report.report import Report
from report_sources import open_report
from sample_reports import sample_report


def source(report: Report, folder: Path) -> Path:
    path = folder / "上年.txt"
    text = text_layouts.report_text(report, text_layouts.tabbed_cells)
    path.write_text(text.replace("\t2.重复申请\n\t/\n", "\t2.重复申请\n\t约3\n"), encoding="utf-8")
    return path


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> ImportReviewDialog:
    opened = open_report(source(sample_report(), tmp_path))
    made = ImportReviewDialog(None, "上年.txt", opened, messages=SilentMessages())
    qtbot.addWidget(made)
    made.show()
    return made


def change(dialog: ImportReviewDialog, unit: str, year: str, *, cancels: bool = False) -> None:
    """Press the button at the head, type, and leave by the keys of the small dialog."""

    def fill(small: UnitDialog) -> None:
        # Chinese comes from an input method, not by keys.
        small.unit.selectAll()
        small.unit.insert(unit)
        small.year.selectAll()
        QTest.keyClicks(small.year, year)
        kind = (
            QDialogButtonBox.StandardButton.Cancel
            if cancels
            else QDialogButtonBox.StandardButton.Ok
        )
        QTest.mouseClick(small.buttons.button(kind), Qt.MouseButton.LeftButton)

    in_dialog(dialog, UnitDialog, fill)
    QTest.mouseClick(dialog.change_unit, Qt.MouseButton.LeftButton)


def test_unit_and_year_are_corrected_and_the_title_moves_with_the_year(
    dialog: ImportReviewDialog,
) -> None:
    report = dialog.review.report
    old = report.title
    change(dialog, "青山县白云镇人民政府", "2022")
    assert (report.organization, report.year) == ("青山县白云镇人民政府", 2022)
    assert report.title == old.replace("2023", "2022")
    assert dialog.unit.text().startswith("青山县白云镇人民政府　2022年度")
    deed = dialog.findChild(QPushButton, Use.LAST_YEAR.name)
    assert isinstance(deed, QPushButton)
    assert "2023年" in deed.text()
    lines = dialog.notes()
    assert any("单位" in line and "改为青山县白云镇人民政府" in line for line in lines)
    assert any("年度，读到的是2023，改为2022" in line for line in lines)
    assert len(dialog.corrections().changes) == 1


def test_what_is_cancelled_changes_nothing(dialog: ImportReviewDialog) -> None:
    change(dialog, "别的单位", "2020", cancels=True)
    assert dialog.corrections().changes == ()
    assert dialog.notes() == ()


def test_the_corrected_unit_stands_in_the_report_that_is_taken_over(bench: Bench) -> None:
    path = source(sample_report(), bench.folder)

    def use(dialog: ImportReviewDialog) -> None:
        dialog.review.identify("青山县白云镇人民政府", 2022)
        deed = next(deed for deed in dialog.deeds if deed.objectName() == Use.THIS_YEAR.name)
        QTest.mouseClick(deed, Qt.MouseButton.LeftButton)

    in_dialog(bench.window, ImportReviewDialog, use)
    bench.window.files.open_path(path)
    bench.wait_for_work()
    report = bench.document.report
    assert (report.organization, report.year) == ("青山县白云镇人民政府", 2022)
    assert any("改为青山县白云镇人民政府" in line for line in report.notes)


def test_the_whole_text_shows_texts_and_rows(dialog: ImportReviewDialog) -> None:
    words = dialog.whole.toPlainText()
    report = dialog.review.report
    assert report.sections["overview"].split("\n")[0] in words
    assert "2.重复申请：自然人 约3" in words
    names = [dialog.tabs.tabText(place) for place in range(dialog.tabs.count())]
    assert names[-1] == "读到的全文"


def test_the_doubtful_figure_stands_out_and_the_row_has_the_first_line(
    dialog: ImportReviewDialog, qtbot: QtBot
) -> None:
    assert plain_and_marks("2.重复申请 ｜ 【约3】 ｜ 0") == ("2.重复申请 ｜ 约3 ｜ 0", [(9, 2)])
    delegate = dialog.doubts.itemDelegateForColumn(PLACE)
    assert isinstance(delegate, PlaceDelegate)
    _, ranges = delegate.formats("予以公开\n自然人")
    assert [(item.start, item.length) for item in ranges] == [(0, 4), (5, 3)]
    qtbot.waitUntil(lambda: dialog.doubts.currentRow() >= 0)
    picture = dialog.doubts.viewport().grab().toImage()
    ground = dialog.doubts.visualRect(dialog.doubts.model().index(0, SOURCE))
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(ground.left(), ground.right(), 2)
        for y in range(ground.top() + 2, ground.bottom() - 2, 2)
    }
    assert colours.qsoft.name() in seen
    assert ground.width() * 3 >= dialog.doubts.viewport().width()
    assert "三、" in dialog.parts.currentItem().text()
