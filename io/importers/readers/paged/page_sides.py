"""Tables printed without rules at their left and right: the sides that their other rules imply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from importers.readers.paged.drawn_page import DrawnPage

if TYPE_CHECKING:
    from pdfplumber.table import Table

FEWEST_RULES = 3
LEAST_REACH = 6.0
"""Points that rules run on beyond the outermost columns found."""
TALLEST_CAPTION = 40.0
"""Points between two rules without any line between columns: a caption may stand there."""
_NEAR = 3.0


@dataclass(frozen=True)
class _Span:
    """From where to where a rule or line runs, and at which place of the other direction."""

    at: float
    start: float
    end: float


def missing_sides(page: DrawnPage, tables: Sequence[Table]) -> list[dict[str, object]]:
    """Return the vertical lines to add so that the outer columns of open tables are closed.

    Each is a line object as pdfplumber takes it, in points from the top left.
    """
    if not tables:
        return []
    rules, columns = _joined_rules(page), _columns(page)
    reaches = dict.fromkeys(_reach(table, rules) for table in tables)
    return [
        _line(x, top, bottom)
        for left, right in reaches
        if right > left
        for top, bottom in _runs(left, right, rules, columns)
        for x in (left, right)
        if not _is_closed(columns, x, top, bottom)
    ]


def _columns(page: DrawnPage) -> list[_Span]:
    return [
        _Span(edge["x0"], edge["top"], edge["bottom"])
        for edge in page.edges
        if _is_column(edge) and edge["bottom"] - edge["top"] > _NEAR
    ]


def _is_closed(columns: Sequence[_Span], x: float, top: float, bottom: float) -> bool:
    """Return whether a line stands at a side already, along any part of a run."""
    return any(
        abs(column.at - x) < _NEAR and column.start < bottom and column.end > top
        for column in columns
    )


def _is_column(edge: dict[str, object]) -> bool:
    return edge["orientation"] == "v"


def _joined_rules(page: DrawnPage) -> list[_Span]:
    """Return the rules from top to bottom, pieces that touch as one."""
    pieces = sorted(
        (round(float(edge["top"])), float(edge["x0"]), float(edge["x1"]))
        for edge in page.edges
        if edge["orientation"] == "h"
    )
    rules: list[_Span] = []
    for height, x0, x1 in pieces:
        last = rules[-1] if rules else None
        if last and abs(last.at - height) < _NEAR and x0 - last.end < _NEAR:
            rules[-1] = _Span(last.at, min(last.start, x0), max(last.end, x1))
        else:
            rules.append(_Span(height, x0, x1))
    return rules


def _reach(table: Table, rules: Sequence[_Span]) -> tuple[float, float]:
    """Return how far the rules of a table run to both sides; (0, 0) if no further than it."""
    left, top, right, bottom = table.bbox
    own = [
        rule
        for rule in rules
        if top - _NEAR < rule.at < bottom + _NEAR and rule.start < right and rule.end > left
    ]
    starts = [rule.start for rule in own if rule.start < left - LEAST_REACH]
    ends = [rule.end for rule in own if rule.end > right + LEAST_REACH]
    if max(len(starts), len(ends)) < FEWEST_RULES:
        return 0.0, 0.0
    return round(min([left, *starts]), 1), round(max([right, *ends]), 1)


def _runs(
    left: float, right: float, rules: Sequence[_Span], columns: Sequence[_Span]
) -> Iterator[tuple[float, float]]:
    """Yield the first and last rule of each run that has columns, or captions, all the way."""
    own = [
        rule.at for rule in rules if abs(rule.start - left) < _NEAR or abs(rule.end - right) < _NEAR
    ]
    run: list[float] = []
    for height in sorted(set(own)):
        if run and not _goes_on(run[-1], height, columns):
            yield run[0], run[-1]
            run = []
        run.append(height)
    if run:
        yield run[0], run[-1]


def _goes_on(above: float, below: float, columns: Sequence[_Span]) -> bool:
    if below - above <= TALLEST_CAPTION:
        return True
    middle = (above + below) / 2
    return any(column.start < middle < column.end for column in columns)


def _line(x: float, top: float, bottom: float) -> dict[str, object]:
    return {
        "object_type": "line",
        "x0": x,
        "x1": x,
        "top": top,
        "bottom": bottom,
        "width": 0.0,
        "height": bottom - top,
    }
