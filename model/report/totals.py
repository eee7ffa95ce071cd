"""Computed cells: what each is the sum of, and recalculation of only what an edit touches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping

from model.form.table import Table
from model.report.values import Value, number_of


def computed_value(table: Table, values: Mapping[str, Value], key: str) -> Value:
    """Return the sum of a computed cell's parts: None if all are blank, texts count 0."""
    parts = [values.get(part) for part in table.leaf_parts(key)]
    if all(part is None for part in parts):
        return None
    return sum((number_of(part) for part in parts), start=0)


def recalculate(
    table: Table, values: MutableMapping[str, Value], touched: Iterable[str] | None = None
) -> dict[str, Value]:
    """Bring the totals that depend on the touched cells up to date (all totals for None).

    Returns the totals that changed, with their new values.
    """
    changed: dict[str, Value] = {}
    for key in table.sums if touched is None else _touched_totals(table, touched):
        value = computed_value(table, values, key)
        if values.get(key) != value or type(values.get(key)) is not type(value):
            changed[key] = value
            values[key] = value
    return changed


def _touched_totals(table: Table, touched: Iterable[str]) -> list[str]:
    found = {total for key in touched for total in table.dependents.get(key, ())}
    return [key for key in table.sums if key in found]
