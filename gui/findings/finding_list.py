"""The list of findings: headings with their cards, one of which is chosen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from gui.findings.card_delegate import ICON, IS_DIM, IS_HEADING, SECOND_LINE, CardList
from gui.look.levels import LEVEL_ICONS, LEVEL_ROLES
from gui.look.tool_tips import wrapped
from model.checks import Finding
from model.judging.finding_entries import Entry, Group, counterpart

_ENTRY = int(Qt.ItemDataRole.UserRole)


class FindingList(CardList):
    """Shows groups of findings as cards; keeps the chosen one chosen while others come and go."""

    entry_opened = Signal(object)
    copy_wanted = Signal()
    menu_wanted = Signal(QPoint)
    """The context menu is asked for, at a place on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._resume = 0
        self.setAccessibleName("检查结果")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.itemActivated.connect(self._open)
        self.customContextMenuRequested.connect(self._ask_menu)

    # ------------------------------------------------------------ entries

    def show_groups(self, groups: list[Group], last: str = "", tip: str = "") -> None:
        """Show these groups, keeping the chosen entry and the place of the list.

        `last` is the list's last line, which can not be chosen, and `tip` what it says on hover.
        """
        chosen = self.current_entry()
        row = self.currentRow()
        position = self.verticalScrollBar().value()
        self.clear()
        for group in groups:
            self._add_heading(group)
            for entry in group.entries:
                self._add_entry(entry)
        if not groups:
            self._add_all_clear()
        if last:
            self._add_line(last, tip)
        self._choose_again(chosen, row)
        self.verticalScrollBar().setValue(position)
        self.is_chosen_new = False

    def entries(self) -> Iterator[tuple[int, Entry]]:
        """Yield (row, entry) of every card."""
        for row in range(self.count()):
            entry = self._entry_at(row)
            if entry is not None:
                yield row, entry

    def current_entry(self) -> Entry | None:
        """Return the entry that is chosen, or None."""
        return self._entry_at(self.currentRow())

    def _entry_at(self, row: int) -> Entry | None:
        item = self.item(row) if row >= 0 else None
        entry = item.data(_ENTRY) if item is not None else None
        return entry if isinstance(entry, Entry) else None

    def _add_heading(self, group: Group) -> None:
        heading = QListWidgetItem(group.heading)
        heading.setData(IS_HEADING, True)
        if group.level is not None:
            heading.setData(ICON, (LEVEL_ICONS[group.level], LEVEL_ROLES[group.level]))
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.addItem(heading)

    def _add_entry(self, entry: Entry) -> None:
        finding = entry.finding
        item = QListWidgetItem(entry.headline)
        item.setData(_ENTRY, entry)
        item.setData(SECOND_LINE, second_line(entry))
        item.setData(IS_DIM, entry.reason is not None)
        spoken = f"{finding.level.label}，{finding.message}，{second_line(entry)}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setToolTip("点一下，转到所在的格子或句子；右键有更多做法")
        self.addItem(item)

    def _add_all_clear(self) -> None:
        item = QListWidgetItem("没有发现问题。")
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setData(ICON, ("done", "ok"))
        self.addItem(item)

    def _add_line(self, words: str, tip: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setData(IS_DIM, True)
        item.setToolTip(wrapped(tip))
        self.addItem(item)

    # ------------------------------------------------------------ choosing

    def choose(self, finding: Finding) -> None:
        """Choose the card of a finding."""
        for row, entry in self.entries():
            if entry.finding == finding:
                self.setCurrentRow(row)
                return

    def _choose_again(self, chosen: Entry | None, row: int) -> None:
        """Choose the same mistake; where it is gone choose none, and go on from its place.

        Choosing its neighbour would offer the neighbour's fix to a second click.
        """
        if chosen is None:
            return
        same = [
            entry.finding
            for _, entry in self.entries()
            # One that was declared right just now has left its place.
            if chosen.reason is not None or entry.reason is None
        ]
        known = counterpart(chosen.finding, same)
        if known is not None:
            self.choose(known)
        else:
            self._resume = row

    def open_next(self) -> None:
        """Open the open finding after the chosen one, from the top again after the last."""
        rows = [row for row, entry in self.entries() if entry.reason is None]
        if rows:
            current = self.currentRow()
            start = current + 1 if current >= 0 else self._resume
            later = [row for row in rows if row >= start]
            self.setCurrentRow((later or rows)[0])
            self._open(self.currentItem())

    def open_current(self) -> None:
        """Lead to the place of the chosen entry."""
        self._open(self.currentItem())

    def _open(self, item: QListWidgetItem | None) -> None:
        entry = item.data(_ENTRY) if item is not None else None
        if isinstance(entry, Entry):
            self.entry_opened.emit(entry)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead to the place at once: a card cut off at the edge moves before the button is let go.

        What then lies under the mouse may be another card.
        """
        pressed = self.itemAt(event.position().toPoint())
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._open(pressed)

    # ------------------------------------------------------------ keys and menu

    def copy(self) -> None:
        """Ask for the chosen entry to be put on the clipboard."""
        self.copy_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the copy key, and Enter also where the platform does not take it."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        else:
            super().keyPressEvent(event)

    def _ask_menu(self, place: QPoint) -> None:
        """Open the menu at the mouse; asked for by a key, at the chosen card."""
        if self.itemAt(place) is not self.currentItem() and self.currentItem() is not None:
            place = self.visualItemRect(self.currentItem()).center()
        self.menu_wanted.emit(self.viewport().mapToGlobal(place))


def second_line(entry: Entry) -> str:
    """Return what stands below a finding: its place, what tells it apart, why it is right."""
    if entry.reason is not None:
        return f"{entry.place} · 情况属实：{entry.reason}"
    return f"{entry.place} · {entry.around}" if entry.around else entry.place
