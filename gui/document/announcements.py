"""What the open document tells the views, so that each shows anew only what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from model.report.edits import Changes


class Announcements(QObject):
    """The signals of a document, and which of them an edit gives."""

    cells_changed = Signal(str, object)
    sections_changed = Signal(object)
    links_lost = Signal(str)
    """Figures no longer follow the tables because their words were touched; the words say which."""
    identity_changed = Signal()
    reused_changed = Signal()
    figure_sources_changed = Signal()
    office_changed = Signal()
    previous_changed = Signal()
    sign_off_changed = Signal()
    findings_changed = Signal()
    modified_changed = Signal(bool)
    replaced = Signal()
    changed = Signal()
    """An edit was applied, taken back or done again, whatever it was on."""
    revisited = Signal(object)
    """An edit was taken back or done again; its place should be shown."""
    saved = Signal()
    typed = Signal()
    """Something was typed in a cell and is not taken over yet, or no longer."""
    refused = Signal(str)
    """A change was refused because the report is only to be read; the words say why."""
    typing_interrupted = Signal()
    """What is being typed in a field is to be taken over now."""

    def announce(self, changes: Changes, is_reuse_changed: bool) -> None:
        """Tell of what an edit changed, and of marks on last year's text that came or went."""
        for table in {table for table, _ in changes.cells}:
            keys = frozenset(key for name, key in changes.cells if name == table)
            self.cells_changed.emit(table, keys)
        if changes.sections:
            self.sections_changed.emit(changes.sections)
        for has_changed, signal in (
            (changes.has_identity, self.identity_changed),
            (changes.has_figure_sources, self.figure_sources_changed),
            (changes.has_office, self.office_changed),
            (changes.has_previous, self.previous_changed),
            (changes.has_sign_off, self.sign_off_changed),
            (changes.has_reused or is_reuse_changed, self.reused_changed),
        ):
            if has_changed:
                signal.emit()
