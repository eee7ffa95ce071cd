"""What a bad end leaves: never an older content than the file's, the cell in hand too."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from gui.keeping import autosave
from gui.keeping.endings import Endings
from gui.services import Services
from gui_bench import Bench
from model.report.edits import Edit, TextChange
from model.report.report import Report
from storage.report_file import load_report, save_report
from storage.seen import fingerprint
from storage.snapshots import Snapshot, read_snapshot
from windows import Second, crash


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autosave, "QUIET", 20)


@pytest.fixture
def saved(bench: Bench, report: Report) -> Path:
    path = bench.folder / "甲.nianbao"
    save_report(report, path)
    bench.window.files.load(path)
    bench.wait_for_work()
    return path


@pytest.fixture
def second(bench: Bench, services: Services) -> Iterator[Second]:
    second = Second(bench, services)
    yield second
    second.end()


def write(bench: Bench, text: str) -> None:
    bench.document.push(Edit("改", (TextChange("overview", text),)))


def snapshots(bench: Bench) -> list[Path]:
    return sorted((bench.folder / "data" / "unsaved").glob("*.json"))


def kept(bench: Bench) -> Snapshot:
    bench.bot.waitUntil(lambda: bool(snapshots(bench)) and not bench.window.autosave.is_busy)
    return read_snapshot(snapshots(bench)[0])


# ---------------------------------------------------------------- what is in a snapshot


def type_into_cell(bench: Bench, digits: str) -> None:
    workspace = bench.window.workspace
    assert workspace is not None
    workspace.show_section("requests")
    table = workspace.page().table
    assert table is not None
    table.view.go_to("granted.natural_person")
    QTest.keyClicks(table.view, digits[0])
    if digits[1:]:
        QTest.keyClicks(table.view.focusWidget(), digits[1:])


def test_the_cell_that_is_being_typed_in_is_kept(bench: Bench, saved: Path) -> None:
    type_into_cell(bench, "8")
    snapshot = kept(bench)
    assert snapshot.report.value("requests", "granted.natural_person") == 8
    assert bench.document.report.value("requests", "granted.natural_person") is None
    assert not bench.document.is_modified


def test_what_is_given_up_in_a_cell_is_not_kept(bench: Bench, saved: Path) -> None:
    type_into_cell(bench, "8")
    kept(bench)
    workspace = bench.window.workspace
    assert workspace is not None
    table = workspace.page().table
    assert table is not None
    for editor in table.view.viewport().findChildren(QLineEdit):
        QTest.keyClick(editor, Qt.Key.Key_Escape)
    bench.bot.waitUntil(lambda: not snapshots(bench))


def test_a_kill_right_after_the_file_was_replaced_offers_nothing_older(
    bench: Bench, saved: Path, second: Second
) -> None:
    write(bench, "一")
    kept(bench)
    bench.window.autosave._timer.stop()
    write(bench, "二")
    bench.window.autosave._timer.stop()
    # As a saving that was killed before its end came to the window.
    bench.window.autosave._session.note_saving("", 0)
    revision = bench.document.revision
    save_report(bench.document.report, saved)
    bench.window.autosave.note_saving(fingerprint(saved), revision)
    crash(bench)
    second.window.begin()
    second.wait_for_work()
    assert second.messages.asked == []
    assert load_report(saved).sections["overview"] == "二"


def test_typing_during_a_saving_is_offered_after_a_kill(
    bench: Bench, saved: Path, second: Second
) -> None:
    write(bench, "一")
    revision = bench.document.revision
    save_report(bench.document.report, saved)
    bench.window.autosave.note_saving(fingerprint(saved), revision)
    write(bench, "二")
    kept(bench)
    crash(bench)
    second.messages.recover = "restore"
    second.window.begin()
    second.wait_for_work()
    assert second.window.document.report.sections["overview"] == "二"


# ---------------------------------------------------------------- the question


def test_the_question_shows_what_differs_and_that_the_file_changed(
    bench: Bench, saved: Path, second: Second, report: Report
) -> None:
    write(bench, "没有保存的一段")
    kept(bench)
    crash(bench)
    report.sections["problems"] = "别人写的"
    save_report(report, saved)
    second.window.begin()
    second.wait_for_work()
    told = "\n".join(second.messages.compared)
    assert "文件在这之后又被改过" in told
    assert "没有保存的一段" in told
    assert "别人写的" in told


def test_a_file_that_is_gone_is_told_in_the_question(
    bench: Bench, saved: Path, second: Second
) -> None:
    write(bench, "一")
    kept(bench)
    crash(bench)
    saved.unlink()
    second.window.begin()
    second.wait_for_work()
    assert "找不到" in second.messages.compared[0]


def test_what_is_not_wanted_stays_among_the_versions(
    bench: Bench, saved: Path, second: Second
) -> None:
    write(bench, "没有保存的一段")
    kept(bench)
    crash(bench)
    second.messages.recover = "discard"
    second.window.begin()
    second.wait_for_work()
    assert snapshots(bench) == []
    version = second.window.files.desk.versions.of(saved)[0]
    assert version.note.is_thrown
    assert load_report(version.file).sections["overview"] == "没有保存的一段"


def test_snapshots_that_cannot_be_read_or_are_newer_are_told(
    bench: Bench, saved: Path, second: Second
) -> None:
    folder = bench.folder / "data" / "unsaved"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "a.json").write_text("{", encoding="utf-8")
    (folder / "b.json").write_text('{"snapshot": 2}', encoding="utf-8")
    second.window.begin()
    second.wait_for_work()
    assert "已损坏" in second.messages.told[0]
    assert "更新版本" in second.messages.told[1]
    assert (folder / "damaged" / "a.json").exists()
    second.messages.told.clear()
    second.window.begin()
    second.wait_for_work()
    assert ["更新版本" in text for text in second.messages.told] == [True]


# ---------------------------------------------------------------- ends from outside


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_keeps_what_is_not_saved(bench: Bench, saved: Path, name: str) -> None:
    left: list[bool] = []
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    window = bench.window
    endings = Endings(application, window.autosave.keep_now, lambda: left.append(True))
    try:
        bench.window.autosave._timer.stop()
        type_into_cell(bench, "8")
        os.kill(os.getpid(), getattr(signal, name))
        bench.bot.waitUntil(lambda: bool(left))
    finally:
        endings.end()
    snapshot = read_snapshot(snapshots(bench)[0])
    assert snapshot.report.value("requests", "granted.natural_person") == 8


def test_the_end_of_the_session_keeps_what_is_not_saved(bench: Bench, saved: Path) -> None:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    ends = SIGNAL("commitDataRequest(QSessionManager&)")
    before = application.receivers(ends)
    endings = Endings(application, bench.window.autosave.keep_now, lambda: None)
    try:
        write(bench, "没有保存的一段")
        # No session manager can be made here; that the signal leads there is all that can be seen.
        assert application.receivers(ends) == before + 1
        endings.session_ends()
    finally:
        endings.end()
    assert application.receivers(ends) == before
    assert read_snapshot(snapshots(bench)[0]).report.sections["overview"] == "没有保存的一段"


def test_being_ended_from_outside_leaves_a_snapshot_and_no_lock(
    bench: Bench, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The loop of the tests goes on.
    ended: list[int] = []
    monkeypatch.setattr(QApplication, "exit", ended.append)
    write(bench, "一")
    bench.window.autosave.keep_now()
    bench.window.end_from_outside()
    assert ended == [0]
    assert len(snapshots(bench)) == 1
    assert not list(saved.parent.glob(".~*.lock"))
