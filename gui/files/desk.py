"""What every way of a report in or out works with: document, dialogs, workers and signals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs.file_chooser import FileChooser
from gui.document.document import Document
from gui.keeping.file_guard import FileGuard
from gui.messages import Messages
from gui.services import Services
from gui.settings import Settings
from gui.work.tasks import Tasks
from model.report.file_name import usual_name
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
        self.versions = Versions(services.data_folder / "versions")
        self.tasks = Tasks(window, messages.problem)

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
        return usual_name(report.organization, report.year, report.title, extension)
