"""Opening a report: its own file, any file that can be read, the clipboard, an older version."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from gui.dialogs.versions_dialog import VersionsDialog
from gui.files.clipboard_content import EMPTY_CLIPBOARD, clipboard_content
from gui.files.desk import FileDesk
from gui.files.reading import read_one
from gui.files.saving import Saving
from gui.files.taking_over import TakingOver
from gui.services import OpenedFile
from model.report.report import Report
from storage.report_file import load_report
from storage.snapshots import fingerprint
from storage.versions import Version

VERSIONS = "打开以前保存的版本"


class Opening:
    """Brings a report into the window; on a problem all stays as it was."""

    def __init__(self, desk: FileDesk, saving: Saving, taking_over: TakingOver) -> None:
        self._desk = desk
        self._saving = saving
        self._taking_over = taking_over

    def open(self) -> None:
        """Ask for a file of any readable kind and open it."""
        self._saving.after_saving("打开", self._open)

    def _open(self) -> None:
        path = self._desk.choose_open("打开报告")
        if path is not None:
            self.load(path)

    def open_path(self, path: Path) -> None:
        """Open a file that is already known, such as a recent one."""
        self._saving.after_saving(f"打开「{path.name}」", partial(self.load, path))

    def load(self, path: Path) -> None:
        """Read a file beside the window and show it."""
        desk = self._desk

        def read(picks: Sequence[int]) -> tuple[OpenedFile, str]:
            # Taken before reading: what is written in between is then noticed when saving.
            base = fingerprint(path)
            return desk.services.open_report(path, picks), base

        loaded = self._saving.asking_again(partial(self._loaded, path))
        read_one(desk, f"打开「{path.name}」", read, loaded)

    def _loaded(self, path: Path, read: tuple[OpenedFile, str]) -> None:
        opened, base = read
        if opened.is_own_file:
            self._show_own(opened.report, path, base)
        else:
            self._desk.settings.note_folder(path)
            self._taking_over.review(path.name, opened)
        self._desk.recent_changed.emit()

    def _show_own(self, report: Report, path: Path, base: str) -> None:
        desk = self._desk
        desk.settings.note_file(path)
        if desk.guard.claim(path):
            desk.document.open(report, path)
            desk.guard.base = base
        elif desk.messages.ask_open_as_copy(path.name):
            desk.document.open(report, None)

    def open_clipboard(self) -> None:
        """Read the report that was copied in a browser, Word or WPS, or the file copied as such."""
        self._saving.after_saving("从剪贴板导入", self._open_clipboard)

    def _open_clipboard(self) -> None:
        desk = self._desk
        content = clipboard_content(QApplication.clipboard().mimeData())
        if content.file is not None:
            self.load(content.file)
        elif content.is_empty:
            desk.messages.problem("从剪贴板导入没有成功", EMPTY_CLIPBOARD)
        else:
            read = partial(desk.services.open_clipboard, content.html, content.text)
            review = partial(self._taking_over.review, "剪贴板")
            read_one(desk, "从剪贴板导入", read, self._saving.asking_again(review))

    def open_version(self) -> None:
        """Let the clerk open a replaced version of the open file, or of any, as unsaved."""
        desk = self._desk
        path = desk.document.path
        versions = desk.versions.all() if path is None else desk.versions.of(path)
        dialog = VersionsDialog(desk.window, versions, path.name if path else "")
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.chosen is not None:
            self._saving.after_saving(VERSIONS, partial(self._load_version, dialog.chosen))

    def _load_version(self, version: Version) -> None:
        self._desk.tasks.run(
            VERSIONS,
            partial(load_report, version.file),
            self._saving.asking_again(lambda report: self._desk.document.open(report, None)),
        )
