"""After 年度 was corrected: the years in the texts, offered with their list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dialog_clicks import in_dialog
from gui.dialogs.report_dialogs import NewFromLastDialog
from gui.dialogs.years_dialog import YearsDialog
from gui.panels.identity_panel import IdentityPanel
from gui_bench import Bench
from model.report.report import Report

LEFT = Qt.MouseButton.LeftButton
WORDS = "2023年，全镇公开信息12条。2023年没有申请。"


def type_year(bench: Bench, report: Report, year: str) -> IdentityPanel:
    report.sections["overview"] = WORDS
    bench.open(report)
    bench.fill_old_screen()
    workspace = bench.window.workspace
    assert workspace is not None
    workspace.show_identity()
    field = workspace.identity.year
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, year)
    QTest.keyClick(field, Qt.Key.Key_Return)
    return workspace.identity


def test_the_years_in_the_texts_are_moved_as_one_step(bench: Bench, report: Report) -> None:
    identity = type_year(bench, report, "2024")
    assert identity.offer.isVisible()
    assert identity.offer.text() == "正文中有2处2023年，一起改…"
    seen: list[str] = []

    def look(dialog: YearsDialog) -> None:
        seen.append(dialog.deed.text())
        QTest.mouseClick(dialog.deed, LEFT)

    in_dialog(bench.window, YearsDialog, look)
    QTest.mouseClick(identity.offer, LEFT)
    assert seen == ["改为2024年（2处）"]
    assert report.sections["overview"] == WORDS.replace("2023", "2024")
    assert not identity.offer.isVisible()
    bench.document.undo()
    assert report.sections["overview"] == WORDS
    assert report.year == 2024


def test_a_place_without_its_tick_stays(bench: Bench, report: Report) -> None:
    identity = type_year(bench, report, "2024")

    def untick(dialog: YearsDialog) -> None:
        dialog.list.setFocus()
        dialog.list.setCurrentRow(1)
        QTest.keyClick(dialog.list, Qt.Key.Key_Space)
        assert dialog.deed.text() == "改为2024年（1处）"
        QTest.mouseClick(dialog.deed, LEFT)

    in_dialog(bench.window, YearsDialog, untick)
    QTest.mouseClick(identity.offer, LEFT)
    assert report.sections["overview"] == WORDS.replace("2023", "2024", 1)


def test_a_new_report_from_last_years_is_offered_too(bench: Bench, report: Report) -> None:
    identity = type_year(bench, report, "2024")
    bench.messages.answer = "discard"
    in_dialog(bench.window, YearsDialog, lambda dialog: QTest.mouseClick(dialog.draft, LEFT))
    seen = in_dialog(bench.window, NewFromLastDialog, lambda dialog: dialog.reject())
    QTest.mouseClick(identity.offer, LEFT)
    assert len(seen) == 1
    assert report.sections["overview"] == WORDS


def test_the_old_year_again_takes_the_offer_away(bench: Bench, report: Report) -> None:
    identity = type_year(bench, report, "2024")
    bench.document.undo()
    assert report.year == 2023
    assert not identity.offer.isVisible()
