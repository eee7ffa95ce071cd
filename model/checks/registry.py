"""What a check is: the rule that it holds, what it reads and what it silences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, Flag, auto
from functools import partial

from model.checks.finding import Finding
from model.form.parts import Section
from model.form.table import Table
from model.report.report import Report

Found = Iterator[Finding]


class Reads(Flag):
    """What a check looks at, so that an edit elsewhere does not run it again.

    Who the unit is, the year, last year's report and the settings are read by all.
    """

    CELLS = auto()
    TEXTS = auto()
    ALL = CELLS | TEXTS


class Per(Enum):
    """Whether a check runs once a report, once a table or once a section."""

    REPORT = auto()
    TABLE = auto()
    SECTION = auto()


@dataclass(frozen=True, eq=False)
class Check:
    """A check: its codes, its rule, what it reads, and the codes that it silences.

    `run` takes the report, and the table or section where it runs once for each.
    """

    codes: tuple[str, ...]
    rule: str
    silences: frozenset[str]
    per: Per
    reads: Reads
    run: Callable[..., Found]


def check(
    *codes: str, rule: str, silences: Iterable[str] = (), reads: Reads = Reads.ALL
) -> Callable[[Callable[[Report], Found]], Check]:
    """Make a check of a function that yields findings of these codes on a whole report.

    Its findings silence findings of the codes in `silences` that rest on a cell it names, or on
    words that overlap its own.
    """
    return partial(Check, codes, rule, frozenset(silences), Per.REPORT, reads)


def table_check(
    *codes: str, rule: str, silences: Iterable[str] = ()
) -> Callable[[Callable[[Report, Table], Found]], Check]:
    """Make a check of a function that yields findings on one table and reads no other's cells."""
    return partial(Check, codes, rule, frozenset(silences), Per.TABLE, Reads.CELLS)


def section_check(
    *codes: str, rule: str, silences: Iterable[str] = (), reads: Reads = Reads.TEXTS
) -> Callable[[Callable[[Report, Section], Found]], Check]:
    """Make a check of a function that yields findings on one section and reads no other's text.

    With `reads=Reads.ALL` it reads the tables too.
    """
    return partial(Check, codes, rule, frozenset(silences), Per.SECTION, reads)
