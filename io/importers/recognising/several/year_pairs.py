"""Columns or rows of two years side by side in one table: those of the report's year are kept."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from importers.recognising.labels import bare
from importers.recognising.several.choices import Answers
from importers.recognising.several.row_dropping import without_columns, without_rows
from importers.recognising.several.years_named import fits, is_year_word, year_named
from importers.recognising.tables.form_labels import FormLabels
from importers.source_document import Block, SourceCell, SourceDocument, SourceTable

DROPPED = "{what}里「{kept}」和「{others}」并列：读的是「{kept}」，其余没有录入"
QUESTION = "{what}里并列着几年的数字，不知道用哪一年的"
FEWEST = 2
"""Cells that name years side by side or one below another."""


def without_other_years(
    document: SourceDocument, labels: FormLabels, year: int | None, answers: Answers
) -> SourceDocument:
    """Return the document with each table in which years stand in pairs cut down to one year.

    SeveralFound where nothing tells which year is the report's.
    """
    chooser = _Chooser(year, answers)
    blocks: list[Block] = [
        _of_one_year(block, labels, chooser) if isinstance(block, SourceTable) else block
        for block in document.blocks
    ]
    return replace(
        document, blocks=tuple(blocks), notes=(*document.notes, *dict.fromkeys(chooser.told))
    )


class _Chooser:
    """Says which of the words that name years is the report's, and keeps what was told."""

    def __init__(self, year: int | None, answers: Answers) -> None:
        self._year = year
        self._answers = answers
        self._known: dict[tuple[str, ...], str] = {}
        self.told: list[str] = []

    def word(self, what: str, words: Sequence[str]) -> str:
        """Return the word that is kept of those in one table, asking once for the same words."""
        choices = tuple(dict.fromkeys(words))
        if choices not in self._known:
            fitting = [word for word in choices if fits(year_named(word), self._year)]
            self._known[choices] = (
                fitting[0]
                if len(fitting) == 1
                else choices[self._answers.pick(QUESTION.format(what=what), choices)]
            )
        kept = self._known[choices]
        others = "」「".join(word for word in choices if word != kept)
        self.told.append(DROPPED.format(what=what, kept=kept, others=others))
        return kept


def _of_one_year(table: SourceTable, labels: FormLabels, chooser: _Chooser) -> SourceTable:
    name = _name_of(table, labels)
    if not name:
        return table
    across = next((row for row in table.rows if _is_year_row(row)), None)
    if across is not None:
        return _with_columns_of_one(table, across, name, chooser)
    down = _year_column(table)
    return _with_rows_of_one(table, down, name, chooser) if down else table


def _name_of(table: SourceTable, labels: FormLabels) -> str:
    """Return the name of the form's table that most words of a source's table are of, or ""."""
    texts = {cell.text for cell in table.cells}
    counted = [
        (sum(any(i.exact(t) for i in (one.rows, one.columns, one.groups)) for t in texts), one)
        for one in labels.tables
    ]
    count, best = max(counted, key=lambda item: item[0])
    return best.table.name if count >= FEWEST else ""


def _words(cells: Sequence[SourceCell]) -> list[SourceCell]:
    return [cell for cell in cells if is_year_word(cell.text)]


def _is_year_row(row: Sequence[SourceCell]) -> bool:
    """Return whether a row says nothing but years, at least two of them."""
    words = _words(row)
    others = [cell for cell in row if bare(cell.text) and not is_year_word(cell.text)]
    return len({bare(cell.text) for cell in words}) >= FEWEST and len(words) > len(others)


def _with_columns_of_one(
    table: SourceTable, row: Sequence[SourceCell], name: str, chooser: _Chooser
) -> SourceTable:
    words = _words(row)
    kept = chooser.word(name, [bare(cell.text) for cell in words])
    gone = [cell for cell in words if bare(cell.text) != kept]
    dropped = {column for cell in gone for column in range(cell.column, cell.end)}
    left = without_columns(_blanked(table, words), dropped)
    is_only_years = len(words) == sum(bool(bare(cell.text)) for cell in row)
    return without_rows(left, {words[0].row}) if is_only_years else left


def _blanked(table: SourceTable, cells: Sequence[SourceCell]) -> SourceTable:
    gone = {id(cell) for cell in cells}
    return replace(
        table,
        cells=tuple(replace(c, text="") if id(c) in gone else c for c in table.cells),
    )


def _year_column(table: SourceTable) -> dict[int, SourceCell]:
    """Return the cell that names a year by row, where a column of the table does so."""
    by_column: dict[int, dict[int, SourceCell]] = {}
    for cell in table.cells:
        if is_year_word(cell.text):
            by_column.setdefault(cell.column, {})[cell.row] = cell
    best = max(by_column.values(), key=len, default={})
    words = {bare(cell.text) for cell in best.values()}
    return best if len(words) >= FEWEST else {}


def _with_rows_of_one(
    table: SourceTable, named: dict[int, SourceCell], name: str, chooser: _Chooser
) -> SourceTable:
    """Return the table without the rows of other years; a label goes to the row that is kept."""
    kept = chooser.word(name, [bare(cell.text) for cell in named.values()])
    dropped = {row for row, cell in named.items() if bare(cell.text) != kept}
    column = next(iter(named.values())).column
    blank = _blanked(table, list(named.values()))
    left = without_rows(_with_labels_below(blank, dropped, column), dropped)
    is_own_column = not any(
        bare(cell.text) and cell.column == column and cell.column_span == 1 for cell in left.cells
    )
    return without_columns(left, {column}) if is_own_column else left


def _with_labels_below(table: SourceTable, dropped: AbstractSet[int], column: int) -> SourceTable:
    """Return the table with labels before a column copied from rows that go to blanks below."""
    labels = {
        (row + 1, cell.column): cell.text
        for row in dropped
        for cell in table.rows[row]
        if cell.column < column and row + 1 not in dropped
    }

    def filled(cell: SourceCell) -> SourceCell:
        text = cell.text if bare(cell.text) else labels.get((cell.row, cell.column), cell.text)
        return replace(cell, text=text)

    return replace(table, cells=tuple(map(filled, table.cells)))
