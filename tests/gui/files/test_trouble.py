"""Files that are not as they were left: a question or a sentence, and always a way to a file."""

from __future__ import annotations

import errno
import json
import os
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from final_reports import ready_report
from gui.crash_guard import CrashGuard
from gui.native_crashes import NativeCrashes
from gui.screen import has_screen
from gui.services import OpenedFile
from gui.settings import Settings, path_from, text_of
from gui.start.recent_reports import RecentReports
from gui_bench import Bench
from model.form.form import Form
from model.report.edits import Edit, TextChange
from storage.guarded_save import Doubt
from storage.report_file import load_report, save_report
from storage.report_locks import ReportLock


@pytest.fixture
def path(bench: Bench, form: Form) -> Path:
    """Return a file that is open in the window and changed there."""
    path = bench.folder / "盘" / "甲.nianbao"
    path.parent.mkdir()
    save_report(ready_report(form), path)
    bench.window.files.load(path)
    bench.wait_for_work()
    write(bench, "改过。")
    return path


def write(bench: Bench, text: str) -> None:
    bench.document.push(Edit("改", (TextChange("problems", text),)))


def save(bench: Bench) -> None:
    bench.window.files.save()
    bench.wait_for_work()


# ---------------------------------------------------------------- saving


def test_a_file_that_is_gone_is_asked_about_and_saved_elsewhere(bench: Bench, path: Path) -> None:
    path.unlink()
    bench.messages.overwrite = "save_as"
    bench.files.to_save = bench.folder / "乙.nianbao"
    save(bench)
    assert bench.messages.doubts == [Doubt.GONE]
    assert not path.exists()
    assert load_report(bench.files.to_save).sections["problems"] == "改过。"
    assert not bench.document.is_modified


def test_a_protected_file_is_written_only_where_that_is_wanted(bench: Bench, path: Path) -> None:
    path.chmod(0o444)
    save(bench)
    assert bench.messages.doubts == [Doubt.PROTECTED]
    assert bench.document.is_modified
    bench.messages.overwrite = "overwrite"
    save(bench)
    assert load_report(path).sections["problems"] == "改过。"


