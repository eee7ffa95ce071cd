"""The years in the texts that go with the report's year, to be moved in one step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.report_dialogs import dialog_buttons
from gui.frame.dialog import FittedDialog
from gui.look.sizes import HEAD
from gui.look.text_styles import hint_label, label
from gui.look.tool_tips import wrapped
from model.form.form import Form
from model.report.year_change import YearInText

_PLACE = int(Qt.ItemDataRole.UserRole)


class YearsDialog(FittedDialog):
    """Lists each place with its words before and after; those that are ticked are moved."""

    def __init__(
        self, parent: QWidget | None, form: Form, found: Sequence[YearInText], old: int, new: int
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("正文里的年份")
        self.resize(700, 440)
        self._found, self._new = tuple(found), new
        self.wants_draft = False
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName("正文里的年份")
        for place, item in enumerate(self._found):
            self.list.addItem(_line(form, item, place))
        self.draft = QPushButton("以上年报告为模板新建…")
        self.draft.setAutoDefault(False)
        self.draft.setToolTip(
            wrapped(f"这份{old}年的报告留着不动，另开一份{new}年的：上年结转自动填好，文字照着起稿")
        )
        self.buttons = dialog_buttons(self, "")
        self.deed = self.buttons.button(self.buttons.StandardButton.Ok)
        self._lay_out(old)
        self.list.itemChanged.connect(self._count)
        self.draft.clicked.connect(self._choose_draft)
        self._count()
        self.deed.setFocus()

    def _lay_out(self, old: int) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(label(f"{len(self._found)}处年份跟着报告年度走", HEAD, is_bold=True))
        layout.addWidget(
            hint_label(
                f"年度由{old}年改成了{self._new}年。打勾的一起改，作为一步，可以撤销；"
                "文件名称、文号、起止年份里的年份不在其中。"
            )
        )
        layout.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.draft)
        foot.addStretch()
        foot.addWidget(self.buttons)
        layout.addLayout(foot)

    @property
    def chosen(self) -> tuple[YearInText, ...]:
        """Return the places that are ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        ticked = (item for item in items if item.checkState() is Qt.CheckState.Checked)
        return tuple(self._found[item.data(_PLACE)] for item in ticked)

    def _count(self, *_: object) -> None:
        count = len(self.chosen)
        self.deed.setText(f"改为{self._new}年（{count}处）")
        self.deed.setEnabled(count > 0)

    def _choose_draft(self) -> None:
        self.wants_draft = True
        self.reject()


def _line(form: Form, item: YearInText, place: int) -> QListWidgetItem:
    move = item.move
    line = QListWidgetItem(
        f"{form.section(item.section).name}：「{move.before}」→「{move.after}」（{move.reason}）"
    )
    line.setData(_PLACE, place)
    line.setFlags(
        Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
    )
    line.setCheckState(Qt.CheckState.Checked if item.is_sure else Qt.CheckState.Unchecked)
    return line
