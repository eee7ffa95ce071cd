"""Judges what was read of a paper: every cell right, blank, reported, wrong or silently lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from model.report.report import Report
from report_sources import Opened

KINDS = ("right", "blank", "reported", "wrong", "lost")


def judge(opened: Opened, truth: Report) -> Counter[str]:
    """Count the cells by how they were read."""
    return Counter(kind for _, kind in judged_cells(opened, truth))


def faults(opened: Opened, truth: Report) -> list[str]:
    """Return what is wrong or silently lost: cells, printed totals, texts, unit, year and title."""
    cells = [f"{key}: {kind}" for key, kind in judged_cells(opened, truth) if kind in KINDS[3:]]
    return [*cells, *other_faults(opened, truth)]


def judged_cells(opened: Opened, truth: Report) -> Iterator[tuple[str, str]]:
    """Yield (table/key, how it was read) for each cell of the form."""
    told = "".join((*opened.unplaced, *opened.summary))
    doubts = {(doubt.table, doubt.key) for doubt in opened.doubts}
    found = opened.report
    if found.form.edition != truth.form.edition:
        raise AssertionError(f"edition {found.form.edition}")
    for table in truth.form.tables:
        for key in table.keys:
            wanted, got = truth.value(table.key, key), found.value(table.key, key)
            kept = found.printed.get(table.key, {}).get(key)
            printed = truth.printed.get(table.key, {}).get(key)
            is_alone = f"{table.name}：单独的一行「{wanted}」" in told
            is_told = (table.key, key) in doubts or table.row_name(key) in told or is_alone
            if key in table.sums and kept == (printed or wanted) != got:
                kind = "reported"  # some of its parts are missing, and it says so
            elif wanted != got or kept != printed:
                kind = "wrong" if got is not None else "reported" if is_told else "lost"
            else:
                kind = "reported" if printed else "blank" if wanted is None else "right"
            yield f"{table.key}/{key} ({got!r} for {wanted!r}, {kept!r} for {printed!r})", kind


def other_faults(opened: Opened, truth: Report) -> Iterator[str]:
    """Yield what is wrong beside the tables: texts, unit, year and title."""
    found = opened.report
    for key, text in truth.sections.items():
        if _joined(found.sections[key]) != _joined(text):
            yield f"{key}: {found.sections[key]!r} for {text!r}"
    for name in ("organization", "year", "title"):
        if getattr(found, name) != getattr(truth, name):
            yield f"{name}: {getattr(found, name)!r} for {getattr(truth, name)!r}"


def _joined(text: str) -> str:
    return "".join(text.split())
