"""Short pieces of the sentences that findings say to the clerk."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from model.form.table import Table
from model.report.values import Value, format_value, number_of


def shown(value: Value) -> str:
    """Return a figure as a sentence names it; typed text stands in brackets, blank is 空白."""
    if value is None:
        return "空白"
    return f"「{value}」" if isinstance(value, str) else format_value(value)


def gap(one: Value, other: Value) -> str:
    """Return the distance between two figures, without a sign."""
    return format_value(abs(Decimal(number_of(one)) - Decimal(number_of(other))))


def some_names(names: Sequence[str], most: int = 3) -> str:
    """Return the first few names in brackets, with 等 where there are more."""
    named = "".join(f"「{name}」" for name in names[:most])
    return f"{named}等" if len(names) > most else named


def row_names(table: Table, keys: Sequence[str]) -> list[str]:
    """Return the printed names of the rows that cells stand in, each once, top down."""
    return list(dict.fromkeys(table.row_name(key) for key in keys))
