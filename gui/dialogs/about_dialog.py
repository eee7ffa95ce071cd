"""Which program this is: version, build date, editions of the form, licences of what it carries."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from gui.frame.dialog import FittedDialog
from storage.form_store import editions
from storage.program import NAME, program_licences
from storage.program_version import program_version

FONTS = "缺公文字体时代替用的 Fandol 字体（仿宋、楷体、宋体粗体）：GPL-3.0，附字体例外。"


class AboutDialog(FittedDialog):
    """Shows what the clerk is asked for when something is reported, in lines that can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"关于{NAME}")
        self.resize(620, 520)
        self.text = QLabel("\n".join(_lines()))
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setWordWrap(True)
        self.licences = QTextBrowser()
        self.licences.setAccessibleName("许可")
        self.licences.setPlainText(program_licences())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addWidget(QLabel("程序和它带着的软件、字体各自的许可："))
        layout.addWidget(self.licences)
        layout.addWidget(buttons)


def _lines() -> list[str]:
    return [
        NAME,
        f"版本：{program_version().text}",
        f"官方格式：{'、'.join(editions())} 年版",
        FONTS,
    ]
