"""Judges the figures read of a paper: right, told, or wrong or lost without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from importers.recognising.recogniser import Recognised
from model.form.table import Table
from model.report.report import Report
from report_sources import Opened

KINDS = ("right", "told", "wrong", "lost")


def count(found: Opened | Recognised, truth: Report) -> Counter[str]:
    """Count the typed cells by how they were read."""
    return Counter(kind for _, kind in judged(found, truth))


def silent(found: Opened | Recognised, truth: Report) -> list[str]:
    """Return the cells that are wrong or lost without a word."""
    return [f"{key}: {kind}" for key, kind in judged(found, truth) if kind in KINDS[2:]]


def judged(found: Opened | Recognised, truth: Report) -> Iterator[tuple[str, str]]:
    """Yield (table/key and both figures, how it was read) for each cell that a person types.

    A word is a doubt on the cell, a cause that names its row or table, or a line with its row.
    """
    lines = "".join((*found.unplaced, *found.summary))
    doubts = {(doubt.table, doubt.key) for doubt in found.doubts}
    for table in truth.form.tables:
        for key in table.inputs:
            wanted, got = truth.value(table.key, key), found.report.value(table.key, key)
            name = f"{table.key}/{key} ({got!r} for {wanted!r})"
            is_told = (table.key, key) in doubts or table.row_name(key) in lines
            if wanted == got:
                yield name, "right"
            elif is_told or _has_cause(found, table, key):
                yield name, "told"
            else:
                yield name, "lost" if got is None else "wrong"


def _has_cause(found: Opened | Recognised, table: Table, key: str) -> bool:
    row = table.row(key).key
    return any(
        cause.table == table.key and (not cause.rows or row in cause.rows) for cause in found.causes
    )
