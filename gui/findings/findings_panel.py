"""The findings at the right, each of which leads to its cell or sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gui.dialogs.reason_dialog import ask_reason
from gui.document.document import Document
from gui.findings.finding_list import FindingList
from gui.findings.finding_pane import FindingPane
from gui.frame.part_head import head_button
from gui.frame.rail import Rail, RailButton
from gui.look.fitting import ground, keep_height, space
from gui.look.levels import LEVEL_ICONS, LEVEL_ROLES
from gui.look.text_styles import label
from model.checks import Finding, Level
from model.judging.finding_entries import (
    Entry,
    Order,
    entry_text,
    groups,
    plain_text,
)
from model.judging.sorted_findings import waiting_words
from model.report.edits import Edit

MOST_KNOWN = 10
"""Reasons already given that are offered again."""
HEAD, EDGE = 37, 2
"""Pixels at 100 % of the line above the list, and of the edge above the pane."""


class FindingsPanel(QWidget):
    """Groups the findings; a click leads to the place, buttons mend it or declare it right."""

    finding_chosen = Signal(object)
    table_wanted = Signal(object)
    """The cells of a finding on words are to be seen."""
    notified = Signal(str)
    order_changed = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.ask_reason: Callable[[QWidget, Finding, Sequence[str]], str | None] = ask_reason
        self._shown: tuple[object, ...] | None = None
        self.title = label("", is_bold=True)
        self.sort_order = Order.LEVEL
        self._make_menu()
        self.list = FindingList(self)
        self.pane = FindingPane()
        self.fix_button, self.declare_button = self.pane.fix_button, self.pane.declare_button
        self.next_button = self.pane.next_button
        self.rail = FindingRail()
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        ground(self, "window")
        head = QWidget()
        keep_height(head, HEAD)
        line = QHBoxLayout(head)
        space(line, 12, gap=8)
        line.addWidget(self.title, 1)
        line.addWidget(self.order_button)
        layout = QVBoxLayout(self)
        space(layout)
        layout.addWidget(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(_Edge())
        layout.addWidget(self.pane)
        for one, other in pairwise((self.order_button, self.list, *self.pane.stops())):
            self.setTabOrder(one, other)

    def _make_menu(self) -> None:
        self.order_button = head_button("", "down")
        self.order_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.order_button.setAccessibleName("检查结果的排列")
        menu = QMenu(self.order_button)
        for order in Order:
            menu.addAction(order.label, partial(self.sort, order))
        menu.addSeparator()
        menu.addAction("复制全部", self.copy_all)
        self.order_button.setMenu(menu)
        self.order_button.setText(self.sort_order.label)

    def _connect(self) -> None:
        self.fix_button.clicked.connect(lambda: self.fix())
        self.pane.other_button.clicked.connect(lambda: self.fix(1))
        self.pane.table_button.clicked.connect(self._show_table)
        self.declare_button.clicked.connect(self.declare)
        self.next_button.clicked.connect(self.go_to_next)
        self.pane.go_button.clicked.connect(self.list.open_current)
        self.rail.next.clicked.connect(self.go_to_next)
        self.list.entry_opened.connect(lambda entry: self.finding_chosen.emit(entry.finding))
        self.list.currentItemChanged.connect(lambda *_: self._show_buttons())
        self.list.copy_wanted.connect(self.copy_one)
        self.list.menu_wanted.connect(lambda place: self.menu().exec(place))
        self._document.findings_changed.connect(self.refresh)

    # ------------------------------------------------------------ what is shown

    def refresh(self) -> None:
        """Show the findings as they are now, keeping the chosen one chosen."""
        findings, acknowledged = self._document.findings, self._document.acknowledged
        waiting = self._document.waiting
        # Edits are no part of a finding's identity, yet rest on the newest figures.
        edits = tuple(finding.edits for finding in findings)
        state = (findings, acknowledged, edits, waiting, self.sort_order)
        if state == self._shown:
            return
        self._shown = state
        self.list.show_groups(
            groups(self._document.report, findings, acknowledged, self.sort_order),
            waiting_words(findings, len(waiting)),
            "\n".join(finding.message for finding in waiting),
        )
        self.title.setText(f"检查结果　{len(findings)}" if findings else "检查结果")
        self.next_button.setEnabled(bool(findings))
        self.rail.show_counts({level: self._document.count(level) for level in Level})
        self._show_buttons()

    def sort(self, order: Order) -> None:
        """Group the findings by how grave they are, or part by part."""
        if order is not self.sort_order:
            self.sort_order = order
            self.order_button.setText(order.label)
            self.refresh()
            self.order_changed.emit(order.value)

    def current_finding(self) -> Finding | None:
        """Return the finding that is chosen, or None."""
        entry = self.list.current_entry()
        return entry.finding if entry is not None else None

    def choose(self, finding: Finding) -> None:
        """Choose the card of a finding without leading to its place."""
        self.list.choose(finding)

    def go_to_next(self) -> None:
        """Lead to the finding after the chosen one, from the top again after the last."""
        self._catch_up()
        self.list.open_next()

    def _show_buttons(self) -> None:
        entry = self.list.current_entry()
        pane = self.pane
        had_focus = self.focusWidget() in pane.stops()[:-1]
        pane.show_entry(entry, self._document.report, _declaring(entry) if entry else "")
        if had_focus:
            # A hidden button hands the focus to its neighbour, which does something else.
            self.list.setFocus()

    # ------------------------------------------------------------ work on a finding

    def _catch_up(self) -> Entry | None:
        """Return the chosen entry after all typing was checked: its fix must be the newest."""
        self._document.check_now()
        return self.list.current_entry()

    def fix(self, number: int = 0) -> None:
        """Make the one right edit of the chosen finding, or one of those to choose from."""
        before = self.list.current_entry()
        entry = self._catch_up()
        if entry is None or before is None or entry.reason is not None:
            return
        edits = entry.finding.edits
        # What the button said must be what is done.
        if number < len(edits) and _names(edits) == _names(before.finding.edits):
            fix = edits[number]
            if self._document.push(fix):
                self.notified.emit(f"已处理：{fix.name}。可以撤销（Ctrl+Z）。")
            self._document.check_now()

    def _show_table(self) -> None:
        finding = self.current_finding()
        if finding is not None:
            self.table_wanted.emit(finding)

    def declare(self) -> None:
        """Ask for a reason and declare the chosen finding right, or take that back."""
        entry = self._catch_up()
        if entry is None:
            return
        if entry.reason is not None:
            if self._document.withdraw(entry.finding):
                self.notified.emit("已取消「情况属实」，这一条重新列出。")
            return
        reason = self.ask_reason(self, entry.finding, self.known_reasons())
        if reason and self._document.acknowledge(entry.finding, reason):
            self.notified.emit("已注明情况属实；这里的数字或句子改动以前不再提示。可以撤销。")

    def known_reasons(self) -> list[str]:
        """Return the reasons given in this report, the last one first, each once."""
        given = [item.reason for item in reversed(self._document.report.acknowledged)]
        return list(dict.fromkeys(given))[:MOST_KNOWN]

    def copy_one(self) -> None:
        """Put the chosen finding on the clipboard as text."""
        entry = self.list.current_entry()
        if entry is not None:
            QGuiApplication.clipboard().setText(entry_text(entry))
            self.notified.emit("已复制这一条。")

    def copy_all(self) -> None:
        """Put all findings on the clipboard as numbered lines."""
        document = self._document
        shown = groups(document.report, document.findings, document.acknowledged, self.sort_order)
        QGuiApplication.clipboard().setText(plain_text(document.report, shown))
        count = sum(len(group.entries) for group in shown)
        self.notified.emit(f"已复制 {count} 条检查结果，可以粘贴到微信或 WPS。")

    def menu(self) -> QMenu:
        """Return the menu of the chosen finding."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        entry = self.list.current_entry()
        if entry is not None:
            menu.addAction("转到", self.list.open_current)
            if entry.finding.has_words and entry.finding.cells:
                menu.addAction("看表格", self._show_table)
            for number, edit in enumerate(entry.finding.edits if entry.reason is None else ()):
                menu.addAction(edit.name, partial(self.fix, number))
            menu.addAction(_declaring(entry), self.declare)
            menu.addSeparator()
            menu.addAction("复制这一条", self.copy_one)
        menu.addAction("复制全部", self.copy_all)
        return menu


def _names(edits: Sequence[Edit]) -> list[str]:
    return [edit.name for edit in edits]


def _declaring(entry: Entry) -> str:
    if entry.reason is not None:
        return "取消情况属实"
    return "情况属实…"


class _Edge(QWidget):
    """The line between the list and the pane."""

    def __init__(self) -> None:
        super().__init__()
        ground(self, "edge")
        keep_height(self, EDGE)


class FindingRail(Rail):
    """How many findings there are of each level, for a narrow window."""

    def __init__(self) -> None:
        super().__init__()
        self.expand = self.add(RailButton("show-right", "", "展开检查结果"))
        self.levels = {
            level: self.add(RailButton(LEVEL_ICONS[level], "0", level.label, LEVEL_ROLES[level]))
            for level in Level
        }
        self.next = self.add(RailButton("next", "下一处", "下一处问题 F8", "accent"))

    def show_counts(self, counts: dict[Level, int]) -> None:
        """Show how many findings there are."""
        for level, button in self.levels.items():
            button.setText(str(counts[level]))
            button.name(f"{level.label} {counts[level]}处，点一下展开")
        self.next.setEnabled(any(counts.values()))
