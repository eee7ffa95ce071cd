"""The findings at the right, each of which leads to its cell or sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.reason_dialog import ask_reason
from gui.document.document import Document
from gui.look import theme
from gui.panels.finding_list import FindingList
from model.checks import Finding, Level
from model.judging.finding_entries import Entry, Order, entry_text, groups, plain_text

MOST_KNOWN = 10
"""Reasons already given that are offered again."""


class FindingsPanel(QWidget):
    """Groups the findings; a click leads to the place, buttons mend it or declare it right."""

    finding_chosen = Signal(object)
    notified = Signal(str)
    order_changed = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.ask_reason: Callable[[QWidget, Finding, Sequence[str]], str | None] = ask_reason
        self._shown: tuple[object, ...] | None = None
        self.title = QLabel()
        self.title.setFont(theme.bold(self.font()))
        self.order = QComboBox()
        self.order.setAccessibleName("检查结果的排列")
        for order in Order:
            self.order.addItem(order.label, order)
        self.copy_button = QPushButton("复制全部")
        self.copy_button.setToolTip("把检查结果复制成文字，可以粘贴到微信或 WPS")
        self.list = FindingList(self)
        self.fix_button = QPushButton()
        self.fix_button.setProperty("primary", True)
        self.declare_button = QPushButton()
        self.next_button = QPushButton("下一处（F8）")
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.order, 1)
        line.addWidget(self.copy_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 6, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addLayout(line)
        layout.addWidget(self.list, 1)
        buttons = (self.fix_button, self.declare_button, self.next_button)
        for button in buttons:
            layout.addWidget(button)
        for one, other in pairwise((self.order, self.copy_button, self.list, *buttons)):
            self.setTabOrder(one, other)

    def _connect(self) -> None:
        self.fix_button.clicked.connect(self.fix)
        self.declare_button.clicked.connect(self.declare)
        self.next_button.clicked.connect(self.go_to_next)
        self.copy_button.clicked.connect(self.copy_all)
        self.order.currentIndexChanged.connect(self._order_chosen)
        self.list.entry_opened.connect(lambda entry: self.finding_chosen.emit(entry.finding))
        self.list.currentItemChanged.connect(lambda *_: self._show_buttons())
        self.list.copy_wanted.connect(self.copy_one)
        self.list.menu_wanted.connect(lambda place: self.menu().exec(place))
        self._document.findings_changed.connect(self.refresh)

    # ------------------------------------------------------------ what is shown

    def refresh(self) -> None:
        """Show the findings as they are now, keeping the chosen one chosen."""
        findings, acknowledged = self._document.findings, self._document.acknowledged
        # Fixes are no part of a finding's identity, yet rest on the newest figures.
        fixes = tuple(finding.fix for finding in findings)
        state = (findings, acknowledged, fixes, self.sort_order)
        if state == self._shown:
            return
        self._shown = state
        self.list.show_groups(
            groups(self._document.report, findings, acknowledged, self.sort_order)
        )
        self.title.setText(f"检查结果（{len(findings)}）" if findings else "检查结果")
        self.next_button.setEnabled(bool(findings))
        self._show_buttons()

    @property
    def sort_order(self) -> Order:
        """Return how the findings are grouped."""
        return Order(self.order.currentData())

    def sort(self, order: Order) -> None:
        """Group the findings by how grave they are, or part by part."""
        self.order.setCurrentIndex(list(Order).index(order))

    def _order_chosen(self) -> None:
        self.refresh()
        self.order_changed.emit(self.sort_order.value)

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
        fix = entry.finding.fix if entry is not None and entry.reason is None else None
        had_focus = self.focusWidget() in (self.fix_button, self.declare_button)
        self.fix_button.setVisible(fix is not None)
        self.declare_button.setVisible(entry is not None)
        if fix is not None:
            self.fix_button.setText(fix.name)
        if entry is not None:
            self.declare_button.setText(_declaring(entry))
        if had_focus:
            # A hidden button hands the focus to its neighbour, which does something else.
            self.list.setFocus()

    # ------------------------------------------------------------ work on a finding

    def _catch_up(self) -> Entry | None:
        """Return the chosen entry after all typing was checked: its fix must be the newest."""
        self._document.check_now()
        return self.list.current_entry()

    def fix(self) -> None:
        """Make the one right edit of the chosen finding."""
        entry = self._catch_up()
        if entry is not None and entry.finding.fix is not None and entry.reason is None:
            fix = entry.finding.fix
            if self._document.push(fix):
                self.notified.emit(f"已处理：{fix.name}。可以撤销（Ctrl+Z）。")
            self._document.check_now()

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
            if entry.finding.fix is not None and entry.reason is None:
                menu.addAction(entry.finding.fix.name, self.fix)
            menu.addAction(_declaring(entry), self.declare)
            menu.addSeparator()
            menu.addAction("复制这一条", self.copy_one)
        menu.addAction("复制全部", self.copy_all)
        return menu


def _declaring(entry: Entry) -> str:
    if entry.reason is not None:
        return "取消情况属实"
    return "保留，写明原因…" if entry.finding.level is Level.ERROR else "情况属实…"
