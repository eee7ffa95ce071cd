"""Saving held against the least that replaces a file whole with the same bytes.

That is what `io/storage/atomic` must do to lose nothing when the power goes: a new file, waiting
until the disk has it, putting it in the place of the old one, and waiting until the disk has its
name too. To overwrite a file where it stands takes less, and may leave half of it. What is measured
is then our own part: the bytes made from the report, the locks, looking twice at what stands there,
and the note for the next start.
"""

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
            "保存 ÷ 同样的字节写成新文件、落盘、换下旧的",
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
    temporary = path.with_suffix(".new")
    with temporary.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
