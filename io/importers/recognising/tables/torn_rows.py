"""Rows and group labels that a page's end tore in two, put together again by their labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from importers.recognising.labels import bare, is_value_like, numbering
from importers.recognising.tables.form_labels import FormLabels
from importers.recognising.tables.table_labels import TableLabels
from importers.source_document import Block, SourceCell, SourceDocument, SourceTable

FEWEST_DIGITS = 2
"""No column is so narrow that a line of it holds fewer."""
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?", re.ASCII)
_PIECE = re.compile(r"[\d,.]+", re.ASCII)
Pair = tuple[SourceCell, SourceCell]
"""A cell that ends where a page ends, and the cell below it on the next page."""


def with_torn_rows(document: SourceDocument, labels: FormLabels) -> SourceDocument:
    """Return the document with the halves of labels joined where both make up an official one."""
    if not any(isinstance(block, SourceTable) and block.cuts for block in document.blocks):
        return document
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, SourceTable):
            for cut in block.cuts:
                block = _mended(block, cut, labels.tables)
        blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def _mended(table: SourceTable, cut: int, labels: Sequence[TableLabels]) -> SourceTable:
    first = cut + _repeated_rows(table, cut)
    pairs = _pairs(table, cut, first)
    are_broken = _are_broken_figures(pairs)
    if _is_torn_row(pairs, labels, are_broken) or (
        are_broken and _is_tail(table, cut, first, labels)
    ):
        return _joined(table, pairs)
    return _joined(table, [pair for pair in pairs if _make_a_group(pair, labels)])


def _is_torn_row(pairs: Sequence[Pair], labels: Sequence[TableLabels], are_broken: bool) -> bool:
    """Return whether halves of a label prove that the cut goes through a row or header."""
    if not any(_make_a_row(pair, labels) or _make_a_header(pair, labels) for pair in pairs):
        return False
    return all(_fits(pair, labels) or (are_broken and _is_figure(pair)) for pair in pairs)


def _repeated_rows(table: SourceTable, cut: int) -> int:
    """Return how many rows behind the cut repeat the table's own first rows."""
    rows = [[bare(cell.text) for cell in row] for row in table.rows]
    count = 0
    while cut + count < len(rows) and count < cut and rows[count] == rows[cut + count]:
        count += 1
    return count if any(any(row) for row in rows[:count]) else 0


def _pairs(table: SourceTable, cut: int, first: int) -> list[Pair]:
    above = {
        (cell.column, cell.end): cell for cell in table.cells if cell.row + cell.row_span == cut
    }
    return [
        (above[(cell.column, cell.end)], cell)
        for cell in table.cells
        if cell.row == first and (cell.column, cell.end) in above
    ]


def _is_tail(table: SourceTable, cut: int, first: int, labels: Sequence[TableLabels]) -> bool:
    """Return whether a row behind the cut has figures but no label, and the one before it has.

    The one row of figures of a table that stands across has none anyway.
    """
    above, below = table.rows[cut - 1], table.rows[first] if first < len(table.rows) else ()
    has_figures = any(bare(cell.text) for cell in below)
    if not has_figures or not all(_is_piece(cell.text) for cell in below if cell.row_span == 1):
        return False
    return any(_loses_its_label(above, below, label) for label in labels)


def _loses_its_label(
    above: Sequence[SourceCell], below: Sequence[SourceCell], labels: TableLabels
) -> bool:
    """Return whether the row above is a row of the table, and the one below none by itself."""
    if labels.is_across:
        return _is_row_across(above, labels) and len(below) == len(above)
    return bool(labels.match_row(above)) and not labels.match_row(below)


def _is_row_across(cells: Sequence[SourceCell], labels: TableLabels) -> bool:
    return len(cells) == labels.figures_across and all(_is_piece(cell.text) for cell in cells)


def _is_piece(text: str) -> bool:
    """Return whether a text is blank or can be a piece of a figure, such as 29, of 29,750."""
    return not bare(text) or bool(_PIECE.fullmatch(bare(text)))


def _is_figure(pair: Pair) -> bool:
    return _is_piece(pair[0].text) and _is_piece(pair[1].text)


def _are_broken_figures(pairs: Sequence[Pair]) -> bool:
    """Return whether the lower figures can be what did not fit on the line of the upper ones."""
    figures = [(bare(above.text), bare(below.text)) for above, below in filter(_is_figure, pairs)]
    broken = [(above, below) for above, below in figures if below]
    if not broken:
        return False
    if any("," in above + below for above, below in broken):
        return _break_at_separators(broken)
    return _break_at_width([above for above, _ in broken], [a for a, below in figures if not below])


def _break_at_separators(broken: Sequence[tuple[str, str]]) -> bool:
    """Return whether figures with thousands separators are whole only when joined.

    Lines break at separators, so that lengths tell nothing.
    """
    joined = (above + below for above, below in broken)
    return all(map(_GROUPED.fullmatch, joined)) and not all(
        _GROUPED.fullmatch(above) for above, _ in broken
    )


def _break_at_width(broken: Sequence[str], whole: Sequence[str]) -> bool:
    """Return whether lines of digits break where the column ends.

    Then a figure with a second half is hardly shorter than one without, and none begins with 0.
    """
    if not all(above[:1].strip("0") for above in broken):
        return False
    shortest = min(map(len, broken))
    return shortest >= FEWEST_DIGITS and max(map(len, whole), default=0) <= shortest + 1


def _make_a_row(pair: Pair, labels: Sequence[TableLabels]) -> bool:
    """Return whether two halves make up a row's label.

    The lower one is none by itself, or the upper one is but the mark that the label begins with.
    """
    above, below = pair
    if is_value_like(above.text) or is_value_like(below.text):
        return False
    whole = above.text + below.text
    return any(
        label.rows.find(whole)
        and (not label.rows.find(below.text) or numbering(whole).startswith(bare(above.text)))
        for label in labels
    )


def _make_a_header(pair: Pair, labels: Sequence[TableLabels]) -> bool:
    """Return whether two halves make up a column's label, or that of a row that stands across."""
    above, below = pair
    if is_value_like(above.text) or is_value_like(below.text):
        return False
    whole = above.text + below.text
    return any(
        (label.columns.exact(whole) and not label.columns.exact(below.text))
        or (label.is_across and label.rows.exact(whole) and not label.rows.exact(below.text))
        for label in labels
    )


def _make_a_group(pair: Pair, labels: Sequence[TableLabels]) -> bool:
    above, below = pair
    if not above.text.strip() or not below.text.strip():
        return False
    return any(label.groups.exact(above.text + below.text) for label in labels)


def _fits(pair: Pair, labels: Sequence[TableLabels]) -> bool:
    """Return whether two cells can be halves of one: one is blank, or both are one label."""
    above, below = pair
    if not above.text.strip() or not below.text.strip():
        return True
    return any(make(pair, labels) for make in (_make_a_row, _make_a_header, _make_a_group))


def _joined(table: SourceTable, pairs: Sequence[Pair]) -> SourceTable:
    """Return the table with each lower half taken into the upper one, other rows in place."""
    if not pairs:
        return table
    lower = {id(below) for _, below in pairs}
    whole = {
        id(above): replace(
            above,
            text=above.text + below.text,
            row_span=below.row + below.row_span - above.row,
        )
        for above, below in pairs
    }
    cells = (whole.get(id(cell), cell) for cell in table.cells if id(cell) not in lower)
    return replace(table, cells=tuple(cells))
