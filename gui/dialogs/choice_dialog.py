"""The dialog that asks which of several reports or tables in one source is meant."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.report_dialogs import dialog_buttons
from gui.frame.dialog import FittedDialog
from gui.look.text_styles import hint_label
from storage.errors import SeveralFound

TITLE = "请选择要用的一份"
MOST_ROWS = 8
"""Choices that are shown without scrolling."""


class ChoiceDialog(FittedDialog):
    """Shows the choices by their names; nothing is chosen until the clerk does."""

    def __init__(self, parent: QWidget | None, several: SeveralFound) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setMinimumWidth(520)
        question = QLabel(f"{several.question}：")
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWordWrap(True)
        self.choices = QListWidget()
        self.choices.setAccessibleName("可以选用的各份")
        self.choices.setWordWrap(True)
        self.choices.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.choices.addItems(several.choices)
        lines = 2 * min(MOST_ROWS, max(2, len(several.choices)))
        self.choices.setMinimumHeight(lines * self.fontMetrics().lineSpacing())
        self.buttons = dialog_buttons(self, "用这一份")
        self.accept_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(question)
        layout.addWidget(self.choices)
        layout.addWidget(hint_label("没有选的不读入，原来的文件不会改动；读入的记录里会写明。"))
        layout.addWidget(self.buttons)
        self.choices.itemSelectionChanged.connect(self._refresh)
        self.choices.itemActivated.connect(self.accept)
        self.choices.setFocus()
        self._refresh()

    @property
    def place(self) -> int | None:
        """Return the place of the choice taken, or None."""
        rows = [index.row() for index in self.choices.selectedIndexes()]
        return rows[0] if rows else None

    def _refresh(self) -> None:
        self.accept_button.setEnabled(self.place is not None)


def ask_choice(parent: QWidget, several: SeveralFound) -> int | None:
    """Return the place of the choice that the clerk takes, None when the dialog is left."""
    dialog = ChoiceDialog(parent, several)
    is_taken = dialog.exec() == QDialog.DialogCode.Accepted
    place = dialog.place
    dialog.deleteLater()
    return place if is_taken else None
