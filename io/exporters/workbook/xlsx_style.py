"""How values enter a workbook's cells, and how its sheets are sized, printed and locked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from model.report.values import Value, format_value

MM_PER_CHARACTER = 1.92
"""A column width is counted in digits of the standard font, about so wide on screen."""
MARGIN = 15.0
FOOTER = 8.0
"""Millimetres left free on each side of the printed page."""
DIFFERENCE_FORMAT = "+0;-0;0"
_FORMULA_MARKS = ("=", "+", "-", "@")


def sheet_name(name: str) -> str:
    """Return a name without what the name of a sheet may not hold."""
    return re.sub(r"[\[\]:*?/\\']", " ", name)[:31].strip() or "表"


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return the cell of a row and a column, from 1; ValueError inside a merged range."""
    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        raise ValueError(f"{cell.coordinate} is covered by a merged range")
    return cell


def put_text(cell: Cell, text: str) -> None:
    """Put a text into a cell as text, whatever it begins with; "" leaves the cell empty."""
    if not text:
        return
    cell.value = text
    # Set after the value: the library takes "=1" for a formula and "#N/A" for an error.
    cell.data_type = "s"


def put_value(cell: Cell, value: Value) -> None:
    """Put a figure into a cell as a number, or a text as text."""
    if isinstance(value, str):
        put_text(cell, value)
    elif value is not None:
        cell.value = value


def needs_quote(text: Value) -> bool:
    """Return whether a text begins as a formula does, and must be marked as none."""
    return isinstance(text, str) and text.startswith(_FORMULA_MARKS)


def number_format(value: Value, decimals: int) -> str:
    """Return the format that shows a figure with the decimals that it has."""
    if isinstance(value, str):
        return "@"
    places = decimals
    if isinstance(value, Decimal):
        places = len(format_value(value).partition(".")[2])
    return f"0.{'0' * places}" if places else "0"


def set_widths(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Set the column widths from millimetres."""
    for number, width in enumerate(widths, start=1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = round(width / MM_PER_CHARACTER, 2)


def set_up_print(sheet: Worksheet, area: str, titles: str, *, is_landscape: bool) -> None:
    """Set the sheet to A4, one page wide, with title rows such as "1:4" on every page."""
    sheet.page_setup.paperSize = 9  # A4 in the format's own list
    sheet.page_setup.orientation = "landscape" if is_landscape else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_area = area
    sheet.print_title_rows = titles
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = margins.bottom = MARGIN / 25.4
    margins.header = margins.footer = FOOTER / 25.4
    footer = sheet.oddFooter
    if footer is not None and footer.center is not None:
        footer.center.text = "— &P —"


def protect_sheet(sheet: Worksheet) -> None:
    """Lock labels and totals without a password; looks may still be changed, rows inserted."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatCells = protection.formatColumns = protection.formatRows = False
