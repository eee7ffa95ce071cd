"""The findings at the right, each of which leads to its cell or sentence."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.document import Document
from gui.panels.card_delegate import COLOUR, IS_HEADING, SECOND_LINE, CardList
from model.checks import Finding, Level

_FINDING = int(Qt.ItemDataRole.UserRole)


class FindingsPanel(QWidget):
    """Groups the findings by level; a click leads to the place, a button mends what it can."""

    finding_chosen = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._shown: tuple[Finding, ...] | None = None
        self.title = QLabel()
        self.title.setFont(theme.bold(self.font()))
        self.list = CardList(self)
        self.list.setAccessibleName("检查结果")
        self.fix_button = QPushButton()
        self.fix_button.clicked.connect(self._fix)
        self.next_button = QPushButton("下一处（F8）")
        self.next_button.clicked.connect(lambda: self.go_to_next())
        buttons = QHBoxLayout()
        buttons.addWidget(self.fix_button)
        buttons.addStretch()
        buttons.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 6, 6, 6)
        layout.addWidget(self.title)
        layout.addWidget(self.list)
        layout.addLayout(buttons)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.list.currentItemChanged.connect(lambda *_: self._show_fix())
        document.findings_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the findings as they are now, keeping the chosen one chosen."""
        findings = self._document.findings
        if findings == self._shown:
            self._keep_fixes(findings)
            return
        chosen = self.current_finding()
        row = self.list.currentRow()
        position = self.list.verticalScrollBar().value()
        self._shown = findings
        self.list.clear()
        for level in Level:
            self._add_group(level, [item for item in findings if item.level is level])
        self.title.setText(f"检查结果（{len(findings)}）" if findings else "检查结果")
        if not findings:
            self._add_all_clear()
        self._choose_again(chosen, row)
        self.list.verticalScrollBar().setValue(position)
        self.next_button.setEnabled(bool(findings))
        self._show_fix()

    def current_finding(self) -> Finding | None:
        """Return the finding that is chosen, or None."""
        item = self.list.currentItem()
        found = item.data(_FINDING) if item is not None else None
        return found if isinstance(found, Finding) else None

    def go_to_next(self) -> None:
        """Choose the finding after the chosen one, from the top again after the last."""
        count = self.list.count()
        start = self.list.currentRow()
        for offset in range(1, count + 1):
            item = self.list.item((start + offset) % count)
            if isinstance(item.data(_FINDING), Finding):
                self.list.setCurrentItem(item)
                self._choose(item)
                return

    # ------------------------------------------------------------ entries

    def _add_group(self, level: Level, findings: list[Finding]) -> None:
        if not findings:
            return
        heading = QListWidgetItem(f"{level.label}（{len(findings)}）")
        heading.setData(IS_HEADING, True)
        heading.setData(COLOUR, theme.LEVEL_TEXT[level])
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.list.addItem(heading)
        for finding in findings:
            item = QListWidgetItem(finding.message)
            item.setData(_FINDING, finding)
            item.setData(COLOUR, theme.LEVEL_TEXT[level])
            item.setData(SECOND_LINE, self._where(finding))
            item.setToolTip("点一下，转到所在的格子或句子")
            self.list.addItem(item)

    def _add_all_clear(self) -> None:
        item = QListWidgetItem("没有发现问题。")
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setData(COLOUR, theme.GOOD)
        self.list.addItem(item)

    def _where(self, finding: Finding) -> str:
        form = self._document.report.form
        place = ""
        if finding.cells:
            place = form.section(form.table(finding.cells[0][0]).section).name.split("、")[0]
        elif finding.section:
            place = form.section(finding.section).name.split("、")[0]
        if len(place) == 1:
            place = f"第{place}部分"
        return f"{place}　可一键处理：{finding.fix.name}" if finding.fix else place

    def _choose_again(self, chosen: Finding | None, row: int) -> None:
        """Choose the same finding; where it is gone, the one that took its place or none."""
        for index in range(self.list.count()):
            if chosen is not None and self.list.item(index).data(_FINDING) == chosen:
                self.list.setCurrentRow(index)
                return
        if chosen is not None and row > 0:
            self.list.setCurrentRow(min(row, self.list.count()) - 1)

    def _keep_fixes(self, findings: tuple[Finding, ...]) -> None:
        """Take over the fixes of equal findings, which rest on the newest figures."""
        fresh = {finding: finding for finding in findings}
        for index in range(self.list.count()):
            item = self.list.item(index)
            known = item.data(_FINDING)
            if isinstance(known, Finding):
                item.setData(_FINDING, fresh[known])
        self._show_fix()

    def _choose(self, item: QListWidgetItem) -> None:
        finding = item.data(_FINDING)
        if isinstance(finding, Finding):
            self.finding_chosen.emit(finding)

    def _show_fix(self) -> None:
        finding = self.current_finding()
        has_fix = finding is not None and finding.fix is not None
        self.fix_button.setVisible(has_fix)
        if finding is not None and finding.fix is not None:
            self.fix_button.setText(finding.fix.name)

    def _fix(self) -> None:
        finding = self.current_finding()
        if finding is not None and finding.fix is not None:
            self._document.push(finding.fix)
            self._document.check_now()
