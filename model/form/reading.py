"""Builds a form from the mapping that a parsed form file is."""

from __future__ import annotations

from collections.abc import Callable

from model.form.basis import Basis, Notice, Regulations
from model.form.consistency import refuse_contradictions
from model.form.form import Form
from model.form.language import Data, Language, with_own_words
from model.form.parts import Balance, Block, Column, FormError, Group, Roles, Row, Section
from model.form.table import Table


def form_from_mapping(data: Data, shared: Callable[[], Language] = Language) -> Form:
    """Return the form that a parsed form file describes; FormError where it is wrong.

    `shared` reads the words of the checks on text that editions share, once they are needed; those
    of the form file come before them.
    """
    try:
        form = Form(
            edition=data["edition"],
            name=data["name"],
            title=data["title"],
            basis=basis_from_mapping(data),
            roles=Roles(**data["roles"]),
            sections=tuple(_section(item) for item in data["sections"]),
            tables=tuple(_table(item) for item in data["tables"]),
            language=lambda: _language(shared(), data),
        )
    except (KeyError, TypeError) as error:
        raise FormError(f"the form file lacks or misuses {error}") from error
    refuse_contradictions(form)
    return form


def _language(shared: Language, data: Data) -> Language:
    return Language(with_own_words(shared.data, data), shared.bases)


def basis_from_mapping(data: Data) -> Basis:
    """Return what a form file says that its edition rests on; FormError where it is wrong."""
    try:
        basis = data["basis"]
        return Basis(
            edition=data["edition"],
            from_year=data["from_year"],
            to_year=data.get("to_year"),
            notice=Notice(**basis["notice"]),
            regulations=Regulations(**basis["regulations"]),
            replaced=Notice(**basis["replaced"]) if "replaced" in basis else None,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise FormError(f"the form file lacks or misuses {error}") from error


def _section(data: Data) -> Section:
    return Section(
        key=data["key"],
        title=data["title"],
        name=data["name"],
        short=data.get("short", data["name"]),
        help=data.get("help", ""),
        table=data.get("table", ""),
        aliases=tuple(data.get("aliases", ())),
        is_reused=data.get("copied", False),
        frame=data.get("frame", ""),
        headings=tuple(data.get("headings", ())),
    )


def _table(data: Data) -> Table:
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


def _block(data: Data) -> Block:
    return Block(
        columns=tuple(_column(item) for item in data["columns"]),
        rows=tuple(_row(item) for item in data["rows"]),
        caption=data.get("caption", ""),
        is_across=data.get("across", False),
    )


def _column(data: Data) -> Column:
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


def _row(data: Data) -> Row:
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


def _balance(data: Data) -> Balance:
    return Balance(
        code=data["code"],
        left=tuple(data["left"]),
        right=tuple(data["right"]),
        left_name=data["left_name"],
        right_name=data["right_name"],
        swap_code=data.get("swap_code", ""),
    )
