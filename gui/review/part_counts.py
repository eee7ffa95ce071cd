"""The parts of a source at the side of its review: what was read, blank, doubtful, left over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from gui.look.icons import icon, picture
from gui.look.palette import colours
from gui.look.theme import follow
from gui.review.review import Review

_TABLE = int(Qt.ItemDataRole.UserRole) + 1


class PartCounts(QListWidget):
    """Shows how each part was read; a press on one with doubts leads to its first."""

    chosen = Signal(str)

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._current = ""
        self._left_over = dict(
            zip(
                (table.key for table in review.report.form.tables),
                (count.unplaced for count in review.opened.counts),
                strict=False,
            )
        )
        self.setAccessibleName("各部分读到多少")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(_TABLE) or ""))
        follow(self, self.refresh)

    def show_current(self, table: str) -> None:
        """Show the part of a table as the one that is being looked at."""
        self._current = table
        rows = (row for row in range(self.count()) if self.item(row).data(_TABLE) == table)
        self.setCurrentRow(next(rows, -1))

    def refresh(self) -> None:
        """Count anew."""
        self.clear()
        palette = self.palette()
        palette.setColor(palette.ColorRole.Highlight, colours.soft)
        palette.setColor(palette.ColorRole.HighlightedText, colours.text)
        self.setPalette(palette)
        form = self._review.report.form
        tables = {table.section: table.key for table in form.tables}
        for section in form.sections:
            key = tables.get(section.key, "")
            words, sign, role = self._of_table(key) if key else self._of_text(section.key)
            item = QListWidgetItem(_same_when_chosen(sign, role), f"{section.short}\n{words}")
            item.setData(_TABLE, key)
            if role == "query":
                item.setForeground(colours.query)
            self.addItem(item)
        self.show_current(self._current)

    def _of_table(self, key: str) -> tuple[str, str, str]:
        table = self._review.report.form.table(key)
        values = self._review.report.tables[key].values()
        blank = sum(value is None for value in values)
        doubtful, left = self._review.doubtful_in(key), self._left_over.get(key, 0)
        parts = [f"{len(table.keys)}格" if blank < len(table.keys) else "没有读到表格"]
        parts += [f"{blank}格空白"] if 0 < blank < len(table.keys) else []
        parts += [f"{doubtful}格存疑"] if doubtful else []
        parts += [f"{left}处没有录入"] if left else []
        is_open = bool(doubtful or left or blank == len(table.keys))
        return "，".join(parts), "query" if is_open else "done", "query" if is_open else "ok"

    def _of_text(self, key: str) -> tuple[str, str, str]:
        lines = [line for line in self._review.report.sections[key].split("\n") if line.strip()]
        if lines:
            return f"读到{len(lines)}段", "done", "ok"
        return "没有读到", "empty", "text2"


def _same_when_chosen(name: str, role: str) -> QIcon:
    """Return a sign that keeps its colour in the part that is looked at."""
    made = icon(name, role=role)
    made.addPixmap(picture(name, role), QIcon.Mode.Selected)
    return made
