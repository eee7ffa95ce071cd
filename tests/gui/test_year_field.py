"""The year's field takes years of reports, shows what stands there, and says what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from gui.dialogs.office_dialog import OfficeDialog
from gui.dialogs.report_dialogs import NewFromLastDialog, NewReportDialog
from gui.fields.year_field import YearField, YearHint
from gui.services import Services
from gui_bench import Bench
from model.checks import run_checks
from model.form.form import Form
from model.report.report import Report
from storage.report_file import load_report, report_to_text, save_report

OK = QDialogButtonBox.StandardButton.Ok
NO_YEARS = [1900, 1999, 2100, 2105, 9999]


def typed(field: YearField, text: str, key: Qt.Key | None = Qt.Key.Key_Return) -> None:
    field.setFocus()
    field.selectAll()
    if text.isascii():
        QTest.keyClicks(field, text)
    else:
        QApplication.clipboard().setText(text)
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    if key is not None:
        QTest.keyClick(field, key)


def saved(form: Form, folder: Path, year: int | None) -> Path:
    """Return the file of a report on a year, which may be none of a report."""
    path = folder / "年报.nianbao"
    data = json.loads(report_to_text(Report(form, "红星镇人民政府", 2023, "2023年报告")))
    data["year"] = year
    data["title"] = f"{year or 2023}年政府信息公开工作年度报告"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def year_field(bench: Bench) -> YearField:
    assert bench.window.workspace is not None
    bench.window.workspace.show_identity()
    return bench.window.workspace.identity.year


def year_hint(bench: Bench) -> YearHint:
    assert bench.window.workspace is not None
    return bench.window.workspace.identity.hint


def opened(bench: Bench, path: Path) -> YearField:
    bench.window.files.open_path(path)
    bench.wait_for_work()
    return year_field(bench)


@pytest.mark.parametrize("year", NO_YEARS)
def test_a_file_with_no_year_of_a_report_opens_and_the_year_is_shown_and_told(
    bench: Bench, form: Form, year: int
) -> None:
    path = saved(form, bench.folder, year)
    field = opened(bench, path)
    assert field.text() == str(year)
    assert f"{year}年" in field.toolTip()
    (finding,) = [item for item in bench.document.findings if item.code == "text-title"]
    assert f"报告年度是{year}年，应在2000年到2099年之间" in finding.message
    assert (finding.actual, finding.quote) == (year, str(year))
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert bench.document.report.year == year
    assert not bench.document.is_modified
    bench.window.files.save()
    bench.wait_for_work()
    assert load_report(path).year == year


@pytest.mark.parametrize("year", NO_YEARS)
def test_every_dialog_and_check_copes_with_such_a_year(
    bench: Bench, form: Form, services: Services, year: int
) -> None:
    report = load_report(saved(form, bench.folder, year))
    assert report.deadline is None
    assert run_checks(report)
    bench.open(report)
    dialog = OfficeDialog(bench.window, report, services.today())
    assert dialog.edit().changes == ()
    assert "先填报告的年度" in dialog.usual.text()


def test_an_unknown_year_is_shown_as_such(bench: Bench, form: Form) -> None:
    field = opened(bench, saved(form, bench.folder, None))
    assert field.text() == "未填"
    assert field.year is None
    assert not [item for item in bench.document.findings if item.code == "text-title"]


@pytest.mark.parametrize("text", ["1999", "2105", "210", "0"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_no_year_of_a_report_is_taken_and_that_is_told(
    bench: Bench, report: Report, text: str, key: Qt.Key
) -> None:
    bench.open(report)
    field = year_field(bench)
    typed(field, text, key)
    assert field.text() == "2023"
    assert bench.document.report.year == 2023
    hint = year_hint(bench)
    QTest.qWait(0)
    assert hint.isVisible()
    assert hint.text() == f"没有采用。「{text}」不是报告的年度，年度是2000到2099之间的四位数字。"
    typed(field, "2", None)
    assert not hint.isVisible()


def test_a_year_that_is_not_finished_is_refused_when_the_report_is_saved(
    bench: Bench, form: Form
) -> None:
    path = saved(form, bench.folder, 2023)
    field = opened(bench, path)
    typed(field, "202", None)
    bench.window.files.save()
    bench.wait_for_work()
    QTest.qWait(0)
    assert field.text() == "2023"
    assert load_report(path).year == 2023
    assert "没有采用。「202」" in year_hint(bench).text()
    assert year_hint(bench).isVisible()


@pytest.mark.parametrize("text", ["2000", "2099", "２０２４"])
def test_years_of_reports_are_taken(bench: Bench, report: Report, text: str) -> None:
    bench.open(report)
    typed(year_field(bench), text)
    assert bench.document.report.year == int(text)
    QTest.qWait(0)
    assert not year_hint(bench).isVisible()


def test_letters_are_not_taken(qtbot: QtBot) -> None:
    field = YearField()
    qtbot.addWidget(field)
    field.show()
    field.show_year(2023)
    typed(field, "20x2a4", None)
    assert field.text() == "2024"
    QTest.keyClicks(field, "5")
    assert field.text() == "2024"


@pytest.mark.parametrize(
    ("start", "key", "year"),
    [
        (2023, Qt.Key.Key_Up, 2024),
        (2099, Qt.Key.Key_Up, 2099),
        (2105, Qt.Key.Key_Up, 2105),
        (2105, Qt.Key.Key_Down, 2099),
        (1950, Qt.Key.Key_Up, 2000),
        (2000, Qt.Key.Key_Down, None),
        (None, Qt.Key.Key_Down, None),
        (None, Qt.Key.Key_Up, 2000),
        (2023, Qt.Key.Key_PageDown, 2013),
    ],
)
def test_the_arrows_go_over_years_of_reports_only(
    qtbot: QtBot, start: int | None, key: Qt.Key, year: int | None
) -> None:
    field = YearField(without="未填")
    qtbot.addWidget(field)
    field.show()
    field.show_year(start)
    QTest.keyClick(field, key)
    assert field.year == year


def test_the_wheel_passes_over_a_field_that_was_not_chosen(qtbot: QtBot) -> None:
    field = YearField()
    qtbot.addWidget(field)
    field.show_year(2023)
    turned = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, turned)
    assert field.year == 2023


def test_a_blank_report_is_not_begun_for_another_year_than_was_typed(qtbot: QtBot) -> None:
    dialog = NewReportDialog(None)
    qtbot.addWidget(dialog)
    dialog.show()
    usual = dialog.year.year
    typed(dialog.year, "1999", None)
    assert not dialog.buttons.button(OK).isEnabled()
    assert "「1999」不是报告的年度" in dialog.problem.text()
    assert dialog.problem.isVisible()
    QTest.keyClick(dialog.year, Qt.Key.Key_Return)
    QTest.qWait(0)
    assert dialog.isVisible()
    assert dialog.year.year == usual
    assert dialog.problem.text().startswith("没有采用。「1999」")
    typed(dialog.year, "2020", None)
    assert not dialog.problem.isVisible()
    QTest.keyClick(dialog.year, Qt.Key.Key_Return)
    assert dialog.result() == dialog.DialogCode.Accepted
    assert dialog.year.year == 2020


def test_the_draft_of_the_next_year_needs_no_year(qtbot: QtBot) -> None:
    dialog = NewFromLastDialog(None, lambda: None, (), "2023年报告")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.chosen_year is None
    assert dialog.year.text() == "选好上年的报告后填入"
    typed(dialog.year, "1999", None)
    assert not dialog.buttons.button(OK).isEnabled()
    typed(dialog.year, "2025")
    assert dialog.result() == dialog.DialogCode.Accepted
    assert dialog.chosen_year == 2025


def test_a_saved_year_comes_back(form: Form, tmp_path: Path) -> None:
    path = tmp_path / "a.nianbao"
    save_report(Report(form, year=2105), path)
    assert load_report(path).year == 2105
