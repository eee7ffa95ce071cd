from __future__ import annotations

from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from gui.dialogs.about_dialog import AboutDialog
from gui.dialogs.help_dialog import HelpDialog
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
    assert "卸载" in shown[1].toPlainText()
    for name in ("images/smartscreen.png", "images/start.png"):
        picture = shown[1].loadResource(2, name)
        assert picture is not None, name
