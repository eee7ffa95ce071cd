"""After the report's year was corrected: the offer to move the years in its texts along."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gui.dialogs.years_dialog import YearsDialog
from gui.document.document import Document
from model.report.year_change import YearInText, move_in_texts, years_to_move


class YearOffer(QPushButton):
    """Says how many years in the texts go with the old year, and opens their list."""

    draft_wanted = Signal()
    """The old report is to stay, and this year's to be begun from it."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._old: int | None = None
        self.clicked.connect(self.open_list)
        document.identity_changed.connect(self.refresh)
        document.sections_changed.connect(self.refresh)
        self.hide()

    def begin(self, old: int | None) -> None:
        """Note the year that is left; the first one counts while it is looked for."""
        if self._old is None:
            self._old = old

    def refresh(self, *_: object) -> None:
        """Show the offer where texts still speak of the old year."""
        found = self._found()
        self.setVisible(bool(found))
        self.setText(f"正文中有{len(found)}处{self._old}年，一起改…")

    def _found(self) -> tuple[YearInText, ...]:
        report = self._document.report
        if self._old is None or report.year is None or report.year == self._old:
            return ()
        return years_to_move(report, self._old, report.year)

    def open_list(self) -> None:
        """Show the places, and move those that the clerk leaves ticked as one step."""
        report, found = self._document.report, self._found()
        if not found or self._old is None or report.year is None:
            return
        dialog = YearsDialog(self.window(), report.form, found, self._old, report.year)
        is_wanted = dialog.exec() == YearsDialog.DialogCode.Accepted
        chosen, wants_draft = dialog.chosen, dialog.wants_draft
        dialog.deleteLater()
        if is_wanted and self._document.push(move_in_texts(report, chosen, report.year)):
            # What names the year after now would count as the old one's.
            self._old = None
            self.refresh()
        elif wants_draft:
            self.draft_wanted.emit()
