"""A lasting sign in the status bar while what is typed cannot be kept."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from gui.look.text_styles import tint, write
from gui.look.tool_tips import wrapped


class FailingSign(QLabel):
    """Says that nothing is kept, and why; hidden as long as all is well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        write(self, is_bold=True)
        tint(self, "error")
        self.hide()

    def show_failure(self, reason: str) -> None:
        """Show why nothing is kept; "" takes the sign away."""
        self.setText(f"没有自动留存：{reason}，请常按 Ctrl+S" if reason else "")
        self.setToolTip(
            wrapped(
                "程序平时把没有保存的内容自动留存一份，断电也找得回来；现在留存不了，请常保存。"
            )
            if reason
            else ""
        )
        self.setVisible(bool(reason))
