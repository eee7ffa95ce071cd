"""Every way of a report between the window and its files, gathered for menus and keys."""

from __future__ import annotations

from gui.files.attaching import Attaching
from gui.files.beginning import Beginning
from gui.files.desk import FileDesk
from gui.files.dropping import Dropping
from gui.files.export_all import ExportingAll
from gui.files.exporting import Exporting
from gui.files.filling_in import FillingIn
from gui.files.looking_back import LookingBack
from gui.files.opening import Opening
from gui.files.saving import Saving
from gui.files.taking_over import TakingOver
from gui.menus.print_actions import PrintActions


class FileActions:
    """What the menus, the start page and the window itself may ask for."""

    def __init__(self, desk: FileDesk) -> None:
        self.desk = desk
        self.tasks = desk.tasks
        self.name = desk.name
        saving, exporting, taking_over = Saving(desk), Exporting(desk), TakingOver(desk)
        self.save, self.save_as = saving.save, saving.save_as
        self.save_then, self.after_saving = saving.save_then, saving.after_saving
        self.export_word, self.export_excel = exporting.export_word, exporting.export_excel
        self.export_pdf, self.export_page = exporting.export_pdf, exporting.export_page
        self.export_text, self.copy_page = exporting.export_text, exporting.copy_page
        self.export_public, self.export_signed = exporting.export_public, exporting.export_signed
        self.export_with_extras = exporting.export_with_extras
        self.export_all = ExportingAll(desk, exporting).export_all
        self.printing = PrintActions(desk, exporting.export_pdf)
        self.show_notes = taking_over.show_notes
        beginning = Beginning(desk, saving, taking_over)
        self.new_blank, self.new_from_last = beginning.new_blank, beginning.new_from_last
        looking_back = LookingBack(desk, saving)
        opening = Opening(desk, saving, taking_over, looking_back)
        self.open, self.open_path, self.load = opening.open, opening.open_path, opening.load
        self.open_clipboard, self.show_versions = opening.open_clipboard, looking_back.show
        filling_in = FillingIn(desk)
        self.fill_from_file, self.fill_from_clipboard = (
            filling_in.from_file,
            filling_in.from_clipboard,
        )
        attaching = Attaching(desk, taking_over)
        self.attach_last_year, self.remove_last_year = attaching.attach, attaching.remove
        self.show_last_year = attaching.show
        self.take_dropped = Dropping(desk, opening, attaching).take
