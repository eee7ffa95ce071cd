"""Papers written as Word files, web pages and workbooks, in the way an office lays them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from model.report.values import parse_value
from papers import Paper, PaperCell, PaperTable
from raw_docx import write_docx

_TWIPS = 56.7
_SIDE = Side(style="thin")
_RULES = Border(_SIDE, _SIDE, _SIDE, _SIDE)
_WRAPPED = Alignment(wrap_text=True, vertical="center")
SHEET_COLUMNS = 15
_WIDTHS = (12, 12, 34, *[10] * (SHEET_COLUMNS - 3))
_LINE = 70
"""Characters of 11 points that a line of the sheet holds."""


def write_word(paper: Paper, path: Path, *, repeats: bool = True, tears: bool = False) -> Path:
    """Write a Word file; headers may repeat on each page, and rows may be torn by a page's end."""
    body = "".join(
        _word_paragraph(block) if isinstance(block, str) else _word_table(block, repeats, tears)
        for block in paper.blocks
    )
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1134"'
    page += ' w:bottom="1440" w:left="1134" w:header="850" w:footer="850" w:gutter="0"/></w:sectPr>'
    return write_docx(path, body + page)


def _word_paragraph(text: str, size: int = 24) -> str:
    runs = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")
    )
    return f'<w:p><w:r><w:rPr><w:sz w:val="{size}"/></w:rPr>{runs}</w:r></w:p>'


def _word_table(table: PaperTable, repeats: bool, tears: bool) -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    widths = [round(width * _TWIPS) for width in table.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_word_row(table, row, widths, repeats, tears) for row in range(table.row_count))
    properties = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
    properties += '<w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _word_row(
    table: PaperTable, row: int, widths: Sequence[int], repeats: bool, tears: bool
) -> str:
    properties = "" if tears else "<w:cantSplit/>"
    if repeats and row < table.header_rows:
        properties += "<w:tblHeader/>"
    cells = [cell for cell in table.cells if cell.row <= row < cell.row + cell.row_span]
    ordered = sorted(cells, key=lambda cell: cell.column)
    inner = "".join(_word_cell(cell, row, widths) for cell in ordered)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def _word_cell(cell: PaperCell, row: int, widths: Sequence[int]) -> str:
    width = sum(widths[cell.column : cell.column + cell.column_span])
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{cell.column_span}"/>'
    if cell.row_span > 1:
        properties += '<w:vMerge w:val="restart"/>' if row == cell.row else "<w:vMerge/>"
    text = cell.text if row == cell.row else ""
    words = _word_paragraph(text, 18)
    if cell.aside and row == cell.row:
        words = _word_aside(cell, words)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{words}</w:tc>"


def _word_aside(cell: PaperCell, words: str) -> str:
    look = WORD_LOOKS[cell.aside_mark]
    run = f"<w:r><w:rPr>{look}</w:rPr><w:t>{cell.aside}</w:t></w:r>"
    if cell.aside_mark == "deleted":
        run = f'<w:del w:id="1" w:author="a"><w:r><w:delText>{cell.aside}</w:delText></w:r></w:del>'
    return (
        words.replace("</w:p>", f"{run}</w:p>")
        if is_behind(cell)
        else words.replace("<w:p>", f"<w:p>{run}")
    )


def is_behind(cell: PaperCell) -> bool:
    """Return whether the aside of a cell stands behind its figure, as marks of notes do."""
    return cell.aside_mark in ("raised", "small")


WORD_LOOKS = {
    "struck": '<w:strike/><w:sz w:val="18"/>',
    "raised": '<w:sz w:val="18"/><w:vertAlign w:val="superscript"/>',
    "small": '<w:sz w:val="8"/>',
    "hidden": '<w:vanish/><w:sz w:val="18"/>',
    "white": '<w:color w:val="FFFFFF"/><w:sz w:val="18"/>',
    "deleted": "",
}
PAGE_LOOKS = {
    "struck": "<s>{}</s>",
    "raised": "<sup>{}</sup>",
    "small": '<span style="font-size:4pt">{}</span>',
    "hidden": '<span style="display:none">{}</span>',
    "white": '<font color="#FFFFFF">{}</font>',
    "deleted": "<del>{}</del>",
    "size 0": '<span style="font-size: 0">{}</span>',
    "by a rule": '<span class="gone">{}</span>',
    "off the window": '<span style="position:absolute;left:-9999px">{}</span>',
}
SHEET_LOOKS: dict[str, dict[str, Any]] = {
    "struck": {"strike": True},
    "raised": {"vertAlign": "superscript"},
    "small": {"sz": 4},
    "white": {"color": "FFFFFFFF"},
}
"""How an aside is printed, by the kinds that a format knows."""


