"""A second whole table of a kind in one source: the one of the report's year is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import TypeGuard

from importers.recognising.labels import bare, is_value_like, numbering
from importers.recognising.several.choices import Answers
from importers.recognising.several.row_dropping import without_rows
from importers.recognising.several.table_rows import FIGURES, TableRow, table_rows
from importers.recognising.several.years_named import MOST_NAME, the_one, year_named
from importers.recognising.tables.form_labels import FormLabels
from importers.recognising.tables.table_labels import TableLabels
from importers.source_document import Block, Paragraph, SourceDocument, SourceTable

DROPPED = "{table}有{count}份：读的是{kept}，{others}没有录入"
QUESTION = "{table}有{count}份，不知道用哪一份"
MOST_LINES_ABOVE = 3
_SENTENCE_ENDS = ("。", ";", "；", "!", ",")
MOST_FIGURES = 7
"""Of a table's first row, by which it is known where nothing names it."""


@dataclass(frozen=True)
class _Copy:
    """One of several tables of a kind: its rows, what stands above it, and what it is called."""

    rows: tuple[TableRow, ...]
    captions: tuple[str, ...]
    sheet: str
    number: int
    lines: tuple[int, ...] = ()
    """The paragraphs among the captions that name a year."""

    def rows_in(self, block: int) -> list[int]:
        """Return its rows in one table of the source."""
        return [row.row for row in self.rows if row.block == block]

    @property
    def year(self) -> int | None:
        """Return the year that its caption, its row or its sheet names."""
        named = (year_named(text) for text in (*self.captions, self.sheet))
        return next((year for year in named if year is not None), None)

    @property
    def name(self) -> str:
        """Return how it is called in a question: by what names its year, else by its figures."""
        for text in (*self.captions, self.sheet):
            if year_named(text) is not None:
                return f"第{self.number}份「{bare(text)}」"
        figures = "、".join(value or "空" for value in self.rows[0].figures[:MOST_FIGURES])
        return f"第{self.number}份（第一行是{figures}）"


def without_other_tables(
    document: SourceDocument, labels: FormLabels, year: int | None, answers: Answers
) -> SourceDocument:
    """Return the document with one table of each kind, with a note on those that were dropped.

    SeveralFound where neither caption, row nor sheet says which is the report's.
    """
    rows = list(table_rows(document, labels))
    picked: dict[tuple[str, ...], int] = {}
    dropped: set[tuple[int, int]] = set()
    lines: set[int] = set()
    told = []
    for table in labels.tables:
        copies = _copies(document, table, [row for row in rows if row.table == table.table.key])
        if len(copies) < 2:
            continue
        place = _choose(table, copies, year, answers, picked)
        others = [copy for copy in copies if copy is not copies[place]]
        dropped.update(_area(copies, others))
        lines.update(line for copy in copies for line in copy.lines)
        told.append(_told(table, copies[place], others))
    return _without(document, dropped, lines, told) if dropped else document


def _choose(
    table: TableLabels,
    copies: Sequence[_Copy],
    year: int | None,
    answers: Answers,
    picked: dict[tuple[str, ...], int],
) -> int:
    """Return which copy is kept; tables on the same sheets, or as many of a kind, go together."""
    place = the_one([copy.year for copy in copies], year)
    if place is not None:
        return place
    if len({tuple(row.figures for row in copy.rows) for copy in copies}) == 1:
        return 0
    key = tuple(copy.sheet or str(copy.number) for copy in copies)
    if key not in picked:
        question = QUESTION.format(table=table.table.name, count=len(copies))
        picked[key] = answers.pick(question, [copy.name for copy in copies])
    return picked[key]


def _told(table: TableLabels, kept: _Copy, others: Sequence[_Copy]) -> str:
    return DROPPED.format(
        table=table.table.name,
        count=len(others) + 1,
        kept=kept.name,
        others="、".join(copy.name for copy in others),
    )


# ---------------------------------------------------------------- which there are


def _copies(document: SourceDocument, labels: TableLabels, rows: Sequence[TableRow]) -> list[_Copy]:
    runs = _runs(labels, rows)
    copies = []
    for number, run in enumerate(runs, start=1):
        before = runs[number - 2][-1] if number > 1 else None
        words, above = _captions(document, labels, run[0], before)
        captions = (*words, *(text for _, text in above))
        lines = tuple(index for index, text in above if year_named(text) is not None)
        sheet = _sheet(document, run[0].block)
        copies.append(_Copy(tuple(run), captions, sheet, number, lines))
    return copies


