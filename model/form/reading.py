"""Builds a form from the mapping that a parsed form file is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from model.form.form import Form, Language
from model.form.parts import Balance, Block, Column, FormError, Group, Row, Section
from model.form.table import Table

Data = Mapping[str, Any]


def form_from_mapping(data: Data, language: Callable[[], Data] | None = None) -> Form:
    """Return the form that a parsed form file describes; FormError where it is wrong.

    `language` reads the words of the checks on text, once they are needed; without it they stand in
    the form file too.
    """
    try:
        tables = tuple(_table(item) for item in data["tables"])
        form = Form(
            edition=data["edition"],
            name=data["name"],
            title=data["title"],
            marks=tuple(data.get("marks", ())),
            sections=tuple(_section(item) for item in data["sections"]),
            tables=tables,
            language=lambda: _language(language() if language else data, tables),
        )
    except (KeyError, TypeError) as error:
        raise FormError(f"the form file lacks or misuses {error}") from error
    for table in form.tables:
        _check_table(table)
    return form


def _language(data: Data, tables: Sequence[Table]) -> Language:
    from model.texts.figures.spoken_reading import spoken_from_mapping  # takes long to load

    return Language(
        words={name: tuple(words) for name, words in data.get("words", {}).items()},
        spoken=spoken_from_mapping(data, tables),
    )


def _section(data: Mapping[str, Any]) -> Section:
    return Section(
        key=data["key"],
        title=data["title"],
        name=data["name"],
        help=data.get("help", ""),
        table=data.get("table", ""),
        aliases=tuple(data.get("aliases", ())),
        is_reused=data.get("copied", False),
    )


def _table(data: Mapping[str, Any]) -> Table:
    groups = {
        key: Group(
            key,
            item["label"],
            item.get("parent", ""),
            tuple(item.get("aliases", ())),
            item.get("single_row", ""),
        )
        for key, item in data.get("groups", {}).items()
    }
    return Table(
        key=data["key"],
        section=data["section"],
        name=data["name"],
        label_columns=data["label_columns"],
        widths=tuple(float(width) for width in data["widths"]),
        font_size=float(data["font_size"]),
        blocks=tuple(_block(item) for item in data["blocks"]),
        groups=groups,
        balances=tuple(_balance(item) for item in data.get("balances", ())),
        corner=data.get("corner", ""),
        header_repeats=data.get("header_repeats", False),
    )


def _block(data: Mapping[str, Any]) -> Block:
    return Block(
        columns=tuple(_column(item) for item in data["columns"]),
        rows=tuple(_row(item) for item in data["rows"]),
        caption=data.get("caption", ""),
        is_across=data.get("across", False),
    )


def _column(data: Mapping[str, Any]) -> Column:
    return Column(
        key=data["key"],
        label=data["label"],
        kind=data["kind"],
        group=data.get("group", ""),
        aliases=tuple(data.get("aliases", ())),
        help=data.get("help", ""),
        decimals=data.get("decimals", 0),
        unit=data.get("unit", ""),
        is_sum=data.get("sum", False),
        is_pending=data.get("pending", False),
        code=data.get("code", ""),
        add=data.get("add", ""),
        less=data.get("less", ""),
    )


def _row(data: Mapping[str, Any]) -> Row:
    return Row(
        key=data["key"],
        label=data["label"],
        group=data.get("group", ""),
        short=data.get("short", ""),
        aliases=tuple(data.get("aliases", ())),
        help=data.get("help", ""),
        sum_group=data.get("sum_group", ""),
        code=data.get("code", ""),
        previous=data.get("previous", ""),
        not_made_by=tuple(data.get("not_made_by", ())),
    )


def _balance(data: Mapping[str, Any]) -> Balance:
    return Balance(
        code=data["code"],
        left=tuple(data["left"]),
        right=tuple(data["right"]),
        left_name=data["left_name"],
        right_name=data["right_name"],
        swap_code=data.get("swap_code", ""),
    )


def _check_table(table: Table) -> None:
    """Raise FormError where a table refers to what it does not have, or overruns its grid."""
    rows = {row.key for row in table.rows}
    for balance in table.balances:
        missing = [key for key in (*balance.left, *balance.right) if key not in rows]
        if missing:
            raise FormError(f"{table.key}: the balance names unknown rows {missing}")
    if any(cell.column + cell.column_span > table.grid_columns for cell in table.grid):
        raise FormError(f"{table.key}: a row needs more grid columns than widths are given")
