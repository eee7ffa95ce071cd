"""The report as a workbook: a sheet with the texts and one for each table, with live totals."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from exporters.blocks import Block, Heading, Paragraph, Signature, TableBlock, Title
from exporters.extra_blocks import Extras
from exporters.page_style import OFFICIAL, PageStyle
from exporters.table_layout import line_count
from exporters.workbook.xlsx_extras import FINDINGS, PREVIOUS, ExtraSheet
from exporters.workbook.xlsx_formulas import Results, with_results
from exporters.workbook.xlsx_looks import LABEL_FILL, Look, Looks
from exporters.workbook.xlsx_style import (
    MARGIN,
    cell_at,
    needs_quote,
    protect_sheet,
    put_text,
    set_up_print,
    set_widths,
    sheet_name,
)
from exporters.workbook.xlsx_table import TableSheet

TEXTS = "文字内容"
COLUMNS = ("部分", "内容")
"""What stands over the parts and their texts, on each page."""
_IDENTITY = ("单位", "年度", "标题")
_LABEL_WIDTH = 45.0
_SIZE = 11.0
_HIGHEST = 409.0
"""Points; a workbook's row cannot be higher."""
_MOST_CHARACTERS = 850
"""Characters of a text that a row of that height shows in any font."""
CONTINUED = "（接上行）"
"""What stands before a row that goes on with the paragraph above; readers join it again."""
_SENTENCE_ENDS = "。；！？"


def write_xlsx(
    blocks: Sequence[Block],
    path: Path,
    style: PageStyle = OFFICIAL,
    extras: Extras | None = None,
) -> None:
    """Write the blocks as a workbook to `path`; OSError where the system refuses.

    `extras` add two sheets behind the others, which stay as they are without them.
    """
    workbook = Workbook()
    first = workbook.worksheets[0]
    first.title = TEXTS
    looks = Looks()
    _fill_texts(first, blocks, style, looks)
    results: list[Results] = [{}]
    for block in blocks:
        if isinstance(block, TableBlock):
            sheet = TableSheet(workbook.create_sheet(sheet_name(block.name)), block, style, looks)
            sheet.fill()
            results.append(sheet.results)
    if extras is not None:
        results += _add_extras(workbook, extras, style, looks)
    _name_workbook(workbook, blocks)
    plain = BytesIO()
    ExcelWriter(workbook, zipfile.ZipFile(plain, "w")).save()
    path.write_bytes(with_results(plain, results))


def _add_extras(
    workbook: Workbook, extras: Extras, style: PageStyle, looks: Looks
) -> list[Results]:
    previous = ExtraSheet(workbook.create_sheet(PREVIOUS), style, looks)
    findings = ExtraSheet(workbook.create_sheet(FINDINGS), style, looks)
    return [previous.fill_previous(extras), findings.fill_findings(extras)]


def _name_workbook(workbook: Workbook, blocks: Sequence[Block]) -> None:
    title = _title(blocks)
    workbook.properties.creator = title.organization
    workbook.properties.lastModifiedBy = title.organization
    workbook.properties.title = "".join(title.lines)
    workbook.properties.language = "zh-CN"
    workbook.calculation.fullCalcOnLoad = True


def _title(blocks: Sequence[Block]) -> Title:
    return next((block for block in blocks if isinstance(block, Title)), Title("", ""))


def _fill_texts(sheet: Worksheet, blocks: Sequence[Block], style: PageStyle, looks: Looks) -> None:
    title = _title(blocks)
    width = style.width - 2 * MARGIN - _LABEL_WIDTH
    set_widths(sheet, [_LABEL_WIDTH, width])
    year = "" if title.year is None else str(title.year)
    identity = zip(_IDENTITY, (title.organization, year, title.title), strict=True)
    rows = [*identity, COLUMNS, *_text_rows(blocks)]
    header = len(_IDENTITY) + 1
    for number, (label, text) in enumerate(rows, start=1):
        put_text(cell_at(sheet, number, 1), label)
        put_text(cell_at(sheet, number, 2), text)
        is_header = number == header
        name, content = _looks_of(text, style.table.name, is_header=is_header)
        looks.dress(cell_at(sheet, number, 1), name)
        looks.dress(cell_at(sheet, number, 2), content)
        lines = max(
            line_count(_LABEL_WIDTH, label, _SIZE, style), line_count(width, text, _SIZE, style)
        )
        height = lines * _SIZE * style.table_pitch + 8
        sheet.row_dimensions[number].height = min(_HIGHEST, height)
    sheet.freeze_panes = f"A{header + 1}"
    set_up_print(sheet, f"A1:B{len(rows)}", f"{header}:{header}", is_landscape=False)
    protect_sheet(sheet)
    sheet.protection.insertRows = sheet.protection.deleteRows = False


def _looks_of(text: str, font: str, *, is_header: bool) -> tuple[Look, Look]:
    """Return the looks of a part's name and of its text."""
    side = "center" if is_header else "left"
    name = Look(font, _SIZE, is_bold=is_header, horizontal=side, vertical="top", fill=LABEL_FILL)
    if is_header:
        return name, name
    return name, name._replace(fill="", is_open=True, is_quoted=needs_quote(text))


def _text_rows(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """Yield (part, paragraph); a part without text has one row that is left empty."""
    with_text = {_section_of(block) for block in blocks if _lines_of(block)}
    for block in blocks:
        if isinstance(block, Heading) and block.section not in with_text:
            yield block.section, ""
        for line in _lines_of(block):
            first, *rest = _in_parts(line)
            yield _section_of(block), first
            yield from ((CONTINUED, text) for text in rest)


def _in_parts(line: str) -> list[str]:
    """Return a paragraph in parts that a row can show, each but the last up to a sentence's end."""
    parts = []
    while len(line) > _MOST_CHARACTERS:
        end = max(line.rfind(mark, 0, _MOST_CHARACTERS) for mark in _SENTENCE_ENDS) + 1
        end = end or _MOST_CHARACTERS
        parts.append(line[:end])
        line = line[end:]
    return [*parts, line]


def _section_of(block: Block) -> str:
    return "" if isinstance(block, Title) else block.section


def _lines_of(block: Block) -> tuple[str, ...]:
    """Return the lines of a section's text that a block holds."""
    if isinstance(block, Signature):
        return block.lines
    if isinstance(block, Paragraph) or (isinstance(block, Heading) and block.level > 1):
        return (block.text,)
    return ()
