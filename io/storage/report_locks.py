"""The lock file beside a report, which tells other computers on a share who has it open.

`.~NAME.lock` is one JSON object in ASCII: `host`, `user`, `since` (with its zone), `window` (a
number of this opening) and `origin` (of the data folder, the same at the next start). A holder that
lives touches the file every BEAT seconds; the file's own time of change, which the share gives,
says how long ago that was.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import secrets
import socket
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from storage.errors import printable

BEAT = 60
"""Seconds between two signs of life."""
SILENT = 5 * BEAT
"""Seconds without one after which a holder may have crashed; computers' clocks differ a little."""
_LONGEST_NAME_BYTES = 255
_MOST_BYTES = 4096


@dataclass(frozen=True)
class Holder:
    """Who has a report open: from which computer, since when, and how long nothing was heard.

    `silent` is in seconds, negative where the lock lies in the future.
    """

    host: str
    user: str
    since: str
    silent: float

    @property
    def is_stale(self) -> bool:
        """Return whether the holder may be gone, so that its place can be taken, once asked."""
        return self.silent > SILENT or self.silent < -SILENT

    @property
    def words(self) -> str:
        """Return whose the lock is, for people."""
        who = f"「{self.user}」" if self.user else "别人"
        return f"{who}在电脑「{self.host}」上" if self.host else who

    @property
    def age_words(self) -> str:
        """Return since when it is there and how long nothing was heard of its holder."""
        try:
            since = f"{datetime.fromisoformat(self.since):%Y年%m月%d日 %H:%M}打开"
        except ValueError:
            since = "打开的时间不清楚"
        if self.silent < -SILENT:
            return f"{since}，记录的时间比这台电脑的钟还晚（有一台电脑的钟不准）"
        minutes = int(self.silent // 60)
        if minutes < 60:
            return f"{since}，{max(minutes, 0)} 分钟前还开着"
        return f"{since}，已有 {minutes // 60} 小时没有动静"


@dataclass(frozen=True)
class _Mark:
    host: str
    user: str
    since: str
    window: str
    origin: str


class ReportLock:
    """The lock file of one report, held by one window. Every method asks the disk."""

    def __init__(self, path: Path, origin: str) -> None:
        self.file = path.with_name(f".~{path.name}.lock")
        self._mark = _Mark(
            _word(socket.gethostname), _word(getpass.getuser), _now(), secrets.token_hex(8), origin
        )
        self.is_written = False
        self._met: _Mark | None = None

    def take(self, *, is_alone: bool) -> Holder | None:
        """Take the report; return who else has it, None where nobody does.

        `is_alone` says that no other window of this data folder has the report: a lock of that
        origin is then left over from a crash. Where no lock file can be written, `is_written`
        stays False and nobody is in the way.
        """
        if self.is_ours():
            return None
        if self._create():
            return None
        found = self._found()
        if found is None:
            return None
        mark, silent = found
        self._met = mark
        if is_alone and mark.origin == self._mark.origin:
            self._replace(mark)
            return None if self.is_ours() else self.holder()
        return Holder(printable(mark.host), printable(mark.user), mark.since, silent)

    def take_over(self) -> bool:
        """Take the report from a holder that the clerk believes to be gone; False if another did.

        The old lock is moved away first, which only one of two can do.
        """
        found = self._found()
        if found is None:
            self._create()
        elif found[0] == self._met:
            self._replace(found[0])
        return self.is_ours()

    def _replace(self, old: _Mark) -> None:
        aside = self.file.with_name(f"{self.file.name}.{self._mark.window}")
        try:
            self.file.replace(aside)
            if _read(aside) != old and not self.file.exists():
                # Somebody took it in the same moment: his it is.
                aside.replace(self.file)
                return
        except OSError:
            return
        finally:
            with contextlib.suppress(OSError):
                aside.unlink(missing_ok=True)
        self._create()

    def is_ours(self) -> bool:
        """Return whether the lock that stands there is this window's."""
        return self.is_written and _read(self.file) == self._mark

    def may_write(self) -> bool:
        """Return whether nobody else has taken the report; a lock that is gone is written again."""
        if not self.is_written or self.is_ours():
            return True
        return self._found() is None and self._create()

    def beat(self) -> None:
        """Give a sign of life."""
        if self.is_ours():
            with contextlib.suppress(OSError):
                os.utime(self.file)

    def release(self) -> None:
        """Let others have the report."""
        if self.is_ours():
            with contextlib.suppress(OSError):
                self.file.unlink(missing_ok=True)
        self.is_written = False

    def holder(self) -> Holder | None:
        """Return who has the report now, None where nobody or this window has."""
        found = self._found()
        if found is None or found[0] == self._mark:
            return None
        return Holder(printable(found[0].host), printable(found[0].user), found[0].since, found[1])

    def _create(self) -> bool:
        """Write the lock where there is none; False where one is, or none can be written."""
        if len(os.fsencode(self.file.name)) > _LONGEST_NAME_BYTES:
            return False
        try:
            with self.file.open("xb") as file:
                file.write(json.dumps(asdict(self._mark)).encode("ascii"))
        except OSError:
            return False
        self.is_written = True
        return True

    def _found(self) -> tuple[_Mark, float] | None:
        """Return the lock that stands there and for how many seconds nothing was heard."""
        mark = _read(self.file)
        try:
            return None if mark is None else (mark, time.time() - self.file.stat().st_mtime)
        except OSError:
            return None


def _read(file: Path) -> _Mark | None:
    """Return what a lock says, None where there is none; one that says nothing has no names."""
    try:
        with file.open("rb") as opened:
            content = opened.read(_MOST_BYTES)
        data = json.loads(content)
    except OSError:
        return None
    except (ValueError, RecursionError):
        data = {}
    given = data if isinstance(data, dict) else {}
    return _Mark(**{name: str(given.get(name, "")) for name in _Mark.__dataclass_fields__})


def _word(ask: Callable[[], str]) -> str:
    """Return what the system calls itself or its user, "" where it does not know."""
    try:
        return ask()
    except (OSError, KeyError, ImportError):
        return ""


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
