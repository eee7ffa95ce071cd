"""Builds the statements of an edition from the mapping that a parsed file of them is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from model.form.form import Form
from model.form.parts import cell_key
from model.form.table import Table
from model.texts.figures.spoken import Columns, Formula, Phrasing, Spoken, Statement, Term, Words


@lru_cache(maxsize=16)
def spoken_of(form: Form) -> Spoken:
    """Return how a text speaks of the cells of an edition, built once an edition.

    Ways to speak of tables, rows and columns that the edition lacks are left out.
    """
    data = form.language_data
    words = data.get("figure_words", {})
    lists = data.get("figure_lists", {})
    units = tuple(lists.get("count_units", ()))
    by_key = {table.key: table for table in form.tables}
    macros = data.get("statement_words", {})
    built = (_statement(item, by_key, macros, units) for item in data.get("statements", ()))
    return Spoken(
        statements=tuple(item for item in built if item is not None),
        topics={key: re.compile(text) for key, text in data.get("topics", {}).items()},
        implying={key: tuple(keys) for key, keys in data.get("implying_topics", {}).items()},
        words={key: _any_of(value) for key, value in words.items()},
        nones=tuple(re.compile(_filled(text, macros)) for text in lists.get("nones", ())),
        missing=tuple(map(re.compile, lists.get("missing", ()))),
        closed=tuple(frozenset(keys) for keys in lists.get("closed", ())),
        vague_units=tuple(lists.get("vague_units", ())),
        vague_units_of_information=tuple(lists.get("vague_units_of_information", ())),
        fees=next(_formulas(lists.get("fee_cell", ()), by_key), ()),
        unpaid=next(_formulas(lists.get("fee_unpaid_cell", ()), by_key), ()),
    )


def _any_of(value: str | Sequence[str]) -> Words:
    return re.compile(value if isinstance(value, str) else "|".join(value))


def _statement(
    data: Mapping[str, Any],
    tables: Mapping[str, Table],
    macros: Mapping[str, str],
    units: tuple[str, ...],
) -> Statement | None:
    formulas = tuple(_formulas(data.get("cells", ()), tables))
    columns = _columns(data.get("columns", ""), tables)
    if not formulas and columns is None:
        return None
    names = data.get("names", ())
    given = [_given_phrasing(text, macros) for text in data.get("said", ())]
    return Statement(
        key=data["key"],
        phrasings=(*given, *(phrasing for name in names for phrasing in _named(name, macros))),
        formulas=formulas,
        columns=columns,
        topic=data.get("topic", ""),
        units=tuple(data.get("units", units)),
        unless=re.compile(data["unless"]) if "unless" in data else None,
        stops=data.get("stops", ""),
        follows=tuple(data.get("follows", ())),
        year_shift=data.get("year_shift"),
        is_named=bool(names),
        is_main=data.get("is_main", False),
        is_amount=data.get("amount", False),
        is_loose=data.get("is_loose", False),
        implied_by=data.get("implied_by", ""),
        once=data.get("once", False),
        zero_each=data.get("zero_each", False),
        right_after=data.get("right_after", False),
        needs=re.compile(data["needs"]) if "needs" in data else None,
    )


# ---------------------------------------------------------------- how it is said


def _given_phrasing(text: str, macros: Mapping[str, str]) -> Phrasing:
    before, _, after = _filled(text, macros).partition("#")
    return _phrasing(before, after)


def _named(name: str, macros: Mapping[str, str]) -> Iterator[Phrasing]:
    """Yield the name before the figure, and the figure before the name."""
    name = _filled(name, macros)
    edge, joiner, request, after = (
        _filled(macros[key], macros) for key in ("edge", "joiner", "request", "after")
    )
    yield _phrasing(rf"{edge}(?:{name})(?:的|答复|决定|情形)*(?:{request})?{joiner}", "", name)
    links = "(?:的|申请|为|属于|属|系|是|因|由|以|已|均|依法)*"
    yield _phrasing(edge, rf"\s*(?:{request})?{links}(?:{name})(?:申请)?{after}", name)


def _phrasing(before: str, after: str, trigger: str = "") -> Phrasing:
    return Phrasing(f"(?:{before})$", after, trigger)


def _filled(text: str, macros: Mapping[str, str]) -> str:
    """Return a way to say it with its {words} filled in."""
    return re.sub(r"\{([a-z_]+)\}", lambda match: f"(?:{_filled(macros[match[1]], macros)})", text)


# ---------------------------------------------------------------- what it is said of


def _formulas(texts: Iterable[str], tables: Mapping[str, Table]) -> Iterator[Formula]:
    """Yield the formulas all of whose cells the edition has."""
    for text in texts:
        terms = [_term(sign, place, tables) for sign, place in _signed(text)]
        if all(terms):
            yield tuple(term for term in terms if term is not None)


def _signed(text: str) -> Iterator[tuple[int, str]]:
    for sign, place in re.findall(r"([+-]?)\s*([^\s+-]\S*)", text):
        yield (-1 if sign == "-" else 1), place


def _term(sign: int, place: str, tables: Mapping[str, Table]) -> Term | None:
    name, _, cell = place.partition("/")
    row, _, column = cell.partition(".")
    table = tables.get(name)
    if table is None:
        return None
    if row.startswith("@"):
        group = row[1:]
        rows = _members(table, group, [(item.key, item.group) for item in table.rows])
        return Term(sign, name, rows, (column,), table.groups[group].label) if rows else None
    return Term(sign, name, (row,), (column,)) if cell_key(row, column) in table.key_set else None


def _columns(place: str, tables: Mapping[str, Table]) -> Columns | None:
    name, _, key = place.partition("/")
    table = tables.get(name)
    if table is None:
        return None
    columns = {item.key: item.group for block in table.blocks for item in block.columns}
    if key.startswith("@"):
        members = _members(table, key[1:], columns.items())
        return Columns(name, members, table.groups[key[1:]].label) if members else None
    return Columns(name, (key,)) if key in columns else None


def _members(table: Table, group: str, items: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(key for key, own in items if own == group and group in table.groups)
