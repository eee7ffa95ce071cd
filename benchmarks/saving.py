"""Saving held against writing the same bytes and waiting until the disk has them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

from comparing import Comparison, timed
from sample_reports import sample_report
from storage.guarded_save import SaveHooks, save_guarded
from storage.report_file import load_report, save_report
from storage.report_locks import ReportLock
from storage.seen import look_at
from storage.snapshots import note_saving
from storage.versions import Versions


def comparisons(folder: Path) -> list[Comparison]:
    """Return saving and opening the program's own file."""
    report, path = sample_report(), folder / "甲.nianbao"
    save_report(report, path)
    data = path.read_bytes()
    return [
        Comparison(
            "保存 ÷ 写同样的字节并等到落盘",
            timed(_saving(folder)),
            timed(lambda: _write(data, folder / "字节")),
            limit=2.0,
        ),
        Comparison(
            "打开 .nianbao ÷ 只解析",
            timed(lambda: load_report(path)),
            timed(lambda: json.loads(path.read_bytes())),
        ),
    ]


def _saving(folder: Path) -> Callable[[], None]:
    """Return the whole way of a saving beside the window: lock, comparisons, note, file."""
    report, path = sample_report(), folder / "保存.nianbao"
    save_report(report, path)
    versions, lock = Versions(folder / "versions"), ReportLock(path, "")
    lock.take(is_alone=True)
    look = look_at(path)
    assert look is not None
    versions.keep(path, look.content)
    note = folder / "unsaved" / "a.json"
    hooks = SaveHooks(lock.may_write, lambda digest: note_saving(note, digest, 1))

    def save() -> None:
        saved = save_guarded(report, path, look.seen, versions, hooks=hooks)
        assert saved.seen == look.seen

    return save


def _write(data: bytes, path: Path) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
