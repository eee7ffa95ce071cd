"""The three panels of an open report: parts, the part in the middle, findings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui.document.document import Document
from gui.panels.findings_panel import FindingsPanel
from gui.panels.identity_panel import IdentityPanel
from gui.panels.section_page import SectionPage
from gui.panels.sections_panel import SectionsPanel
from gui.settings import Settings
from gui.sign_off.banner import SignOffBanner
from gui.tables.comparison import ComparisonSwitch
from model.checks import Finding
from model.judging.finding_entries import Order, counterpart
from model.report.edits import CellChange, Edit, TextChange


class Workspace(QWidget):
    """Is built anew for every report that is opened."""

    notified = Signal(str)

    def __init__(
        self,
        document: Document,
        parent: QWidget | None = None,
        settings: Settings | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._marked: Finding | None = None
        self._is_declared = False
        self.comparison = ComparisonSwitch(settings is not None and settings.shows_last_year, self)
        self.sections = SectionsPanel(document)
        self.banner = SignOffBanner(document)
        self.identity = IdentityPanel(document)
        self.findings = FindingsPanel(document)
        self.pages = QStackedWidget()
        self.by_section: dict[str, SectionPage] = {}
        for section in document.report.form.sections:
            page = SectionPage(document, section, comparison=self.comparison)
            self.by_section[section.key] = page
            self.pages.addWidget(page)
            if page.table is not None:
                page.table.notified.connect(self.notified)
                page.table.cell_clicked.connect(partial(self._choose_on_cell, section.table))
            page.text.editor.finding_clicked.connect(self.findings.choose)
        self._lay_out()
        self.sections.section_chosen.connect(self._show_page)
        self.findings.finding_chosen.connect(self.show_finding)
        self.findings.notified.connect(self.notified)
        document.revisited.connect(self.show_edit)
        document.findings_changed.connect(self._follow_marked)
        self._add_keys()
        if settings is not None:
            self._remember(settings)
        self.show_section(self._first_section())

    def _add_keys(self) -> None:
        self.unmark_key = self._key("Esc", lambda: self.mark(None))
        self.unmark_key.setEnabled(False)
        self._key("F6", self._change_panel)

    def _key(self, key: str, handler: Callable[[], None]) -> QShortcut:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        return QShortcut(QKeySequence(key), self, handler, context=context)

    def _remember(self, settings: Settings) -> None:
        if settings.findings_order in list(Order):
            self.findings.sort(Order(settings.findings_order))
        self.findings.order_changed.connect(settings.note_findings_order)
        self.comparison.toggled.connect(settings.note_shows_last_year)

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.banner)
        column.addWidget(self.identity)
        column.addWidget(self.pages, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.sections, middle, self.findings):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setCollapsible(1, False)
        self.sections.setMinimumWidth(120)
        self.findings.setMinimumWidth(150)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def share_width(self, width: int) -> None:
        """Give the panels the widths that leave the tables enough room on this screen."""
        left = 160 if width < 1200 else 205
        right = 190 if width < 1200 else 280
        self.splitter.setSizes([left, width - left - right, right])

    def show_edit(self, edit: Edit) -> None:
        """Show what was taken back or done again."""
        for change in edit.changes:
            if isinstance(change, CellChange):
                table = self._document.report.form.table(change.table)
                self.show_section(table.section)
                page = self.page()
                if page.table is not None:
                    page.table.view.go_to(change.key)
                return
            if isinstance(change, TextChange):
                self.show_section(change.section)
                return

    def _first_section(self) -> str:
        """Return the first numbered part."""
        sections = self._document.report.form.sections
        return next((item.key for item in sections if item.title), sections[0].key)

    def page(self) -> SectionPage:
        """Return the part that is shown."""
        page = self.pages.currentWidget()
        assert isinstance(page, SectionPage)
        return page

    def show_section(self, section: str) -> None:
        """Show a part."""
        self.sections.select(section)
        self._show_page(section)

    def _show_page(self, section: str) -> None:
        self._document.finish_typing()
        self.pages.setCurrentWidget(self.by_section[section])

    def show_finding(self, finding: Finding) -> None:
        """Lead to the place of a finding: a cell, a sentence, or the identity at the top."""
        section = finding.section
        if finding.cells:
            section = self._document.report.form.table(finding.cells[0][0]).section
        if section in self.by_section:
            self.show_section(section)
            self.mark(finding)
            self.by_section[section].show_finding(finding)
        else:
            self.mark(finding)
            self.identity.show_title(finding.start, finding.length)

    def show_obstacle(self, finding: Finding | None, cell: tuple[str, str] | None) -> None:
        """Lead to what keeps the report from being made final: a finding or a blank cell."""
        if finding is not None:
            self.findings.choose(finding)
            self.show_finding(finding)
        elif cell is not None:
            self.show_section(self._document.report.form.table(cell[0]).section)
            table = self.page().table
            if table is not None:
                table.view.select_keys([cell[1]])

    # ------------------------------------------------------------ the chosen finding

    def mark(self, finding: Finding | None) -> None:
        """Outline the cells and words of a finding wherever they stand, and no others."""
        self._marked = finding
        declared = [known for known, _ in self._document.acknowledged]
        self._is_declared = finding in declared
        self.unmark_key.setEnabled(finding is not None)
        for page in self.by_section.values():
            page.mark(finding)

    def _follow_marked(self) -> None:
        """Keep the outline on the same mistake; let it go when that is mended."""
        if self._marked is None:
            return
        kept = list(self._document.findings)
        if self._is_declared:
            kept += [finding for finding, _ in self._document.acknowledged]
        self.mark(counterpart(self._marked, kept))

    def _choose_on_cell(self, table: str, key: str) -> None:
        """Choose the finding on a clicked cell, so that what can be done about it is at hand."""
        here = [item for item in self._document.findings if (table, key) in item.cells]
        if here and self.findings.current_finding() not in here:
            self.findings.choose(here[0])

    def _change_panel(self) -> None:
        """Go round from the parts to the page to the findings, for work without a mouse."""
        focus = self.focusWidget()
        if focus is not None and self.sections.isAncestorOf(focus):
            self.page().take_focus()
        elif focus is not None and self.findings.isAncestorOf(focus):
            self.sections.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.findings.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
