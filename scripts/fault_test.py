"""Lets every call into the system fail, and ends the process before every one, while saving.

    .venv/bin/python scripts/fault_test.py

Saving and autosaving are tried: every call × ENOSPC, EIO, EACCES, ESTALE, EINVAL, and a kill
before every call. Ends with status 1 where an old file was not whole, where 「已保存」 would have
been said of a file that does not hold it, or where anything but a sentence came back.
"""

from __future__ import annotations

import errno
import sys
import tempfile
from collections import Counter
from datetime import datetime
from pathlib import Path

import source_roots  # noqa: F401
from sample_reports import sample_report
from storage.errors import FileProblem
from storage.guarded_save import save_guarded
from storage.report_file import report_from_bytes, report_to_bytes
from storage.seen import look_at
from storage.snapshots import Snapshot, read_snapshot, write_snapshot
from storage.versions import Versions
from system_calls import CallWatch, failing, killed_before

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.ESTALE, errno.EINVAL)
TAKEN = datetime(2024, 1, 5).astimezone()


class Saving:
    """Saving a changed report over its file, as the window does."""

    name = "保存"

    def __init__(self, folder: Path) -> None:
        self.path = folder / "甲.nianbao"
        self._folder = folder
        self._tries = 0
        self.old, self.new = sample_report(), sample_report()
        self.new.sections["overview"] = "改过的一段。"
        self.outcome = ""

    def prepare(self) -> None:
        # With nothing kept before, so that every call of keeping a version is tried too.
        self._tries += 1
        self.versions = Versions(self._folder / f"versions{self._tries}")
        self.path.write_bytes(report_to_bytes(self.old))
        look = look_at(self.path)
        self.seen = look.seen if look else None

    def run(self) -> None:
        saved = save_guarded(self.new, self.path, self.seen, self.versions)
        self.outcome = "asked" if saved.doubt else "saved" if saved.is_safe else "saved, not safe"

    def held(self) -> str:
        """Return which content is there; what is neither raises FileProblem."""
        content = self.path.read_bytes()
        report_from_bytes(content, self.path)
        contents = {report_to_bytes(self.old): "old", report_to_bytes(self.new): "new"}
        return contents.get(content, "other")


class Autosaving(Saving):
    """Replacing a snapshot by a newer one."""

    name = "自动留存"

    def prepare(self) -> None:
        self._write(self.old)

    def run(self) -> None:
        self._write(self.new)
        self.outcome = "saved"

    def _write(self, report: object) -> None:
        write_snapshot(Snapshot(report, None, "", TAKEN), self.path)  # type: ignore[arg-type]

    def held(self) -> str:
        text = read_snapshot(self.path).report.sections["overview"]
        known = {self.old.sections["overview"]: "old", self.new.sections["overview"]: "new"}
        return known.get(text, "other")


def calls_of(work: Saving) -> int:
    """Return how many calls into the system a work makes."""
    work.prepare()
    with CallWatch() as watch:
        work.run()
    return len(watch.names)


def fail_each(work: Saving, step: int = 1) -> Counter[str]:
    """Return what came of failing every call, or every so manieth; AssertionError says what not."""
    found: Counter[str] = Counter()
    for at in range(1, calls_of(work) + 1, step):
        for number in ERRORS:
            work.prepare()
            work.outcome = "refused"
            try:
                with failing(at, number):
                    work.run()
            except FileProblem:
                work.outcome = "refused"
            held = work.held()
            said = work.outcome.startswith("saved")
            assert held == ("new" if said else "old"), (at, number, work.outcome, held)
            found[work.outcome] += 1
    return found


def kill_each(work: Saving, step: int = 1) -> Counter[str]:
    """Return which content was there after a kill before every call, or every so manieth."""
    found: Counter[str] = Counter()
    for at in range(1, calls_of(work) + 1, step):
        work.prepare()
        assert killed_before(at, work.run), "not killed"
        found[work.held()] += 1
        assert found["other"] == 0, at
    return found


def main() -> int:
    for kind in (Saving, Autosaving):
        with tempfile.TemporaryDirectory() as name:
            work = kind(Path(name))
            calls = calls_of(work)
            print(f"{work.name}：{calls} 次系统调用", flush=True)
            print(f"  每次 × {len(ERRORS)} 种错误：{dict(fail_each(work))}", flush=True)
            print(f"  每次之前强制结束：{dict(kill_each(work))}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
