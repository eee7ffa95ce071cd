"""Types into the real window, kills it at random moments, and looks at what is left on the disk.

    .venv/bin/python scripts/kill_test.py [ROUNDS [SEED [PROCESSES [LONGEST_LIFE]]]]

So many windows are played side by side; each lives up to LONGEST_LIFE seconds (14). A kill exactly
before every call into the system is `scripts/fault_test.py`.

Needs no screen. Ends with status 1 if a file, a version or a snapshot was not whole, or if more
was lost than the longest time between two snapshots allows.
"""

from __future__ import annotations

import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import source_roots  # noqa: F401
from gui.keeping.autosave import LONGEST, QUIET
from gui.keeping.sessions import left_behind
from model.report.report import Report
from storage.form_store import load_form
from storage.report_file import load_report, save_report
from storage.versions import Versions

KINDS = ("不停地打字", "打字、停顿、时而保存", "一刻不停地保存", "一直在一格里打字")
IN_CELL = 3
CELL = "granted.natural_person"
LONGEST_LIFE = 14.0
ALLOWED = LONGEST / 1000 + 1.0
"""Seconds: the longest wait, and one for writing on a busy machine; at most ten may be lost."""


# ---------------------------------------------------------------- the window that is killed


def run_child(path: Path, data: Path, kind: int) -> None:
    """Open the file in the real window and type until the end comes from outside."""
    from dataclasses import replace

    from PySide6.QtWidgets import QApplication

    from gui.application import make_services
    from gui.dialogs.file_chooser import FileChooser
    from gui.main_window import MainWindow
    from gui.messages import Messages
    from gui.settings import Settings

    application = QApplication([])
    services = replace(make_services(), data_folder=data)
    window = MainWindow(services, Settings(data / "settings.ini"), Messages(), FileChooser())
    window.show()
    window.begin(path)
    while not window.document.is_open:
        application.processEvents()
    _type_for_ever(window, kind)


def _type_for_ever(window: object, kind: int) -> None:
    from PySide6.QtTest import QTest

    from gui.main_window import MainWindow

    assert isinstance(window, MainWindow)
    assert window.workspace is not None
    workspace, chance = window.workspace, random.Random()
    for number in range(1, 1_000_000):
        if kind == IN_CELL:
            _type_in_cell(window, number)
            os.write(1, f"{number}\n".encode())
            _wait(chance.randint(20, 150))
            continue
        workspace.show_section("overview")
        editor = workspace.page().text.editor
        editor.moveCursor(editor.textCursor().MoveOperation.End)
        QTest.keyClicks(editor, f"<{number}>")
        os.write(1, f"{number}\n".encode())
        if number % 5 == 0:
            _type_figure(window, str(number))
        _wait(0 if kind == 2 else chance.randint(20, 150))
        if kind == 1 and chance.random() < 0.1:
            _wait(3_000)
        if kind == 2 or (kind == 1 and chance.random() < 0.1):
            window.files.save()
            while kind == 2 and window.files.tasks.is_busy:
                _wait(0)


