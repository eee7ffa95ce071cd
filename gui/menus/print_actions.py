"""Preview, printing, page set-up and fonts, as the menus ask for them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gui import late
from gui.files.desk import FileDesk
from gui.printing.font_files import FONT_FOLDER, FontFiles
from storage.errors import FileProblem


class PrintActions:
    """The ways of the open report to paper; `save_pdf` is offered where there is no printer.

    With a `signed_copy` it is the one that goes round to be signed.
    """

    def __init__(
        self,
        desk: FileDesk,
        save_pdf: Callable[[], None],
        signed_copy: late.SignOffCopy | None = None,
    ) -> None:
        self._desk = desk
        self._signed_copy = signed_copy
        self.save_pdf = save_pdf

    @cached_property
    def questions(self) -> late.PrintQuestions:
        """The dialogs that ask."""
        desk = self._desk
        files = FontFiles(desk.services.data_folder / FONT_FOLDER, desk.chooser)
        return late.PrintQuestions(files, desk.messages)

    def sheets(self) -> late.Sheets:
        """Return the pages of the report as it stands, with the chosen fonts and margins."""
        self._desk.document.finish_typing()
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            style = late.chosen_style(self._desk.settings)
            return late.Sheets(self._desk.document.report, style, self._signed_copy)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def make_preview(self) -> late.PreviewDialog:
        """Return the preview of the report, filling most of the window's screen."""
        dialog = late.PreviewDialog(self._desk.window, self)
        room = self._desk.window.screen().availableGeometry()
        dialog.resize(min(1280, room.width() - 16), min(1000, room.height() - 48))
        return dialog

    def preview(self) -> None:
        """Show the preview."""
        dialog = self.make_preview()
        dialog.exec()
        dialog.deleteLater()

    def print_report(self) -> None:
        """Print the report without looking at it first."""
        self.print_sheets(self.sheets(), 1, self._desk.window)

    def print_sheets(self, sheets: late.Sheets, page: int, parent: QWidget) -> None:
        """Ask which pages and which printer, and print them."""
        if not self.questions.has_printer():
            if self._desk.messages.offer_pdf():
                self.save_pdf()
            return
        job = self.questions.ask_job(parent, len(sheets.pages), page)
        printer = self.questions.ask_printer(parent, job) if job else None
        if job is None or printer is None:
            return
        printer.setDocName(self._desk.name())
        problem = _print(sheets, printer, job)
        if problem:
            self._desk.messages.problem(*problem)
            return
        self._desk.notified.emit(f"已送去打印 {len(job.pages)} 页。")
        if job.advice:
            self._desk.messages.tell("手动双面打印", job.advice)

    def set_up_page(self, parent: QWidget | None = None) -> bool:
        """Ask for margins, seal and code, and return whether they changed."""
        settings = self._desk.settings
        old = late.chosen_setup(settings)
        new = self.questions.ask_setup(parent or self._desk.window, old)
        if new is None or new == old:
            return False
        late.note_setup(settings, new)
        return True

    def choose_fonts(self, parent: QWidget | None = None) -> bool:
        """Ask for the fonts and return whether they changed."""
        settings = self._desk.settings
        old = late.chosen_fonts(settings)
        new = self.questions.ask_fonts(parent or self._desk.window, old)
        if new is None or new == old:
            return False
        late.note_fonts(settings, new)
        return True


def _print(
    sheets: late.Sheets, printer: late.QPrinter, job: late.PrintJob
) -> tuple[str, str] | None:
    """Print and return what to tell, as title and sentence, None where all went well."""
    try:
        is_taken = sheets.print_on(printer, job.pages)
    except FileProblem as problem:
        return "打印成的文件不完整", str(problem)
    sentence = "打印机没有接受这份报告。请看打印机是否开机、连好、有纸，再打印一次。"
    return None if is_taken else ("没有打印成功", sentence)
