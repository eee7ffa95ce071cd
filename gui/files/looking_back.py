"""Earlier versions of a report: looked at, compared, brought back, or opened as reports."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gui import below, late
from gui.files.desk import FileDesk
from gui.files.saving import Saving
from storage.errors import FileProblem

if TYPE_CHECKING:
    from model.report.report import Report
    from storage.versions import Version

TITLE = "历史版本"


class LookingBack:
    """Shows what was kept of a file, and does with a version what the clerk says."""

    def __init__(self, desk: FileDesk, saving: Saving) -> None:
        self._desk = desk
        self._saving = saving

    def show(self) -> None:
        """Show the versions of the open file, or of all files where none is open."""
        path = self._desk.document.path if self._desk.document.is_open else None
        if path is None:
            self._list(None)
        else:
            self.show_of(path)

    def show_of(self, path: Path) -> None:
        """Show the versions of a file, which may be one that cannot be opened."""
        self._list(path)

    def _list(self, path: Path | None) -> None:
        versions = self._desk.versions

        def work() -> tuple[Version, ...]:
            return versions.all() if path is None else versions.of(path)

        # What was saved just now is kept first.
        self._desk.finish()
        self._desk.tasks.run(TITLE, work, partial(self._choose, path))

    def _choose(self, path: Path | None, found: tuple[Version, ...]) -> None:
        desk = self._desk
        desk.document.finish_typing()
        is_of_open = desk.document.is_open and path is not None and path == desk.document.path
        current = desk.document.report if desk.document.is_open else None
        dialog = late.VersionsDialog(
            desk.window, found, path.name if path else "", current, read, can_restore=is_of_open
        )
        dialog.exec()
        way, version = dialog.way, dialog.chosen
        dialog.deleteLater()
        if version is None or way is late.VersionWay.NONE:
            return
        report = read(version)
        if report is None:
            desk.messages.problem(TITLE, "这个版本已损坏，读不出来，请选另一个。")
        elif way is late.VersionWay.RESTORE:
            self._restore(report, version)
        else:
            show = partial(desk.document.open, report, None)
            self._saving.after_saving(TITLE, show)

    def _restore(self, report: Report, version: Version) -> None:
        """Make the open report what it was, as one step that can be undone."""
        document = self._desk.document
        edit = below.edit_to(document.report, report, "恢复历史版本")
        if document.push(edit):
            when = f"{version.kept:%m月%d日 %H:%M}"
            self._desk.notified.emit(
                f"已恢复成{when}的版本，可以撤销；文件还没有改，请看过再保存。"
            )


def read(version: Version) -> Report | None:
    """Return the report that a version holds, None where it cannot be read."""
    try:
        return below.report_from_bytes(version.file.read_bytes(), version.origin).report
    except (OSError, FileProblem):
        return None
