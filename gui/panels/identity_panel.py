"""Unit, year and title of the report, at the top of the middle."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFormLayout, QWidget

from gui.document.document import Document
from gui.fields.line_field import LineField
from gui.fields.year_field import YearField, YearHint
from gui.look.fitting import space
from gui.look.levels import LEVEL_ROLES
from gui.look.text_styles import label, tint
from gui.look.tool_tips import wrapped
from gui.panels.marked_editor import text_before, units
from gui.panels.year_offer import YearOffer
from model.checks import Level
from model.report.cleaning import cleaned
from model.report.edits import Edit, IdentityChange
from model.report.values import clean_text
from model.report.year_range import year_problem


class IdentityPanel(QWidget):
    """Lets the clerk correct the unit, the year and the title."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.unit = LineField()
        self.unit.setPlaceholderText("单位全称，如：红星镇人民政府")
        self.year = YearField(without="未填")
        self.title = LineField()
        self.hint = YearHint(self.year)
        self.offer = YearOffer(document)
        self.sign = label(is_bold=True)
        self.sign.setWordWrap(True)
        self._lay_out()
        self.refresh()
        self.unit.textEdited.connect(lambda text: self._push("修改单位", organization=text))
        self.title.textEdited.connect(lambda text: self._push("修改标题", title=text))
        self.year.valueChanged.connect(self._year_changed)
        for line in (self.unit, self.title):
            line.installEventFilter(self)
        document.typing_interrupted.connect(self.year.interpretText)
        document.identity_changed.connect(self.refresh)
        document.findings_changed.connect(self._show_sign)
        self._show_sign()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        space(form, gap=8)
        for name, field in (("单位", self.unit), ("年度", self.year), ("标题", self.title)):
            field.setAccessibleName(name)
            form.addRow(name, field)
        form.addRow("", self.sign)
        form.addRow("", self.hint)
        form.addRow("", self.offer)

    def refresh(self) -> None:
        """Show what the report says."""
        report = self._document.report
        for line, text in ((self.unit, report.organization), (self.title, report.title)):
            _show(line, text)
            if not line.hasFocus():
                line.setCursorPosition(0)
            line.setToolTip(text)
        self.year.show_year(report.year)
        self.year.setToolTip(year_problem(report.year) if report.year else "")

    def show_title(self, start: int, length: int) -> None:
        """Lead to words of the title, in characters; to all of it where none are given."""
        self.title.setFocus()
        if start >= 0 and length > 0:
            first, last = (units(self.title.text(), place) for place in (start, start + length))
            self.title.setSelection(first, last - first)
        else:
            self.title.selectAll()

    def _show_sign(self) -> None:
        """Show beside the title how grave the findings on it are, and what they say."""
        here = [item for item in self._document.findings if not item.cells and not item.section]
        self.sign.setVisible(bool(here))
        if here:
            level = min((item.level for item in here), key=list(Level).index)
            self.sign.setText(f"{level.label}：{here[0].message}")
            tint(self.sign, LEVEL_ROLES[level])
            self.sign.setToolTip(wrapped("\n".join(item.message for item in here)))

    def _year_changed(self) -> None:
        """Move the year, and the title with it where it is the usual one."""
        report, year = self._document.report, self.year.year
        title = report.title
        is_usual = not title or title == report.form.title.format(year=report.year)
        if year is not None and is_usual:
            title = report.form.title.format(year=year)
        self.offer.begin(report.year)
        change = IdentityChange(report.organization, year, title)
        self._document.push(Edit("修改年度", (change,)), merge="year")

    def _push(self, name: str, organization: str | None = None, title: str | None = None) -> None:
        report = self._document.report
        now = IdentityChange(report.organization, report.year, report.title)
        change = cleaned(
            replace(
                now,
                organization=now.organization if organization is None else organization,
                title=now.title if title is None else title,
            )
        )
        if change != now:
            self._document.push(Edit(name, (change,)), merge=name)
        else:
            self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo and redo to the one stack of the document."""
        return is_undo_key(event) or bool(super().eventFilter(watched, event))


def _show(line: LineField, text: str) -> None:
    """Put a text into a line that shows another one, with the cursor before the same words."""
    shown = line.text()
    if shown != text:
        before = clean_text(text_before(shown, line.cursorPosition()))
        line.setText(text)
        line.setCursorPosition(units(text, len(before)))


def is_undo_key(event: QEvent) -> bool:
    """Return whether a text field is about to take an undo or redo key for itself."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    if event.matches(keys.Undo) or event.matches(keys.Redo):
        event.ignore()
        return True
    return False