def _wait(milliseconds: int) -> None:
    """Let the window live for a while as in real use; QTest.qWait would keep workers waiting."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _type_in_cell(window: object, number: int) -> None:
    """Put a number over the last one in a cell that is never left.

    By one key, so that no snapshot holds the half of a number, which would pass for an older one.
    """
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QLineEdit

    from gui.main_window import MainWindow

    assert isinstance(window, MainWindow)
    assert window.workspace is not None
    if number == 1:
        window.workspace.show_section("requests")
    table = window.workspace.page().table
    assert table is not None
    if number == 1:
        table.view.go_to(CELL)
        QTest.keyClicks(table.view, "1")
    (editor,) = table.view.viewport().findChildren(QLineEdit)
    QApplication.clipboard().setText(str(number))
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def _type_figure(window: object, digits: str) -> None:
    from PySide6.QtTest import QTest

    from gui.main_window import MainWindow

    assert isinstance(window, MainWindow)
    assert window.workspace is not None
    window.workspace.show_section("requests")
    table = window.workspace.page().table
    assert table is not None
    table.view.go_to("granted.natural_person")
    QTest.keyClicks(table.view, digits)
    table.view.finish_typing()


# ---------------------------------------------------------------- one round


@dataclass
class Round:
    """What one killed window left."""

    kind: int
    lived: float
    typed: int
    lost_marks: int
    lost_seconds: float
    leftovers: int
    snapshots: int
    versions: int


def play(path: Path, data: Path, kind: int, life: float) -> Round:
    """Start a window, kill it after `life` seconds of typing, and return what is left."""
    times: dict[int, float] = {}
    command = [sys.executable, __file__, "--child", str(path), str(data), str(kind)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as child:
        assert child.stdout is not None
        first = int(child.stdout.readline())
        times[first] = time.monotonic()
        reader = threading.Thread(target=_note_times, args=(child.stdout, times))
        reader.start()
        time.sleep(life)
        killed = time.monotonic()
        child.kill()
        child.wait()
        reader.join()
    return _look(path, data, kind, times, killed)


def _note_times(lines: object, times: dict[int, float]) -> None:
    for line in lines:  # type: ignore[attr-defined]
        times[int(line)] = time.monotonic()


def _look(path: Path, data: Path, kind: int, times: dict[int, float], killed: float) -> Round:
    """Read everything that is there; a file that is not whole raises FileProblem."""
    kept = [_last_mark(load_report(path), kind)]
    files = list((data / "unsaved").glob("*.json"))
    left = left_behind(data / "unsaved")
    for session, snapshot in left.found:
        kept.append(_last_mark(snapshot.report, kind))
        session.remove()
        session.release()
    found = len(left.found)
    if any(file.exists() for file in files):
        raise AssertionError("a snapshot could not be read, or its window seems to live")
    versions = Versions(data / "versions").of(path)
    for version in versions:
        load_report(version.file)
    last = max(times)
    lost = [times[mark] for mark in range(max(kept) + 1, last + 1)]
    hidden = [file for folder in (path.parent, data) for file in folder.rglob(".*")]
    leftovers = [file for file in hidden if not file.name.startswith(".~")]
    for file in hidden:
        file.unlink()
    seconds = killed - lost[0] if lost else 0.0
    lived = killed - times[1]
    return Round(kind, lived, last, len(lost), seconds, len(leftovers), found, len(versions))


def _last_mark(report: Report, kind: int) -> int:
    if kind == IN_CELL:
        figure = report.value("requests", CELL)
        return figure if isinstance(figure, int) else 0
    return max(
        (int(mark) for mark in re.findall(r"<(\d+)>", report.sections["overview"])), default=0
    )


def fresh_file(path: Path) -> None:
    """Write the report that a round begins with."""
    form = load_form("2021")
    report = Report(form, "红星镇人民政府", 2023, form.title.format(year=2023))
    report.sections.update(overview="本年度按要求公开政府信息。" * 40, problems="还有不足。" * 40)
    for table in form.tables:
        report.tables[table.key].update(dict.fromkeys(table.keys, 0))
    save_report(report, path)


# ---------------------------------------------------------------- all rounds


def one_round(number: int, life: float) -> Round:
    """Play a round in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path, data = Path(folder) / "报告" / "甲.nianbao", Path(folder) / "data"
        path.parent.mkdir()
        fresh_file(path)
        return play(path, data, number % len(KINDS), life)


def main(rounds: int, seed: int = 1, processes: int = 1, longest_life: float = LONGEST_LIFE) -> int:
    """Play all rounds, print what they came to, and return the exit status."""
    chance = random.Random(seed)
    lives = [chance.uniform(0.2, longest_life) for _ in range(rounds)]
    with ThreadPoolExecutor(processes) as pool:
        played = list(pool.map(one_round, range(rounds), lives))
    for kind, name in enumerate(KINDS):
        _tell(name, [one for one in played if one.kind == kind])
    worst = max(one.lost_seconds for one in played)
    print(f"共 {rounds} 次；停顿 {QUIET} 毫秒、最长 {LONGEST} 毫秒；最多丢失 {worst:.2f} 秒")
    return 0 if worst <= ALLOWED else 1


def _tell(name: str, played: list[Round]) -> None:
    if not played:
        return

    def total(field: str) -> int:
        return sum(getattr(one, field) for one in played)

    seconds = [one.lost_seconds for one in played]
    print(
        f"{name}：{len(played)} 次，打字 {total('typed')} 处，丢失 {total('lost_marks')} 处，"
        f"丢失时间中位 {statistics.median(seconds):.2f} 秒、最大 {max(seconds):.2f} 秒，"
        f"找到留存 {total('snapshots')} 份，写到一半的临时文件 {total('leftovers')} 个"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        run_child(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
    else:
        given = [int(word) for word in sys.argv[1:]] or [50]
        sys.exit(main(*given))
