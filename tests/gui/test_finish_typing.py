"""What is being typed in a field is in whatever is done next, and never in another report."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolBar, QWidget

from dialog_clicks import in_dialog
from final_reports import final_report, ready_report
from gui.crash_guard import CrashGuard
from gui.menus.file_actions import FileActions
from gui.panels.workspace import Workspace
from gui.printing.preview_dialog import PreviewDialog
from gui.services import OpenedFile
from gui.sign_off.sign_off_copy_dialog import SignOffCopyDialog
from gui_bench import Bench
from model.form.form import Form
from model.report.report import Report
from storage.report_file import load_report, save_report

NEW = "new_received.natural_person"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ready(bench: Bench, form: Form) -> Bench:
    """Return a window, in front, with a saved report of 2023 in it."""
    load(bench, ready_report(form), bench.folder / "a.nianbao")
    return bench


def load(bench: Bench, report: Report, path: Path) -> None:
    """Open a file with the report in it, and bring the window to the front."""
    save_report(report, path)
    bench.window.files.load(path)
    bench.wait_for_work()
    bench.window.activateWindow()
    bench.bot.waitUntil(bench.window.isActiveWindow)


def workspace(bench: Bench) -> Workspace:
    assert bench.window.workspace is not None
    return bench.window.workspace


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key as the window system hands it over: shortcuts come before the field."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def type_year(bench: Bench) -> None:
    """Type 2022 over the year, and stay in the field."""
    workspace(bench).show_identity()
    year = workspace(bench).identity.year
    year.setFocus()
    bench.bot.waitUntil(year.hasFocus)
    year.selectAll()
    QTest.keyClicks(year, "2022")
    assert bench.document.report.year == 2023


def type_figure(bench: Bench) -> None:
    """Type 7 into a cell, and stay in it."""
    workspace(bench).show_section("requests")
    table = workspace(bench).page().table
    assert table is not None
    table.view.go_to(NEW)
    table.view.setFocus()
    QTest.keyClicks(table.view, "7")
    assert bench.document.report.value("requests", NEW) == 0


@dataclass(frozen=True)
class Typing:
    """A way to type something, and how to see in a report that it was taken over."""

    name: str
    type: Callable[[Bench], None]
    is_in: Callable[[Report], bool]


TYPINGS = [
    Typing("year", type_year, lambda report: report.year == 2022),
    Typing("cell", type_figure, lambda report: report.value("requests", NEW) == 7),
]


@pytest.fixture(params=TYPINGS, ids=lambda typing: typing.name)
def typing(request: pytest.FixtureRequest) -> Typing:
    found: Typing = request.param
    return found


def save(bench: Bench) -> None:
    press(Qt.Key.Key_S, CONTROL)


def save_as(bench: Bench) -> None:
    bench.files.to_save = bench.folder / "a.nianbao"
    press(Qt.Key.Key_S, CONTROL | Qt.KeyboardModifier.ShiftModifier)


@pytest.mark.parametrize("act", [save, save_as])
def test_what_is_being_typed_is_saved(
    ready: Bench, typing: Typing, act: Callable[[Bench], None]
) -> None:
    typing.type(ready)
    act(ready)
    ready.wait_for_work()
    assert typing.is_in(load_report(ready.folder / "a.nianbao"))
    assert not ready.document.is_modified
    assert ready.window.close()
    assert ready.messages.asked == []


def test_a_window_with_something_half_typed_asks_before_it_closes(
    ready: Bench, typing: Typing
) -> None:
    typing.type(ready)
    assert not ready.window.close()
    assert len(ready.messages.asked) == 1
    assert typing.is_in(ready.document.report)


EXPORTS: dict[str, Callable[[FileActions], Callable[[], None]]] = {
    ".docx": lambda files: files.export_word,
    "公开.docx": lambda files: files.export_public,
    ".xlsx": lambda files: files.export_excel,
    "附.xlsx": lambda files: files.export_with_extras,
    ".pdf": lambda files: files.export_pdf,
    ".html": lambda files: files.export_page,
    ".txt": lambda files: files.export_text,
}


@pytest.mark.parametrize("name", EXPORTS)
def test_what_is_being_typed_is_exported(ready: Bench, typing: Typing, name: str) -> None:
    given: list[Report] = []

    def export(report: Report, path: Path, *_: object, **__: object) -> str:
        given.append(report)
        return ""

    def export_extras(report: Report, path: Path) -> None:
        given.append(report)

    desk = ready.window.files.desk
    desk.services = replace(desk.services, export_report=export, export_with_extras=export_extras)
    ready.files.to_save = ready.folder / f"年报{name}"
    typing.type(ready)
    EXPORTS[name](ready.window.files)()
    ready.wait_for_work()
    assert [typing.is_in(report) for report in given] == [True]
    # The name that is offered has the year in it.
    assert str(ready.document.report.year) in ready.files.proposals[0].name


def export_all(bench: Bench) -> None:
    bench.files.to_fill = bench.folder
    bench.window.files.export_all()
    bench.wait_for_work()


def copy_page(bench: Bench) -> None:
    bench.window.files.copy_page()
    year = bench.document.report.year
    assert f"{year}年" in QGuiApplication.clipboard().text()


def preview(bench: Bench) -> None:
    seen = in_dialog(bench.window, PreviewDialog, lambda dialog: dialog.reject())
    bench.window.actions_.preview.trigger()
    assert seen


def sign_off_copy(bench: Bench) -> None:
    seen = in_dialog(bench.window, SignOffCopyDialog, lambda dialog: dialog.reject())
    bench.window.sign_off.sign_off_copy.trigger()
    assert seen


def make_final(bench: Bench) -> None:
    seen = in_dialog(bench.window, QDialog, lambda dialog: dialog.reject())
    bench.window.sign_off.final.trigger()
    assert seen


def show_another_part(bench: Bench) -> None:
    press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert workspace(bench).page() is workspace(bench).by_section["overview"]


def attach(bench: Bench) -> None:
    bench.window.files.attach_last_year()


def open_another(bench: Bench) -> None:
    press(Qt.Key.Key_O, CONTROL)
    assert len(bench.messages.asked) == 1


def keep_after_an_error(bench: Bench) -> None:
    guard = CrashGuard(bench.window, bench.messages, bench.folder / "error.log")
    guard.handle(ValueError, ValueError("x"), None)


@pytest.mark.parametrize(
    "act",
    [
        export_all,
        copy_page,
        preview,
        sign_off_copy,
        make_final,
        show_another_part,
        attach,
        open_another,
        keep_after_an_error,
    ],
)
def test_what_is_being_typed_is_taken_over_first(
    ready: Bench, typing: Typing, act: Callable[[Bench], None]
) -> None:
    typing.type(ready)
    act(ready)
    assert typing.is_in(ready.document.report)
    assert ready.document.is_modified


def tool(bench: Bench, word: str) -> QWidget:
    """Return the button of the tool bar with a word on it; it never takes the focus."""
    (bar,) = bench.window.findChildren(QToolBar)
    action = next(action for action in bar.actions() if action.text() == word)
    assert isinstance(action, QAction)
    button = bar.widgetForAction(action)
    assert button.focusPolicy() != Qt.FocusPolicy.StrongFocus
    return button


def test_undo_takes_back_what_is_being_typed_first(ready: Bench, typing: Typing) -> None:
    document = ready.document
    workspace(ready).identity.title.setFocus()
    QTest.keyClicks(workspace(ready).identity.title, "x")
    typing.type(ready)
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(tool(ready, "撤销"), left)
    assert not typing.is_in(document.report)
    assert "x" in document.report.title
    QTest.mouseClick(tool(ready, "重做"), left)
    assert typing.is_in(document.report)
    assert document.stack.count() == 2


def test_a_field_that_is_left_with_nothing_new_changes_nothing(ready: Bench) -> None:
    year = workspace(ready).identity.year
    year.setFocus()
    year.selectAll()
    QTest.keyClicks(year, "2023")
    save(ready)
    ready.wait_for_work()
    assert ready.document.stack.count() == 0


def test_what_is_typed_in_one_report_is_never_in_the_next(
    ready: Bench, typing: Typing, form: Form
) -> None:
    typing.type(ready)
    left, next_report = ready.document.report, ready_report(form)
    ready.open(next_report)
    QApplication.processEvents()
    assert typing.is_in(left)
    assert not typing.is_in(next_report)
    assert ready.document.stack.count() == 0


def test_a_refused_change_of_a_final_report_is_asked_about_once(
    ready: Bench, typing: Typing, form: Form
) -> None:
    path = ready.folder / "b.nianbao"
    load(ready, final_report(form), path)
    typing.type(ready)
    save(ready)
    ready.wait_for_work()
    assert len(ready.messages.asked) == 1
    assert not typing.is_in(load_report(path))
    assert workspace(ready).identity.year.value() == 2023


def test_a_word_that_is_being_composed_is_handed_over(
    ready: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    class Composing:
        def commit(self) -> None:
            asked.append("commit")

    monkeypatch.setattr(QGuiApplication, "inputMethod", lambda: Composing())
    ready.document.finish_typing()
    assert asked == ["commit"]


# ---------------------------------------------------------------- typing while a file is read


def slow(bench: Bench) -> threading.Event:
    """Let every reading wait until the event is set."""
    desk, gate = bench.window.files.desk, threading.Event()
    read = desk.services.open_report

    def wait_and_read(path: Path, picks: Sequence[int] = ()) -> OpenedFile:
        gate.wait(10)
        return read(path, picks)

    desk.services = replace(desk.services, open_report=wait_and_read)
    return gate


def test_what_is_typed_while_another_file_is_read_is_asked_about(
    ready: Bench, typing: Typing, form: Form
) -> None:
    other = ready.folder / "b.nianbao"
    save_report(replace(ready_report(form), organization="青山镇人民政府"), other)
    gate = slow(ready)
    ready.window.files.open_path(other)
    assert ready.messages.asked == []
    typing.type(ready)
    gate.set()
    ready.wait_for_work()
    assert len(ready.messages.asked) == 1
    assert typing.is_in(ready.document.report)
    ready.messages.answer = "save"
    ready.window.files.open_path(other)
    ready.bot.waitUntil(lambda: ready.document.path == other)
    assert typing.is_in(load_report(ready.folder / "a.nianbao"))
    assert ready.document.report.organization == "青山镇人民政府"


def test_a_question_that_was_answered_is_not_asked_again(ready: Bench, form: Form) -> None:
    other = ready.folder / "b.nianbao"
    save_report(ready_report(form), other)
    type_year(ready)
    ready.messages.answer = "discard"
    ready.window.files.open_path(other)
    ready.wait_for_work()
    assert len(ready.messages.asked) == 1
    assert ready.document.path == other
