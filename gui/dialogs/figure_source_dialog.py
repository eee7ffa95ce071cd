"""The small dialog that notes where the figures of cells or whole rows come from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.report_dialogs import dialog_buttons
from gui.fields.line_field import LineField
from gui.frame.dialog import FittedDialog
from gui.look.text_styles import hint_label
from model.form.table import Table
from model.report.edits import Edit
from model.report.figure_sources import known_sources, note_edit, place_name, row_of
from model.report.report import Report

LONGEST_NOTE = 60
EXAMPLE = "如：司法所、财政所、申请台账；也可以写人名、电话"
SEVERAL = "所选各处注明的不一样；在这里写，就都改成这一个"


class FigureSourceDialog(FittedDialog):
    """Asks for a short note on the chosen cells, or on their whole rows."""

    def __init__(
        self, parent: QWidget | None, report: Report, table: Table, keys: Sequence[str]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("注明数字来源")
        self.setMinimumWidth(440)
        self._report = report
        self._table = table
        self._cells = tuple(keys)
        self._rows = tuple(dict.fromkeys(map(row_of, keys)))
        self.whole_row = QRadioButton(self._words(self._rows, "所选 {} 行，整行"))
        self.cells_only = QRadioButton(f"只是{self._words(self._cells, '所选的 {} 格')}")
        self.note = QComboBox()
        self.line = LineField()
        self.note.setLineEdit(self.line)
        self.note.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.note.addItems(list(known_sources(report)))
        self._lay_out()
        noted = report.figure_sources.get(table.key, {})
        has_own = any(noted.get(key) for key in self._cells)
        (self.cells_only if has_own else self.whole_row).setChecked(True)
        self.whole_row.toggled.connect(self._show_other_note)
        self.line.textChanged.connect(self._show_length)
        self._show_note()

    def edit(self) -> Edit:
        """Return the edit that makes the note; empty where the line was left as it was."""
        places = self._places() if self.line.is_changed else ()
        return note_edit(self._report, self._table, places, self._note)

    @property
    def _note(self) -> str:
        return " ".join(self.line.text().split())

    def _places(self) -> tuple[str, ...]:
        return self._rows if self.whole_row.isChecked() else self._cells

    def _words(self, places: Sequence[str], many: str) -> str:
        return place_name(self._table, places[0]) if len(places) == 1 else many.format(len(places))

    def _show_note(self) -> None:
        """Offer the note that stands already, ready to be typed over.

        Where several places have several notes none is offered: it would be put in every place.
        """
        noted = self._report.figure_sources.get(self._table.key, {})
        notes = {noted.get(place, "") for place in self._places()}
        has_one = len(notes) == 1
        self.line.show_text(notes.pop() if has_one else "")
        self.line.setPlaceholderText(EXAMPLE if has_one else SEVERAL)
        self.line.selectAll()
        self._show_length()

    def _show_other_note(self) -> None:
        """Offer the note of the other places, unless one has been typed by now."""
        if not self.line.is_changed:
            self._show_note()

    def _show_length(self) -> None:
        """Tell of a note that is too long, which is not taken."""
        more = len(self._note) - LONGEST_NOTE if self.line.is_changed else 0
        self.length.setText(f"最多 {LONGEST_NOTE} 字，请删去 {more} 字。")
        self.length.setVisible(more > 0)
        self.buttons.button(self.buttons.StandardButton.Ok).setEnabled(more <= 0)

    def _lay_out(self) -> None:
        lead = QLabel("下面的数字向谁要、从哪里来：")
        self.length = hint_label()
        hint = hint_label("只给自己看，不会导出；明年以这份报告为模板新建时还在。清空就是删去。")
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        self.buttons = dialog_buttons(self, "记下来源")
        choices = (lead, self.whole_row, self.cells_only)
        for widget in (*choices, self.note, self.length, hint, self.buttons):
            layout.addWidget(widget)
        self.note.setFocus()
