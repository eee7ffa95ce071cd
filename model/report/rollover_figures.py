"""The figures that last year's report hands to this year's."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from model.form.form import Form
from model.form.parts import Row, cell_key
from model.form.table import Table
from model.report.report import Report, Tables
from model.report.values import Value, format_value


@dataclass
class Handed:
    """What this year starts with: typed cells, printed totals, and lines for the clerk."""

    tables: Tables = field(default_factory=dict)
    printed: Tables = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def hand_on(last: Report, form: Form) -> Handed:
    """Return the figures that last year hands on by the new form's rows; others stay blank.

    Figures of an older edition that have no place in the new one are listed, never mapped.
    """
    handed = Handed()
    for table in form.tables:
        for row in table.rows:
            if row.previous:
                _hand_on_row(last, table, row, handed)
    if form.edition != last.form.edition:
        handed.notes += list(_without_place(last, form))
    return handed


def _without_place(last: Report, form: Form) -> Iterator[str]:
    """Yield a line for each table whose figures cannot be taken into another edition."""
    yield f"上年报告用的是{last.form.name}，本年改用{form.name}。"
    for table in last.form.tables:
        lost = [key for key in table.keys if (table.key, key) not in form.cells]
        figures = [
            f"{table.cell_name(key)}{format_value(last.value(table.key, key))}"
            for key in lost
            if last.value(table.key, key) not in (None, 0)
        ]
        if lost:
            shown = "、".join(figures) if figures else "都是0或空白"
            yield f"上年{table.name}有{len(lost)}格在本年的表里没有对应的栏目，没有带入：{shown}。"


def _hand_on_row(last: Report, table: Table, row: Row, handed: Handed) -> None:
    sources = handing_cells(last.form, table, row)
    old = {key: last.value(table.key, sources[key]) for key in sources if key not in table.sums}
    figures = {key: value for key, value in old.items() if not isinstance(value, str)}
    handed.tables.setdefault(table.key, {}).update(figures)
    handed.notes.append(_row_note(table, row, list(old), figures))
    for key in (key for key in old if key not in figures):
        name = table.cell_name(sources[key])
        handed.notes.append(f"上年{name}填的是「{old[key]}」，不是整数，没有带入本年，请核对。")
    handed.notes += _new_columns(table, row, sources)
    for key in sources:
        if key in table.sums:
            _hand_on_total(last, table, key, sources[key], handed)


def handing_cells(last: Form, table: Table, row: Row) -> dict[str, str]:
    """Return the cell that each cell of a row goes on from, where last year's edition has it."""
    sources = {
        key: cell_key(row.previous, table.column(key).key) for key in table.row_keys(row.key)
    }
    return {key: old for key, old in sources.items() if (table.key, old) in last.cells}


def _new_columns(table: Table, row: Row, known: Container[str]) -> Iterator[str]:
    """Yield a line for each cell to type of which last year's edition has no column."""
    for key in table.row_keys(row.key):
        if key not in known and key not in table.sums:
            yield f"{table.cell_name(key)}：上年的表里没有这一列，本年留空，请核对后填写。"


def _row_note(table: Table, row: Row, keys: Sequence[str], figures: Mapping[str, Value]) -> str:
    source = next(item for item in table.rows if item.key == row.previous)
    names = f"「{table.name_of_row(row)}」按上年的「{table.name_of_row(source)}」"
    filled = [key for key in keys if figures.get(key) is not None]
    if not filled:
        return f"{names}应填，但上年各列没有可带入的数字，本年留空，请核对后填写。"
    parts = "、".join(f"{table.column_name(key)}{format_value(figures[key])}" for key in filled)
    rest = "，上年空白的列留空" if len(filled) < len(keys) else ""
    return f"{names}填入：{parts}{rest}。"


def _hand_on_total(last: Report, table: Table, key: str, source: str, handed: Handed) -> None:
    """Keep a total that stood over blank parts as printed, and tell where parts disagree."""
    printed = last.printed.get(table.key, {}).get(source)
    computed = last.value(table.key, source)
    if printed is None or isinstance(printed, str) or printed == computed:
        return
    name, figure = table.cell_name(source), format_value(printed)
    if computed is None:
        handed.printed.setdefault(table.key, {})[key] = printed
        handed.notes.append(
            f"上年{name}印的是{figure}，各列是空白：本年先按总计{figure}比对，请把各列填上。"
        )
    else:
        handed.notes.append(
            f"上年{name}印的是{figure}，各列相加是{format_value(computed)}："
            "本年按各列填入，请核对。"
        )
