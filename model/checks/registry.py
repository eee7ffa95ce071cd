"""The list of checks: the rule that each holds, what it reads and what it silences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Flag, auto
from typing import Any, TypeVar

from model.checks.finding import Finding
from model.form import Section, Table
from model.report import Report

Found = Iterator[Finding]


class Reads(Flag):
    """What a check looks at, so that an edit elsewhere does not run it again.

    Who the unit is, the year, last year's report and the settings are read by all.
    """

    CELLS = auto()
    TEXTS = auto()
    ALL = CELLS | TEXTS


class Per(Flag):
    """Whether a check runs once a report, once a table or once a section."""

    REPORT = auto()
    TABLE = auto()
    SECTION = auto()


@dataclass(frozen=True, eq=False)
class Check:
    """A registered check: its codes, its rule, what it reads, and the codes that it silences."""

    codes: tuple[str, ...]
    rule: str
    silences: frozenset[str]
    per: Per
    reads: Reads
    run: Callable[..., Found]


CHECKS: list[Check] = []

_Function = TypeVar("_Function", bound=Callable[..., Found])


def check(
    *codes: str, rule: str, silences: Iterable[str] = (), reads: Reads = Reads.ALL
) -> Callable[[Callable[[Report], Found]], Callable[[Report], Found]]:
    """Register a function that yields findings of these codes on a whole report.

    Its findings silence findings of the codes in `silences` that rest on a cell it names, or on
    words that overlap its own.
    """
    return _register(codes, rule, silences, Per.REPORT, reads)


def table_check(
    *codes: str, rule: str, silences: Iterable[str] = ()
) -> Callable[[Callable[[Report, Table], Found]], Callable[[Report, Table], Found]]:
    """Register a function that yields findings on one table and reads no other's cells."""
    return _register(codes, rule, silences, Per.TABLE, Reads.CELLS)


def section_check(
    *codes: str, rule: str, silences: Iterable[str] = (), reads: Reads = Reads.TEXTS
) -> Callable[[Callable[[Report, Section], Found]], Callable[[Report, Section], Found]]:
    """Register a function that yields findings on one section and reads no other's text.

    With `reads=Reads.ALL` it reads the tables too.
    """
    return _register(codes, rule, silences, Per.SECTION, reads)


def _register(
    codes: tuple[str, ...], rule: str, silences: Iterable[str], per: Per, reads: Reads
) -> Callable[[Any], Any]:
    def register(function: _Function) -> _Function:
        CHECKS.append(Check(codes, rule, frozenset(silences), per, reads, function))
        return function

    return register