def _runs(labels: TableLabels, rows: Sequence[TableRow]) -> list[list[TableRow]]:
    """Return the rows of each whole table; pieces of one, and rows met twice, go together."""
    fewest = 1 if labels.is_across else (len(labels.table.rows) + 1) // 2
    runs: list[list[TableRow]] = []
    for row in rows:
        if not runs or any(row.key == known.key for known in runs[-1]):
            runs.append([])
        runs[-1].append(row)
    whole: list[list[TableRow]] = []
    for run in runs:
        if whole and (min(len(run), len(whole[-1])) < fewest or _goes_on(run, whole[-1], fewest)):
            whole[-1] += run
        else:
            whole.append(run)
    return whole


def _goes_on(run: Sequence[TableRow], before: Sequence[TableRow], fewest: int) -> bool:
    """Return whether rows go on with the table before: one or two of it stand twice, no more."""
    again = {row.key for row in run} & {row.key for row in before}
    return len(again) * 2 < fewest


def _sheet(document: SourceDocument, block: int) -> str:
    """Return the name of the sheet that a block stands on, or ""."""
    names = zip(document.sheets, document.sheet_names, strict=False)
    return next((name for start, name in reversed(list(names)) if start <= block), "")


def _captions(
    document: SourceDocument, labels: TableLabels, first: TableRow, before: TableRow | None
) -> tuple[list[str], list[tuple[int, str]]]:
    """Return what stands in the row and above it in its table, and the lines above the table.

    The form's own words do not count: they say 本年 and 上年 of every year.
    """
    table = document.blocks[first.block]
    top = before.row + 1 if before is not None and before.block == first.block else 0
    rows = table.rows[top : first.row + (first.key == FIGURES)] if _is_table(table) else ()
    texts = (cell.text for row in reversed(rows) for cell in row if not is_value_like(cell.text))
    words = [text for text in texts if not labels.is_wording(text)]
    return words, list(_lines_above(document, first.block)) if top == 0 else []


def _is_table(block: Block) -> TypeGuard[SourceTable]:
    return isinstance(block, SourceTable)


def _lines_above(document: SourceDocument, index: int) -> Iterator[tuple[int, str]]:
    """Yield the nearest short lines above a table on its sheet that are no sentence or heading."""
    first = max((start for start in document.sheets if start <= index), default=0)
    lines = 0
    for place in range(index - 1, first - 1, -1):
        block = document.blocks[place]
        if isinstance(block, SourceTable) or lines == MOST_LINES_ABOVE:
            return
        plain = bare(block.text)
        if len(plain) > MOST_NAME or plain.endswith(_SENTENCE_ENDS) or numbering(plain):
            return
        if plain:
            lines += 1
            yield place, plain


# ---------------------------------------------------------------- what goes


def _area(copies: Sequence[_Copy], others: Sequence[_Copy]) -> Iterator[tuple[int, int]]:
    """Yield the rows, as (block, row), that the copies left out take up with what heads them."""
    for copy in others:
        for block in {row.block for row in copy.rows}:
            last = max(copy.rows_in(block))
            first = _first_row(copies, copy, block, last)
            yield from ((block, row) for row in range(first, last + 1))


def _first_row(copies: Sequence[_Copy], copy: _Copy, block: int, last: int) -> int:
    """Return the first row of a table that goes with a copy in it.

    The header at the top stays where the next copy begins right below, without one of its own.
    """
    above = [row for other in copies[: copy.number - 1] for row in other.rows_in(block)]
    below = [row for other in copies[copy.number :] for row in other.rows_in(block)]
    if not above and min(below, default=0) == last + 1:
        return min(copy.rows_in(block))
    return max(above, default=-1) + 1


def _without(
    document: SourceDocument,
    dropped: AbstractSet[tuple[int, int]],
    lines: AbstractSet[int],
    told: Sequence[str],
) -> SourceDocument:
    """Return the document without these rows and lines; blank lines keep the places of sheets."""
    blocks: list[Block] = []
    for index, block in enumerate(document.blocks):
        rows = {row for number, row in dropped if number == index}
        if isinstance(block, SourceTable) and rows:
            left = without_rows(block, rows)
            blocks.append(left if left.cells else Paragraph(""))
        else:
            blocks.append(Paragraph("") if index in lines else block)
    return replace(document, blocks=tuple(blocks), notes=(*document.notes, *told))
