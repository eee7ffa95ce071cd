"""What is asked for while other work is going on is done in its turn, or told; never dropped."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dialog_clicks import in_dialog
from final_reports import ready_report
from gui.dialogs.report_dialogs import NewReportDialog
from gui.messages import Answer
from gui.services import OpenedFile
from gui.sign_off.check_dialog import CheckDialog
from gui_bench import Bench
from model.form.form import Form
from model.report.edits import Edit, TextChange
from model.report.report import Report
from storage.errors import FileProblem
from storage.guarded_save import Doubt, Saved, SaveHooks
from storage.report_file import load_report, save_report
from storage.seen import Seen
from storage.versions import Versions


@dataclass
class SlowDisk:
    """A window whose reading and saving wait until the disk goes on; `problem` then fails it."""

    bench: Bench
    gate: threading.Event
    problem: str = ""

    @property
    def path(self) -> Path:
        return self.bench.folder / "a.nianbao"

    def go_on(self) -> None:
        self.gate.set()
        self.bench.wait_for_work()

    @property
    def notice(self) -> str:
        return self.bench.window.statusBar().currentMessage()


@pytest.fixture
def disk(bench: Bench, form: Form) -> Iterator[SlowDisk]:
    """Return a window with a saved and then changed report in it."""
    save_report(ready_report(form), bench.folder / "a.nianbao")
    bench.window.files.load(bench.folder / "a.nianbao")
    bench.wait_for_work()
    write(bench, "第一句。")
    disk = SlowDisk(bench, threading.Event())
    desk = bench.window.files.desk
    save, read = desk.services.save_report, desk.services.open_report

    def save_slowly(
        report: Report,
        path: Path,
        seen: Seen | None,
        versions: Versions,
        allowed: frozenset[Doubt] = frozenset(),
        hooks: SaveHooks = SaveHooks(),  # noqa: B008 - frozen
    ) -> Saved:
        disk.gate.wait(10)
        if disk.problem:
            raise FileProblem(disk.problem)
        return save(report, path, seen, versions, allowed, hooks)

    def read_slowly(path: Path, picks: Sequence[int] = ()) -> OpenedFile:
        disk.gate.wait(10)
        return read(path, picks)

    desk.services = replace(desk.services, save_report=save_slowly, open_report=read_slowly)
    yield disk
    disk.gate.set()


def write(bench: Bench, text: str) -> None:
    bench.document.push(Edit("修改", (TextChange("problems", text),)))


def test_an_export_during_a_save_asks_and_writes_after_it(disk: SlowDisk) -> None:
    bench = disk.bench
    bench.files.to_save = bench.folder / "年报.txt"
    bench.window.files.save()
    bench.window.files.export_text()
    bench.window.files.export_text()
    assert bench.files.proposals == []
    assert "正在保存" in disk.notice
    assert "导出文本" in disk.notice
    write(bench, "第二句。")
    disk.go_on()
    assert load_report(disk.path).sections["problems"] == "第一句。"
    assert "第二句。" in bench.files.to_save.read_text(encoding="utf-8-sig")
    assert len(bench.files.proposals) == 1


def test_a_save_during_a_save_saves_what_was_typed_since(disk: SlowDisk) -> None:
    bench = disk.bench
    bench.window.files.save()
    write(bench, "第二句。")
    bench.window.files.save()
    disk.go_on()
    assert load_report(disk.path).sections["problems"] == "第二句。"
    assert not bench.document.is_modified
    # The file was not taken for one that somebody else had changed.
    assert bench.messages.asked == []


@pytest.mark.parametrize(("answer", "text"), [("save", "第二句。"), ("discard", "第一句。")])
def test_a_window_closed_during_a_save_closes_after_it(
    disk: SlowDisk, answer: Answer, text: str
) -> None:
    bench = disk.bench
    bench.messages.answer = answer
    bench.window.files.save()
    write(bench, "第二句。")
    assert not bench.window.close()
    assert "退出" in disk.notice
    assert bench.messages.asked == []
    disk.gate.set()
    bench.bot.waitUntil(lambda: not bench.window.isVisible())
    assert len(bench.messages.asked) == 1
    assert load_report(disk.path).sections["problems"] == text


def test_what_waits_is_done_although_the_work_before_it_failed(disk: SlowDisk) -> None:
    bench = disk.bench
    disk.problem = "磁盘已满。"
    bench.files.to_save = bench.folder / "年报.txt"
    bench.window.files.save()
    bench.window.files.export_text()
    disk.go_on()
    assert bench.messages.told == ["磁盘已满。"]
    assert bench.files.to_save.exists()
    assert bench.document.is_modified


def export_all(bench: Bench) -> None:
    bench.window.files.export_all()


def save_as(bench: Bench) -> None:
    bench.window.files.save_as()


@pytest.mark.parametrize("act", [export_all, save_as])
def test_what_was_meant_for_another_report_is_told_and_not_done(
    disk: SlowDisk, act: Callable[[Bench], None], form: Form
) -> None:
    bench = disk.bench
    other = bench.folder / "b.nianbao"
    save_report(ready_report(form), other)
    bench.messages.answer = "discard"
    bench.files.to_fill = bench.files.to_save = bench.folder / "none"
    bench.window.files.open_path(other)
    act(bench)
    disk.go_on()
    assert bench.document.path == other
    assert "没有做" in disk.notice
    assert bench.files.proposals == []


def open_file(bench: Bench) -> None:
    bench.window.files.open()


def open_known(bench: Bench) -> None:
    bench.window.files.open_path(bench.folder / "b.nianbao")


@pytest.mark.parametrize("act", [open_file, open_known])
def test_a_file_opened_during_a_save_is_opened_after_it(
    disk: SlowDisk, act: Callable[[Bench], None], form: Form
) -> None:
    bench = disk.bench
    bench.files.to_open = bench.folder / "b.nianbao"
    save_report(ready_report(form), bench.files.to_open)
    bench.window.files.save()
    act(bench)
    assert "打开" in disk.notice
    disk.go_on()
    assert bench.document.path == bench.files.to_open
    assert load_report(disk.path).sections["problems"] == "第一句。"
    assert bench.messages.asked == []


def test_a_report_attached_during_a_save_is_attached_after_it(disk: SlowDisk, form: Form) -> None:
    bench = disk.bench
    bench.files.to_open = bench.folder / "上年.nianbao"
    save_report(replace(ready_report(form), year=2022), bench.files.to_open)
    bench.messages.will_attach = True
    bench.window.files.save()
    bench.window.files.attach_last_year()
    assert "附上上年报告" in disk.notice
    disk.go_on()
    assert bench.document.report.previous is not None


def test_questions_during_a_save_are_asked_after_it(disk: SlowDisk) -> None:
    bench = disk.bench
    asked_code = in_dialog(bench.window, CheckDialog, lambda dialog: dialog.reject())
    asked_unit = in_dialog(bench.window, NewReportDialog, lambda dialog: dialog.reject())
    bench.window.files.save()
    bench.window.sign_off.check.trigger()
    bench.window.files.new_blank()
    QTest.qWait(50)
    assert (asked_code, asked_unit) == ([], [])
    disk.go_on()
    assert (len(asked_code), len(asked_unit)) == (1, 1)


def test_saving_by_its_key_during_an_export_is_not_lost(disk: SlowDisk) -> None:
    bench = disk.bench
    desk = bench.window.files.desk
    export = desk.services.export_report

    def export_slowly(report: Report, path: Path, *style: object, **more: object) -> str:
        disk.gate.wait(10)
        return export(report, path)

    desk.services = replace(desk.services, export_report=export_slowly)
    bench.files.to_save = bench.folder / "年报.html"
    bench.window.files.export_page()
    bench.window.activateWindow()
    bench.bot.waitUntil(bench.window.isActiveWindow)
    QTest.keyClick(bench.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    disk.go_on()
    assert load_report(disk.path).sections["problems"] == "第一句。"
    assert bench.files.to_save.exists()


def test_works_are_done_in_their_order_although_one_breaks(bench: Bench) -> None:
    tasks = bench.window.files.desk.tasks
    done: list[object] = []

    def broken() -> None:
        raise ZeroDivisionError

    with bench.bot.captureExceptions() as caught:
        tasks.run("甲", lambda: 1, done.append)
        tasks.run("乙", broken, done.append)
        tasks.when_free("丙", broken)
        tasks.when_free("丁", lambda: done.append("丁"))
        tasks.run_each("戊", [("一", lambda: 2), ("二", lambda: 3)], done.append)
        assert done == []
        bench.bot.waitUntil(lambda: len(done) == 3)
    assert done == [1, "丁", [2, 3]]
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError] * 2
