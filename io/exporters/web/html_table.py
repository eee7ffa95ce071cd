"""An official table as HTML, each figure tied to its labels by the rules of the standard.

A label over all columns or beside several rows heads a row group of its own; one over several
columns beside the labels heads a column group. Groups cannot stand in groups: labels within one
have the scope of a row or column, which by the standard reaches as far as their span.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from html import escape

from exporters.blocks import TableBlock, TableCell
from exporters.page_style import PageStyle
from exporters.table_layout import is_left_aligned

TABLE_LOOK = (
    "border-collapse:collapse;table-layout:fixed;width:100%;min-width:{least}px;margin:0.8em 0;"
    "font-size:0.9em;line-height:1.4;text-align:center;overflow-wrap:anywhere"
)
CELL_LOOK = "border:1px solid #000;padding:4px;font-weight:normal;text-align:{side}"
CAPTION_LOOK = ";background:#{fill}"
FRAME_LOOK = "overflow-x:auto"
LEAST_COLUMN = 42
"""Pixels: two characters and their padding; a narrower page scrolls the table sideways."""
RowGroup = tuple[str, range]
"""The element of some rows, thead or tbody, and the rows."""


def words(text: str) -> str:
    """Return the text as HTML that shows it exactly, several blanks and line breaks included."""
    shown = escape(text, quote=False).replace("\t", " ").replace("  ", " \u00a0")
    return shown.replace("\n", "<br>")


def table_lines(table: TableBlock, style: PageStyle) -> Iterator[str]:
    """Yield the lines of the table, its looks inline, since sites strip style sheets off.

    Its name is said to who hears the page; who sees it has the heading above. The frame lets it be
    moved sideways on a narrow screen, by keys too.
    """
    name = escape(_name(table))
    look = TABLE_LOOK.format(least=math.ceil(LEAST_COLUMN * sum(table.widths) / min(table.widths)))
    yield f'<div role="region" aria-label="{name}" tabindex="0" style="{FRAME_LOOK}">'
    yield f'<table aria-label="{name}" style="{look}">'
    yield from _column_groups(table)
    for element, rows in _row_groups(table):
        yield f"<{element}>"
        for row in rows:
            yield "<tr>"
            yield from (_cell(table, cell, style) for cell in _cells_in(table, row))
            yield "</tr>"
        yield f"</{element}>"
    yield "</table>"
    yield "</div>"


def _name(table: TableBlock) -> str:
    """Return the part's name without its number."""
    return table.section.partition("、")[2] or table.section


def _cells_in(table: TableBlock, row: int) -> list[TableCell]:
    return sorted((c for c in table.cells if c.row == row), key=lambda cell: cell.column)


# ---------------------------------------------------------------- groups


def _column_groups(table: TableBlock) -> Iterator[str]:
    """Yield the columns' widths, in a group for each header of the first row, or all in one."""
    whole = sum(table.widths)
    columns = [f'<col style="width:{width / whole:.2%}">' for width in table.widths]
    spans = [len(columns)]
    if table.header_rows:
        spans = [cell.column_span for cell in _cells_in(table, 0)]
    for span in spans:
        yield f"<colgroup>{''.join(columns[:span])}</colgroup>"
        del columns[:span]


def _row_groups(table: TableBlock) -> Iterator[RowGroup]:
    """Yield the header rows, then groups of rows that a label of the first column spans."""
    if table.header_rows:
        yield "thead", range(table.header_rows)
    starts = [table.header_rows]
    for cell in table.cells:
        if cell.row >= table.header_rows and cell.column == 0 and _heads_rows(table, cell):
            starts += [cell.row, cell.row + cell.row_span]
            if _is_across(table, cell):
                starts.pop()
    edges = sorted({*starts, table.row_count})
    for start, end in zip(edges, edges[1:], strict=False):
        yield "tbody", range(start, end)


def _heads_rows(table: TableBlock, cell: TableCell) -> bool:
    is_side = cell.role == "label" and cell.column == 0 and cell.row_span > 1
    return _is_across(table, cell) or is_side


def _is_across(table: TableBlock, cell: TableCell) -> bool:
    return cell.role == "caption" and cell.column_span == len(table.widths)


# ---------------------------------------------------------------- cells


def _cell(table: TableBlock, cell: TableCell, style: PageStyle) -> str:
    spans = "".join(
        f' {name}="{count}"'
        for name, count in (("colspan", cell.column_span), ("rowspan", cell.row_span))
        if count > 1
    )
    text = words(cell.text)
    look = CELL_LOOK.format(side="left" if is_left_aligned(table, cell) else "center")
    if cell.role == "value":
        return f'<td{spans} style="{look}">{text}</td>'
    if cell.role == "caption":
        look += CAPTION_LOOK.format(fill=style.caption_fill)
    return f'<th scope="{_scope(table, cell)}"{spans} style="{look}">{text}</th>'


def _scope(table: TableBlock, cell: TableCell) -> str:
    if _heads_rows(table, cell):
        return "rowgroup"
    if cell.role == "label":
        return "row"
    is_group = table.header_rows and cell.row == 0 and cell.column_span > 1
    return "colgroup" if is_group else "col"
