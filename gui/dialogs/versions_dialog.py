"""What a report file held before: when, in what state, and how it differs from now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gui.frame.dialog import FittedDialog
from model.report.report import Report
from model.signing.differences import Sides, differences
from storage.errors import printable
from storage.versions import MOST_VERSIONS, Version

SIDES = Sides("这个版本", "现在")
SAME = "和现在打开的报告没有不同。"
UNREADABLE = "这个版本已损坏，读不出来。"


class VersionWay(Enum):
    """What is to become of the chosen version."""

    NONE = "nothing"
    RESTORE = "the open report becomes what it was"
    OPEN = "it is opened as a report of its own"


class VersionsDialog(FittedDialog):
    """Lists versions, newest first, and shows what differs between the chosen one and now."""

    def __init__(
        self,
        parent: QWidget | None,
        versions: Sequence[Version],
        name: str,
        current: Report | None,
        read: Callable[[Version], Report | None],
        *,
        can_restore: bool,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("历史版本")
        self.resize(760, 520)
        self.way = VersionWay.NONE
        self._versions = tuple(versions)
        self._current = current
        self._read = read
        self._can_restore = can_restore
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.found = QListWidget()
        self.found.setWordWrap(True)
        self.restore_button = QPushButton("恢复成这个版本")
        self.restore_button.setToolTip("打开的报告换成这个版本的内容，可以撤销；保存以前文件不变")
        self.open_button = QPushButton("另开成一份报告")
        for version in self._versions:
            self.list.addItem(_words(version, with_file=not name))
            self.list.item(self.list.count() - 1).setToolTip(printable(str(version.origin)))
        self._lay_out(printable(name))
        self.list.currentRowChanged.connect(self._show_differences)
        self.list.setCurrentRow(0)
        self.list.itemDoubleClicked.connect(lambda _: self._end(VersionWay.OPEN))
        self.restore_button.clicked.connect(lambda: self._end(VersionWay.RESTORE))
        self.open_button.clicked.connect(lambda: self._end(VersionWay.OPEN))

    def _lay_out(self, name: str) -> None:
        of = f"「{name}」" if name else "各个报告文件"
        if self._versions:
            words = (
                f"{of}每次打开、保存时的内容：最近 {MOST_VERSIONS} 次，一个月内每天最后一次，"
                "以及恢复时不要的内容。"
            )
        else:
            words = f"{of}还没有历史版本。保存过以后，这里会留下每次保存的内容。"
        lead = QLabel(words)
        lead.setWordWrap(True)
        has_any = bool(self._versions)
        cancel = QPushButton("取消" if has_any else "知道了")
        cancel.clicked.connect(self.reject)
        self.open_button.setVisible(has_any)
        self.restore_button.setVisible(has_any and self._can_restore)
        bar = QHBoxLayout()
        bar.addStretch()
        for button in (self.restore_button, self.open_button, cancel):
            bar.addWidget(button)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.list)
        parts.addWidget(self.found)
        layout = QVBoxLayout(self)
        layout.addWidget(lead)
        layout.addWidget(parts, 1)
        layout.addLayout(bar)

    @property
    def chosen(self) -> Version | None:
        """Return the version that is selected, or None."""
        row = self.list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _show_differences(self, _: int = 0) -> None:
        self.found.clear()
        version = self.chosen
        if version is None:
            return
        report = self._read(version)
        if report is None:
            lines = [UNREADABLE]
        elif self._current is None:
            lines = [f"{report.organization}{report.year or ''}年报告"]
        else:
            lines = [*differences(report, self._current, SIDES)] or [SAME]
        self.found.addItems(lines)
        is_same_edition = (
            report is not None
            and self._current is not None
            and report.form.edition == self._current.form.edition
        )
        self.restore_button.setEnabled(is_same_edition and lines != [SAME])
        self.open_button.setEnabled(report is not None)

    def _end(self, way: VersionWay) -> None:
        self.way = way
        self.accept()


def _words(version: Version, *, with_file: bool) -> str:
    note = version.note
    parts = [f"{version.kept:%Y年%m月%d日 %H:%M:%S}", note.state, note.findings, note.changed]
    if with_file:
        parts.insert(1, printable(version.origin.name))
    return "　".join(part for part in parts if part)
