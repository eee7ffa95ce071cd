from __future__ import annotations

import pytest
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from gui.dialogs.previous_dialog import PreviousDialog
from gui.look.palette import colours
from gui_bench import Bench
from model.report.report import Report, Tables
from sample_reports import sample_report
from storage.form_store import load_form


def texts(dialog: PreviousDialog) -> list[str]:
    pages = [dialog.tabs.widget(index) for index in range(dialog.tabs.count())]
    return [page.toPlainText() for page in pages if isinstance(page, QTextBrowser)]


def test_last_years_tables_and_texts_are_shown(qtbot: QtBot) -> None:
    report = sample_report()
    dialog = PreviousDialog(None, report.as_previous())
    qtbot.addWidget(dialog)
    assert "2023年" in dialog.windowTitle()
    assert dialog.tabs.count() == 4
    shown = texts(dialog)
    assert "12.3400" in shown[0]
    assert "三、本年度办理结果" in shown[1]
    assert "收到申请12件" in shown[3]


def test_an_older_edition_is_shown_in_its_own_form(qtbot: QtBot) -> None:
    form = load_form("2019")
    tables: Tables = {"proactive_disclosure": {"procurement.amount": "251000元"}}
    dialog = PreviousDialog(None, Report(form, year=2020, tables=tables).as_previous())
    qtbot.addWidget(dialog)
    assert "251000元" in texts(dialog)[0]
    assert "政府集中采购" in texts(dialog)[0]
    assert texts(dialog)[3].startswith("上年报告没有正文")


def test_the_menu_shows_last_years_report_or_says_there_is_none(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(PreviousDialog, "exec", lambda self: shown.append(self.windowTitle()))
    report = sample_report()
    bench.open(report)
    bench.window.report_actions.previous.trigger()
    assert "没有带上年报告" in bench.window.statusBar().currentMessage()
    report.previous = sample_report().as_previous()
    bench.window.report_actions.previous.trigger()
    assert [title[:4] for title in shown] == ["上年报告"]


def test_its_captions_can_be_read_in_the_dark_too(qtbot: QtBot) -> None:
    colours.use(is_dark=True)
    dialog = PreviousDialog(None, sample_report().as_previous())
    colours.use(is_dark=False)
    qtbot.addWidget(dialog)
    page = dialog.tabs.widget(0)
    assert isinstance(page, QTextBrowser)
    frames = page.document().rootFrame().childFrames()
    tables = [one for one in frames if isinstance(one, QTextTable)]
    dark = {tables[0].cellAt(row, 0).format().background().color().name() for row in range(2)}
    assert dark == {"#323841"}
