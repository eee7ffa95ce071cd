"""Which file is to be checked against which code."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.report_dialogs import dialog_buttons
from gui.fields.line_field import LineField
from gui.frame.dialog import FittedDialog
from gui.look.text_styles import hint_label
from model.signing.code import code_problem


class CheckDialog(FittedDialog):
    """Asks for a file and the code on the paper; the open report's own code is offered."""

    def __init__(
        self, parent: QWidget | None, choose: Callable[[], Path | None], recorded: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("核对校验码")
        self.setMinimumWidth(480)
        self._choose = choose
        self.path: Path | None = None
        self.file_name = QLabel()
        self.choose = QPushButton("选择文件…")
        self.code = LineField(recorded)
        self.code.setPlaceholderText("16 个字母和数字，大小写和横线都可以不管")
        self.take_over = QPushButton(f"用打开的报告的：{recorded}")
        self.take_over.setVisible(bool(recorded))
        self.hint = hint_label(is_wrapped=False)
        self.buttons = dialog_buttons(self, "核对")
        self._lay_out()
        self.choose.clicked.connect(self.choose_file)
        self.take_over.clicked.connect(lambda: self.code.setText(recorded))
        self.code.textChanged.connect(self._refresh)
        self._refresh()

    def _lay_out(self) -> None:
        lead = QLabel("看一份文件是不是签字的那一稿。Word、PDF、网页、年报文件都可以。")
        lead.setWordWrap(True)
        file_line = QHBoxLayout()
        file_line.addWidget(self.choose)
        file_line.addWidget(self.file_name, 1)
        form = QFormLayout()
        form.addRow("文件", file_line)
        form.addRow("纸上的校验码", self.code)
        # Below: beside it the code that was typed would not be seen whole.
        form.addRow("", self.take_over)
        form.addRow("", self.hint)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(lead)
        layout.addLayout(form)
        layout.addWidget(self.buttons)

    @property
    def letters(self) -> str:
        """Return the letters of the code as it was typed, in capitals."""
        return re.sub(r"[\W_]", "", self.code.text()).upper()

    def choose_file(self) -> None:
        """Let the clerk choose the file."""
        self.path = self._choose() or self.path
        self._refresh()
        if self.path is not None:
            # Enter goes on from here; on the button it would choose a file again.
            accept = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
            (accept if accept.isEnabled() else self.code).setFocus()

    def _refresh(self) -> None:
        self.file_name.setText(self.path.name if self.path else "还没有选择文件")
        problem = code_problem(self.letters)
        self.hint.setText(problem)
        accept = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        accept.setEnabled(self.path is not None and not problem)
