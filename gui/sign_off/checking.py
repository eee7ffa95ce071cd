"""Checking whether a file is the one that was signed, from the question to the answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog

from gui import below, late
from gui.files.desk import FileDesk
from gui.files.reading import read_one
from gui.services import OpenedFile
from storage.errors import printable

TITLE = "核对校验码"


class Checking:
    """Reads a file beside the window and compares its code; nothing is opened or changed."""

    def __init__(self, desk: FileDesk) -> None:
        self._desk = desk

    def check(self) -> None:
        """Ask for file and code and tell whether they belong together."""
        self._desk.when_free(TITLE, self._check, is_on_report=False)

    def _check(self) -> None:
        desk = self._desk
        desk.document.finish_typing()
        choose = partial(desk.choose_open, "选择要核对的文件")
        dialog = late.CheckDialog(desk.window, choose, self._recorded())
        is_asked = dialog.exec() == QDialog.DialogCode.Accepted
        path, code = dialog.path, dialog.letters
        dialog.deleteLater()
        if is_asked and path is not None:
            read = partial(self._look, path)
            read_one(desk, TITLE, read, partial(self._read, path, code))

    def _look(self, path: Path, picks: Sequence[int]) -> tuple[OpenedFile, tuple[str, ...]]:
        """Read a file beside the window, and what it holds besides the report."""
        opened = self._desk.services.open_report(path, picks)
        if opened.is_own_file:
            return opened, opened.warnings
        return opened, self._desk.services.find_strays(path, opened)

    def _recorded(self) -> str:
        """Return the code under which the open report was made final, or ""."""
        document = self._desk.document
        final = document.report.sign_off.final if document.is_open else None
        return final.code if final is not None else ""

    def _read(self, path: Path, code: str, read: tuple[OpenedFile, tuple[str, ...]]) -> None:
        opened, strays = read
        document = self._desk.document
        signed = document.report if document.is_open else None
        result = below.compare_with_code(printable(path.name), opened.report, code, signed, strays)
        dialog = late.ResultDialog(self._desk.window, result)
        dialog.exec()
        dialog.deleteLater()