def write_page(paper: Paper, path: Path) -> Path:
    """Write a plain web page."""
    parts = [
        f"<p>{_broken(block)}</p>" if isinstance(block, str) else page_table(block)
        for block in paper.blocks
    ]
    head = '<meta charset="utf-8"><title>政府信息公开</title>'
    head += "<style>td { padding: 1px } .gone, #x { display: none }</style>"
    path.write_text(f"<html><head>{head}</head><body>{''.join(parts)}</body></html>", "utf-8")
    return path


def page_table(table: PaperTable) -> str:
    """Return the table as HTML with its spans."""
    rows = [""] * table.row_count
    for cell in table.cells:
        spans = f' rowspan="{cell.row_span}" colspan="{cell.column_span}"'
        rows[cell.row] += f"<td{spans}>{_page_words(cell)}</td>"
    return '<table border="1">' + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def _page_words(cell: PaperCell) -> str:
    text = _broken(cell.text)
    if not cell.aside:
        return text
    aside = PAGE_LOOKS[cell.aside_mark].format(cell.aside)
    return text + aside if is_behind(cell) else aside + text


def _broken(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def write_one_sheet(paper: Paper, path: Path) -> Path:
    """Write a workbook of one sheet: everything below each other, texts in merged cells."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    lay_out(sheet, paper.blocks)
    # The head of the last table stays in one piece, as an office sees to in the preview.
    heads = [row for row in sheet.row_dimensions if sheet.cell(row, 1).value == paper.last_head]
    if isinstance(paper.last_head, str) and heads:
        sheet.row_breaks.append(Break(id=max(heads) - 1))
    workbook.save(path)
    return path


def write_sheets(paper: Paper, path: Path) -> Path:
    """Write a workbook with the title on a sheet and each part on one of its own."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    edges = (0, *paper.parts, len(paper.blocks))
    for place, (start, end) in enumerate(zip(edges, edges[1:], strict=False)):
        sheet = workbook.create_sheet("封面" if place == 0 else f"第{place}部分")
        lay_out(sheet, paper.blocks[start:end])
    workbook.save(path)
    return path


def lay_out(sheet: Worksheet, blocks: Sequence[str | PaperTable]) -> None:
    """Lay out lines and tables below each other on a sheet."""
    row = 1
    for place, width in enumerate(_WIDTHS):
        sheet.column_dimensions[get_column_letter(place + 1)].width = width
    for block in blocks:
        if isinstance(block, str):
            _merge(sheet, row, 1, 1, SHEET_COLUMNS)
            sheet.cell(row, 1, block).alignment = _WRAPPED
            sheet.row_dimensions[row].height = 16.0 * (1 + len(block) // _LINE)
            row += 1
        else:
            _lay_table(sheet, block, row)
            row += block.row_count
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]


def _lay_table(sheet: Worksheet, table: PaperTable, top: int) -> None:
    for cell in table.cells:
        row, column = top + cell.row, 1 + cell.column
        _merge(sheet, row, column, cell.row_span, cell.column_span)
        sheet.cell(row, column).alignment = _WRAPPED
        _put(sheet, row, column, cell)
        for place in _places(cell, row, column):
            sheet.cell(*place).border = _RULES
        if cell.row_span == 1:
            room = sum(_WIDTHS[cell.column : cell.column + cell.column_span]) // 2 - 1
            lines = sum(1 + len(line) // room for line in cell.text.split("\n"))
            height = 16.0 * lines
            old = sheet.row_dimensions[row].height or 0
            sheet.row_dimensions[row].height = max(old, height)


def _put(sheet: Worksheet, row: int, column: int, cell: PaperCell) -> None:
    """Write what was typed: plain digits and thousands are numbers to a spreadsheet."""
    value = parse_value(cell.text, "count") if cell.key and cell.text.isascii() else None
    place = sheet.cell(row, column)
    if cell.aside:
        place.value = _rich(cell)
    elif isinstance(value, int):
        place.value = value
        place.number_format = "#,##0" if "," in cell.text else "General"
    else:
        place.value = cell.text or None


def _rich(cell: PaperCell) -> CellRichText:
    """Return the text with its aside; what is not said of a part its cell says."""
    aside = TextBlock(_inline_font(SHEET_LOOKS[cell.aside_mark]), cell.aside)
    plain = TextBlock(InlineFont(sz=11), cell.text)
    return CellRichText(plain, aside) if is_behind(cell) else CellRichText(aside, plain)


def _inline_font(look: dict[str, Any]) -> InlineFont:
    return InlineFont(**{"sz": 11, **look})


def _places(cell: PaperCell, row: int, column: int) -> Iterator[tuple[int, int]]:
    for down in range(cell.row_span):
        for right in range(cell.column_span):
            yield row + down, column + right


def _merge(sheet: Worksheet, row: int, column: int, rows: int, columns: int) -> None:
    if rows * columns > 1:
        sheet.merge_cells(
            start_row=row,
            start_column=column,
            end_row=row + rows - 1,
            end_column=column + columns - 1,
        )
