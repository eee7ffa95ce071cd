"""A cause of doubts as it is shown above them: the source's row, and the ways to place it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.look.fitting import ground, space
from gui.look.icons import sign
from gui.look.sizes import SECOND
from gui.look.text_styles import hint_label, label, tint

if TYPE_CHECKING:
    from gui.review.review import Group, Review
    from importers.recognising.figures.causes import Cause

OTHERS = "其他要看的格"
MOST_WAYS = 6
"""Placements that are offered; of more none is likelier than another."""
HEADER_ROWS = 2
"""Rows of words right above the figures; those further up name the table."""
MOST_COLUMNS = 8
"""Columns that have room under their names; of more each way is one line."""


class CauseCard(QWidget):
    """Tells of one cause; its placements are put in by one press each."""

    placed = Signal(tuple)
    folded = Signal(bool)

    def __init__(self, review: Review, group: Group, *, is_folded: bool) -> None:
        super().__init__()
        self._review, self._group = review, group
        self.is_folded = is_folded
        self.buttons: list[QPushButton] = []
        ground(self, "header")
        column = QVBoxLayout(self)
        space(column, 8, 8, 4)
        column.addLayout(self._head())
        if group.cause is not None:
            self._add_source(column, group.cause)
            self._add_ways(column, group.cause)
        self.refresh()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        space(head, gap=8)
        cause = self._group.cause
        self._open, self._done = sign("query", "query"), sign("done", "ok")
        self.title = label(_title(self._review, cause), is_bold=True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.state = label("", SECOND, role="text2")
        self.fold = QPushButton()
        self.fold.setProperty("head", True)
        self.fold.setAutoDefault(False)
        self.fold.clicked.connect(self._turn)
        self.fold.setVisible(len(self._group.doubts) > 1 and cause is not None)
        for widget in (self._open, self._done):
            head.addWidget(widget)
        head.addWidget(self.title, 1)
        head.addWidget(self.state)
        head.addWidget(self.fold)
        return head

    def _add_source(self, column: QVBoxLayout, cause: Cause) -> None:
        words = [" ｜ ".join(filter(None, row)) for row in cause.header[-HEADER_ROWS:]]
        lines = [("来源的表头", text) for text in words if text]
        if cause.source:
            lines.append(("来源这一行", " ｜ ".join(text or "空" for text in cause.source)))
        for name, text in lines:
            line = hint_label(f"{name}：{text}")
            line.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(line)

    def _add_ways(self, column: QVBoxLayout, cause: Cause) -> None:
        ways = cause.placements[:MOST_WAYS]
        if not ways:
            return
        many = f"对着合计能放的有{len(cause.placements)}种" if len(cause.placements) > 1 else ""
        left = f"，下面是前{MOST_WAYS}种" if len(cause.placements) > MOST_WAYS else ""
        column.addWidget(hint_label(f"{many or '对着合计只有这一种放法'}{left}："))
        grid = QGridLayout()
        space(grid, gap=8)
        if len(cause.keys) <= MOST_COLUMNS:
            self._name_columns(grid, cause)
        for row, way in enumerate(ways, 1):
            self._add_way(grid, row, cause, way)
        grid.setColumnStretch(len(cause.keys) + 1, 1)
        column.addLayout(grid)

    def _name_columns(self, grid: QGridLayout, cause: Cause) -> None:
        table = self._review.report.form.table(cause.table)
        for at, key in enumerate(cause.keys):
            name = label(table.column(key).label, SECOND)
            name.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(name, 0, at)

    def _add_way(self, grid: QGridLayout, row: int, cause: Cause, way: tuple[str, ...]) -> None:
        if len(cause.keys) <= MOST_COLUMNS:
            for at, text in enumerate(way):
                others = {other[at] for other in cause.placements}
                figure = label(text or "空", is_bold=len(others) > 1)
                figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
                grid.addWidget(figure, row, at)
        else:
            words = hint_label(" ｜ ".join(text or "空" for text in way), is_wrapped=False)
            grid.addWidget(words, row, 0, 1, len(cause.keys))
        button = QPushButton("这样放")
        button.setCheckable(True)
        button.setProperty("head", True)
        button.setAutoDefault(False)
        button.setProperty("way_to_place", way)
        button.setAccessibleName(f"这样放：{'，'.join(text or '空' for text in way)}")
        button.clicked.connect(lambda _=False, way=way: self.placed.emit(way))
        self.buttons.append(button)
        grid.addWidget(button, row, len(cause.keys))

    def _turn(self) -> None:
        self.is_folded = not self.is_folded
        self.refresh()
        self.folded.emit(self.is_folded)

    def refresh(self) -> None:
        """Show what stands now: which placement, and how many cells are still in doubt."""
        doubts = self._group.doubts
        left = sum(not self._review.is_settled(place) for place in doubts)
        is_done = bool(doubts) and not left
        self._open.setVisible(not is_done)
        self._done.setVisible(is_done)
        self.state.setText("已改好" if is_done else f"{left}格要看" if left else "请对照来源填写")
        tint(self.state, "ok" if is_done else "query")
        self.fold.setText(f"{'展开' if self.is_folded else '收起'}{len(doubts)}格")
        self._show_chosen()

    def _show_chosen(self) -> None:
        cause = self._group.cause
        chosen = self._review.chosen(cause) if cause else ()
        for button in self.buttons:
            way = tuple(button.property("way_to_place"))
            button.setChecked(way == chosen)
            button.setText("已这样放" if way == chosen else "这样放")


def _title(review: Review, cause: Cause | None) -> str:
    if cause is None:
        return OTHERS
    name = review.report.form.table(cause.table).name
    return cause.text if cause.text.startswith(name) else f"{name}：{cause.text}"
