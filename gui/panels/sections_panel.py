"""The parts of the report with their state, at the left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidgetItem, QVBoxLayout, QWidget

from gui.document.document import Document
from gui.look import theme
from gui.panels.card_delegate import COLOUR, SECOND_LINE, CardList
from model.checks import Level
from model.form.parts import Section


class SectionsPanel(QWidget):
    """Lists the parts; each shows whether it is filled, what is wrong and what is reused."""

    section_chosen = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.list = CardList(self)
        self.list.setAccessibleName("报告的各部分")
        title = QLabel("报告各部分")
        title.setFont(theme.bold(self.font()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 2, 6)
        layout.addWidget(title)
        layout.addWidget(self.list)
        for section in document.report.form.sections:
            item = QListWidgetItem(section.name)
            item.setData(Qt.ItemDataRole.UserRole, section.key)
            self.list.addItem(item)
        self.list.currentItemChanged.connect(self._tell)
        for signal in (document.findings_changed, document.reused_changed):
            signal.connect(self.refresh)
        document.cells_changed.connect(self.refresh)
        document.sections_changed.connect(self.refresh)
        self.refresh()

    def select(self, section: str) -> None:
        """Mark a part as the one that is shown."""
        keys = self._document.report.form.section_keys
        self.list.setCurrentRow(keys.index(section))

    def state(self, section: str) -> str:
        """Return the state of a part as it is shown."""
        return "\n".join(self._lines(self._document.report.form.section(section)))

    def refresh(self, *_: object) -> None:
        """Show the states as they are now."""
        for row, section in enumerate(self._document.report.form.sections):
            item = self.list.item(row)
            item.setData(SECOND_LINE, self.state(section.key))
            item.setData(COLOUR, self._colour(section))

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.section_chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    def _lines(self, section: Section) -> list[str]:
        """Return what is filled and what is found, and in a line of its own what is reused."""
        counts = [(level, self._count(section, level)) for level in Level]
        words = [f"{count}处{level.label}" for level, count in counts if count]
        reused = len(self._document.section_reused(section.key))
        # Two counts at most stand in a line; more would break within a word in a narrow window.
        lines = ["　".join([self._filled(section), *words[:1]])]
        lines += ["　".join(words[1:])] if words[1:] else []
        return [*lines, f"沿用上年{reused}处"] if reused else lines

    def _filled(self, section: Section) -> str:
        report = self._document.report
        if section.table:
            table = report.form.table(section.table)
            blank = len(report.blank_inputs(table))
            if blank == 0:
                return "已填"
            return "未填" if blank == len(table.inputs) else f"还空{blank}格"
        if report.sections[section.key]:
            return "已填"
        return "未填" if section.title else "可以不写"

    def _count(self, section: Section, level: Level) -> int:
        found = self._document.section_findings(section.key)
        return sum(1 for finding in found if finding.level is level)

    def _colour(self, section: Section) -> object:
        for level in (Level.ERROR, Level.QUERY):
            if self._count(section, level):
                return theme.LEVEL_TEXT[level]
        if self._filled(section) == "已填":
            reused = self._document.section_reused(section.key)
            return theme.LEVEL_TEXT[Level.QUERY] if reused else theme.GOOD
        return theme.MUTED
