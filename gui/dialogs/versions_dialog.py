"""The versions of a report file that were replaced by saving, to look at one again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from storage.versions import MOST_VERSIONS, Version


class VersionsDialog(QDialog):
    """Lists versions by the time at which they had been saved."""

    def __init__(self, parent: QWidget | None, versions: Sequence[Version], name: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("以前保存的版本")
        self.resize(560, 380)
        self._versions = tuple(versions)
        self.list = QListWidget()
        for version in self._versions:
            self.list.addItem(f"{version.saved:%Y年%m月%d日 %H:%M:%S} 保存　{version.origin.name}")
            self.list.item(self.list.count() - 1).setToolTip(str(version.origin))
        self.list.setCurrentRow(0)
        self.list.itemDoubleClicked.connect(self.accept)
        self.open_button = QPushButton("打开这个版本")
        self.open_button.setDefault(True)
        self.open_button.setEnabled(bool(self._versions))
        self.open_button.clicked.connect(self.accept)
        self._lay_out(name)

    def _lay_out(self, name: str) -> None:
        of = f"「{name}」" if name else "各个报告文件"
        if self._versions:
            words = (
                f"{of}每次保存前的内容，每个文件最多留 {MOST_VERSIONS} 次。\n"
                "打开后是未保存的报告，原文件不变。"
            )
        else:
            words = f"{of}还没有以前保存的版本。再次保存同一个文件时，会留下它保存前的内容。"
        lead = QLabel(words)
        lead.setWordWrap(True)
        cancel = QPushButton("取消" if self._versions else "知道了")
        cancel.clicked.connect(self.reject)
        self.open_button.setVisible(bool(self._versions))
        bar = QHBoxLayout()
        bar.addStretch()
        bar.addWidget(self.open_button)
        bar.addWidget(cancel)
        layout = QVBoxLayout(self)
        layout.addWidget(lead)
        layout.addWidget(self.list)
        layout.addLayout(bar)

    @property
    def chosen(self) -> Version | None:
        """Return the version that is selected, or None."""
        row = self.list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None
