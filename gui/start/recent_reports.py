"""What the recent files hold, read beside the window: whose report it is, and when it is due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from gui import below
from gui.services import OpenedFile
from gui.work.tasks import Job, JobSignals
from storage.errors import FileProblem

if TYPE_CHECKING:
    from model.report.deadline import DaysLeft
    from model.report.report import Report

LONGEST_WAIT = 3_000
"""Milliseconds that closing waits for a file that is being read."""


@dataclass(frozen=True)
class RecentReport:
    """What the first screen tells of a file besides its name."""

    path: Path
    organization: str
    year: str
    left: DaysLeft
    state: str = ""
    icon: str = "empty"
    role: str = "text2"
    saved: str = ""


class RecentReports(QObject):
    """Reads files one after another, and tells of each that could be read."""

    read = Signal(object)
    missed = Signal(object)
    """A file is not there any more, by its path."""

    def __init__(
        self,
        open_report: Callable[[Path], OpenedFile],
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_report = open_report
        self._today = today
        # One thread: a slow share must not take those that opening and saving need.
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._signals = JobSignals(self)
        self._signals.ended.connect(self._ended)

    def look_at(self, paths: Sequence[Path]) -> None:
        """Read these files instead of those that still wait."""
        self._pool.clear()
        for path in paths:
            self._pool.start(Job(partial(self._look_at, path), self._signals))

    def _look_at(self, path: Path) -> RecentReport | Path | None:
        """Return what a file holds, or its path where it is gone.

        None for one that cannot be read: that is told when it is opened.
        """
        try:
            if not path.is_file():
                return path
            saved = saved_words(path.stat().st_mtime, self._today())
            report = self._open_report(path).report
        except (FileProblem, OSError):
            return None
        year = f"{report.year}年" if report.year else ""
        left = below.days_left(report.deadline, self._today())
        return RecentReport(path, report.organization, year, left, *_standing(report), saved)

    @Slot(object, object)
    def _ended(self, found: RecentReport | Path | None, error: Exception | None) -> None:
        if error is not None:
            raise error
        if isinstance(found, RecentReport):
            self.read.emit(found)
        elif found is not None:
            self.missed.emit(found)

    def wait(self) -> None:
        """Give up what waits and let the file that is being read come to its end."""
        self._pool.clear()
        self._pool.waitForDone(LONGEST_WAIT)


def _standing(report: Report) -> tuple[str, str, str]:
    """Return how far a report is, with the sign and the role of the sign's colour."""
    now = below.standing_notice(report)
    if now.mark:
        return now.mark, "locked", "query" if now.is_warning else "ok"
    blank = sum(len(report.blank_inputs(table)) for table in report.form.tables)
    if blank:
        return f"编写中，还空{blank}格", "empty", "text2"
    return "表格已填", "done", "ok"


def saved_words(at: float, today: date) -> str:
    """Return when a file was saved, in seconds since 1970, as a clerk says it."""
    day = datetime.fromtimestamp(at).astimezone()
    name = {0: "今天", 1: "昨天"}.get((today - day.date()).days)
    return f"{name} {day.hour}:{day:%M}" if name else f"{day:%Y-%m-%d}"
