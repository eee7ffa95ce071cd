"""Saving held against writing the same bytes and waiting until the disk has them."""

from __future__ import annotations

import json
import os
from pathlib import Path

from comparing import Comparison, timed
from sample_reports import sample_report
from storage.report_file import load_report, save_report


def comparisons(folder: Path) -> list[Comparison]:
    """Return saving and opening the program's own file."""
    report, path = sample_report(), folder / "甲.nianbao"
    save_report(report, path)
    data = path.read_bytes()
    return [
        Comparison(
            "保存 ÷ 写同样的字节并等到落盘",
            timed(lambda: save_report(report, path)),
            timed(lambda: _write(data, folder / "字节")),
        ),
        Comparison(
            "打开 .nianbao ÷ 只解析",
            timed(lambda: load_report(path)),
            timed(lambda: json.loads(path.read_bytes())),
        ),
    ]


def _write(data: bytes, path: Path) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
