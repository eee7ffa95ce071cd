"""Every way of a report between the window and its files, gathered for menus and keys."""

from __future__ import annotations

from functools import cached_property

from gui.files.desk import FileDesk
from gui.late import when_called
from gui.menus import ways


class FileActions:
    """What the menus, the start page and the window itself may ask for.

    Each way is loaded and made when it is first gone.
    """

    def __init__(self, desk: FileDesk) -> None:
        self.desk = desk
        self.tasks = desk.tasks
        self.name = desk.name
        self.save = when_called(lambda: self._saving.save)
        self.save_as = when_called(lambda: self._saving.save_as)
        self.save_then = when_called(lambda: self._saving.save_then)
        self.after_saving = when_called(lambda: self._saving.after_saving)
        self.export_word = when_called(lambda: self._exporting.export_word)
        self.export_excel = when_called(lambda: self._exporting.export_excel)
        self.export_pdf = when_called(lambda: self._exporting.export_pdf)
        self.export_page = when_called(lambda: self._exporting.export_page)
        self.export_text = when_called(lambda: self._exporting.export_text)
        self.copy_page = when_called(lambda: self._exporting.copy_page)
        self.export_public = when_called(lambda: self._exporting.export_public)
        self.export_signed = when_called(lambda: self._exporting.export_signed)
        self.export_with_extras = when_called(lambda: self._exporting.export_with_extras)
        self.export_all = when_called(lambda: ways.ExportingAll(desk, self._exporting).export_all)
        self.show_notes = when_called(lambda: self._taking_over.show_notes)
        self.new_blank = when_called(lambda: self._beginning.new_blank)
        self.new_from_last = when_called(lambda: self._beginning.new_from_last)
        self.open = when_called(lambda: self._opening.open)
        self.open_path = when_called(lambda: self._opening.open_path)
        self.load = when_called(lambda: self._opening.load)
        self.open_clipboard = when_called(lambda: self._opening.open_clipboard)
        self.show_versions = when_called(lambda: self._looking_back.show)
        self.fill_from_file = when_called(lambda: ways.FillingIn(desk).from_file)
        self.fill_from_clipboard = when_called(lambda: ways.FillingIn(desk).from_clipboard)
        self.attach_last_year = when_called(lambda: self._attaching.attach)
        self.remove_last_year = when_called(lambda: self._attaching.remove)
        self.show_last_year = when_called(lambda: self._attaching.show)
        self.take_dropped = when_called(
            lambda: ways.Dropping(desk, self._opening, self._attaching).take
        )

    @cached_property
    def printing(self) -> ways.PrintActions:
        """The ways to paper."""
        return ways.PrintActions(self.desk, self.export_pdf)

    @cached_property
    def _saving(self) -> ways.Saving:
        return ways.Saving(self.desk)

    @cached_property
    def _exporting(self) -> ways.Exporting:
        return ways.Exporting(self.desk)

    @cached_property
    def _taking_over(self) -> ways.TakingOver:
        return ways.TakingOver(self.desk)

    @cached_property
    def _beginning(self) -> ways.Beginning:
        return ways.Beginning(self.desk, self._saving, self._taking_over)

    @cached_property
    def _looking_back(self) -> ways.LookingBack:
        return ways.LookingBack(self.desk, self._saving)

    @cached_property
    def _opening(self) -> ways.Opening:
        return ways.Opening(self.desk, self._saving, self._taking_over, self._looking_back)

    @cached_property
    def _attaching(self) -> ways.Attaching:
        return ways.Attaching(self.desk, self._taking_over)
