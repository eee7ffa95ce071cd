"""What every way of a report in or out works with: document, dialogs, workers and signals."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui import below
from gui.dialogs.file_chooser import FileChooser
from gui.document.document import Document
from gui.keeping.file_guard import FileGuard
from gui.messages import Messages
from gui.services import Services
from gui.settings import Settings
from gui.work.tasks import Job, JobSignals, Tasks

if TYPE_CHECKING:
    from model.report.report import Report
    from storage.versions import Versions


class FileDesk(QObject):
    """Holds what is handed on to saving, exporting, opening and beginning a report."""

    notified = Signal(str)
    recent_changed = Signal()

    def __init__(
        self,
        document: Document,
        services: Services,
        window: QWidget,
        settings: Settings,
        messages: Messages,
        chooser: FileChooser,
        guard: FileGuard,
    ) -> None:
        super().__init__(window)
        self.document = document
        self.services = services
        self.window = window
        self.settings = settings
        self.messages = messages
        self.chooser = chooser
        self.guard = guard
        self.tasks = Tasks(window, messages.problem)
        self.note_saving: Callable[[str, int], None] = lambda _digest, _revision: None
        # One thread, so that versions are kept in the order of the savings.
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._signals = JobSignals(self)
        self._signals.ended.connect(self._kept)

    @cached_property
    def versions(self) -> Versions:
        """The former contents of the reports."""
        return below.Versions(self.services.data_folder / "versions")

    def when_free(self, name: str, action: Callable[[], None], is_on_report: bool = True) -> None:
        """Do something now, or after the work that is going on, and tell which.

        What is meant for the open report is left undone, and told, where another one is open then.
        """
        if not self.tasks.is_busy:
            action()
            return
        report = self.document.report

        def in_turn() -> None:
            if is_on_report and self.document.report is not report:
                self.notified.emit(f"打开的已是另一份报告，刚才的「{name}」没有做。")
            else:
                action()

        self.tasks.when_free(name, in_turn)
        self.notified.emit(f"正在{self.tasks.title}，完成后接着「{name}」。")

    def keep_version(self, path: Path, report: Report, content: bytes = b"") -> None:
        """Keep what a file holds now, beside the window and beside the saving.

        `content` is what was read; what was saved just now follows from the report.
        """
        work = partial(below.keep_with_note, self.versions, path, report.detached(), content)
        self._pool.start(Job(work, self._signals))

    @Slot(object, object)
    def _kept(self, is_kept: bool | None, error: Exception | None) -> None:
        if error is not None:
            raise error
        if not is_kept:
            self.notified.emit("这一次的内容没有留进「历史版本」（本机磁盘写不进去）。")

    def finish(self) -> None:
        """Wait until the versions are kept, but not for a disk that does not answer."""
        self._pool.waitForDone(3_000)

    def choose_open(self, title: str) -> Path | None:
        """Return the file of any readable kind that the clerk chooses, or None."""
        path = self.chooser.open_name(title, self.settings.last_folder, self.services.open_kinds)
        if path is not None:
            self.settings.note_folder(path)
        return path

    def name(self) -> str:
        """Return the report's name as it is spoken of."""
        report = self.document.report
        year = f"{report.year}年" if report.year else ""
        return f"{report.organization or '未填单位'}{year}报告"

    def file_name(self, extension: str) -> str:
        """Return the usual file name of the report."""
        report = self.document.report
        return below.usual_name(report.organization, report.year, report.title, extension)
