"""The real boxes: every button, Enter and Esc mean what the clerk reads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from dialog_clicks import in_dialog
from gui.messages import Messages
from storage.guarded_save import Doubt

Ask = Callable[[Messages], object]
PATH = Path("甲") / "a.docx"
TAKEN = datetime(2024, 1, 2).astimezone()
QUESTIONS: list[tuple[Ask, dict[str, object], object, object]] = [
    (
        lambda m: m.ask_save("甲"),
        {"保存": "save", "不保存": "discard", "取消": "cancel"},
        "save",
        "cancel",
    ),
    (
        lambda m: m.ask_recover("甲", 2023, TAKEN, PATH),
        {"恢复": "restore", "不要了": "discard", "以后再说": "later"},
        "restore",
        "later",
    ),
    (
        lambda m: m.ask_overwrite("甲", Doubt.FOREIGN),
        {"覆盖": "overwrite", "另存到别处…": "save_as", "取消": "cancel"},
        "save_as",
        "cancel",
    ),
    (
        lambda m: m.ask_after_final("AAAA-BBBB"),
        {"保存并出送审稿…": "export", "只保存": "save", "以后再说": "later"},
        "export",
        "later",
    ),
    (
        lambda m: m.ask_replace(["甲.docx"]),
        {"覆盖": "overwrite", "另取名字": "rename", "取消": "cancel"},
        "rename",
        "cancel",
    ),
    (
        lambda m: m.ask_held("甲", "「李四」在电脑「乙」上", can_take_over=True),
        {
            "只看，不改": "read",
            "作为副本打开": "copy",
            "那边已经不用，由我来改": "take",
            "取消": "cancel",
        },
        "read",
        "cancel",
    ),
    (
        lambda m: m.ask_damaged("坏了。", ["第 3 行"] * 20),
        {"打开能读出的部分": "rescue", "看历史版本…": "versions", "取消": "cancel"},
        "rescue",
        "cancel",
    ),
    (
        lambda m: m.offer_elsewhere("甲", "满了。"),
        {"另存到别处…": True, "知道了": False},
        True,
        False,
    ),
    (lambda m: m.tell_doubtful("甲"), {"看历史版本…": True, "知道了": False}, False, False),
    (lambda m: m.ask_attach("甲", ["年度不对"]), {"仍然附上": True, "不附": False}, False, False),
    (lambda m: m.confirm_export(1, 2), {"仍然导出": True, "回去修改": False}, False, False),
    (lambda m: m.ask_change("今天", "AAAA"), {"修改": True, "不改": False}, False, False),
    (lambda m: m.ask_unlock("今天", "AAAA"), {"解除定稿": True, "取消": False}, False, False),
    (lambda m: m.offer_pdf(), {"另存为 PDF…": True, "取消": False}, False, False),
    (lambda m: m.offer_restart(PATH), {"关闭程序": True, "继续使用": False}, False, False),
    (lambda m: m.offer_rescue(PATH), {"另存一份": True, "先不保存": False}, False, False),
    (lambda m: m.problem("甲", "乙"), {"知道了": None}, None, None),
    (lambda m: m.tell("甲", "乙"), {"知道了": None}, None, None),
]


@pytest.fixture
def messages(qtbot: QtBot) -> Messages:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    messages = Messages()
    messages.parent = window
    return messages


def press(box: QMessageBox, words: str) -> None:
    next(button for button in box.buttons() if button.text() == words).click()


def strike(box: QMessageBox, key: Qt.Key) -> None:
    QTest.keyClick(box, key)


def asked(messages: Messages, ask: Ask, act: Callable[[QMessageBox], object]) -> object:
    assert messages.parent is not None
    seen = in_dialog(messages.parent, QMessageBox, act)
    answer = ask(messages)
    assert [box.textFormat() for box in seen] == [Qt.TextFormat.PlainText]
    return answer


@pytest.mark.parametrize(("ask", "buttons", "entered", "escaped"), QUESTIONS)
def test_every_answer_means_what_its_button_says(
    messages: Messages, ask: Ask, buttons: dict[str, object], entered: object, escaped: object
) -> None:
    for words, meaning in buttons.items():
        assert asked(messages, ask, partial(press, words=words)) == meaning
    for key, meaning in ((Qt.Key.Key_Return, entered), (Qt.Key.Key_Escape, escaped)):
        assert asked(messages, ask, partial(strike, key=key)) == meaning


@pytest.mark.parametrize(
    "ask",
    [
        lambda m: m.offer_folder(PATH),
        lambda m: m.tell_exported(PATH.parent, ["a.docx"], []),
        lambda m: m.tell_exported(PATH.parent, [], ["a.pdf：没有字体"]),
    ],
)
def test_the_folder_is_opened_on_its_button_only(
    messages: Messages, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    asked(messages, ask, partial(strike, key=Qt.Key.Key_Return))
    asked(messages, ask, partial(press, words="知道了"))
    assert opened == []
    asked(messages, ask, partial(press, words="打开文件夹"))
    assert opened == [QUrl.fromLocalFile(str(PATH.parent))]
