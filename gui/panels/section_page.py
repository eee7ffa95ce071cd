"""One part of the report in the middle: its heading, what belongs there, its table and text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.document.document import Document
from gui.look import theme
from gui.look.text_styles import hint_label
from gui.panels.last_text import ComparedText
from gui.panels.table_panel import TablePanel
from gui.tables.comparison import ComparisonSwitch
from model.checks import Finding
from model.form.parts import Section

TEXT_HEIGHT, COMPARED_HEIGHT = 160, 280
"""Pixels that the text beside a table may take, alone and with last year's below it."""


class SectionPage(QWidget):
    """Shows one part; the text beside a table stays folded while there is none."""

    def __init__(
        self,
        document: Document,
        section: Section,
        parent: QWidget | None = None,
        comparison: ComparisonSwitch | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._section = section
        self.words = ComparedText(document, section)
        self.text = self.words.text
        self.table: TablePanel | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        heading = QLabel(section.name)
        heading.setFont(theme.bold(self.font(), theme.HEADING_SIZE))
        heading.setWordWrap(True)
        if section.table:
            table = document.report.form.table(section.table)
            self.table = TablePanel(document, table, comparison=comparison)
            self._lay_table(layout, heading, self.table)
        else:
            layout.addWidget(heading)
            layout.addWidget(hint_label(section.help))
            layout.addWidget(self.words, 1)

    def _lay_table(self, layout: QVBoxLayout, heading: QLabel, table: TablePanel) -> None:
        """Lay the table below its text, which can be folded away."""
        self.fold = QPushButton()
        self.fold.setCheckable(True)
        self.fold.setToolTip(self._section.help)
        line = QHBoxLayout()
        line.addWidget(heading, 1)
        line.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(line)
        layout.addWidget(self.words)
        layout.addWidget(table, 1)
        self.text.editor.setMinimumHeight(40)
        self._limit_text(is_compared=False)
        self.words.compared.connect(self._limit_text)
        self.fold.toggled.connect(self._show_text)
        self.fold.setChecked(bool(self._document.report.sections[self._section.key]))
        self._show_text(self.fold.isChecked())
        self._document.sections_changed.connect(self._unfold)

    def minimumSizeHint(self) -> QSize:
        """Return a size small enough for an old screen."""
        return QSize(480 if self.table is not None else 300, 200)

    def _show_text(self, is_shown: bool) -> None:
        self.words.setVisible(is_shown)
        self.fold.setText("收起表格说明文字" if is_shown else "表格说明文字…")

    def _limit_text(self, is_compared: bool) -> None:
        self.words.setMaximumHeight(COMPARED_HEIGHT if is_compared else TEXT_HEIGHT)

    def _unfold(self, sections: frozenset[str]) -> None:
        if self._section.key in sections and self._document.report.sections[self._section.key]:
            self.fold.setChecked(True)

    def show_finding(self, finding: Finding) -> None:
        """Lead to the cell or the words of a finding."""
        if self.table is not None and finding.cells:
            table = self.table.model.table.key
            keys = [key for name, key in finding.cells if name == table]
            self.table.view.select_keys(keys)
            return
        if self.table is not None:
            self.fold.setChecked(True)
        self.text.show_finding(finding)

    def mark(self, finding: Finding | None) -> None:
        """Outline the cells and words of the chosen finding here, and no others."""
        if self.table is not None:
            self.table.model.outline.show(finding)
        self.text.mark(finding)

    def take_focus(self) -> None:
        """Put the cursor where the work goes on."""
        if self.table is not None:
            self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.text.editor.setFocus(Qt.FocusReason.OtherFocusReason)
