"""Two processes with data folders of their own save into one file as often as they can.

    .venv/bin/python scripts/two_computers.py [SECONDS]

Each opens the file, adds a mark of its own to a text, saves and closes, over and over. Ends with
status 1 where a saving that was confirmed is not in the file at the end, or the file is not whole.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import source_roots  # noqa: F401
from sample_reports import sample_report
from storage.guarded_save import SaveHooks, save_guarded
from storage.report_file import load_report, report_from_bytes, save_report
from storage.report_locks import ReportLock
from storage.seen import look_at
from storage.versions import Versions


def work(path: Path, data: Path, name: str, seconds: float) -> None:
    """Add marks for so long, and tell each that was confirmed on standard output."""
    versions, end, number = Versions(data), time.monotonic() + seconds, 0
    while time.monotonic() < end:
        lock = ReportLock(path, name)
        if lock.take(is_alone=True) is not None:
            time.sleep(0.001)
            continue
        look = look_at(path)
        assert look is not None
        report = report_from_bytes(look.content, path).report
        number += 1
        report.sections["overview"] += f"<{name}{number}>"
        saved = save_guarded(report, path, look.seen, versions, hooks=SaveHooks(lock.may_write))
        if saved.seen is not None:
            print(f"{name}{number}", flush=True)
        lock.release()


def main(seconds: float) -> int:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "甲.nianbao"
        save_report(sample_report(), path)
        children = [
            subprocess.Popen(
                [sys.executable, __file__, str(path), f"{folder}/{name}", name, str(seconds)],
                stdout=subprocess.PIPE,
                text=True,
            )
            for name in "ab"
        ]
        confirmed = [child.communicate()[0].split() for child in children]
        there = re.findall(r"<([ab]\d+)>", load_report(path).sections["overview"])
        lost = {mark for marks in confirmed for mark in marks} - set(there)
        twice = len(there) - len(set(there))
    counts = "、".join(str(len(marks)) for marks in confirmed)
    print(f"{seconds:g} 秒，确认保存 {counts} 次，丢失 {len(lost)} 次，重复 {twice} 处")
    return 1 if lost or twice or any(child.returncode for child in children) else 0


if __name__ == "__main__":
    if len(sys.argv) == 5:
        work(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], float(sys.argv[4]))
    else:
        sys.exit(main(float((sys.argv[1:] or ["60"])[0])))
