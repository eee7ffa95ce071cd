"""A second window of the same clerk, and a window that ends badly."""

from __future__ import annotations

from gui.main_window import MainWindow
from gui.services import Services
from gui.settings import Settings
from gui_bench import Bench, GivenFiles, SilentMessages


class Second:
    """Another window of the same clerk, as if of another start of the program."""

    def __init__(self, bench: Bench, services: Services) -> None:
        self.messages, self.files = SilentMessages(), GivenFiles()
        settings = Settings(bench.folder / "settings" / "settings.ini")
        self.window = MainWindow(services, settings, self.messages, self.files)
        self._bot = bench.bot

    def wait_for_work(self) -> None:
        self._bot.waitUntil(lambda: not self.window.files.tasks.is_busy)

    def end(self) -> None:
        self.window.files.tasks.wait()
        self.window.document.is_open = False
        self.window.close()
        self.window.deleteLater()


def crash(bench: Bench) -> None:
    """Leave as a killed program does: the snapshot stands, its lock is nobody's."""
    bench.window.autosave.end(is_regular=False)
    bench.window.guard.leave()
