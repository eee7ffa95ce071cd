"""Why cells of an import are to be looked at: one cause, on which doubts on many cells hang."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CauseKind(StrEnum):
    """What in the source raised a doubt."""

    HEADER = "header"
    """The words above the figures do not name each column once."""
    FEW = "few"
    """A row has fewer figures than there are columns."""
    MANY = "many"
    """A row has more figures than there are columns."""
    MERGED = "merged"
    """A figure stands in a cell merged over several columns or rows."""
    UNIT = "unit"
    """An amount is written in another unit than the form's."""
    SUBTOTAL = "subtotal"
    """A row of a group does not add up what stands in the group's own rows."""
    UNSPLIT = "unsplit"
    """The source has a group of rows as one."""
    LABEL = "label"
    """A row is called otherwise, or its name stands in another place."""
    TWICE = "twice"
    """A row stands twice, with other figures."""
    BROKEN = "broken"
    """A figure has a blank or a line's end between its digits."""
    NO_TABLE = "no-table"
    """The source has the part but no table that can be read."""


@dataclass(frozen=True)
class Cause:
    """One thing in the source that makes cells of one table doubtful, in Chinese and as data.

    `rows` are the official rows concerned, () for the whole table. `header` has the rows of words
    above `source`, the row as it stands there. `placements` are the ways to place its figures that
    fit every sum, each with a text per key of `keys`, "" where a figure is missing.
    """

    kind: CauseKind
    table: str
    text: str
    rows: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    header: tuple[tuple[str, ...], ...] = ()
    keys: tuple[str, ...] = ()
    placements: tuple[tuple[str, ...], ...] = ()