def test_a_saving_that_fails_leads_to_a_written_file_at_once(
    bench: Bench, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    # The version of the opening is kept in its own time.
    bench.window.files.desk.finish()

    def full(_: int) -> None:
        monkeypatch.undo()
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    bench.messages.wants_elsewhere = True
    bench.files.to_save = bench.folder / "乙.nianbao"
    save(bench)
    assert "磁盘空间不足" in bench.messages.told[0]
    assert path.read_bytes() == before
    assert load_report(bench.files.to_save).sections["problems"] == "改过。"


def test_a_name_in_other_bytes_is_saved_and_remembered(bench: Bench, path: Path) -> None:
    """Ctrl+S did nothing at all: the settings could not write the name."""
    other = path.with_name(os.fsdecode(b"\xc4\xea\xb1\xa8.nianbao"))
    bench.files.to_save = other
    bench.window.files.save_as()
    bench.wait_for_work()
    assert load_report(other).sections["problems"] == "改过。"
    assert bench.window.files.desk.settings.recent_files[0] == other
    assert path_from(text_of(other)) == other
    write(bench, "再改。")
    save(bench)
    assert load_report(other).sections["problems"] == "再改。"


def test_the_crash_handler_always_tells(
    bench: Bench, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> bool:
        raise UnicodeEncodeError("utf-8", "\udcc4", 0, 1, "surrogates")

    monkeypatch.setattr(bench.window.autosave, "keep_now", broken)
    log = bench.folder / "error.log"
    CrashGuard(bench.window, bench.messages, log).handle(ValueError, ValueError("\udcc4"), None)
    assert bench.messages.told == [str(log)]
    assert "UnicodeEncodeError" in log.read_text(encoding="utf-8")


def test_keys_typed_during_a_slow_save_all_arrive(bench: Bench, path: Path) -> None:
    desk = bench.window.files.desk
    save_now, gate = desk.services.save_report, threading.Event()

    def slow(*given: object, **more: object) -> object:
        gate.wait(5)
        return save_now(*given, **more)  # type: ignore[arg-type]

    desk.services = replace(desk.services, save_report=slow)  # type: ignore[arg-type]
    workspace = bench.window.workspace
    assert workspace is not None
    workspace.show_section("overview")
    editor = workspace.page().text.editor
    editor.clear()
    bench.window.files.save()
    for letter in "abcdefghijklmnopqrst":
        target = QApplication.activeModalWidget() or editor
        QTest.keyClicks(target, letter)
        QTest.qWait(25)
    assert QApplication.activeModalWidget() is None
    gate.set()
    bench.wait_for_work()
    assert editor.toPlainText() == "abcdefghijklmnopqrst"
    assert bench.document.is_modified
    assert load_report(path).sections["overview"] == ""


# ---------------------------------------------------------------- another computer


def held_by_another(path: Path) -> ReportLock:
    lock = ReportLock(path, "another computer")
    lock.take(is_alone=True)
    data = json.loads(lock.file.read_text())
    lock.file.write_text(json.dumps({**data, "host": "二号机", "user": "李四"}))
    return lock


@pytest.fixture
def shared(bench: Bench, form: Form) -> Path:
    path = bench.folder / "共享" / "甲.nianbao"
    path.parent.mkdir()
    save_report(ready_report(form), path)
    held_by_another(path)
    return path


def test_a_second_opening_only_reads_and_says_who_has_it(bench: Bench, shared: Path) -> None:
    bench.messages.held = "read"
    bench.window.files.load(shared)
    bench.wait_for_work()
    assert "「李四」在电脑「二号机」上" in bench.messages.asked[0]
    assert not bench.messages.can_take_over
    assert "只读" in bench.window.windowTitle()
    workspace = bench.window.workspace
    assert workspace is not None
    workspace.show_section("requests")
    table = workspace.page().table
    assert table is not None
    table.view.go_to("granted.natural_person")
    QTest.keyClicks(table.view, "8")
    editors = table.view.viewport().findChildren(QLineEdit)
    QTest.keyClick(editors[0], Qt.Key.Key_Return)
    assert bench.document.report.value("requests", "granted.natural_person") == 0
    assert "李四" in bench.window.statusBar().currentMessage()
    bench.files.to_save = bench.folder / "副本.nianbao"
    save(bench)
    assert bench.files.to_save.exists()
    write(bench, "副本里可以改。")
    assert bench.document.is_modified


def test_a_lock_that_was_left_can_be_taken_over(bench: Bench, shared: Path) -> None:
    then = time.time() - 7200
    os.utime(ReportLock(shared, "").file, (then, then))
    bench.messages.held = "take"
    bench.window.files.load(shared)
    bench.wait_for_work()
    assert bench.messages.can_take_over
    assert "2 小时没有动静" in bench.messages.asked[0]
    assert bench.document.path == shared
    write(bench, "由我来改。")
    save(bench)
    assert load_report(shared).sections["problems"] == "由我来改。"


def test_a_file_taken_over_by_another_is_not_written(bench: Bench, path: Path) -> None:
    lock = ReportLock(path, "")
    data = json.loads(lock.file.read_text())
    lock.file.write_text(json.dumps({**data, "window": "x", "user": "李四", "host": "二号机"}))
    save(bench)
    assert "李四" in bench.messages.told[0]
    assert load_report(path).sections["problems"] != "改过。"
    assert bench.document.is_modified


def test_the_lock_goes_with_the_report(bench: Bench, path: Path, form: Form) -> None:
    lock = ReportLock(path, "").file
    assert lock.exists()
    bench.messages.answer = "discard"
    bench.document.open(ready_report(form), None)
    bench.bot.waitUntil(lambda: not lock.exists())


# ---------------------------------------------------------------- opening


def test_edits_made_during_a_slow_opening_are_asked_about(
    bench: Bench, path: Path, form: Form
) -> None:
    desk = bench.window.files.desk
    read, gate = desk.services.open_report, threading.Event()

    def slow(path: Path, picks: Sequence[int] = ()) -> OpenedFile:
        gate.wait(5)
        return read(path, picks)

    save(bench)
    other = path.with_name("乙.nianbao")
    save_report(ready_report(form), other)
    desk.services = replace(desk.services, open_report=slow)
    bench.window.files.load(other)
    write(bench, "打开的时候写的。")
    gate.set()
    bench.wait_for_work()
    assert len(bench.messages.asked) == 1
    assert bench.document.path == path
    assert bench.document.report.sections["problems"] == "打开的时候写的。"
    bench.bot.waitUntil(lambda: not ReportLock(other, "").file.exists())


def test_opening_can_be_given_up(bench: Bench, path: Path) -> None:
    desk = bench.window.files.desk
    gate = threading.Event()

    def never(path: Path, picks: Sequence[int] = ()) -> OpenedFile:
        gate.wait(5)
        raise AssertionError

    desk.services = replace(desk.services, open_report=never)
    bench.window.files.load(path.with_name("别的.nianbao"))
    assert desk.tasks.is_busy
    desk.tasks.give_up()
    assert not desk.tasks.is_busy
    save(bench)
    assert load_report(path).sections["problems"] == "改过。"
    gate.set()
    QTest.qWait(30)
    assert bench.messages.told == []


def test_a_damaged_file_is_rescued_as_a_report_of_its_own(bench: Bench, path: Path) -> None:
    other = path.with_name("乙.nianbao")
    other.write_bytes(path.read_bytes()[:9000])
    bench.messages.answer, bench.messages.damaged = "discard", "rescue"
    bench.window.files.open_path(other)
    bench.wait_for_work()
    assert bench.document.path is None
    assert bench.document.report.organization == "红星镇人民政府"
    assert any("没有读出" in title for title, _ in bench.document.records)


def test_a_file_with_another_figure_than_was_saved_is_told(bench: Bench, path: Path) -> None:
    other = path.with_name("乙.nianbao")
    text = path.read_text(encoding="utf-8")
    key = '"granted.natural_person": 0'
    assert key in text
    other.write_text(text.replace(key, key[:-1] + "4", 1), encoding="utf-8")
    bench.messages.answer = "discard"
    bench.window.files.open_path(other)
    bench.wait_for_work()
    assert "内容和保存时的不一样" in bench.messages.told[0]
    assert bench.document.path == other


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
@pytest.mark.parametrize("name", ["管道.nianbao", "管道.txt"])
def test_a_pipe_is_refused_and_not_read(bench: Bench, name: str) -> None:
    pipe = bench.folder / name
    os.mkfifo(pipe)
    bench.window.files.load(pipe)
    bench.wait_for_work()
    assert "不是普通文件" in bench.messages.told[0]


# ---------------------------------------------------------------- the start, and what is kept


def test_recent_files_are_not_asked_for_in_the_windows_thread(
    bench: Bench, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main = threading.get_ident()

    def is_file(_: Path) -> bool:
        assert threading.get_ident() != main
        raise OSError(errno.EIO, "input/output error")

    monkeypatch.setattr(Path, "is_file", is_file)
    settings = Settings(bench.folder / "other.ini")
    settings.note_file(path)
    assert settings.recent_files == [path]


def test_a_recent_file_that_is_gone_leaves_the_page(bench: Bench, path: Path) -> None:
    bench.window.start.show_recent([path])
    path.unlink()
    recent = RecentReports(
        bench.window.files.desk.services.open_report, bench.window.files.desk.services.today
    )
    recent.missed.connect(bench.window.start.drop)
    recent.look_at([path])
    bench.bot.waitUntil(lambda: bench.window.start.recent_buttons[0].isHidden())
    recent.wait()


@pytest.fixture
def natives(tmp_path: Path) -> Iterator[NativeCrashes]:
    natives = NativeCrashes(tmp_path / "log" / "error.log")
    yield natives
    natives.end()


def test_a_native_fault_is_told_at_the_next_start(natives: NativeCrashes, tmp_path: Path) -> None:
    log = tmp_path / "log" / "error.log"
    log.parent.mkdir()
    (log.parent / "crash-1.txt").write_text("Fatal Python error: Segmentation fault")
    (log.parent / "crash-2.txt").touch()
    natives.begin()
    assert "意外中断" in natives.left
    assert "Segmentation fault" in log.read_text(encoding="utf-8")
    natives.end()
    assert [file.name for file in log.parent.glob("crash-*")] == ["crash-2.txt"]


def test_a_display_that_lets_nobody_in_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":4711")
    assert not has_screen()
    monkeypatch.delenv("DISPLAY")
    assert not has_screen()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert has_screen()
