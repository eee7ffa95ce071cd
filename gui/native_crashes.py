"""Ends that no exception tells of: Python's own fault handler writes where the program was.

Each window has a file of its own beside the log; one that says something at the next start is told
and goes into the log.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import time
from pathlib import Path
from typing import TextIO

from gui.crash_guard import note
from storage.errors import printable

_OLD_SECONDS = 30 * 24 * 3600
_PATTERN = "crash-*.txt"


class NativeCrashes:
    """Lets the fault handler write, and finds what it wrote the last time: `left`, or ""."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._file: TextIO | None = None
        self.left = ""

    def begin(self) -> None:
        """Look for what was left, then take faults from now on."""
        with contextlib.suppress(OSError):
            self._log.parent.mkdir(parents=True, exist_ok=True)
            found = [text for file in self._log.parent.glob(_PATTERN) if (text := _taken(file))]
            for text in found:
                note(self._log, text)
            if found:
                self.left = (
                    "上次程序被系统意外中断，不是您操作错了。没有保存的内容如果留存着，"
                    f"接下来会问要不要恢复。\n情况记在：{printable(str(self._log))}"
                )
            path = self._log.with_name(f"crash-{os.urandom(4).hex()}.txt")
            self._file = path.open("w", encoding="utf-8")
            faulthandler.enable(self._file)

    def end(self) -> None:
        """Leave faults to the system again; an end like this leaves no file."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            with contextlib.suppress(OSError):
                Path(self._file.name).unlink()


def _taken(file: Path) -> str:
    """Return what a file says and remove it; an empty one may be that of a window that lives."""
    with contextlib.suppress(OSError):
        text = file.read_text(encoding="utf-8", errors="replace")
        if text.strip() or time.time() - file.stat().st_mtime > _OLD_SECONDS:
            file.unlink()
        return text.strip()
    return ""
