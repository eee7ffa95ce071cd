"""Many files at once: in order, whatever one of them does to its process, and clean at Ctrl+C."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import checked_file
import command_line
import progress_line
import several_processes
from checked_file import Looked, begin_looking, look_at_file
from places import ROOT
from progress_line import ProgressLine
from sample_reports import sample_report
from several_processes import SeveralProcesses
from storage.form_store import load_form
from storage.report_file import save_report
from tests.model.checks.check_cases import CLEAN_TEXTS, LAW, Case

pytestmark = pytest.mark.thorough

FORM = load_form("2021")
NAMES = [str(number) for number in range(12)]


@pytest.fixture(autouse=True)
def _two_processes_for_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(several_processes, "FEWEST", 2)
    monkeypatch.setattr(several_processes, "_cores", lambda: 2)


def nothing() -> None:
    return


def doubled(name: str) -> str:
    """Return the name twice; the later ones are quicker, and one ends its process."""
    time.sleep(0.02 / (1 + int(name)))
    if name == "5":
        os._exit(1)
    return name * 2


def lost(name: str) -> str:
    return f"{name} lost"


def process_of(_name: str) -> int:
    time.sleep(0.02)
    return os.getpid()


def test_a_process_that_dies_takes_one_name_with_it() -> None:
    found = list(SeveralProcesses(doubled, nothing, lost).results(NAMES))
    assert found == [name * 2 if name != "5" else "5 lost" for name in NAMES]


def test_the_work_is_done_in_as_many_processes_as_there_are_cores() -> None:
    found = set(SeveralProcesses(process_of, nothing, lambda _: 0).results(NAMES))
    assert len(found) == 2
    assert os.getpid() not in found


def test_few_names_are_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(several_processes, "FEWEST", 13)
    assert set(SeveralProcesses(process_of, nothing, lambda _: 0).results(NAMES)) == {os.getpid()}


def test_many_files_are_told_as_one_by_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, town in enumerate(("红星", "蓝天", "绿水", "白云")):
        texts = {"overview": CLEAN_TEXTS["overview"].replace("全年围绕", f"{town}镇围绕")}
        case = Case({LAW + "in_force": number}, organization=f"阿城区{town}镇", sections=texts)
        save_report(case.report(FORM), tmp_path / f"{number}.nianbao")
    (tmp_path / "2坏.docx").write_bytes(b"PK broken")
    last = tmp_path / "上年" / "上年.nianbao"
    last.parent.mkdir()
    save_report(sample_report(), last)
    told = []
    for fewest in (2, 100):
        monkeypatch.setattr(several_processes, "FEWEST", fewest)
        arguments = ["check", str(tmp_path), "--previous", str(last), "--json"]
        assert command_line.run(arguments) == 2
        told.append(capsys.readouterr())
    assert told[0] == told[1]
    rows = json.loads(told[0].out)
    assert [row["file"] for row in rows] == sorted(row["file"] for row in rows)
    assert {"regulations-not-zero", "text-like-other-unit"} <= {row["code"] for row in rows}
    assert "2坏.docx" in told[0].err


def test_a_fault_of_the_program_stops_one_file_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "甲.nianbao"
    save_report(sample_report(), path)
    begin_looking(None, is_one_of_many=False)
    assert look_at_file(str(path)).text is not None
    monkeypatch.setattr(checked_file, "reason_for", lambda *_: 1 / 0)
    looked = look_at_file(str(path))
    assert looked == Looked(str(path), looked.lines)
    assert "甲.nianbao" in looked.lines[0]
    assert "其他文件不受影响" in looked.lines[0]


@pytest.mark.skipif(sys.platform == "win32", reason="no signal to a group of processes there")
def test_ctrl_c_ends_all_processes_with_one_line(tmp_path: Path) -> None:
    # So much that the signal comes long before the end, however late this process is woken.
    words = "".join(f"第{line}行不是年报。\n" for line in range(4000))
    for number in range(400):
        (tmp_path / f"{number}.txt").write_text(words, encoding="utf-8")
    run = subprocess.Popen(
        [sys.executable, ROOT / "main.py", "check", tmp_path],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    assert run.stderr is not None
    first = run.stderr.readline()
    os.killpg(run.pid, signal.SIGINT)
    out, error = run.communicate(timeout=60)
    assert run.returncode == 2
    assert first.startswith("「")
    assert (out, error.splitlines()[-1]) == ("", "已中断。")
    assert "Traceback" not in error
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_told_on_a_terminal_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress_line, "PAUSE", 0.0)
    stream = Terminal()
    line = ProgressLine(stream, "已检查 {done} / {whole}")
    line.show(1, 20)
    line.show(2, 20)
    line.clear()
    line.clear()
    shown = stream.getvalue().split("\r")
    assert shown[1:3] == ["已检查 1 / 20", "已检查 2 / 20"]
    assert [part.strip() for part in shown[3:]] == ["", ""]


def test_no_progress_is_written_into_a_file() -> None:
    stream = io.StringIO()
    line = ProgressLine(stream, "已检查 {done} / {whole}")
    line.show(1, 20)
    line.clear()
    assert stream.getvalue() == ""
