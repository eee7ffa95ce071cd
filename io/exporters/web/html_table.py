"""An official table as HTML, each figure tied to its labels by the rules of the standard.

A label over all columns or beside several rows heads a row group of its own; one over several
columns beside the labels heads a column group. Groups cannot stand in groups: labels within one
have the scope of a row or column, which by the standard reaches as far as their span.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from exporters.blocks import TableBlock, TableCell

TABLE_LOOK = "border-collapse:collapse"
CELL_LOOK = "border:1px solid #000"
RowGroup = tuple[str, range]
"""The element of some rows, thead or tbody, and the rows."""


def words(text: str) -> str:
    """Return the text as HTML that shows it exactly, several blanks and line breaks included."""
    shown = escape(text, quote=False).replace("\t", " ").replace("  ", " \u00a0")
    return shown.replace("\n", "<br>")


def table_lines(table: TableBlock) -> Iterator[str]:
    """Yield the lines of the table; inline there is only what draws its borders."""
    yield f'<table style="{TABLE_LOOK}">'
    yield f"<caption>{words(_caption(table))}</caption>"
    yield from _column_groups(table)
    for element, rows in _row_groups(table):
        yield f"<{element}>"
        for row in rows:
            yield "<tr>"
            yield from (_cell(table, cell) for cell in _cells_in(table, row))
            yield "</tr>"
        yield f"</{element}>"
    yield "</table>"


def _caption(table: TableBlock) -> str:
    """Return the part's name without its number."""
    return table.section.partition("、")[2] or table.section


def _cells_in(table: TableBlock, row: int) -> list[TableCell]:
    return sorted((c for c in table.cells if c.row == row), key=lambda cell: cell.column)


# ---------------------------------------------------------------- groups


def _column_groups(table: TableBlock) -> Iterator[str]:
    """Yield the column groups, one for each header of the first row; none without such a row."""
    if table.header_rows:
        for cell in _cells_in(table, 0):
            yield f'<colgroup span="{cell.column_span}"></colgroup>'


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


def _cell(table: TableBlock, cell: TableCell) -> str:
    spans = "".join(
        f' {name}="{count}"'
        for name, count in (("colspan", cell.column_span), ("rowspan", cell.row_span))
        if count > 1
    )
    text = words(cell.text)
    if cell.role == "value":
        return f'<td{spans} style="{CELL_LOOK}">{text}</td>'
    return f'<th scope="{_scope(table, cell)}"{spans} style="{CELL_LOOK}">{text}</th>'


def _scope(table: TableBlock, cell: TableCell) -> str:
    if _heads_rows(table, cell):
        return "rowgroup"
    if cell.role == "label":
        return "row"
    is_group = table.header_rows and cell.row == 0 and cell.column_span > 1
    return "colgroup" if is_group else "col"
