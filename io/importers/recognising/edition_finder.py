"""Which edition of the form a source is written in, told by its words and not by its year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from importers.recognising.labels import normalise
from importers.recognising.recogniser import Recognised, recognise
from importers.source_document import Paragraph, SourceDocument
from model.form.form import Form
from model.form.parts import Row
from model.form.table import Table
from model.report.report import Report
from storage.errors import FileProblem
from storage.form_store import editions, form_of_year, load_form

_BETWEEN_CELLS = re.compile(r"[|\s]+")


def recognise_edition(document: SourceDocument) -> Recognised:
    """Return the report that the document holds, in the edition that it is written in.

    Where its words leave several editions, that one is taken by which it is read best.
    FileProblem if it holds a report of none.
    """
    forms = possible_forms(document)
    found, problems = [], []
    for form in forms:
        try:
            found.append(recognise(document, form))
        except FileProblem as problem:
            problems.append(problem)
    if not found:
        raise problems[-1]
    return max(found, key=_fit) if len(found) > 1 else found[0]


# ---------------------------------------------------------------- by words


def possible_forms(document: SourceDocument) -> tuple[Form, ...]:
    """Return the editions, oldest first, that a document's labels leave.

    One is out where the labels that only another one has are more often met than its own.
    """
    words = frozenset(_words(document))
    forms = [load_form(edition) for edition in editions()]
    left = [
        form
        for form in forms
        if not any(_met(other, form, words) > _met(form, other, words) for other in forms)
    ]
    return tuple(left or forms)


def _words(document: SourceDocument) -> Iterator[str]:
    """Yield every cell, line, and word of a line, normalised as labels are."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            for line in block.text.split("\n"):
                yield normalise(line)
                yield from map(normalise, _BETWEEN_CELLS.split(line))
        else:
            yield from (normalise(cell.text) for cell in block.cells)


def _met(form: Form, other: Form, words: frozenset[str]) -> int:
    """Return how many of a form's labels, under no name known to the other, a source shows."""
    return len((_labels(form) - _labels(other) - _aliases(other)) & words)


@lru_cache(maxsize=32)
def _labels(form: Form) -> frozenset[str]:
    cells = [cell.text for table in form.tables for cell in table.grid if not cell.key]
    titles = [section.title for section in form.sections]
    return frozenset(map(normalise, (*cells, *titles))) - {""}


@lru_cache(maxsize=32)
def _aliases(form: Form) -> frozenset[str]:
    named: list[Sequence[str]] = [section.aliases for section in form.sections]
    for table in form.tables:
        named += [group.aliases for group in table.groups.values()]
        named += [(row.short, *row.aliases) for row in table.rows]
        named += [column.aliases for block in table.blocks for column in block.columns]
    return frozenset(normalise(alias) for aliases in named for alias in aliases)


# ---------------------------------------------------------------- by reading


def _fit(found: Recognised) -> tuple[int, ...]:
    """Return how well a reading fits: what was read, left over, missing, and said otherwise.

    Only of readings alike in all of that the one in the edition of the report's year is better.
    """
    report = found.report
    tables = report.form.tables
    return (
        sum(_is_read(report, table, key) for table in tables for key in table.inputs),
        -len(found.unplaced),
        -sum(_missing(report, table) for table in tables),
        -sum(len(labels) for labels in report.source_labels.values()),
        int(form_of_year(report.year) is report.form),
        report.form.basis.from_year,
    )


def _is_read(report: Report, table: Table, key: str) -> bool:
    value = report.value(table.key, key)
    return value is not None and (not isinstance(value, str) or table.column(key).kind == "free")


def _missing(report: Report, table: Table) -> int:
    """Return how many rows and columns are blank of a table that the source has.

    Rows that the source may have left together do not count.
    """
    filled = [key for key in table.inputs if report.value(table.key, key) is not None]
    if not filled:
        return 0
    rows = {table.row(key) for key in table.inputs} - {table.row(key) for key in filled}
    columns = {table.column(key) for key in table.inputs} - {table.column(key) for key in filled}
    return sum(not _may_be_unsplit(table, row) for row in rows) + len(columns)


def _may_be_unsplit(table: Table, row: Row) -> bool:
    return bool(row.group and table.groups[row.group].single_row)
