"""Finding words in the open report: the bar over the middle, and the way to what was found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from gui.document.document import Document
from gui.look.sizes import px
from gui.panels.identity_panel import IdentityPanel
from gui.panels.identity_sheet import IdentitySheet
from gui.panels.marked_editor import units
from gui.panels.section_page import SectionPage
from gui.texts.find_bar import FindBar
from model.report.writing.word_search import UNIT, Hit

_PARAGRAPH = "\u2029"
"""What Qt puts between paragraphs of selected text."""
_BELOW = 8


class Parts(Protocol):
    """What shows the parts of a report, with unit and title on a sheet of their own."""

    identity: IdentityPanel
    identity_sheet: IdentitySheet

    def page(self) -> SectionPage:
        """Return the part that is shown."""

    def show_section(self, section: str) -> None:
        """Show a part."""

    def show_identity(self) -> None:
        """Show unit, year and title."""


class WordFinder(QObject):
    """Shows the bar when it is first asked for; `notify` tells what came of a replacement."""

    def __init__(
        self, document: Document, parts: Parts, place: QWidget, notify: Callable[[str], None]
    ) -> None:
        super().__init__(place)
        self._document = document
        self._parts = parts
        self.bar = FindBar(document, place)
        self.bar.hide()
        layout = place.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, self.bar)
        self.bar.notified.connect(notify)
        self.bar.hit_chosen.connect(self.show_hit)
        self.bar.closed.connect(lambda: self._parts.page().take_focus())

    def offer_in(self, page: SectionPage) -> None:
        """Let the button in the head of a part show the bar."""
        page.words.replace.clicked.connect(lambda: self.begin(is_replacing=True))

    def begin(self, *, is_replacing: bool = False) -> None:
        """Show the bar, with the words that are selected in the text of the part."""
        self._document.finish_typing()
        words = self._parts.page().text.editor.textCursor().selectedText()
        self.bar.begin("" if _PARAGRAPH in words else words, is_replacing=is_replacing)

    def step(self, step: int) -> None:
        """Lead to the next place, or the one before; without words, ask for them."""
        if self.bar.isVisible() and self.bar.wanted.text():
            self.bar.go(step)
        else:
            self.begin()

    def show_hit(self, hit: Hit) -> None:
        """Lead to words that were found and leave the keys in the bar, where there is a way."""
        place, parts = hit.place, self._parts
        if not (place.section or place.table):
            self._show_identity(hit)
            return
        if parts.identity_sheet.isVisible():
            parts.identity_sheet.leave()
        if place.section:
            parts.show_section(place.section)
            parts.page().show_words(hit.start, len(hit.words))
            return
        table = self._document.report.form.table(place.table)
        parts.show_section(table.section)
        view = parts.page().table
        if view is not None:
            is_cell = place.key in table.key_set
            view.view.go_to(place.key if is_cell else table.row_keys(place.key)[0])

    def _show_identity(self, hit: Hit) -> None:
        """Show words of unit or title, the sheet below the bar; the keys stay in the bar."""
        sheet, identity = self._parts.identity_sheet, self._parts.identity
        keys = QApplication.focusWidget()
        self._parts.show_identity()
        over = sheet.parentWidget()
        if over is not None:
            foot = self.bar.mapTo(over, QPoint(0, self.bar.height()))
            sheet.move(sheet.x(), foot.y() + px(_BELOW))
        line: QLineEdit = identity.unit if hit.place.name == UNIT else identity.title
        first, last = (units(line.text(), place) for place in (hit.start, hit.end))
        if keys is not None and self.bar.isAncestorOf(keys):
            keys.setFocus(Qt.FocusReason.OtherFocusReason)
        line.setSelection(first, last - first)
