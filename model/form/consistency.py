"""Holds that a form file does not contradict itself, so that whoever writes one is told at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple

from model.form.form import Form
from model.form.parts import YUAN, Block, Column, FormError, Row
from model.form.table import Table


def refuse_contradictions(form: Form) -> None:
    """Raise FormError where a form refers to what it does not have, or a row overruns its grid."""
    for problems in (_of_sections(form), *map(_of_table, form.tables)):
        for problem in problems:
            raise FormError(problem)


def _of_sections(form: Form) -> Iterator[str]:
    sections, tables = set(form.section_keys), {table.key for table in form.tables}
    yield from _unknown("a role", {*astuple(form.roles)} - {""}, sections)
    yield from _unknown("a table", {table.section for table in form.tables}, sections)
    yield from _unknown("a section", {item.table for item in form.sections} - {""}, tables)


def _of_table(table: Table) -> Iterator[str]:
    where = f"{table.key}: "
    groups, rows = set(table.groups), {row.key for row in table.rows}
    for group in table.groups.values():
        yield from _unknown(f"{where}a group", {group.parent} - {""}, groups)
        yield from _unknown(f"{where}a group", {group.single_row} - {""}, rows)
    for balance in table.balances:
        yield from _unknown(f"{where}the balance", {*balance.left, *balance.right}, rows)
    for block in table.blocks:
        yield from _of_block(where, block, groups, rows)
    # Only a table whose groups are all known has a grid.
    if any(cell.column + cell.column_span > table.grid_columns for cell in table.grid):
        yield f"{where}a row needs more grid columns than widths are given"


def _of_block(where: str, block: Block, groups: set[str], rows: set[str]) -> Iterator[str]:
    columns = {column.key for column in block.columns}
    for column in block.columns:
        yield from _unknown(f"{where}a column", {column.group} - {""}, groups)
        yield from _unknown(f"{where}a column", {column.add, column.less} - {""}, columns)
        if column.kind == "amount" and not column.yuan:
            yield from _unknown(f"{where}a column of money", {column.unit}, set(YUAN))
    for row in block.rows:
        yield from _unknown(f"{where}a row", {row.group, row.sum_group} - {""}, groups)
        yield from _unknown(f"{where}a row", {row.previous} - {""}, rows)
    for items in (block.columns, block.rows):
        yield from _shared_names(where, items)


def _shared_names(where: str, items: Sequence[Row | Column]) -> Iterator[str]:
    """Yield the other names that are another's label: its figures would be taken for that one's."""
    labels = {item.label: item.key for item in items}
    for item in items:
        for alias in item.aliases:
            if labels.get(alias, item.key) != item.key:
                yield f"{where}{item.key} goes by the label of {labels[alias]}"


def _unknown(who: str, named: set[str], known: set[str]) -> Iterator[str]:
    if named - known:
        yield f"{who} names the unknown {sorted(named - known)}"
