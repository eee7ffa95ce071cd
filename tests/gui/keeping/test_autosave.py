from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from gui.crash_guard import CrashGuard
from gui.keeping import autosave
from gui.keeping.session_locks import SessionLock
from gui.services import Services
from gui_bench import Bench
from model.report.edits import Edit, TextChange
from model.report.report import Report
from storage.report_file import load_report, save_report
from storage.snapshots import Snapshot, read_snapshot
from windows import Second, crash


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autosave, "QUIET", 20)


def type_text(bench: Bench, text: str) -> None:
    bench.document.push(Edit("改", (TextChange("overview", text),)))


def snapshots(bench: Bench) -> list[Path]:
    # What is just being written has a name with a dot.
    return sorted((bench.folder / "data" / "unsaved").glob("[!.]*.json"))


def kept(bench: Bench) -> Snapshot:
    bench.bot.waitUntil(lambda: bool(snapshots(bench)) and not bench.window.autosave.is_busy)
    return read_snapshot(snapshots(bench)[0])


def gone(bench: Bench) -> bool:
    bench.bot.waitUntil(lambda: not snapshots(bench) and not bench.window.autosave.is_busy)
    return True


@pytest.fixture
def saved(bench: Bench, report: Report) -> Path:
    """Open a saved file in the window."""
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


# ---------------------------------------------------------------- keeping


def test_what_is_typed_is_kept_beside_the_file(bench: Bench, saved: Path) -> None:
    before = saved.read_bytes()
    assert snapshots(bench) == []
    type_text(bench, "新的一段")
    snapshot = kept(bench)
    assert snapshot.report.sections["overview"] == "新的一段"
    assert snapshot.path == saved
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.glob("*.nianbao")] == [saved.name]


