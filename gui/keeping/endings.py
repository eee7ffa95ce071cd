"""The ends that come from outside: a signal, the end of the session, the computer shutting down."""

from __future__ import annotations

import contextlib
import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


class Endings(QObject):
    """Keeps what is not saved before the program is ended from outside.

    `keep` keeps it at once and without a question, `leave` then ends the program. Where the session
    ends the system itself closes the program, or the user calls that off and goes on typing.
    """

    def __init__(
        self, application: QGuiApplication, keep: Callable[[], object], leave: Callable[[], object]
    ) -> None:
        super().__init__(application)
        self._keep = keep
        self._leave = leave
        self._application = application
        application.commitDataRequest.connect(self.session_ends)
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        # Python looks at signals between two of its own steps; in Qt's loop there may be none.
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._come)
        self._before = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._old = {}
        for name in _SIGNALS:
            number = getattr(signal, name, None)
            if number is not None:
                self._old[number] = signal.signal(number, lambda *_: None)

    def session_ends(self, _: object = None) -> None:
        """Keep what is not saved; the system asks this before it closes the program."""
        self._keep()

    def _come(self) -> None:
        with contextlib.suppress(OSError):
            self._reader.recv(64)
        try:
            self._keep()
        finally:
            self._leave()

    def end(self) -> None:
        """Leave signals to the system again."""
        self._notifier.setEnabled(False)
        self._application.commitDataRequest.disconnect(self.session_ends)
        signal.set_wakeup_fd(self._before)
        for number, handler in self._old.items():
            signal.signal(number, handler)
        self._reader.close()
        self._writer.close()
