"""Rows with too few or too many figures: every way to place them, held against the sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from model.form.parts import cell_key
from model.form.table import Table
from model.report.values import Value, number_of, parse_value

MOST_TRIED = 1000
Texts = tuple[str | None, ...]
"""A text for each key of a row; None where a figure is missing."""


@dataclass(frozen=True)
class _Equation:
    """Keys whose sum must be that of the others."""

    left: tuple[str, ...]
    right: tuple[str, ...]


def fitting_shifts(
    table: Table, known: Mapping[str, str], keys: Sequence[str], figures: Sequence[str]
) -> list[Texts]:
    """Return the ways to place figures on a row's keys that no sum or balance contradicts.

    `known` are the texts of the table's other rows. [] where no rule can tell.
    """
    equations = [e for e in _equations(table) if _is_usable(table, e, known, keys)]
    if not equations:
        return []
    numbers = {key: _number(table, key, text) for key, text in known.items()}
    found: dict[Texts, None] = {}
    for texts in islice(shifts(figures, len(keys)), MOST_TRIED):
        if _fits(table, equations, numbers, dict(zip(keys, texts, strict=True))):
            found[texts] = None
    return list(found)


def shifts(figures: Sequence[str], wanted: int) -> Iterator[Texts]:
    """Yield the ways to place figures on so many columns, their order kept.

    Too few leave gaps; of too many some are left out, or two neighbours are one.
    """
    missing = wanted - len(figures)
    if missing >= 0:
        for gaps in combinations(range(wanted), missing):
            rest = iter(figures)
            yield tuple(None if place in gaps else next(rest) for place in range(wanted))
        return
    for dropped in combinations(range(len(figures)), -missing):
        yield tuple(text for place, text in enumerate(figures) if place not in dropped)
    if missing == -1:
        for place in range(wanted):
            joined = figures[place] + figures[place + 1]
            yield (*figures[:place], joined, *figures[place + 2 :])


def _equations(table: Table) -> Iterator[_Equation]:
    """Yield what must be equal: each total and its parts, both sides of each balance."""
    for total, rule in table.sums.items():
        yield _Equation((total,), rule.parts)
        crossing = table.crossing_parts(total)
        if crossing:
            yield _Equation((total,), crossing)
    for balance in table.balances:
        for column in table.block(table.row_keys(balance.left[0])[0]).columns:
            yield _Equation(
                tuple(cell_key(row, column.key) for row in balance.left),
                tuple(cell_key(row, column.key) for row in balance.right),
            )


def _is_usable(
    table: Table, equation: _Equation, known: Mapping[str, str], keys: Sequence[str]
) -> bool:
    """Return whether an equation is on the row, and everything else in it was read.

    A total that the source leaves blank says nothing.
    """
    parts = (*equation.left, *equation.right)
    others = [key for key in parts if key not in keys]
    if len(others) == len(parts) or any(key not in known for key in others):
        return False
    return all(known[key].strip() for key in others if key in table.sums)


def _fits(
    table: Table,
    equations: Sequence[_Equation],
    known: Mapping[str, Value],
    row: Mapping[str, str | None],
) -> bool:
    """Return whether one figure for each gap makes every equation hold."""
    values = {**known, **{key: _number(table, key, text or "") for key, text in row.items()}}
    gaps = {key for key, text in row.items() if text is None}
    meant: dict[str, int] = {}
    return all(_holds(equation, values, gaps, meant) for equation in equations)


def _holds(
    equation: _Equation, values: Mapping[str, Value], gaps: set[str], meant: dict[str, int]
) -> bool:
    """Return whether an equation holds with the same figure for its gap that others ask for.

    One with several gaps can always hold.
    """
    off = int(_total(equation.right, values) - _total(equation.left, values))
    still_open = [key for key in (*equation.left, *equation.right) if key in gaps]
    if not still_open:
        return not off
    if len(still_open) > 1:
        return True
    needed = off if still_open[0] in equation.left else -off
    return needed >= 0 and meant.setdefault(still_open[0], needed) == needed


def _total(keys: Sequence[str], values: Mapping[str, Value]) -> int:
    return int(sum(number_of(values[key]) for key in keys))


def _number(table: Table, key: str, text: str) -> Value:
    return parse_value(text, table.column(key).kind)
