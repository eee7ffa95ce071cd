from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from dialog_clicks import in_dialog
from gui.dialogs.office_dialog import OfficeDialog
from gui_bench import Bench
from model.report.office import Office
from model.report.report import Report
from sample_reports import sample_report
from storage.report_file import load_report

TODAY = date(2024, 1, 20)


def dialog_on(report: Report, qtbot: QtBot) -> OfficeDialog:
    dialog = OfficeDialog(None, report, TODAY)
    qtbot.addWidget(dialog)
    return dialog


def test_usual_settings_are_shown_and_change_nothing(qtbot: QtBot) -> None:
    dialog = dialog_on(sample_report(), qtbot)
    assert dialog.kind.currentText() == "按名称判断（现在判断为：镇乡政府）"
    assert dialog.kind.count() == 8
    assert dialog.longest.text() == "1000 字"
    assert dialog.usual.isChecked()
    assert "2024年1月31日" in dialog.usual.text()
    assert dialog.office() == Office()
    assert dialog.edit().changes == ()


def test_a_name_that_does_not_tell_says_so(qtbot: QtBot) -> None:
    dialog = dialog_on(replace(sample_report(), organization="某某", year=None), qtbot)
    assert "看不出" in dialog.kind.currentText()
    assert "先填报告的年度" in dialog.usual.text()


def test_the_usual_day_follows_the_kind(qtbot: QtBot) -> None:
    dialog = dialog_on(sample_report(), qtbot)
    dialog.kind.setCurrentIndex(dialog.kind.findData("county_government"))
    assert "2024年3月31日" in dialog.usual.text()
    dialog.own.setChecked(True)
    assert dialog.office().deadline == date(2024, 3, 31)


def test_settings_are_one_step_saved_with_the_report(bench: Bench) -> None:
    def fill(dialog: OfficeDialog) -> None:
        dialog.kind.setCurrentIndex(dialog.kind.findData("street"))
        dialog.longest.setValue(1000)
        dialog.share.setValue(60)
        dialog.own.setChecked(True)
        dialog.day.setDate(QDate(2024, 1, 25))

    path = bench.folder / "a.nianbao"
    bench.open(sample_report(), path)
    in_dialog(bench.window, OfficeDialog, fill)
    bench.window.report_actions.office.trigger()
    wanted = Office("street", 1000, 60, date(2024, 1, 25))
    assert bench.document.report.office == wanted
    assert bench.window.state.deadline.text() == "距报送期限（1月25日）还有 5 天"
    bench.window.files.save()
    bench.wait_for_work()
    assert load_report(path).office == wanted
    seen = in_dialog(bench.window, OfficeDialog, lambda dialog: None)
    bench.window.report_actions.office.trigger()
    assert seen[0].office() == wanted
    assert not bench.document.is_modified
    bench.window.actions_.undo.trigger()
    assert bench.document.report.office == Office()
    assert bench.window.state.deadline.text() == "距报送期限（1月31日）还有 11 天"


def test_leaving_the_settings_changes_nothing(bench: Bench) -> None:
    def leave(dialog: OfficeDialog) -> None:
        dialog.longest.setValue(5)
        dialog.reject()

    bench.open(sample_report(), bench.folder / "a.nianbao")
    in_dialog(bench.window, OfficeDialog, leave)
    bench.window.report_actions.office.trigger()
    assert bench.document.report.office == Office()
    assert not bench.document.is_modified


def test_an_old_report_tells_no_deadline(bench: Bench) -> None:
    bench.open(replace(sample_report(), year=2021))
    assert bench.window.state.deadline.isHidden()
    assert bench.window.state.deadline.text() == ""
