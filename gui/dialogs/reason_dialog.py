"""The dialog that asks why a finding is right as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from tomllib import loads

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.report_dialogs import dialog_buttons
from gui.frame.dialog import FittedDialog
from gui.look.levels import LEVEL_ROLES
from gui.look.text_styles import hint_label, tint
from model.checks import Finding, Level
from storage.program import own_text

LONGEST_REASON = 200
"""Characters that a reason may have."""

EXAMPLES = "reasons.toml"
"""Of each kind of finding one reason, as a clerk would write it."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReasonDialog(FittedDialog):
    """Asks for a short reason; reasons already given in this report can be chosen."""

    def __init__(self, parent: QWidget | None, finding: Finding, known: Sequence[str]) -> None:
        super().__init__(parent)
        is_error = finding.level is Level.ERROR
        self.setWindowTitle("情况属实")
        self.setMinimumWidth(460)
        self.known = QComboBox()
        self.known.addItem("选用以前写过的原因…")
        self.known.addItems([_shortened(reason) for reason in known])
        self.known.setVisible(bool(known))
        self._known = tuple(known)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("原因")
        example = example_of(finding)
        self.text.setPlaceholderText(f"如：{example}" if example else "")
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(4 * self.fontMetrics().lineSpacing() + 12)
        self.text.installEventFilter(self)
        self.count = QLabel()
        self.buttons = dialog_buttons(self, "情况属实")
        self.accept_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._lay_out(finding, is_error)
        self._connect()
        self.text.setFocus()
        self._refresh()

    def _lay_out(self, finding: Finding, is_error: bool) -> None:
        message = QLabel(finding.message)
        message.setTextFormat(Qt.TextFormat.PlainText)
        tint(message, LEVEL_ROLES[finding.level])
        hint = hint_label(
            "原因随报告一起保存；这里的数字或句子以后一改，这一条会重新列出来。"
            + ("这是必须改的问题，不改的原因要写清楚，会印在审签单上。" if is_error else "")
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        message.setWordWrap(True)
        layout.addWidget(message)
        layout.addWidget(QLabel("为什么不用改（写给以后看这份报告的人）："))
        for widget in (self.text, self.count, self.known, hint, self.buttons):
            layout.addWidget(widget)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._refresh)
        self.known.activated.connect(self._take_known)

    @property
    def reason(self) -> str:
        """Return the reason in one line, without blanks around it."""
        return " ".join(self.text.toPlainText().split("\n")).strip()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter accept: a reason is one line."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            if self.accept_button.isEnabled():
                self.accept()
            return True
        return bool(super().eventFilter(watched, event))

    def _take_known(self, index: int) -> None:
        if index > 0:
            self.text.setPlainText(self._known[index - 1])
            self.text.setFocus()

    def _refresh(self) -> None:
        length = len(self.reason)
        words = f"{length} / {LONGEST_REASON} 字"
        if length > LONGEST_REASON:
            words += f"，太长了，请删去 {length - LONGEST_REASON} 字"
        self.count.setText(words)
        self.accept_button.setEnabled(0 < length <= LONGEST_REASON)


@cache
def _examples() -> dict[str, str]:
    return {str(code): str(words) for code, words in loads(own_text(EXAMPLES))["examples"].items()}


def example_of(finding: Finding) -> str:
    """Return a reason that a finding of this kind may have, "" of an unknown kind."""
    return _examples().get(finding.code, "")


def _shortened(reason: str) -> str:
    return reason if len(reason) <= 30 else f"{reason[:29]}…"


def ask_reason(parent: QWidget, finding: Finding, known: Sequence[str]) -> str | None:
    """Return the reason that the clerk gives, None when the dialog is left."""
    dialog = ReasonDialog(parent, finding, known)
    is_given = dialog.exec() == QDialog.DialogCode.Accepted
    reason = dialog.reason
    dialog.deleteLater()
    return reason if is_given else None
