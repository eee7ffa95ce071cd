"""Asks which font each part of the page is set in, among those that this computer has."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from exporters.page_style import OFFICIAL, ROLES, FontRole
from exporters.paged.families import installed_chinese_families
from exporters.paged.fonts import FontBook, shown_name
from gui.dialogs.report_dialogs import dialog_buttons
from gui.frame.dialog import FittedDialog
from gui.printing.page_choice import ROLE_NAMES

HINT = (
    "Word、PDF 和打印都用这里选的字体。Word 文件只写字体的名字，"
    "在装有公文字体的电脑上打开，就显示公文字体。"
)


class FontDialog(FittedDialog):
    """One list of installed Chinese fonts for each part, the official font first."""

    def __init__(
        self,
        parent: QWidget | None,
        chosen: dict[FontRole, str],
        new_font: Callable[[], list[str]],
    ) -> None:
        """Show the choice; `new_font` asks for a font file and returns its families."""
        super().__init__(parent)
        self.setWindowTitle("字体设置")
        self._new_font = new_font
        self.add = QPushButton("用字体文件…")
        self.add.setToolTip("有字体文件（.ttf、.otf、.ttc）的，选一次，以后都能用，不必安装。")
        self.add.clicked.connect(self._add)
        self._official = FontBook(OFFICIAL)
        self.fields = {role: self._field(role, chosen.get(role, "")) for role in ROLES}
        self.restore = QPushButton("恢复默认")
        self.restore.clicked.connect(self._restore)
        form = QFormLayout()
        for role, field in self.fields.items():
            form.addRow(ROLE_NAMES[role], field)
        hint = QLabel(HINT)
        hint.setWordWrap(True)
        hint.setMinimumWidth(440)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(hint)
        layout.addWidget(self.add)
        layout.addWidget(self.restore)
        layout.addWidget(dialog_buttons(self, "用这些字体"))

    @property
    def names(self) -> dict[FontRole, str]:
        """Return the fonts chosen in place of the official ones."""
        chosen = {role: str(field.currentData()) for role, field in self.fields.items()}
        return {role: name for role, name in chosen.items() if name}

    def _field(self, role: FontRole, chosen: str) -> QComboBox:
        field = QComboBox()
        field.setAccessibleName(ROLE_NAMES[role])
        field.addItem(self._official_name(role), "")
        for family in installed_chinese_families():
            field.addItem(family, family)
        if chosen and field.findData(chosen) < 0:
            field.addItem(f"{chosen}（这台电脑没有）", chosen)
        field.setCurrentIndex(field.findData(chosen))
        return field

    def _official_name(self, role: FontRole) -> str:
        name, family = OFFICIAL.font(role).name, shown_name(self._official.family(role))
        if name not in {missing.name for missing in self._official.missing()}:
            here = "" if name == family else f"，本机叫“{family}”"
            return f"{name}（公文字体{here}）"
        return f"{name}（公文字体，没有安装，打印时用“{family}”）"

    def _add(self) -> None:
        """Offer the families of a font file, and say of the official fonts anew what is there."""
        families = self._new_font()
        if not families:
            return
        self._official = FontBook(OFFICIAL)
        for role, field in self.fields.items():
            field.setItemText(0, self._official_name(role))
            for family in families:
                if field.findData(family) < 0:
                    field.addItem(family, family)

    def _restore(self) -> None:
        for field in self.fields.values():
            field.setCurrentIndex(0)
