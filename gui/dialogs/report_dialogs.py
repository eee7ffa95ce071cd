"""The dialogs that begin a report: a blank one, or this year's from last year's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gui.fields.line_field import LineField
from gui.fields.year_field import YearField, YearHint
from gui.frame.dialog import FittedDialog
from gui.look.text_styles import hint_label, tint
from gui.services import Kinds
from model.report.year_range import year_to_report


def _today() -> date:
    now = QDate.currentDate()
    return date(now.year(), now.month(), now.day())


class NewReportDialog(FittedDialog):
    """Asks for the unit and the year of a blank report."""

    def __init__(
        self, parent: QWidget | None, organization: str = "", today: date | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("新建空白报告")
        self.unit = LineField(organization)
        self.unit.setPlaceholderText("如：红星镇人民政府")
        self.unit.setMinimumWidth(320)
        self.year = _year_field(year_to_report(today or _today()))
        form = QFormLayout()
        form.addRow("单位全称", self.unit)
        form.addRow("报告年度", self.year)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(_hint("单位名称会印在标题上，以后可以点左上角的铅笔修改。"))
        self.problem = YearHint(self.year, while_typing=True)
        layout.addWidget(self.problem)
        self.buttons = dialog_buttons(self, "新建")
        layout.addWidget(self.buttons)
        self.year.lineEdit().textChanged.connect(self._refresh)

    def _refresh(self) -> None:
        accept = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        accept.setEnabled(not self.year.problem)


class NewFromLastDialog(FittedDialog):
    """Asks for last year's report, a file or the one that is open, and for the year.

    Whoever reads the file tells what it is by `show_read`, so that a wrong one is seen here.
    """

    file_chosen = Signal(Path)

    def __init__(
        self,
        parent: QWidget | None,
        choose: Callable[[], Path | None],
        kinds: Kinds,
        open_name: str = "",
        open_year: int | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("以上年报告为模板新建")
        self._next_year = open_year + 1 if open_year else None
        self._proposed: int | None = None
        self._choose_file = choose
        self.path: Path | None = None
        self._readable = "、".join(name for name, _ in kinds)
        self.use_open = QRadioButton(f"用现在打开的「{open_name}」")
        self.use_file = QRadioButton("从文件选择")
        self.file_name = QLabel("还没有选择文件")
        self.what = QLabel()
        self.what.setWordWrap(True)
        self._is_reading = False
        self._file_year: int | None = None
        self.choose = QPushButton("选择文件…")
        self.year = _year_field(None, without="选好上年的报告后填入")
        self._lay_out(bool(open_name))
        self._say("")
        self.use_open.setChecked(bool(open_name))
        self.use_file.setChecked(not open_name)
        self.choose.clicked.connect(self.choose_file)
        self.use_open.toggled.connect(self._show_year)
        self.use_open.toggled.connect(self._refresh)
        self._show_year()
        self.year.lineEdit().textChanged.connect(self._refresh)
        self._refresh()

    def _lay_out(self, has_open: bool) -> None:
        self.use_open.setVisible(has_open)
        file_line = QHBoxLayout()
        file_line.addWidget(self.use_file)
        file_line.addWidget(self.choose)
        file_line.addStretch()
        form = QFormLayout()
        form.addRow("新报告的年度", self.year)
        self.buttons = dialog_buttons(self, "生成本年草稿")
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(QLabel("上年的报告："))
        layout.addWidget(self.use_open)
        layout.addLayout(file_line)
        self.file_name.setContentsMargins(24, 0, 0, 0)
        self.what.setContentsMargins(24, 0, 0, 0)
        layout.addWidget(self.file_name)
        layout.addWidget(self.what)
        layout.addLayout(form)
        layout.addWidget(
            _hint(
                f"上年的文件可以是：{self._readable}。\n"
                "文字沿用上年，年份改成新的一年；「结转下年度」填入「上年结转」，"
                "其余数字留空。沿用的段落有黄底标记，改过或确认后消失。"
            )
        )
        self.problem = YearHint(self.year, while_typing=True)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)

    @property
    def chosen_year(self) -> int | None:
        """Return the year that was set, or None for the one after last year's report."""
        return self.year.year

    @property
    def uses_open(self) -> bool:
        """Return whether the open report is to be last year's."""
        return self.use_open.isChecked()

    def choose_file(self) -> None:
        """Let the clerk choose last year's file."""
        path = self._choose_file()
        if path is not None:
            self.path = path
            self._say("")
            self._file_year = None
            self.use_file.setChecked(True)
            self._show_year()
            self.file_chosen.emit(path)
        self._refresh()
        if self.path is not None:
            # Enter goes on from here; on the button it would choose a file again.
            self.buttons.button(QDialogButtonBox.StandardButton.Ok).setFocus()

    def show_reading(self) -> None:
        """Tell that the file is being read; the draft waits for it."""
        self._is_reading = True
        self._say("正在读这个文件……")
        self._refresh()

    def show_read(self, unit: str, year: int | None) -> None:
        """Tell which report the file holds, and show the year after it."""
        self._is_reading = False
        named = f"{year}年" if year else "没有认出是哪一年的，请在下面填新报告的年度"
        self._say(f"读到的是：{unit or '没有认出单位'}　{named}")
        self._file_year = year + 1 if year else None
        self._show_year()
        self._refresh()
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setFocus()

    def show_problem(self, words: str) -> None:
        """Tell why the file cannot be used; another one can be chosen."""
        self._is_reading = False
        self.path = None
        self._refresh()
        self._say(words, "error")
        self.choose.setFocus()

    def _say(self, words: str, role: str = "text") -> None:
        self.what.setText(words)
        self.what.setVisible(bool(words))
        tint(self.what, role)

    def _show_year(self) -> None:
        """Show the year after that of last year's report, unless another one was set."""
        if self.year.year in (None, self._proposed):
            self._proposed = self._next_year if self.uses_open else self._file_year
            self.year.show_year(self._proposed)

    def _refresh(self, *_: object) -> None:
        self.file_name.setText(self.path.name if self.path else "还没有选择文件")
        self.file_name.setEnabled(not self.uses_open)
        self.what.setEnabled(not self.uses_open)
        accept = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        has_last = self.uses_open or self.path is not None
        is_read = self.uses_open or not self._is_reading
        accept.setEnabled(has_last and is_read and not self.year.problem)


def _year_field(year: int | None, without: str = "") -> YearField:
    field = YearField(without)
    field.setSuffix(" 年")
    field.show_year(year)
    return field


def _hint(text: str) -> QLabel:
    label = hint_label(text)
    label.setMinimumWidth(420)
    return label


def dialog_buttons(dialog: QDialog, accept: str) -> QDialogButtonBox:
    """Return the two buttons at the foot of a dialog: one that accepts, and 取消."""
    kinds = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
    buttons.button(kinds.Ok).setText(accept)
    buttons.button(kinds.Cancel).setText("取消")
    # Enter is the deed or nothing, also while the deed cannot be done yet.
    buttons.button(kinds.Cancel).setAutoDefault(False)
    for button in buttons.buttons():
        if isinstance(button, QPushButton):
            button.setIcon(button.icon().__class__())
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
