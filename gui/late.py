"""What of the window a start does without: each name here is loaded when it is first asked for.

Every other module says `late.NAME` for these, in annotations too, and imports nothing in the midst
of a function. `PLACES` is the list; the imports above it are for the type checker, and a test holds
the two together. What is late of the rooms below the window stands in `gui.below`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from gui.below import loads

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter as QPrinter

    from exporters.sign_off_blocks import SignOffCopy as SignOffCopy
    from exporters.writing import clipboard_formats as clipboard_formats
    from exporters.writing import export_report as export_report
    from exporters.writing import export_with_extras as export_with_extras
    from gui.dialogs.about_dialog import AboutDialog as AboutDialog
    from gui.dialogs.choice_dialog import ask_choice as ask_choice
    from gui.dialogs.figure_source_dialog import FigureSourceDialog as FigureSourceDialog
    from gui.dialogs.help_dialog import KEYS as KEYS
    from gui.dialogs.help_dialog import HelpDialog as HelpDialog
    from gui.dialogs.import_review_dialog import ImportReviewDialog as ImportReviewDialog
    from gui.dialogs.import_review_dialog import Use as Use
    from gui.dialogs.notes_dialog import NotesDialog as NotesDialog
    from gui.dialogs.office_dialog import OfficeDialog as OfficeDialog
    from gui.dialogs.previous_dialog import PreviousDialog as PreviousDialog
    from gui.dialogs.report_dialogs import NewFromLastDialog as NewFromLastDialog
    from gui.dialogs.report_dialogs import NewReportDialog as NewReportDialog
    from gui.dialogs.versions_dialog import VersionsDialog as VersionsDialog
    from gui.dialogs.versions_dialog import VersionWay as VersionWay
    from gui.panels.last_text import mark_together as mark_together
    from gui.panels.selection_words import selection_words as selection_words
    from gui.panels.table_panel import TablePanel as TablePanel
    from gui.panels.text_panel import TextPanel as TextPanel
    from gui.panels.workspace import Workspace as Workspace
    from gui.pasting.preview_dialog import ask_reading as ask_reading
    from gui.pasting.reading import reading_by_labels as reading_by_labels
    from gui.printing.missing_fonts import FontNotice as FontNotice
    from gui.printing.page_choice import chosen_fonts as chosen_fonts
    from gui.printing.page_choice import chosen_setup as chosen_setup
    from gui.printing.page_choice import chosen_style as chosen_style
    from gui.printing.page_choice import note_fonts as note_fonts
    from gui.printing.page_choice import note_setup as note_setup
    from gui.printing.preview_dialog import PreviewDialog as PreviewDialog
    from gui.printing.print_dialog import PrintJob as PrintJob
    from gui.printing.print_questions import PrintQuestions as PrintQuestions
    from gui.printing.sheets import Sheets as Sheets
    from gui.sign_off.check_dialog import CheckDialog as CheckDialog
    from gui.sign_off.check_result import ResultDialog as ResultDialog
    from gui.sign_off.final_dialog import FinalDialog as FinalDialog
    from gui.sign_off.final_dialog import ObstaclesDialog as ObstaclesDialog
    from gui.sign_off.names_dialog import NamesDialog as NamesDialog
    from gui.sign_off.sign_off_copy_dialog import SignOffCopyDialog as SignOffCopyDialog
    from gui.sign_off.sign_off_copy_dialog import SignOffWay as SignOffWay
    from importers.placing import PlacedRows as PlacedRows
    from importers.placing import place_copied as place_copied
    from importers.placing import place_file as place_file
    from paper_strays import find_strays as find_strays
    from report_sources import open_clipboard as open_clipboard
    from report_sources import open_report as open_report

PLACES: dict[str, tuple[str, ...]] = {
    "PySide6.QtPrintSupport": ("QPrinter",),
    "exporters.sign_off_blocks": ("SignOffCopy",),
    "exporters.writing": (
        "clipboard_formats",
        "export_report",
        "export_with_extras",
    ),
    "gui.dialogs.about_dialog": ("AboutDialog",),
    "gui.dialogs.choice_dialog": ("ask_choice",),
    "gui.dialogs.figure_source_dialog": ("FigureSourceDialog",),
    "gui.dialogs.help_dialog": ("KEYS", "HelpDialog"),
    "gui.dialogs.import_review_dialog": (
        "ImportReviewDialog",
        "Use",
    ),
    "gui.dialogs.notes_dialog": ("NotesDialog",),
    "gui.dialogs.office_dialog": ("OfficeDialog",),
    "gui.dialogs.previous_dialog": ("PreviousDialog",),
    "gui.dialogs.report_dialogs": (
        "NewFromLastDialog",
        "NewReportDialog",
    ),
    "gui.dialogs.versions_dialog": (
        "VersionWay",
        "VersionsDialog",
    ),
    "gui.panels.last_text": ("mark_together",),
    "gui.panels.selection_words": ("selection_words",),
    "gui.panels.table_panel": ("TablePanel",),
    "gui.panels.text_panel": ("TextPanel",),
    "gui.panels.workspace": ("Workspace",),
    "gui.pasting.preview_dialog": ("ask_reading",),
    "gui.pasting.reading": ("reading_by_labels",),
    "gui.printing.missing_fonts": ("FontNotice",),
    "gui.printing.page_choice": (
        *("chosen_fonts", "chosen_setup", "chosen_style", "note_fonts", "note_setup"),
    ),
    "gui.printing.preview_dialog": ("PreviewDialog",),
    "gui.printing.print_dialog": ("PrintJob",),
    "gui.printing.print_questions": ("PrintQuestions",),
    "gui.printing.sheets": ("Sheets",),
    "gui.sign_off.check_dialog": ("CheckDialog",),
    "gui.sign_off.check_result": ("ResultDialog",),
    "gui.sign_off.final_dialog": (
        "FinalDialog",
        "ObstaclesDialog",
    ),
    "gui.sign_off.names_dialog": ("NamesDialog",),
    "gui.sign_off.sign_off_copy_dialog": (
        "SignOffCopyDialog",
        "SignOffWay",
    ),
    "importers.placing": (
        "PlacedRows",
        "place_copied",
        "place_file",
    ),
    "paper_strays": ("find_strays",),
    "report_sources": (
        "open_clipboard",
        "open_report",
    ),
}
"""The late names by their modules."""

Given = ParamSpec("Given")
Returned = TypeVar("Returned")


def when_called(get: Callable[[], Callable[Given, Returned]]) -> Callable[Given, Returned]:
    """Return a function that is got, and loaded, at its first call only."""

    def call(*args: Given.args, **kwargs: Given.kwargs) -> Returned:
        return get()(*args, **kwargs)

    return call


if not TYPE_CHECKING:  # else the type checker would believe every name
    __getattr__ = loads(__name__, PLACES)
