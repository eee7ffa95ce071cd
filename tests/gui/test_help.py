from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from dialog_clicks import in_dialog
from gui.dialogs.about_dialog import AboutDialog
from gui.dialogs.help_dialog import KEYS, HelpDialog
from gui_bench import Bench
from model.report.report import Report
from storage.program import own_text
from storage.program_version import program_version


def test_about_tells_version_editions_and_licences(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    assert program_version().text in dialog.text.text()
    assert "2019、2021 年版" in dialog.text.text()
    assert "GPL" in dialog.text.text()
    assert "MIT" in dialog.licences.toPlainText()


def test_help_shows_first_help_with_its_pictures(qtbot: QtBot) -> None:
    dialog = HelpDialog()
    qtbot.addWidget(dialog)
    pages = [dialog.pages.widget(index) for index in range(dialog.pages.count())]
    shown = [page for page in pages if isinstance(page, QTextBrowser)]
    assert "以上年报告为模板新建" in shown[0].toPlainText()
    assert "卸载" in shown[2].toPlainText()
    for name in ("images/smartscreen.png", "images/start.png"):
        picture = shown[2].loadResource(2, name)
        assert picture is not None, name


NAMES = {"Return": "回车", "+": "加号", "=": "加号", "-": "减号"}


def named(key: QKeySequence) -> str:
    """Return a key as the page writes it."""
    *held, last = key.toString().replace("++", "+plus").split("+")
    return "+".join((*held, NAMES.get("+" if last == "plus" else last, last)))


def test_every_key_of_the_menus_stands_in_the_list(bench: Bench, report: Report) -> None:
    bench.open(report)
    page = own_text("help/keys.html")
    keys = {named(key) for one in bench.window.findChildren(QAction) for key in one.shortcuts()}
    parts = {key for key in keys if key.startswith("Alt+") and key[-1].isdigit()}
    assert parts == {f"Alt+{number}" for number in range(1, 7)}
    assert "Ctrl+S" in keys
    assert {key for key in keys - parts if f"<b>{key}</b>" not in page} == set()


def test_f1_and_the_menu_open_the_list_of_keys(bench: Bench) -> None:
    seen: list[str] = []

    def look(dialog: HelpDialog) -> None:
        titles = [dialog.pages.tabText(place) for place in range(dialog.pages.count())]
        assert KEYS in titles
        seen.append(dialog.pages.tabText(dialog.pages.currentIndex()))

    in_dialog(bench.window, HelpDialog, look)
    QTest.keyClick(bench.window, Qt.Key.Key_F1)
    in_dialog(bench.window, HelpDialog, look)
    next(one for one in bench.window.findChildren(QAction) if one.text() == "快捷键…").trigger()
    assert seen == ["怎样写报告", KEYS]
