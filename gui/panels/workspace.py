"""The three columns of an open report: parts, the part in the middle, findings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui.document.document import Document
from gui.findings.findings_panel import FindingsPanel
from gui.frame.arrangement import Arrangement, arrangement
from gui.frame.part_head import PartHead
from gui.frame.side import Side
from gui.look.fitting import ground, space
from gui.look.sizes import px, unzoomed
from gui.look.theme import look
from gui.panels.identity_panel import IdentityPanel
from gui.panels.identity_sheet import IdentitySheet
from gui.panels.section_page import SectionPage
from gui.panels.word_finder import WordFinder
from gui.parts.remaining_page import RemainingPage
from gui.parts.sections_panel import REMAINING, SectionsPanel
from gui.settings import Settings
from gui.sign_off.banner import SignOffBanner
from gui.tables.comparison import ComparisonSwitch
from model.checks import Finding
from model.judging.finding_entries import Order, counterpart
from model.judging.remaining import Item
from model.report.edits import CellChange, Edit, TextChange

OVER_PARTS, OVER_FINDINGS = 176, 272
"""Pixels at 100 % of a column that lies over the middle."""


class Workspace(QWidget):
    """Is built anew for every report that is opened."""

    notified = Signal(str)
    draft_wanted = Signal()
    """The next year's report is to be begun from last year's."""
    table_left = Signal(str)
    """A table was not pasted into a text; the words say so."""
    page_changed = Signal()
    """Another part, or another range of cells, is before the clerk."""

    def __init__(
        self,
        document: Document,
        parent: QWidget | None = None,
        settings: Settings | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._settings = settings
        self._marked: Finding | None = None
        self._is_declared = False
        self._arranged: tuple[Arrangement, int] | None = None
        self._is_whole = False
        self.comparison = ComparisonSwitch(settings is not None and settings.shows_last_year, self)
        # Each widget has its place at once: the style is worked out anew for all that is moved.
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.left = Side(self.splitter, is_left=True)
        self._middle = QWidget(self.splitter)
        self.right = Side(self.splitter, is_left=False)
        self.pages = QStackedWidget(self._middle)
        self.sections = SectionsPanel(document, self.left.home)
        self.identity = IdentityPanel(document, self)
        self.findings = FindingsPanel(document, self.right.home)
        self.remaining = RemainingPage(document, self.pages)
        self.banner = SignOffBanner(document)
        self.head = PartHead(self.banner, self._middle)
        self.by_section: dict[str, SectionPage] = {}
        self._make_pages()
        self._lay_out()
        self._connect()
        self._add_keys()
        if settings is not None:
            self._remember(settings)
        self.show_section(self._first_section())

    def _make_pages(self) -> None:
        for section in self._document.report.form.sections:
            page = SectionPage(self._document, section, self.pages, self.comparison)
            self.by_section[section.key] = page
            self.pages.addWidget(page)
            self.head.tools.addWidget(page.tools)
            if page.table is not None:
                page.table.notified.connect(self.notified)
                page.table.cell_clicked.connect(partial(self._choose_on_cell, section.table))
                page.table.whole_wanted.connect(self.show_whole)
                page.table.view.range_changed.connect(self.page_changed)
            page.text.editor.refused.connect(self.notified)
            page.text.linking.cell_wanted.connect(self._show_cell)
            page.text.editor.table_left.connect(self.table_left)
            page.text.editor.finding_clicked.connect(self.findings.choose)
        self.pages.addWidget(self.remaining)
        self.head.tools.addWidget(self.remaining.tools)

    def _connect(self) -> None:
        self.sections.section_chosen.connect(self._show_page)
        self.sections.section_entered.connect(self.enter_section)
        self.sections.remaining_chosen.connect(self.show_remaining)
        self.sections.identity_wanted.connect(self.show_identity)
        self.identity.offer.draft_wanted.connect(self.draft_wanted)
        self.sections.rail.expand.clicked.connect(self.left.open_over)
        self.findings.rail.expand.clicked.connect(self.right.open_over)
        for button in self.findings.rail.levels.values():
            button.clicked.connect(self.right.open_over)
        self.findings.finding_chosen.connect(self.show_finding)
        self.findings.table_wanted.connect(self.show_cells)
        self.findings.notified.connect(self.notified)
        self.remaining.notified.connect(self.notified)
        self.remaining.item_chosen.connect(self.show_item)
        self._document.revisited.connect(self.show_edit)
        self._document.findings_changed.connect(self._follow_marked)
        look.changed.connect(self._arrange)

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
        # Functions go with the signals; of a method of what stays PySide would keep a reference.
        self.findings.order_changed.connect(lambda order: settings.note_findings_order(order))
        self.comparison.toggled.connect(lambda is_on: settings.note_shows_last_year(is_on))

    def _lay_out(self) -> None:
        middle = self._middle
        ground(middle, "surface")
        column = QVBoxLayout(middle)
        space(column)
        column.addWidget(self.head)
        column.addWidget(self.pages, 1)
        self.left.hold(self.sections, self.sections.rail)
        self.right.hold(self.findings, self.findings.rail)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.splitterMoved.connect(self._note_widths)
        layout = QVBoxLayout(self)
        space(layout)
        layout.addWidget(self.splitter)
        self.identity_sheet = IdentitySheet(self._document, self.identity, self)
        self.finder = WordFinder(self._document, self, middle, self.notified.emit)
        for page in self.by_section.values():
            self.finder.offer_in(page)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go from the parts over the head into the page, and on to the findings."""
        order: list[QWidget] = [self.sections.edit, self.sections.list, self.sections.remaining]
        for page in self.by_section.values():
            order += page.stops()
        order += [self.findings.order_button, self.findings.list, *self.findings.pane.stops()]
        for one, other in pairwise(order):
            self.setTabOrder(one, other)

    # ------------------------------------------------------------ the columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn columns into rails and back by the room that there is."""
        super().resizeEvent(event)
        self._arrange()

    def show_whole(self, is_whole: bool) -> None:
        """Give a table the room of both columns, or take it back."""
        self._is_whole = is_whole
        self._arrange()

    def _arrange(self) -> None:
        plan = arrangement(self.width(), is_whole=self._is_whole)
        state = (plan, look.percent)
        if state == self._arranged:
            return
        self._arranged = state
        parts = self._remembered("parts", plan.parts)
        findings = self._remembered("findings", plan.findings)
        if self.pages.currentWidget() is self.remaining:
            findings = None
        self.left.arrange(parts, OVER_PARTS)
        self.right.arrange(findings, OVER_FINDINGS)
        wide = [self.left.width() if parts is None else px(parts)]
        wide.append(self.right.width() if findings is None else px(findings))
        middle = self.width() - sum(wide) - 2 * self.splitter.handleWidth()
        self.splitter.setSizes([wide[0], middle, wide[1]])

    def _remembered(self, column: str, usual: int | None) -> int | None:
        """Return the width that a column was dragged to in such a window, or the usual one."""
        if usual is None or self._settings is None or self._arranged is None:
            return usual
        kept = self._settings.choice(f"width {self._arranged[0].name} {column}")
        return int(kept) if kept.isdigit() else usual

    def _note_widths(self, *_: object) -> None:
        if self._settings is None or self._arranged is None:
            return
        plan = self._arranged[0]
        for column, side, usual in (
            ("parts", self.left, plan.parts),
            ("findings", self.right, plan.findings),
        ):
            if usual is not None and not side.is_rail:
                width = round(unzoomed(side.width()))
                self._settings.note_choice(f"width {plan.name} {column}", str(width))

    # ------------------------------------------------------------ what is shown

    def show_edit(self, edit: Edit) -> None:
        """Show what was taken back or done again; cells as the block that they were."""
        # A text that only followed its table comes along with the cell.
        cells = [change for change in edit.changes if isinstance(change, CellChange)]
        texts = [change for change in edit.changes if isinstance(change, TextChange)]
        if cells:
            name = cells[0].table
            self.show_section(self._document.report.form.table(name).section)
            shown = self.page().table
            if shown is not None:
                shown.view.select_block([item.key for item in cells if item.table == name])
        elif texts:
            self.show_section(texts[0].section)

    def _first_section(self) -> str:
        """Return the first numbered part."""
        sections = self._document.report.form.sections
        return next((item.key for item in sections if item.title), sections[0].key)

    def page(self) -> SectionPage:
        """Return the part that is shown, or was last."""
        return self._page

    def show_section(self, section: str) -> None:
        """Show a part."""
        self.sections.select(section)
        self._show_page(section)

    def enter_section(self, section: str) -> None:
        """Show a part and give it the keys, where the work on it goes on."""
        self.show_section(section)
        self._page.enter()

    def _show_page(self, section: str) -> None:
        self._document.finish_typing()
        self._page = self.by_section[section]
        self.sections.remaining.setChecked(False)
        self.head.show_part(self._page.section.name, self._page.tools)
        self._show_in_middle(self._page)

    def show_remaining(self) -> None:
        """Show everything that is left to do."""
        self._document.finish_typing()
        self.sections.select_remaining()
        self.remaining.refresh()
        self.head.show_part(REMAINING, self.remaining.tools)
        self._show_in_middle(self.remaining)
        self.remaining.take_focus()

    def _show_in_middle(self, page: QWidget) -> None:
        """Show a page; beside the list of what is left the findings would say it all twice."""
        is_other = (page is self.remaining) != (self.pages.currentWidget() is self.remaining)
        self.pages.setCurrentWidget(page)
        table = page.table if isinstance(page, SectionPage) else None
        is_whole = table is not None and table.whole_button.isChecked()
        if is_other or is_whole != self._is_whole:
            self._is_whole = is_whole
            self._arranged = None
            self._arrange()
        self.page_changed.emit()

    def show_item(self, item: Item) -> None:
        """Lead to something that is left to do."""
        if item.finding is not None:
            self.findings.choose(item.finding)
            self.show_finding(item.finding)
        elif item.cell is not None:
            self._show_cell(*item.cell)
        else:
            self.show_section(item.section)
            self.page().take_focus()

    def _show_cell(self, table: str, key: str) -> None:
        self.show_section(self._document.report.form.table(table).section)
        shown = self.page().table
        if shown is not None:
            shown.view.select_keys([key])

    def show_finding(self, finding: Finding) -> None:
        """Lead to the place of a finding: a cell, a sentence, or the title."""
        section = finding.section
        if finding.cells and not finding.has_words:
            section = self._document.report.form.table(finding.cells[0][0]).section
        if section in self.by_section:
            self.show_section(section)
            self.mark(finding)
            self.by_section[section].show_finding(finding)
        else:
            self.mark(finding)
            self.show_identity()
            self.identity.show_title(finding.start, finding.length)

    def show_cells(self, finding: Finding) -> None:
        """Lead to the cells of a finding on words that they contradict."""
        self.show_section(self._document.report.form.table(finding.cells[0][0]).section)
        self.mark(finding)
        self.page().show_cells(finding)

    def show_identity(self) -> None:
        """Show unit, year and title, to be corrected."""
        self.identity_sheet.open_beside(self.left.width() + px(8))

    def show_obstacle(self, finding: Finding | None, cell: tuple[str, str] | None) -> None:
        """Lead to what keeps the report from being made final: a finding or a blank cell."""
        if finding is not None:
            self.findings.choose(finding)
            self.show_finding(finding)
        elif cell is not None:
            self._show_cell(*cell)

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
            self.left.close_over()
            self._page_focus()
        elif focus is not None and self.findings.isAncestorOf(focus):
            self.right.close_over()
            self.left.open_over()
            self.sections.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.right.open_over()
            self.findings.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _page_focus(self) -> None:
        shown = self.pages.currentWidget()
        if shown is self.remaining:
            self.remaining.take_focus()
        else:
            self.page().take_focus()
