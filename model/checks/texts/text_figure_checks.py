"""The check of the figures in the text against the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from model.checks.finding import CellRef, Finding, Level
from model.checks.registry import Reads, section_check
from model.checks.texts.figure_choices import figure_choices
from model.checks.wording import gap, shown
from model.form.parts import Section
from model.report.edits import Edit, TextChange
from model.report.links.link import Link
from model.report.links.linking import link_at, source_name
from model.report.links.stated import link_for, link_one
from model.report.report import Report
from model.report.values import Value, number_of
from model.texts.figures.guards import Setting
from model.texts.figures.spoken import Formula, Term
from model.texts.figures.spoken_reading import spoken_of
from model.texts.figures.stated_figures import stated_figures
from model.texts.figures.statements import StatedFigure

_Cell = Callable[[CellRef], Value]


@section_check(
    "text-figure",
    rule="正文中的数字与各表一致。",
    silences=("text-parts", "text-doubled"),
    reads=Reads.ALL,
)
def text_figures(report: Report, section: Section) -> Iterator[Finding]:
    """Yield the figures of a text that no reading of them finds in the tables (rule: both agree).

    Nothing is said of blank cells, nor where it is not sure what a figure counts.
    """
    text, setting = report.sections[section.key], Setting(report.organization, report.year)
    cell = cache(partial(_cell, report))
    for start, stated in stated_figures(text, section.table, spoken_of(report.form), setting):
        finding = _finding_on(report, section, start, stated, cell)
        if finding:
            yield finding


def _finding_on(
    report: Report, section: Section, start: int, stated: StatedFigure, cell: _Cell
) -> Finding | None:
    values = [_value(cell, formula) for formula in stated.formulas]
    if any(value is None for value in values):
        return None
    printed = [_printed(report, formula) for formula in stated.formulas]
    if any(stated.value.matches(number_of(value)) for value in (*values, *printed) if value != ""):
        return None
    leaves = _leaves(report, stated.formulas)
    if _may_be_blank(report, stated, values, leaves):
        return None
    return _finding(report, section, start, stated, values, leaves)


def _value(cell: _Cell, formula: Formula) -> Value:
    """Return what a formula comes to, None where a cell is blank or no number."""
    total: Value = 0
    for term in formula:
        values = [cell(ref) for ref in term.cells]
        if any(value is None for value in values):
            return None
        total = number_of(total) + term.sign * sum(number_of(value) for value in values)
    return total


def _printed(report: Report, formula: Formula) -> Value:
    """Return the total, told elsewhere, that a source printed in a formula's one cell, or ""."""
    cells = [ref for term in formula for ref in term.cells]
    table, key = cells[0]
    return report.printed.get(table, {}).get(key, "") if len(cells) == 1 else ""


def _cell(report: Report, ref: CellRef) -> Value:
    """Return the figure of a cell, an amount in 元; None where it is blank or no number."""
    table, key = ref
    value = report.effective_value(table, key)
    if isinstance(value, str):
        return None
    column = report.form.table(table).column(key)
    return number_of(value) * column.yuan if column.yuan and value is not None else value


def _may_be_blank(
    report: Report, stated: StatedFigure, values: Sequence[Value], leaves: frozenset[CellRef]
) -> bool:
    """Return whether a blank cell below may be what is missing in the table."""
    if stated.value.value <= max(number_of(value) for value in values):
        return False
    return any(report.value(*leaf) is None for leaf in leaves)


def _leaves(report: Report, formulas: Sequence[Formula]) -> frozenset[CellRef]:
    return frozenset(
        (table, leaf)
        for formula in formulas
        for term in formula
        for table, key in term.cells
        for leaf in report.form.table(table).leaf_parts(key)
    )


# ---------------------------------------------------------------- what it says to the clerk


def _finding(
    report: Report,
    section: Section,
    start: int,
    stated: StatedFigure,
    values: Sequence[Value],
    leaves: frozenset[CellRef],
) -> Finding:
    expected = values[0]
    place = start + stated.start
    quote = report.sections[section.key][place : start + stated.end]
    unit = "元" if stated.statement.is_amount else ""
    figure = stated.value.value
    actual: Value = int(figure) if figure == int(figure) else figure
    first = stated.formulas[0]
    link = link_at(report, section.key, place, place + len(quote))
    return Finding(
        "text-figure",
        Level.QUERY,
        f"正文「{section.name}」写的是「{quote.strip()}」，{_names(report, first)}"
        f"是{shown(expected)}{unit}，相差{gap(actual, expected)}{unit}。{_to_do(report, link)}",
        cells=tuple(cell for term in first for cell in term.cells),
        section=section.key,
        quote=quote,
        start=place,
        length=len(quote),
        expected=expected,
        actual=actual,
        uses=leaves,
        choices=() if link else _choices(report, section.key, start, stated, values),
        is_linked=link is not None,
    )


def _choices(
    report: Report, section: str, start: int, stated: StatedFigure, values: Sequence[Value]
) -> tuple[Edit, ...]:
    """Return the ways to make both agree; words that may follow their cell do so from then on."""
    choices = figure_choices(report, section, start + stated.start, stated, values)
    found = link_for(report, section, start, stated)
    return tuple(
        link_one(report, found) if found and isinstance(one.changes[0], TextChange) else one
        for one in choices
    )


def _to_do(report: Report, link: Link | None) -> str:
    if link is None:
        return "请核对正文和表格，改正有误的一处。"
    return f"这个数随表更新，取自{source_name(report.form, link.cell)}。请核对表格和这句话的说法。"


def _names(report: Report, formula: Formula) -> str:
    table = report.form.table(formula[0].table)
    names = [_name(report, term) for term in formula]
    signs = ["－" if term.sign < 0 else "＋" for term in formula]
    joined = "".join(sign + name for sign, name in zip(signs, names, strict=True))
    return f"{table.name}{joined[1:]}"


def _name(report: Report, term: Term) -> str:
    table = report.form.table(term.table)
    _, first = term.cells[0]
    if len(term.cells) == 1:
        return table.cell_name(first)
    if len(term.rows) == 1:
        return f"「{table.row_name(first)}」的「{term.group}」各列"
    column = table.column_name(first) if len(term.columns) == 1 else "各列"
    return f"「{term.group}」各项的「{column}」"