def test_typing_without_a_pause_is_kept_all_the_same(
    bench: Bench, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(autosave, "QUIET", 600_000)
    monkeypatch.setattr(autosave, "LONGEST", 200)
    for number in range(100):
        type_text(bench, "字" * (number + 1))
        QTest.qWait(10)
        if snapshots(bench):
            return
    pytest.fail("nothing was kept while typing went on")


def test_a_report_without_a_file_is_kept_at_once(bench: Bench, report: Report) -> None:
    bench.document.open(report, None, (("识别结果", ("三张表",)),))
    assert kept(bench).path is None
    assert kept(bench).records == (("识别结果", ("三张表",)),)


def test_saving_and_undoing_leave_nothing_to_keep(bench: Bench, saved: Path) -> None:
    type_text(bench, "一")
    kept(bench)
    bench.document.stack.undo()
    assert gone(bench)
    type_text(bench, "二")
    kept(bench)
    bench.window.files.save()
    bench.wait_for_work()
    assert gone(bench)
    assert load_report(saved).sections["overview"] == "二"


def test_a_regular_close_leaves_nothing(bench: Bench, saved: Path) -> None:
    type_text(bench, "一")
    kept(bench)
    bench.messages.answer = "discard"
    bench.window.close()
    QTest.qWait(20)
    assert bench.window.isHidden()
    assert list((bench.folder / "data" / "unsaved").iterdir()) == []
    assert list((bench.folder / "data" / "locks").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told_as_long_as_it_lasts(
    bench: Bench, report: Report
) -> None:
    (bench.folder / "data").write_text("in the way")
    told: list[str] = []
    bench.window.autosave.failing.connect(told.append)
    bench.open(report)
    bench.bot.waitUntil(lambda: bool(told))
    type_text(bench, "再写")
    bench.bot.waitUntil(lambda: not bench.window.autosave.is_busy)
    assert told == ["程序的数据文件夹写不进去"]
    sign = bench.window.failing
    assert bench.window.state.isAncestorOf(sign)
    assert sign.isVisible()
    assert "Ctrl+S" in sign.text()
    (bench.folder / "data").unlink()
    (bench.folder / "data" / "unsaved").mkdir(parents=True)
    type_text(bench, "又写")
    bench.bot.waitUntil(lambda: not bench.window.autosave.is_busy)
    assert told[1:] == [""]
    assert not sign.isVisible()


# ---------------------------------------------------------------- bringing back


def test_what_was_not_saved_comes_back_as_a_change(
    bench: Bench, saved: Path, second: Second
) -> None:
    before = saved.read_bytes()
    type_text(bench, "没有保存的一段")
    kept(bench)
    crash(bench)
    second.messages.recover = "restore"
    second.window.begin()
    second.wait_for_work()
    document = second.window.document
    assert second.messages.asked == [f"红星镇人民政府 2023 {saved}"]
    assert document.report.sections["overview"] == "没有保存的一段"
    assert document.path == saved
    assert document.is_modified
    assert saved.read_bytes() == before
    assert len(snapshots(bench)) == 1
    second.window.files.save()
    second.wait_for_work()
    assert second.messages.asked[1:] == []
    assert load_report(saved).sections["overview"] == "没有保存的一段"
    assert gone(bench)


@pytest.mark.parametrize(("answer", "left"), [("discard", 0), ("later", 1)])
def test_not_bringing_back_discards_or_keeps(
    bench: Bench, saved: Path, second: Second, answer: str, left: int
) -> None:
    type_text(bench, "没有保存的一段")
    kept(bench)
    crash(bench)
    second.messages.recover = "discard" if answer == "discard" else "later"
    second.window.begin()
    second.wait_for_work()
    assert not second.window.document.is_open
    assert len(snapshots(bench)) == left


def test_the_file_asked_for_opens_where_nothing_is_brought_back(
    bench: Bench, saved: Path, second: Second
) -> None:
    crash(bench)
    second.window.begin(saved)
    second.wait_for_work()
    assert second.window.document.path == saved
    assert second.messages.asked == []


def test_a_living_window_is_not_asked_about(bench: Bench, saved: Path, second: Second) -> None:
    type_text(bench, "正在写")
    kept(bench)
    second.window.begin()
    second.wait_for_work()
    assert second.messages.asked == []
    assert len(snapshots(bench)) == 1


def test_what_was_saved_just_before_the_end_is_not_asked_about(
    bench: Bench, saved: Path, second: Second
) -> None:
    type_text(bench, "一")
    kept(bench)
    save_report(bench.document.report, saved)
    crash(bench)
    second.window.begin()
    second.wait_for_work()
    assert second.messages.asked == []
    assert snapshots(bench) == []


def test_a_file_changed_since_the_crash_is_not_replaced_unasked(
    bench: Bench, saved: Path, second: Second
) -> None:
    type_text(bench, "没有保存的一段")
    kept(bench)
    crash(bench)
    saved.write_text("别人的", encoding="utf-8")
    second.messages.recover = "restore"
    second.window.begin()
    second.wait_for_work()
    second.window.files.save()
    second.wait_for_work()
    assert second.messages.asked[1:] == [saved.name]
    assert saved.read_text(encoding="utf-8") == "别人的"


def test_an_error_of_the_program_leaves_all_for_the_next_start(
    bench: Bench, saved: Path, second: Second
) -> None:
    type_text(bench, "出错前")
    bench.messages.wants_restart = True
    guard = CrashGuard(bench.window, bench.messages, bench.folder / "error.log")
    guard.handle(ValueError, ValueError("x"), None)
    bench.bot.waitUntil(bench.window.isHidden)
    second.messages.recover = "restore"
    second.window.begin()
    second.wait_for_work()
    assert second.window.document.report.sections["overview"] == "出错前"
    assert second.window.document.path == saved


# ---------------------------------------------------------------- two windows, one file


def test_a_second_window_may_open_a_copy(bench: Bench, saved: Path, second: Second) -> None:
    second.window.begin(saved)
    second.wait_for_work()
    assert second.messages.asked == [f"{saved.name} 这台电脑的另一个窗口"]
    assert not second.messages.can_take_over
    assert not second.window.document.is_open
    second.messages.held = "copy"
    second.window.begin(saved)
    second.wait_for_work()
    assert second.window.document.is_open
    assert second.window.document.path is None
    second.files.to_save = saved
    second.window.files.save()
    second.wait_for_work()
    assert "另一个窗口" in second.messages.told[0]
    assert second.window.document.path is None


def test_a_file_is_free_again_once_another_is_open(
    bench: Bench, saved: Path, report: Report, second: Second
) -> None:
    bench.open(report)
    second.window.begin(saved)
    second.wait_for_work()
    assert second.window.document.path == saved
    assert second.messages.asked == []


def test_a_lock_of_a_killed_program_is_nobodys(tmp_path: Path) -> None:
    file = tmp_path / "locks" / "a.lock"
    script = (
        "import time; from pathlib import Path; from gui.keeping.session_locks import SessionLock\n"
        f"lock = SessionLock(Path({str(file)!r})); print(lock.take(), flush=True); time.sleep(60)"
    )
    root = Path(__file__).resolve().parents[3]
    environment = {**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{root / 'io'}"}
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, env=environment, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        assert not SessionLock(file).take()
        other.kill()
    assert SessionLock(file).take()


def test_locks_that_say_nothing_or_come_from_elsewhere_end_with_time(tmp_path: Path) -> None:
    file = tmp_path / "a.lock"
    for text, seconds in (("", 60), ("1\npython\nother-computer\n\n\n", 13 * 3600)):
        file.write_text(text)
        assert not SessionLock(file).take()
        then = file.stat().st_mtime - seconds
        os.utime(file, (then, then))
        lock = SessionLock(file)
        assert lock.take()
        lock.release()


def test_where_no_lock_can_stand_work_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert SessionLock(tmp_path / "file" / "a.lock").take()


# ---------------------------------------------------------------- saving over others, versions


def test_replacing_what_others_wrote_keeps_it(bench: Bench, saved: Path) -> None:
    type_text(bench, "我的")
    saved.write_text("别人的", encoding="utf-8")
    bench.window.files.save()
    bench.wait_for_work()
    assert saved.read_text(encoding="utf-8") == "别人的"
    assert bench.document.is_modified
    bench.messages.overwrite = "overwrite"
    bench.window.files.save()
    bench.wait_for_work()
    assert load_report(saved).sections["overview"] == "我的"
    assert not bench.document.is_modified
    # What was saved now becomes a version too, beside the window.
    versions = bench.window.files.desk.versions.of(saved)
    assert "别人的" in [version.file.read_text(encoding="utf-8") for version in versions]


def test_saving_elsewhere_leaves_both(bench: Bench, saved: Path) -> None:
    type_text(bench, "我的")
    saved.write_text("别人的", encoding="utf-8")
    bench.messages.overwrite = "save_as"
    bench.files.to_save = bench.folder / "乙.nianbao"
    bench.window.files.save()
    bench.wait_for_work()
    assert saved.read_text(encoding="utf-8") == "别人的"
    assert load_report(bench.folder / "乙.nianbao").sections["overview"] == "我的"


def test_saving_twice_asks_nothing(bench: Bench, saved: Path) -> None:
    for text in ("一", "二"):
        type_text(bench, text)
        bench.window.files.save()
        bench.wait_for_work()
    assert bench.messages.asked == []
    assert load_report(saved).sections["overview"] == "二"
