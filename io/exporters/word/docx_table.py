"""An official table as rows of a Word table, written straight as XML: fast and exact."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.blocks import TableBlock, TableCell
from exporters.page_style import PageStyle
from exporters.table_fitting import fitted, group_ends
from exporters.table_layout import (
    airy,
    fitting_size,
    is_left_aligned,
    least_heights,
    side_gap,
)
from exporters.word.docx_styles import TABLE
from exporters.word.docx_xml import node, paragraph, sizes, text_run, twips

_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


def table_element(table: TableBlock, style: PageStyle) -> BaseOxmlElement:
    """Return the w:tbl of a table; its rows stay together with each other on a page."""
    table, style = fitted(table, style), airy(table, style)
    widths = _exact_widths(table.widths)
    grid = node("tblGrid", *(node("gridCol", w=width) for width in widths))
    kept = _kept_rows(table)
    rows = [_row(table, index, widths, style, index in kept) for index in range(table.row_count)]
    return node("tbl", _properties(sum(widths), table.section, style), grid, *rows)


def _exact_widths(widths: tuple[float, ...]) -> list[int]:
    """Return widths in twips; rounding the edges, not the widths, keeps the sum exact."""
    edges = [twips(sum(widths[:index])) for index in range(len(widths) + 1)]
    return [right - left for left, right in zip(edges, edges[1:], strict=False)]


def _properties(width: int, name: str, style: PageStyle) -> BaseOxmlElement:
    line: dict[str, str | float]
    line = {"val": "single", "sz": round(style.border * 8), "space": 0, "color": "000000"}
    side, top = twips(style.cell_gap), twips(style.cell_top)
    gaps = ("top", top), ("left", side), ("bottom", top), ("right", side)
    return node(
        "tblPr",
        node("tblW", w=width, type="dxa"),
        node("jc", val="center"),
        node("tblBorders", *(node(side, **line) for side in _BORDERS)),
        node("tblLayout", type="fixed"),
        node("tblCellMar", *(node(edge, w=gap, type="dxa") for edge, gap in gaps)),
        node("tblCaption", val=name),
    )


def _kept_rows(table: TableBlock) -> frozenset[int]:
    """Return the rows that stay on the page of the next one.

    Kept all the way down, a table that does not fit goes to a new page whole.
    """
    last = table.row_count if table.kept_rows is None else table.kept_rows
    kept = frozenset(range(last - 1))
    return kept - group_ends(table) if table.may_break else kept


def _row(
    table: TableBlock, index: int, widths: list[int], style: PageStyle, is_kept: bool
) -> BaseOxmlElement:
    properties = node("trPr", node("cantSplit"))
    height = least_heights(table, style)[index]
    properties.append(node("trHeight", val=twips(height), hRule="atLeast"))
    if index < table.header_rows:
        properties.append(node("tblHeader"))
    row = node("tr", properties)
    for cell in sorted(table.cells, key=lambda cell: cell.column):
        if cell.row <= index < cell.row + cell.row_span:
            row.append(_cell(table, cell, index, widths, style, is_kept))
    return row


def _cell(
    table: TableBlock,
    cell: TableCell,
    row: int,
    widths: list[int],
    style: PageStyle,
    is_kept: bool,
) -> BaseOxmlElement:
    width = sum(widths[cell.column : cell.column + cell.column_span])
    properties = node("tcPr", node("tcW", w=width, type="dxa"))
    if cell.column_span > 1:
        properties.append(node("gridSpan", val=cell.column_span))
    if cell.row_span > 1:
        properties.append(node("vMerge", val="restart" if row == cell.row else "continue"))
    if cell.role == "caption":
        properties.append(node("shd", val="clear", color="auto", fill=style.caption_fill))
    properties.append(node("vAlign", val="top" if _is_parted(table, cell) else "center"))
    text = cell.text if row == cell.row else ""
    return node("tc", properties, _cell_paragraph(table, cell, text, style, is_kept))


def _is_parted(table: TableBlock, cell: TableCell) -> bool:
    """Return whether a table may break within a cell; some programs lose a label's middle there."""
    inner = range(cell.row, cell.row + cell.row_span - 1)
    return table.may_break and not group_ends(table).isdisjoint(inner)


def _cell_paragraph(
    table: TableBlock, cell: TableCell, text: str, style: PageStyle, is_kept: bool
) -> BaseOxmlElement:
    size = fitting_size(table, cell, style)
    properties: list[BaseOxmlElement] = []
    if is_kept:
        properties.append(node("keepNext"))
    pitch = round(size * style.table_pitch * 20)
    properties.append(node("spacing", line=pitch, lineRule="exact"))
    if is_left_aligned(table, cell):
        properties += [node("ind", left=twips(style.cell_gap)), node("jc", val="left")]
    elif cell.role in ("header", "label"):
        gap = twips(side_gap(table.width_of(cell), cell.text, size, style))
        if gap:
            properties.append(node("ind", left=gap, right=gap))
    runs = [text_run(text, *sizes(size))] if text else []
    return paragraph(TABLE, runs, *properties)
