"""Looks of a workbook's cells, each made once: the library takes long over every setting."""

from __future__ import annotations

from typing import NamedTuple

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

_LINE = Side(style="thin", color="000000")
BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
LABEL_FILL = "F2F2F2"


class Look(NamedTuple):
    """What a cell looks like; `fill` is a colour or "", `is_open` lets it be typed if locked.

    A figure shrinks where it would not fit and show as ####; a stacked label runs downwards.
    `is_quoted` marks a text that begins as a formula does.
    """

    font: str
    size: float
    is_bold: bool = False
    horizontal: str = "center"
    vertical: str = "center"
    fill: str = ""
    is_open: bool = False
    is_figure: bool = False
    is_stacked: bool = False
    is_quoted: bool = False
    number_format: str = "General"


class Looks:
    """Dresses the cells of one workbook."""

    def __init__(self) -> None:
        self._known: dict[Look, StyleArray] = {}

    def dress(self, cell: Cell, look: Look) -> None:
        """Give a cell its look; whatever was set on it before is replaced."""
        known = self._known.get(look)
        if known is None:
            _set(cell, look)
            # The library offers no other way to share a look between cells.
            self._known[look] = cell._style  # type: ignore[attr-defined]  # noqa: SLF001
        else:
            cell._style = known  # type: ignore[attr-defined]  # noqa: SLF001

    def dress_box(
        self, sheet: Worksheet, row: int, column: int, rows: int, columns: int, look: Look
    ) -> None:
        """Dress a box of cells, its first cell at (row, column) from 1, and merge it."""
        covered = look._replace(is_quoted=False)
        for down in range(rows):
            for right in range(columns):
                cell = sheet.cell(row + down, column + right)
                if isinstance(cell, Cell):
                    self.dress(cell, covered if down or right else look)
        if rows * columns > 1:
            first = f"{get_column_letter(column)}{row}"
            last = f"{get_column_letter(column + columns - 1)}{row + rows - 1}"
            # The library's own merging sets the border of every covered cell anew.
            sheet.merged_cells.add(f"{first}:{last}")


def _set(cell: Cell, look: Look) -> None:
    cell.font = Font(name=look.font, size=look.size, bold=look.is_bold)
    cell.border = BORDER
    cell.alignment = Alignment(
        horizontal=look.horizontal,
        vertical=look.vertical,
        wrap_text=not (look.is_figure or look.is_stacked),
        shrink_to_fit=look.is_figure,
        text_rotation=255 if look.is_stacked else 0,
    )
    cell.protection = Protection(locked=not look.is_open)
    cell.number_format = look.number_format
    cell.quotePrefix = look.is_quoted
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=look.fill)
