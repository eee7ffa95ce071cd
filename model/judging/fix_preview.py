"""What a fix would change, in two short lines: how it stands now, and how it would stand then."""

from __future__ import annotations

from dataclasses import dataclass, replace

from model.report.edits import CellChange, Change, Edit, IdentityChange, PrintedChange, TextChange
from model.report.report import Report
from model.report.values import Value, format_value

_AROUND = 6
"""Characters of a text that are shown on each side of what changes."""
_NAME = 9
"""Characters of a row's name."""
_DIGITS = "0123456789０１２３４５６７８９.,"
_MOST = 24
"""Characters of a change that are shown."""


@dataclass(frozen=True)
class Piece:
    """A line in three: what stands before the change, the changed words, and what follows."""

    before: str
    changed: str
    after: str = ""

    @property
    def text(self) -> str:
        """Return the whole line."""
        return f"{self.before}{self.changed}{self.after}"


def fix_preview(report: Report, edit: Edit) -> tuple[Piece, Piece] | None:
    """Return (now, then) of the first thing that an edit changes; None where it shows nothing.

    Of several cells both lines say how many there are.
    """
    found = (_preview(report, change) for change in edit.changes)
    lines = next((lines for lines in found if lines is not None), None)
    count = sum(isinstance(change, (CellChange, PrintedChange)) for change in edit.changes)
    if lines is None or count < 2:
        return lines
    now, then = (replace(line, after=f"{line.after}（共{count}格）") for line in lines)
    return now, then


def _preview(report: Report, change: Change) -> tuple[Piece, Piece] | None:
    if isinstance(change, CellChange):
        name = _row(report, change.table, change.key)
        now = report.value(change.table, change.key)
        return Piece(name, _figure(now)), Piece(name, _figure(change.value))
    if isinstance(change, PrintedChange):
        name = _row(report, change.table, change.key)
        now = report.printed.get(change.table, {}).get(change.key)
        then = report.value(change.table, change.key)
        return Piece(name, _figure(now)), Piece(name, _figure(then))
    if isinstance(change, TextChange):
        return _around(report.sections[change.section], change.text)
    if isinstance(change, IdentityChange) and change.title != report.title:
        return _around(report.title, change.title)
    return None


def _row(report: Report, table: str, key: str) -> str:
    """Return the name of a row, of a long one the end, which tells it from its neighbours."""
    name = report.form.table(table).row_name(key)
    return f"{name if len(name) <= _NAME else '…' + name[-_NAME:]}："


def _figure(value: Value) -> str:
    return format_value(value) or "空"


def _around(now: str, then: str) -> tuple[Piece, Piece]:
    """Return the words that differ between two texts, with a few characters around them."""
    start = _same(now, then)
    end = _same(now[start:][::-1], then[start:][::-1])
    # A figure is shown whole: of 23 and 21 nobody reads that 3 becomes 1.
    while start and now[start - 1] in _DIGITS:
        start -= 1
    while end and now[len(now) - end] in _DIGITS:
        end -= 1
    before = now[max(start - _AROUND, 0) : start].rpartition("\n")[2]
    after = now[len(now) - end :][:_AROUND].partition("\n")[0]
    lead = "…" if start > len(before) else ""
    return (
        Piece(lead + before, _short(now[start : len(now) - end]), after),
        Piece(lead + before, _short(then[start : len(then) - end]), after),
    )


def _same(one: str, other: str) -> int:
    limit = min(len(one), len(other))
    return next((place for place in range(limit) if one[place] != other[place]), limit)


def _short(text: str) -> str:
    line = " ".join(text.split("\n"))
    return line if len(line) <= _MOST else f"{line[: _MOST - 1]}…"
