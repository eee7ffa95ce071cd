"""The parts of the report with their state, at the left, under the unit and the year."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from gui.document.document import Document
from gui.frame.elided import ElidedLabel
from gui.frame.rail import Rail, RailButton
from gui.look.fitting import ground, keep_height, keep_width, space
from gui.look.icons import show_icon
from gui.look.sizes import SECOND
from gui.look.tool_tips import wrapped
from gui.parts.part_list import STATE, PartEntry, PartList
from gui.parts.part_states import PartState, part_state
from model.checks import Level
from model.form.parts import Section
from model.judging.remaining import remaining
from model.texts.unit_kind import local_name

REMAINING = "还差什么"
HEAD = 56


class SectionsPanel(QWidget):
    """Lists the parts; each shows whether it is filled, what is wrong and what is reused."""

    section_chosen = Signal(str)
    section_entered = Signal(str)
    """A part was clicked, or chosen by Enter: the keys are to go there."""
    remaining_chosen = Signal()
    identity_wanted = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        ground(self, "window")
        self.list = PartList(self)
        self.list.setAccessibleName("报告的各部分")
        self.remaining = PartEntry(REMAINING, PartState("", "remaining", "text"))
        self.rail = PartRail(document)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        space(layout)
        layout.addWidget(self._head())
        layout.addWidget(self.list, 1)
        layout.addWidget(self.remaining)
        for section in self._document.report.form.sections:
            item = QListWidgetItem(section.short)
            item.setData(Qt.ItemDataRole.UserRole, section.key)
            self.list.addItem(item)

    def _head(self) -> QWidget:
        head = QWidget()
        keep_height(head, HEAD)
        self.unit = ElidedLabel(is_bold=True)
        self.year = ElidedLabel(size=SECOND, role="text2")
        self.edit = QPushButton()
        self.edit.setProperty("bare", True)
        self.edit.setAccessibleName("报告信息")
        self.edit.setToolTip("改单位、年度、标题")
        show_icon(self.edit, "edit")
        keep_width(self.edit, 28)
        words = QVBoxLayout()
        space(words, ends=6)
        words.addWidget(self.unit)
        words.addWidget(self.year)
        line = QHBoxLayout(head)
        space(line, 12, right=8)
        line.addLayout(words, 1)
        line.addWidget(self.edit)
        return head

    def _connect(self) -> None:
        document = self._document
        self.list.currentItemChanged.connect(self._tell)
        self.list.itemClicked.connect(self._enter)
        self.list.itemActivated.connect(self._enter)
        self.remaining.clicked.connect(self.remaining_chosen)
        self.rail.section_chosen.connect(self._choose)
        self.rail.remaining.clicked.connect(self.remaining_chosen)
        self.edit.clicked.connect(self.identity_wanted)
        for signal in (document.findings_changed, document.reused_changed):
            signal.connect(self.refresh)
        # Asking for it sooner would have everything checked at each key.
        document.findings_changed.connect(self._show_remaining)
        self._show_remaining()
        document.cells_changed.connect(self.refresh)
        document.sections_changed.connect(self.refresh)
        document.identity_changed.connect(self._show_identity)
        self._show_identity()

    def _choose(self, section: str) -> None:
        self.select(section)
        self.section_entered.emit(section)

    def select(self, section: str) -> None:
        """Mark a part as the one that is shown."""
        keys = self._document.report.form.section_keys
        self.remaining.setChecked(False)
        self.list.setCurrentRow(keys.index(section))
        self.rail.select(section)

    def select_remaining(self) -> None:
        """Mark the page of what is missing as the one that is shown."""
        self.list.setCurrentRow(-1)
        self.list.clearSelection()
        self.remaining.setChecked(True)
        self.rail.select("")

    def state(self, section: str) -> str:
        """Return the state of a part as it is told, what there was no room for included."""
        now = part_state(self._document, self._document.report.form.section(section))
        return f"{now.words}，{now.more}" if now.more else now.words

    def refresh(self, *_: object) -> None:
        """Show the states as they are now."""
        for row, section in enumerate(self._document.report.form.sections):
            self._show(row, section)

    def _show(self, row: int, section: Section) -> None:
        item, state = self.list.item(row), part_state(self._document, section)
        if item.data(STATE) == state:
            return
        item.setData(STATE, state)
        words = f"{section.name}：{self.state(section.key)}"
        item.setToolTip(wrapped(words))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        self.rail.show_state(section, state, words)

    def _show_remaining(self) -> None:
        parts = remaining(self._document.report, self._document.findings)
        items = [item for part in parts for item in part.items]
        errors = sum(item.level is Level.ERROR for item in items)
        words = f"{len(items)}项" if items else "都好了"
        words += f"，其中{errors}项必须改" if errors else ""
        self.remaining.show_state(PartState(words, "remaining", "text"))
        self.rail.remaining.name(f"{REMAINING}：{words}")

    def _show_identity(self) -> None:
        report = self._document.report
        self.unit.setText(local_name(report.organization) or "未填单位")
        self.unit.setToolTip(wrapped(report.organization))
        self.year.setText(f"{report.year}年度报告" if report.year else "未填年度")

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.section_chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    def _enter(self, item: QListWidgetItem) -> None:
        self.section_entered.emit(str(item.data(Qt.ItemDataRole.UserRole)))


class PartRail(Rail):
    """The parts as icons over 一 二 三, for a narrow window."""

    section_chosen = Signal(str)

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.expand = self.add(RailButton("show-left", "", "展开报告各部分"))
        self.buttons: dict[str, RailButton] = {}
        for section in document.report.form.sections:
            button = RailButton("empty", _short(section), section.name)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, key=section.key: self.section_chosen.emit(key))
            self.buttons[section.key] = self.add(button)
        self.remaining = self.add(RailButton("remaining", "还差", REMAINING))
        self.remaining.setCheckable(True)

    def select(self, section: str) -> None:
        """Mark the part that is shown; "" stands for the page of what is missing."""
        for key, button in self.buttons.items():
            button.setChecked(key == section)
        self.remaining.setChecked(not section)

    def show_state(self, section: Section, state: PartState, words: str) -> None:
        """Show how a part stands."""
        self.buttons[section.key].show_sign(state.icon, state.role)
        self.buttons[section.key].name(words)


def _short(section: Section) -> str:
    """Return 一 for 一、总体情况, and two characters of a name without a number."""
    number, _, rest = section.short.partition("、")
    return number if rest else section.short[:2]
