"""Notes on where figures come from: earlier ones to choose from, and who is asked for what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from model.form.parts import row_key_of
from model.form.table import Table
from model.report.edits import Edit, FigureSourceChange
from model.report.report import Report

USUAL = ("司法所", "财政所", "综合执法队", "党政办", "申请台账")
"""Sources that are offered while the report has few notes of its own."""

MOST_NAMED = 8
"""Rows without a source that are named; more of them are only counted."""

Listed = tuple[tuple[str, tuple[str, ...]], ...]


def known_sources(report: Report) -> tuple[str, ...]:
    """Return the notes to choose from: those of the report, the most frequent first, then usual."""
    notes = Counter(note for places in report.figure_sources.values() for note in places.values())
    own = [note for note, _ in notes.most_common()]
    return (*own, *(name for name in USUAL if name not in notes))


def row_of(key: str) -> str:
    """Return the key of a cell's row."""
    return row_key_of(key)


def place_name(table: Table, place: str) -> str:
    """Return the printed name of a row or cell."""
    if place in table.key_set:
        return table.cell_name(place)
    return f"「{table.row_name(table.row_keys(place)[0])}」整行"


def note_edit(report: Report, table: Table, places: Sequence[str], note: str) -> Edit:
    """Return the edit that notes one source for rows or cells, or removes it with ""."""
    noted = report.figure_sources.get(table.key, {})
    changed = [place for place in places if noted.get(place, "") != note]
    where = place_name(table, changed[0]) if len(changed) == 1 else f"（{len(changed)}处）"
    name = f"注明{where}的数字来源" if note else f"删去{where}的数字来源"
    return Edit(name, tuple(FigureSourceChange(table.key, place, note) for place in changed))


def sources_listed(report: Report) -> Listed:
    """Return who is asked for what: each source with its places, then the rows without one."""
    found: dict[str, list[str]] = {}
    for table in report.form.tables:
        for place in _places_in_order(table):
            note = report.figure_sources.get(table.key, {}).get(place)
            if note:
                found.setdefault(note, []).append(f"{table.name}：{place_name(table, place)}")
    listed = [(note, tuple(places)) for note, places in found.items()]
    return (*listed, *_without(report))


def _places_in_order(table: Table) -> list[str]:
    rows = dict.fromkeys(row_of(key) for key in table.keys)
    return [place for row in rows for place in (row, *table.row_keys(row))]


def _without(report: Report) -> Listed:
    lines = []
    for table in report.form.tables:
        rows = dict.fromkeys(row_of(key) for key in table.inputs)
        names = [
            table.row_name(table.row_keys(row)[0])
            for row in rows
            if not any(report.figure_source(table.key, key) for key in table.row_keys(row))
        ]
        if names:
            named = f"：{'、'.join(names)}" if len(names) <= MOST_NAMED else ""
            lines.append(f"{table.name}还有{len(names)}行{named}")
    return (("还没有注明来源的", tuple(lines)),) if lines else ()
