"""What happens when the program itself meets an error: a log, and nothing lost."""

from __future__ import annotations

import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from gui.main_window import MainWindow
from gui.messages import Messages

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
        """Note the error in the log, keep what is not saved, and tell the clerk once."""
        self._note("".join(traceback.format_exception(kind, error, trace)))
        if self._is_telling or issubclass(kind, KeyboardInterrupt):
            return
        self._is_telling = True
        try:
            self._tell()
        finally:
            self._is_telling = False

    def _tell(self) -> None:
        if not self._window.document.is_open:
            self._messages.problem("程序出错了", f"{_SORRY}\n错误情况记在：{self._log}")
        elif not self._window.autosave.keep_now():
            if self._messages.offer_rescue(self._log):
                self._window.files.save_as()
        elif self._messages.offer_restart(self._log):
            self._window.leave_for_restart()

    def _note(self, text: str) -> None:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            with self._log.open("a", encoding="utf-8") as log:
                log.write(f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S}\n{text}\n")
        except OSError:
            # A log that cannot be written must not hide the message to the clerk.
            return
