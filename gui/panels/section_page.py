"""One part of the report in the middle: what belongs there, its table and text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.document.document import Document
from gui.frame.elided import ElidedLabel
from gui.look.fitting import ground, keep_height, space
from gui.look.sizes import SECOND, px
from gui.panels.last_text import ComparedText
from gui.panels.table_panel import TablePanel
from gui.tables.comparison import ComparisonSwitch
from gui.texts.sub_heading_line import SubHeadingLine
from model.checks import Finding
from model.form.parts import Section

TEXT_HEIGHT, COMPARED_HEIGHT = 180, 300
"""Pixels at 100 % that the text beside a table may take, alone and with last year's below it."""
LINE = 32


class SectionPage(QWidget):
    """Shows one part; the text beside a table stays folded while there is none.

    `tools` are the buttons that belong into the part's head.
    """

    def __init__(
        self,
        document: Document,
        section: Section,
        parent: QWidget | None = None,
        comparison: ComparisonSwitch | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.section = section
        # Where the text stands: in what can be folded away beside a table.
        self._home = QWidget(self) if section.table else self
        self.words = ComparedText(document, section, self._home)
        self.text = self.words.text
        self.table: TablePanel | None = None
        self.headings: SubHeadingLine | None = None
        ground(self, "surface")
        layout = QVBoxLayout(self)
        space(layout)
        if section.table:
            table = document.report.form.table(section.table)
            self.table = TablePanel(document, table, self, comparison)
            self.tools = self.table.tools
            self._lay_table(layout, self.table)
        else:
            self.tools = self.words.tools
            layout.addWidget(self._help_line())
            layout.addWidget(self.words, 1)

    def _help_line(self, *more: QWidget) -> QWidget:
        """Return the line on what belongs into the text, with how much of it is last year's."""
        line = QWidget(self._home)
        ground(line, "window")
        keep_height(line, LINE)
        row = QHBoxLayout(line)
        space(row, 12, gap=8)
        if self.section.headings:
            self.headings = SubHeadingLine(self._document, self.section, line)
            self.headings.added.connect(self._write_on)
            row.addWidget(self.headings)
        else:
            row.addWidget(ElidedLabel(self.section.help, SECOND, role="text2"), 3)
        row.addWidget(self.words.share, 2)
        for widget in more:
            row.addWidget(widget)
        return line

    def _write_on(self, place: int) -> None:
        """Put the cursor behind a sub-heading that was added."""
        editor = self.text.editor
        editor.setTextCursor(editor.range_cursor(place, 0))
        editor.centre()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_table(self, layout: QVBoxLayout, table: TablePanel) -> None:
        """Lay the table below its text, which can be folded away."""
        self.fold = QAction("表格说明文字", self)
        self.fold.setCheckable(True)
        self.fold.setToolTip(self.section.help)
        table.more.addAction(self.fold)
        column = QVBoxLayout(self._home)
        space(column)
        column.addWidget(self._help_line(self.words.tools))
        column.addWidget(self.words)
        layout.addWidget(self._home)
        layout.addWidget(table, 1)
        self.text.editor.setMinimumHeight(40)
        self._limit_text(is_compared=False)
        self.words.compared.connect(self._limit_text)
        self.fold.toggled.connect(self._home.setVisible)
        self.fold.setChecked(bool(self._document.report.sections[self.section.key]))
        self._home.setVisible(self.fold.isChecked())
        self._document.sections_changed.connect(self._unfold)

    def minimumSizeHint(self) -> QSize:
        """Return a size small enough for an old screen."""
        return QSize(300, 200)

    def _limit_text(self, is_compared: bool) -> None:
        self.words.setMaximumHeight(px(COMPARED_HEIGHT if is_compared else TEXT_HEIGHT))

    def _unfold(self, sections: frozenset[str]) -> None:
        if self.section.key in sections and self._document.report.sections[self.section.key]:
            self.fold.setChecked(True)

    def show_finding(self, finding: Finding) -> None:
        """Lead to the cell or the words of a finding."""
        if finding.cells and not finding.has_words:
            self.show_cells(finding)
            return
        if self.table is not None:
            self.fold.setChecked(True)
        self.text.show_finding(finding)

    def show_cells(self, finding: Finding) -> None:
        """Lead to the cells of a finding that stand here."""
        if self.table is not None:
            table = self.table.model.table.key
            self.table.view.select_keys([key for name, key in finding.cells if name == table])

    def take_text(self) -> None:
        """Show the text, also beside a table, and put the cursor into it."""
        if self.table is not None:
            self.fold.setChecked(True)
        self.text.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_words(self, start: int, length: int) -> None:
        """Select words of the text and bring them into view; the keys stay where they are."""
        if self.table is not None:
            self.fold.setChecked(True)
        editor = self.text.editor
        editor.setTextCursor(editor.range_cursor(start, length))
        editor.centre()

    def mark(self, finding: Finding | None) -> None:
        """Outline the cells and words of the chosen finding here, and no others."""
        if self.table is not None:
            self.table.model.outline.show(finding)
        self.text.mark(finding)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in this order: the buttons of the head, then table and text."""
        buttons: list[QWidget] = list(self.tools.findChildren(QPushButton))
        table: list[QWidget] = [self.table.view] if self.table is not None else []
        headings = self.headings.stops() if self.headings is not None else []
        return [*buttons, *headings, *table, *self.text.stops()]

    def enter(self) -> None:
        """Put the cursor into the first blank cell, or into the text."""
        if self.table is not None:
            blank = self._document.report.blank_inputs(self.table.model.table)
            if blank:
                self.table.view.go_to(blank[0])
        self.take_focus()

    def take_focus(self) -> None:
        """Put the cursor where the work goes on."""
        if self.table is not None:
            self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.text.editor.setFocus(Qt.FocusReason.OtherFocusReason)
