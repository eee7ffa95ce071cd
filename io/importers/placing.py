"""Rows of a table, without a whole report around them, placed by their labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from importers.marked_notes import with_marked_notes
from importers.readers.markdown.markdown_reader import marked_document
from importers.reading import reader_of
from importers.recognising.labels import bare, is_value_like
from importers.recognising.tables.form_labels import labels_of
from importers.recognising.tables.row_lines import with_row_lines
from importers.recognising.tables.table_read import TableRead
from importers.recognising.tables.table_reader import read_tables
from importers.recognising.tables.torn_rows import with_torn_rows
from importers.simplified import in_simplified
from importers.source_document import SourceCell, SourceDocument, SourceTable, table_from_rows
from model.form.form import Form

CLIPBOARD = "剪贴板"
MOST_QUOTED = 40
"""Characters of what does not fit in one line."""


@dataclass(frozen=True)
class PlacedRows:
    """What a source has of one table: texts by key, what to look at, what does not fit.

    Both lists are in Chinese.
    """

    table: str
    texts: Mapping[str, str]
    doubts: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def place_rows(document: SourceDocument, form: Form) -> tuple[PlacedRows, ...]:
    """Return what a document has of each table of the form; () where no row has a known label."""
    labels = labels_of(form)
    document = with_torn_rows(with_marked_notes(in_simplified(document)), labels)
    document = with_row_lines(document, labels, ())
    reads = [read for read in read_tables(document, labels).values() if read.rows]
    strange = tuple(_strange(document, reads)) if reads else ()
    return tuple(
        PlacedRows(
            read.table.key,
            dict(read.texts),
            tuple(dict.fromkeys((*read.remarks, *(cause.text for cause in read.causes)))),
            (*read.unplaced, *(strange if read is reads[0] else ())),
        )
        for read in reads
    )


def place_file(path: Path, form: Form) -> tuple[PlacedRows, ...]:
    """Return what a file has of each table of the form; FileProblem if it cannot be read."""
    return place_rows(reader_of(path).read(path), form)


def place_cells(
    rows: Sequence[Sequence[str]], form: Form, label_columns: int = 0
) -> tuple[PlacedRows, ...]:
    """Return what rows of cells have of each table of the form.

    With `label_columns` they are rows of the official grid as spreadsheets copy it: what is merged
    stands in its first cell, and the others are blank.
    """
    cells = [list(row) for row in rows]
    table = _merged_again(cells, label_columns) if label_columns else table_from_rows(cells)
    return place_rows(SourceDocument(CLIPBOARD, "", (table,)), form)


def _merged_again(rows: list[list[str]], label_columns: int) -> SourceTable:
    """Return rows of the official grid with their labels and headers as wide as they are merged."""
    figures = next((at for at, row in enumerate(rows) if _has_figure(row[label_columns:])), 0)
    cells: list[SourceCell] = []
    for number, row in enumerate(rows):
        below = [_filled(other) for other in rows[number + 1 : figures]]
        covered = set(range(label_columns)).union(*below)
        wide = range(label_columns if number >= figures else len(row))
        cells += _row_merged(number, row, wide, covered)
    return SourceTable(tuple(cells))


def _row_merged(
    number: int, row: Sequence[str], wide: range, covered: set[int]
) -> Iterator[SourceCell]:
    """Yield the cells of a row; blank ones among `wide` belong to the one before if `covered`."""
    cell = None
    for column, text in enumerate(row):
        if text.strip() or column not in wide:
            if cell is not None:
                yield cell
            cell = SourceCell(number, column, text)
        elif cell is not None and column in covered:
            cell = replace(cell, column_span=column + 1 - cell.column)
    if cell is not None:
        yield cell


def _filled(row: Sequence[str]) -> set[int]:
    return {column for column, text in enumerate(row) if text.strip()}


def _has_figure(row: Sequence[str]) -> bool:
    return any(text.strip() and is_value_like(text) for text in row)


def place_copied(html: str, text: str, form: Form) -> tuple[PlacedRows, ...]:
    """Return what copied HTML, or else the plain text beside it, has of each table of the form."""
    from importers.readers.html.html_reader import html_document

    found: tuple[PlacedRows, ...] = ()
    if html.strip():
        found = place_rows(html_document(html, CLIPBOARD), form)
    return found or place_rows(marked_document(text, CLIPBOARD), form)


def rows_of_html(html: str) -> list[list[str]]:
    """Return the cells of the tables in HTML, row by row; [] where there is no table.

    A cell that is merged over several columns is one cell. FileProblem if it cannot be read.
    """
    from importers.readers.html.html_reader import html_document

    if "<t" not in html.lower():
        return []
    blocks = html_document(html, CLIPBOARD).blocks
    tables = [replace(block, cuts=()) for block in blocks if isinstance(block, SourceTable)]
    return [[cell.text for cell in row] for table in tables for row in table.rows]


def has_labels(rows: Sequence[Sequence[str]], form: Form) -> bool:
    """Return whether any cell is a label of a table of the form, not a figure."""
    texts = {bare(text) for row in rows for text in row if not is_value_like(text)}
    return any(labels.is_label(text) for labels in labels_of(form).tables for text in texts)


def has_words(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether any cell holds words rather than a figure or a sign for none."""
    return any(not is_value_like(text) for row in rows for text in row)


def _strange(document: SourceDocument, reads: Sequence[TableRead]) -> Iterator[str]:
    """Yield what stands in the source outside of the tables that were read."""
    yield from document.notes
    taken = {index for read in reads for index in read.blocks}
    for index, block in enumerate(document.blocks):
        if isinstance(block, SourceTable) and index not in taken:
            words = "、".join(bare(cell.text) for cell in block.cells if bare(cell.text))
            if words:
                yield f"一张认不出的表格（{words[:MOST_QUOTED]}），没有填入"
