"""Reading last year's file while its dialog is open, to tell which report it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from gui import late
from gui.files.desk import FileDesk
from gui.files.reading import read_one
from gui.services import OpenedFile
from storage.errors import FileProblem


class LastRead:
    """Holds what the file chosen last holds, once that is known."""

    def __init__(self, desk: FileDesk, dialog: late.NewFromLastDialog) -> None:
        self._desk = desk
        self._dialog: late.NewFromLastDialog | None = dialog
        self._path: Path | None = None
        self.opened: OpenedFile | None = None
        dialog.file_chosen.connect(self._read)

    def end(self) -> None:
        """Tell the dialog no more: it is closed."""
        self._dialog = None

    def _read(self, path: Path) -> None:
        self._path, self.opened = path, None
        if self._dialog is not None:
            self._dialog.show_reading()
        read = partial(self._desk.services.open_report, path)
        read_one(
            self._desk,
            "读取上年报告",
            read,
            partial(self._show, path),
            fails=partial(self._fail, path),
            is_quiet=True,
        )

    def _show(self, path: Path, opened: OpenedFile) -> None:
        if path == self._path and self._dialog is not None:
            self.opened = opened
            self._dialog.show_read(opened.report.organization, opened.report.year)

    def _fail(self, path: Path, problem: FileProblem) -> None:
        if path == self._path and self._dialog is not None:
            self._dialog.show_problem(str(problem))
