"""Comes in just before a chosen call into the system: to fail it, or to end the process there.

Python tells of every call of a function written in C before it is made; those that ask the system
for a file are counted.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import NoReturn, Self

_NAMES = frozenset(
    [
        "open",
        "stat",
        "lstat",
        "fstat",
        "mkdir",
        "replace",
        "rename",
        "unlink",
        "chmod",
        "fsync",
        "write",
        "flush",
        "read",
        "listdir",
        "scandir",
        "utime",
    ]
)
_MODULES = ("posix", "nt", "_io", "io")


class CallWatch:
    """Counts the calls into the system within a `with`, and acts before the chosen one."""

    def __init__(self, at: int = 0, act: Callable[[], object] = lambda: None) -> None:
        self.names: list[str] = []
        self._at = at
        self._act = act

    def __enter__(self) -> Self:
        sys.setprofile(self._look)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _look(self, _: FrameType, event: str, function: object) -> None:
        if event != "c_call" or getattr(function, "__name__", "") not in _NAMES:
            return
        owner = (
            getattr(function, "__module__", None)
            or type(getattr(function, "__self__", None)).__module__
        )
        if owner not in _MODULES:
            return
        self.names.append(str(getattr(function, "__name__", "")))
        if len(self.names) == self._at:
            self._act()


def failing(at: int, number: int) -> CallWatch:
    """Return a watch that lets the call of that place fail with an error of the system."""

    def fail() -> NoReturn:
        raise OSError(number, os.strerror(number))

    return CallWatch(at, fail)


def killed_before(at: int, work: Callable[[], object]) -> bool:
    """Do a work in a process of its own that is killed before its call of that place.

    Returns whether it was killed; False where the work has fewer calls.
    """
    process = os.fork()
    if process == 0:
        with CallWatch(at, lambda: os.kill(os.getpid(), signal.SIGKILL)):
            work()
        os._exit(0)
    _, status = os.waitpid(process, 0)
    return os.WIFSIGNALED(status)
