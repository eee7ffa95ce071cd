"""The two ways to make a text and a table agree: the words follow the table, or the cell the words.

Only the clerk knows which is right; each way is offered where there is exactly one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from model.checks.finding import CellRef
from model.report.edits import Edit, TextChange, set_cells
from model.report.report import Report
from model.report.values import Value, format_value, number_of
from model.texts.figures.numbers import number
from model.texts.figures.statements import StatedFigure
from model.texts.width import narrow

_NUMBER = re.compile(
    r"[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?|[零〇一二两三四五六七八九十百千]+"
)


def figure_choices(
    report: Report, section: str, place: int, stated: StatedFigure, values: Sequence[Value]
) -> tuple[Edit, ...]:
    """Return the edits that make the words at `place` of a section agree with the table.

    `values` are what the readings come to. Where they differ nobody can tell which is meant, and
    words without a digit must be written anew by hand.
    """
    if len({number_of(value) for value in values}) != 1:
        return ()
    return (
        *_words(report, section, place, stated, values[0]),
        *_cell(report, stated),
    )


def _words(
    report: Report, section: str, place: int, stated: StatedFigure, value: Value
) -> Iterator[Edit]:
    """Yield the edit of the words; a rounded figure, such as 1.2万, has no digits to put there."""
    text = report.sections[section]
    quote = text[place : place + stated.end - stated.start]
    written = _NUMBER.match(quote)
    if written is None or number_of(value) < 0:
        return
    if number(narrow(written[0])) != stated.value.value:
        return
    right = _plain(Decimal(number_of(value)))
    then = right + quote[written.end() :]
    new = text[:place] + then + text[place + len(quote) :]
    yield Edit(f"正文改为「{then.strip()}」", (TextChange(section, new),))


def _cell(report: Report, stated: StatedFigure) -> Iterator[Edit]:
    """Yield the edit of the table where the words speak of one typed cell alone."""
    place = _one_cell(stated)
    if place is None or place[1] in report.form.table(place[0]).sums:
        return
    table, key = place
    column = report.form.table(table).column(key)
    if column.yuan:
        amount = stated.value.value / column.yuan
        if amount == round(amount, column.decimals):
            yield set_cells(f"表格改为{_plain(amount)}", table, [(key, Decimal(_plain(amount)))])
    elif stated.value.value == int(stated.value.value):
        count = int(stated.value.value)
        yield set_cells(f"表格改为{count}", table, [(key, count)])


def _one_cell(stated: StatedFigure) -> CellRef | None:
    """Return the one cell that the words speak of; None where they speak of sums or less others."""
    cells = {cell for formula in stated.formulas for term in formula for cell in term.cells}
    is_one = len(stated.formulas) == 1 and len(cells) == 1 and stated.formulas[0][0].sign > 0
    return cells.pop() if is_one else None


def _plain(figure: Decimal) -> str:
    """Return the digits of a figure, without zeros at the end of its decimals."""
    whole = figure.to_integral_value()
    return format_value(int(whole) if figure == whole else figure.normalize())
