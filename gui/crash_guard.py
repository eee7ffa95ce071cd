"""What happens when the program itself meets an error: a log, and nothing lost."""

from __future__ import annotations

import contextlib
import sys
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from gui.main_window import MainWindow
from gui.messages import Messages
from storage.errors import printable

Answer = TypeVar("Answer")

_SORRY = "刚才的操作没有做成，是程序自己的错误。请关闭程序，重新打开后再试。"


class CrashGuard:
    """Takes the place of the interpreter's own report of an error nobody caught."""

    def __init__(self, window: MainWindow, messages: Messages, log: Path) -> None:
        self._window = window
        self._messages = messages
        self._log = log
        self._is_telling = False

    def install(self) -> None:
        """Take errors from now on."""
        sys.excepthook = self.handle

    def handle(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Note the error in the log, keep what is not saved, and tell the clerk once.

        Nothing that goes wrong on the way keeps the clerk from being told.
        """
        note(self._log, "\n".join(trace_without_texts(error.with_traceback(trace))))
        if self._is_telling or issubclass(kind, KeyboardInterrupt):
            return
        self._is_telling = True
        try:
            self._tell()
        finally:
            self._is_telling = False

    def _tell(self) -> None:
        if not self._window.document.is_open:
            log = printable(str(self._log))
            self._messages.problem("程序出错了", f"{_SORRY}\n错误情况记在：{log}")
        elif not self._is_kept():
            if self._messages.offer_rescue(self._log):
                self._window.files.save_as()
        elif self._messages.offer_restart(self._log):
            self._window.leave_for_restart()

    def _is_kept(self) -> bool:
        """Return whether what is not saved is safe; what is at fault may be at fault here too."""
        try:
            with contextlib.suppress(Exception):
                self._window.document.finish_typing()
            return self._window.autosave.keep_now()
        except Exception as error:  # noqa: BLE001 - the clerk is told all the same
            note(self._log, "\n".join(trace_without_texts(error)))
            return False


def trace_without_texts(error: BaseException) -> Iterator[str]:
    """Yield the lines of an error's trace: where in the program, and what kind of error.

    Its own words are left out, since they may quote the report; of an error of the system the
    number stays.
    """
    causes = [error]
    while causes[-1].__cause__ or causes[-1].__context__:
        cause = causes[-1].__cause__ or causes[-1].__context__
        if cause is None or cause in causes:
            break
        causes.append(cause)
    for one in reversed(causes):
        yield from traceback.format_list(traceback.extract_tb(one.__traceback__))
        number = getattr(one, "errno", None)
        yield type(one).__name__ + (f" {number}" if isinstance(number, int) else "")


def note(log: Path, text: str) -> None:
    """Add a text to the log with the time; a log that cannot be written is no error."""
    with contextlib.suppress(OSError, ValueError):
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S}\n{text}\n\n")
