"""The line above a text that tells which official sub-headings stand, and adds the others."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gui.document.document import Document
from gui.frame.part_head import head_button
from gui.look.fitting import keep_height, space
from gui.look.icons import picture
from gui.look.sizes import SECOND
from gui.look.text_styles import label, write
from gui.look.theme import follow
from model.form.parts import Section
from model.report.writing.sub_headings import SubHeading, add_sub_heading, sub_headings

BUTTON = 26
SIGN = 15


class SubHeadingLine(QWidget):
    """One sign or button for each official sub-heading of a part; one click adds it in its place.

    `added` tells where one goes on writing, in characters of the text.
    """

    added = Signal(int)

    def __init__(self, document: Document, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._section = section
        self.buttons: dict[str, QPushButton] = {}
        self.standing: dict[str, QLabel] = {}
        self._signs: list[QLabel] = []
        row = QHBoxLayout(self)
        space(row, gap=8)
        self.lead = label("要写的小标题：", SECOND, role="text2")
        self.lead.setToolTip(section.help)
        row.addWidget(self.lead)
        for name in section.headings:
            row.addWidget(self._mark(name))
        row.addStretch()
        document.sections_changed.connect(self._follow)
        follow(self, self._show_signs)
        self.refresh()

    def _mark(self, name: str) -> QWidget:
        """Return the place of one sub-heading: its sign with its name, or the button."""
        place = QWidget(self)
        row = QHBoxLayout(place)
        space(row, gap=4)
        sign, shown = QLabel(), label(name, SECOND)
        self._signs.append(sign)
        self.standing[name] = shown
        button = head_button(name, "add")
        write(button, SECOND)
        keep_height(button, BUTTON)
        button.setAccessibleName(f"加上小标题「{name}」")
        button.clicked.connect(lambda _=False, name=name: self.add(name))
        self.buttons[name] = button
        for widget in (sign, shown, button):
            row.addWidget(widget)
        return place

    def minimumSizeHint(self) -> QSize:
        """Return no width: a narrow window cuts the last ones off."""
        return QSize(0, super().minimumSizeHint().height())

    def stops(self) -> list[QPushButton]:
        """Return where Tab stops, in this order."""
        return list(self.buttons.values())

    def _show_signs(self) -> None:
        for sign in self._signs:
            sign.setPixmap(picture("done", "ok", SIGN))

    def _follow(self, sections: frozenset[str]) -> None:
        if self._section.key in sections:
            self.refresh()

    def refresh(self) -> None:
        """Show which sub-headings stand in the text as it is now."""
        found = sub_headings(self._document.report, self._section)
        for item, sign in zip(found, self._signs, strict=True):
            sign.setVisible(item.stands)
            self.standing[item.name].setVisible(item.stands)
            button = self.buttons[item.name]
            button.setVisible(not item.stands)
            button.setToolTip(_tip(item))

    def add(self, name: str) -> None:
        """Add a sub-heading in its place and tell where one goes on writing."""
        self._document.finish_typing()
        found = add_sub_heading(self._document.report, self._section, name)
        if self._document.push(found.edit):
            self.added.emit(found.cursor)


def _tip(item: SubHeading) -> str:
    if item.is_written:
        return f"正文写到了，没有「{item.name}」这个小标题；点一下加上"
    return f"还没有写「{item.name}」；点一下加上小标题，接着写"
