"""Papers drawn as PDF files stroke by stroke, with the habits of the programs that print them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPageSize, QPainter, QPdfWriter

from gui.look.sizes import chinese_font_name
from papers import Paper, PaperCell, PaperTable

_DOTS = 10
"""Per point."""
PAGE = (595 * _DOTS, 842 * _DOTS)
LEFT, TOP, BOTTOM, WIDTH = 50 * _DOTS, 60 * _DOTS, 780 * _DOTS, 495 * _DOTS
_LEADING = 1.45
"""Of a line, in ems: not the font's own, so that pages break alike in every font."""
_FLAGS = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWrapAnywhere)
_TEXT = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWrapAnywhere)


@dataclass(frozen=True)
class Habits:
    """How a program prints: rules, what repeats on a page, how labels stand."""

    has_sides: bool = True
    has_columns: bool = True
    repeats: bool = False
    is_vertical: bool = False
    is_filled: bool = False
    tears: bool = False
    is_closed: bool = True
    numbers_inside: bool = False
    is_shaded: bool = False
    """Whether a white area lies behind each line of text, as where a page came from the web."""
    lead: int = 0
    """Points of empty space before each table, so that it begins lower on its page."""


def draw_paper(paper: Paper, path: Path, habits: Habits) -> Path:
    """Draw the paper and return the path; a QGuiApplication must exist."""
    assert QGuiApplication.instance() is not None
    writer = QPdfWriter(str(path))
    writer.setResolution(72 * _DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    try:
        _Press(writer, painter, habits).print(paper)
    finally:
        painter.end()
    return path


class _Press:
    """Prints block by block, and begins new pages."""

    def __init__(self, writer: QPdfWriter, painter: QPainter, habits: Habits) -> None:
        self.writer, self.painter, self.habits = writer, painter, habits
        self.y, self.page = float(TOP), 1
        self.rest: dict[PaperCell, str] = {}

    def print(self, paper: Paper) -> None:
        for block in paper.blocks:
            if isinstance(block, str):
                self._print_text(block)
            else:
                self.y += self.habits.lead * _DOTS
                self._print_table(block)
        self._number()

    def _font(self, size: float) -> None:
        font = QFont(chinese_font_name())
        font.setPointSizeF(size)
        self.painter.setFont(font)

    def _height(self, words: str, width: float, flags: int) -> float:
        """Return how high words stand in a width, in lines of the same height in every font."""
        box = self.painter.boundingRect(QRectF(0, 0, width, 1e6), flags, words)
        lines = round(box.height() / self.painter.fontMetrics().lineSpacing())
        return lines * self.painter.font().pointSizeF() * _DOTS * _LEADING

    def _number(self) -> None:
        self._font(9)
        y = BOTTOM - 12 * _DOTS if self.habits.numbers_inside else BOTTOM + 20 * _DOTS
        self.painter.drawText(QRectF(LEFT, y, WIDTH, 12 * _DOTS), _FLAGS, f"— {self.page} —")

    def _turn(self) -> None:
        self._number()
        self.writer.newPage()
        self.y, self.page = float(TOP), self.page + 1

    def _print_text(self, text: str) -> None:
        self._font(12)
        line = 28 * _DOTS
        height = self._height(text, WIDTH, _TEXT)
        if self.y + height > BOTTOM:
            self._turn()
        if self.habits.is_shaded:
            printed = self.painter.boundingRect(QRectF(LEFT, 0, WIDTH, 1e6), _TEXT, text).height()
            lines = max(1, round(printed / self.painter.fontMetrics().lineSpacing()))
            for number in range(lines):
                top = self.y + number * printed / lines
                area = QRectF(LEFT - 20, top, WIDTH + 40, printed / lines)
                self.painter.fillRect(area, Qt.GlobalColor.white)
        self.painter.drawText(QRectF(LEFT, self.y, WIDTH, height + 1), _TEXT, text)
        self.y += max(line, height + 8 * _DOTS)

    def _print_table(self, table: PaperTable) -> None:
        self._font(8)
        scale = WIDTH / sum(table.widths)
        columns = [LEFT + scale * sum(table.widths[:n]) for n in range(len(table.widths) + 1)]
        heights = self._heights(table, columns)
        first = 0
        while first < table.row_count:
            top, last = self.y, first
            while last < table.row_count and self.y + heights[last] <= BOTTOM:
                self.y += heights[last]
                last += 1
            if last == first and self.y > TOP:
                self._turn()
                continue
            self._print_rows(table, columns, heights, first, last, top)
            if last < table.row_count:
                self._turn()
                self._font(8)
                if self.habits.repeats and table.header_rows:
                    start = self.y
                    self.y += sum(heights[: table.header_rows])
                    self._print_rows(table, columns, heights, 0, table.header_rows, start)
            first = last

    def _heights(self, table: PaperTable, columns: list[float]) -> list[float]:
        heights = [14.0 * _DOTS] * table.row_count
        for cell in sorted(table.cells, key=lambda cell: cell.row_span):
            width = columns[cell.column + cell.column_span] - columns[cell.column] - 4 * _DOTS
            needed = self._height(self._words(cell), width, _FLAGS)
            rows = range(cell.row, cell.row + cell.row_span)
            missing = needed + 4 * _DOTS - sum(heights[row] for row in rows)
            for row in rows if missing > 0 else ():
                heights[row] += missing / cell.row_span
        return heights

    def _words(self, cell: PaperCell) -> str:
        is_tall = cell.row_span > 2 and not cell.key and cell.column < 2
        return "\n".join(cell.text) if self.habits.is_vertical and is_tall else cell.text

    def _print_rows(
        self,
        table: PaperTable,
        columns: list[float],
        heights: list[float],
        first: int,
        last: int,
        top: float,
    ) -> None:
        """Print the part of the table that stands in some rows, its rules and words."""
        rows = [top + sum(heights[first:row]) for row in range(first, last + 1)]
        for cell in table.cells:
            start, end = max(cell.row, first), min(cell.row + cell.row_span, last)
            if start >= end:
                continue
            x0, x1 = columns[cell.column], columns[cell.column + cell.column_span]
            box = QRectF(x0, rows[start - first], x1 - x0, rows[end - first] - rows[start - first])
            is_cut = end < cell.row + cell.row_span and not self.habits.is_closed
            self._rule(box, is_first=x0 == columns[0], is_last=x1 == columns[-1], is_cut=is_cut)
            words = self.rest.pop(cell, self._words(cell) if start == cell.row else "")
            inner = box.adjusted(2 * _DOTS, 0, -2 * _DOTS, 0)
            if end < cell.row + cell.row_span:
                words, self.rest[cell] = self._fitting(words, inner)
            self.painter.drawText(inner, _FLAGS, words)

    def _fitting(self, words: str, box: QRectF) -> tuple[str, str]:
        """Return the words that fit the box, and those that move to the next page."""
        for count in range(len(words), 0, -1):
            if self._height(words[:count], box.width(), _FLAGS) <= box.height():
                return words[:count], words[count:].lstrip("\n")
        return "", words

    def _rule(self, box: QRectF, *, is_first: bool, is_last: bool, is_cut: bool) -> None:
        self._line(box.left(), box.top(), box.right(), box.top())
        if not is_cut:
            self._line(box.left(), box.bottom(), box.right(), box.bottom())
        if self.habits.has_sides or not is_first and self.habits.has_columns:
            self._line(box.left(), box.top(), box.left(), box.bottom())
        if self.habits.has_sides or not is_last and self.habits.has_columns:
            self._line(box.right(), box.top(), box.right(), box.bottom())

    def _line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        if self.habits.is_filled:
            self.painter.fillRect(
                QRectF(x0, y0, max(x1 - x0, 4), max(y1 - y0, 4)), Qt.GlobalColor.black
            )
        else:
            self.painter.drawLine(round(x0), round(y0), round(x1), round(y1))
