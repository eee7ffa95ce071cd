"""Chinese lines on what readers left out of texts and cells for its looks, and where it stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from importers.source_document import (
    Marked,
    SourceCell,
    SourceDocument,
    SourceTable,
)

MOST_LINES = 60
"""Beyond which a source is so full of marks that their number says more."""
LONGEST = 30
_FIGURE = re.compile(r"[\s\d０-９,，.．/／\-－—–%]*")


def with_marked_notes(document: SourceDocument) -> SourceDocument:
    """Return the document with a note on each row or paragraph that something was left out of."""
    lines = list(_lines(document))
    if not lines:
        return document
    if len(lines) > MOST_LINES:
        more = len(lines) - MOST_LINES
        lines = [*lines[:MOST_LINES], f"另有{more}处有划掉、看不见或修订过的文字，请对照来源核对"]
    return replace(document, notes=(*document.notes, *lines))


def _lines(document: SourceDocument) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, SourceTable):
            for row in range(len(block.rows)):
                yield from _row_lines(block, row)
        elif block.marked:
            place = f"「{_short(block.text)}」一段" if block.text.strip() else "单独的一段"
            yield f"{place}：{_said(block.marked)}"


def _row_lines(table: SourceTable, row: int) -> Iterator[str]:
    cells = [cell for cell in table.rows[row] if cell.marked]
    if cells:
        places = "；".join(f"{_column_name(table, cell)}{_said(cell.marked)}" for cell in cells)
        yield f"表格{_row_name(table, row)}：{places}"


def _said(marked: Sequence[Marked]) -> str:
    return "，".join(
        f"{item.mark}「{_short(item.text)}」{'已读入' if item.is_taken else '没有录入'}"
        for item in marked
    )


def _row_name(table: SourceTable, row: int) -> str:
    """Return the row as the source names it, by the last label before its figures."""
    over = [cell for cell in table.cells if cell.row <= row < cell.row + cell.row_span]
    names = [cell.text for cell in sorted(over, key=_column) if not _is_figure(cell.text)]
    return f"「{_short(names[-1])}」行" if names else f"第{row + 1}行"


def _column_name(table: SourceTable, cell: SourceCell) -> str:
    """Return the column as the source heads it, or by its number."""
    above = [
        other.text
        for other in table.cells
        if other.row < cell.row and other.covers(cell.column) and not _is_figure(other.text)
    ]
    if not table.has_grid or not above:
        return f"第{cell.column + 1}列，"
    return f"「{_short(above[-1])}」列，"


def _column(cell: SourceCell) -> int:
    return cell.column


def _is_figure(text: str) -> bool:
    return bool(_FIGURE.fullmatch(text))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"
