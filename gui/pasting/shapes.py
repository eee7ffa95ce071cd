"""What the shape of a pasted block says: halves of merged cells, a row that stands upright."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

Rows = Sequence[Sequence[str]]
_STEPS = (2, 3)
"""Columns that a merged cell may be wide where every figure is merged alike."""
FEWEST = 2
"""Figures side by side; one alone with a blank behind it says nothing."""


def without_halves(rows: Rows, first: int = 0) -> list[list[str]]:
    """Return the rows without the blank columns that follow each filled one, [] if there are none.

    `first` is the column where figures begin; those before it stay.
    """
    columns = list(zip_longest(*rows, fillvalue=""))
    figures = [at for at in range(first, len(columns)) if any(map(str.strip, columns[at]))]
    step = next((step for step in _STEPS if _is_regular(figures, first, step)), 0)
    return [[*row[:first], *row[first::step]] for row in rows] if step else []


def _is_regular(figures: Sequence[int], first: int, step: int) -> bool:
    """Return whether figures stand in the first column of each merged cell, so many wide."""
    is_several = len(figures) >= FEWEST and figures[0] == first
    return is_several and all((at - first) % step == 0 for at in figures)


def turned(rows: Rows) -> list[list[str]]:
    """Return a single column as a row and a single row as a column, [] for any other block."""
    cells = [row[0] if row else "" for row in rows]
    if len(rows) > 1 and all(len(row) <= 1 for row in rows):
        return [cells]
    if len(rows) == 1 and len(rows[0]) > 1:
        return [[text] for text in rows[0]]
    return []
