"""Checking whether a file is the one that was signed, from the question to the answer."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog

from gui.files.desk import FileDesk
from gui.files.reading import read_one
from gui.services import OpenedFile
from gui.sign_off.check_dialog import CheckDialog
from gui.sign_off.check_result import ResultDialog
from model.signing.code_comparison import compare_with_code

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
        dialog = CheckDialog(desk.window, choose, self._recorded())
        is_asked = dialog.exec() == QDialog.DialogCode.Accepted
        path, code = dialog.path, dialog.letters
        dialog.deleteLater()
        if is_asked and path is not None:
            read = partial(desk.services.open_report, path)
            read_one(desk, TITLE, read, partial(self._read, path, code))

    def _recorded(self) -> str:
        """Return the code under which the open report was made final, or ""."""
        document = self._desk.document
        final = document.report.sign_off.final if document.is_open else None
        return final.code if final is not None else ""

    def _read(self, path: Path, code: str, opened: OpenedFile) -> None:
        document = self._desk.document
        signed = document.report if document.is_open else None
        doubtful = 0 if opened.is_own_file else len(opened.doubts) + len(opened.unplaced)
        result = compare_with_code(path.name, opened.report, code, signed, doubtful)
        dialog = ResultDialog(self._desk.window, result)
        dialog.exec()
        dialog.deleteLater()
