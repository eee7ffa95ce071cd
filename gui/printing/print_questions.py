"""The questions on the way to paper; tests put another set of answers in their place."""

from __future__ import annotations

from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from exporters.page_style import FontRole
from gui.messages import Messages
from gui.printing.font_dialog import FontDialog
from gui.printing.font_files import FontFiles
from gui.printing.page_choice import PageSetup
from gui.printing.page_setup_dialog import PageSetupDialog
from gui.printing.print_dialog import PrintDialog, PrintJob
from model.paper.page_ranges import PageRangeError
from storage.errors import FileProblem

_Option = QAbstractPrintDialog.PrintDialogOption


class PrintQuestions:
    """Asks for pages, printer, margins and fonts; None means that the clerk went back."""

    def __init__(self, font_files: FontFiles, messages: Messages) -> None:
        self._font_files = font_files
        self._messages = messages

    def has_printer(self) -> bool:
        """Return whether this computer has a printer."""
        return bool(QPrinterInfo.availablePrinterNames())

    def ask_job(self, parent: QWidget | None, count: int, page: int) -> PrintJob | None:
        """Return what to print."""
        dialog = PrintDialog(parent, count, page)
        if not dialog.exec():
            return None
        try:
            return dialog.job()
        except PageRangeError:
            return None

    def ask_printer(self, parent: QWidget | None, job: PrintJob) -> QPrinter | None:
        """Return the printer that is chosen in the system's dialog."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setCopyCount(job.copies)
        printer.setCollateCopies(True)
        dialog = QPrintDialog(printer, parent)
        # Which pages has been asked for already, with odd and even ones.
        for option in (_Option.PrintPageRange, _Option.PrintSelection, _Option.PrintCurrentPage):
            dialog.setOption(option, False)
        return printer if dialog.exec() else None

    def ask_setup(self, parent: QWidget | None, setup: PageSetup) -> PageSetup | None:
        """Return how pages are set up from now on."""
        dialog = PageSetupDialog(parent, setup)
        return dialog.setup if dialog.exec() else None

    def ask_fonts(
        self, parent: QWidget | None, chosen: dict[FontRole, str]
    ) -> dict[FontRole, str] | None:
        """Return the fonts to use in place of the official ones from now on."""
        dialog = FontDialog(parent, chosen, self._new_font)
        return dialog.names if dialog.exec() else None

    def _new_font(self) -> list[str]:
        """Return the families of a font file that the clerk points at, [] for none."""
        try:
            return self._font_files.ask()
        except FileProblem as problem:
            self._messages.problem("字体文件", str(problem))
            return []
