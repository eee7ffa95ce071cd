"""What cells of the workbook look like, how values enter them, and how a sheet is printed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exporters.page_style import PageStyle
from model.values import Value, format_value

MM_PER_CHARACTER = 1.92
"""A column width is counted in digits of the standard font, about so wide on screen."""
MARGIN = 15.0
FOOTER = 8.0
"""Millimetres left free on each side of the printed page."""
LONGEST_TEXT = 32_000
"""Characters; a cell of a workbook holds little more."""

_LINE = Side(style="thin", color="000000")
BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
LABEL_FILL = PatternFill("solid", fgColor="F2F2F2")
DIFFERENCE_FORMAT = "[Red]+0;[Red]-0;0"
_FORMULA_MARKS = ("=", "+", "-", "@")


def caption_fill(style: PageStyle) -> PatternFill:
    """Return the light ground of a caption row."""
    return PatternFill("solid", fgColor=style.caption_fill)


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
    if text.startswith(_FORMULA_MARKS):
        cell.quotePrefix = True


def put_value(cell: Cell, value: Value, decimals: int) -> None:
    """Put a figure into a cell as a number with the decimals that it has, or a text as text."""
    cell.number_format = _number_format(value, decimals)
    if isinstance(value, str):
        put_text(cell, value)
    elif value is not None:
        cell.value = value


def _number_format(value: Value, decimals: int) -> str:
    if isinstance(value, str):
        return "@"
    places = decimals
    if isinstance(value, Decimal):
        places = len(format_value(value).partition(".")[2])
    return f"0.{'0' * places}" if places else "0"


def dress(
    cell: Cell,
    font: Font,
    *,
    horizontal: str = "center",
    fill: PatternFill | None = None,
    is_open: bool = False,
    is_figure: bool = False,
    is_stacked: bool = False,
    vertical: str = "center",
) -> None:
    """Give a cell its font, sides and border; `is_open` lets it be typed in a locked sheet.

    A figure shrinks where it would not fit and show as ####; a stacked label runs downwards.
    """
    cell.font = font
    cell.border = BORDER
    cell.alignment = Alignment(
        horizontal=horizontal,
        vertical=vertical,
        wrap_text=not (is_figure or is_stacked),
        shrink_to_fit=is_figure,
        text_rotation=255 if is_stacked else 0,
    )
    cell.protection = Protection(locked=not is_open)
    if fill is not None:
        cell.fill = fill


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


def lock(sheet: Worksheet) -> None:
    """Lock labels and totals without a password; looks may still be changed, rows inserted."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatCells = protection.formatColumns = protection.formatRows = False
