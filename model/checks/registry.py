"""The list of checks, what each reads and silences, and the run over a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from model.checks.finding import Finding, Level
from model.report import Report

CheckFunction = Callable[[Report], Iterator[Finding]]


@dataclass(frozen=True)
class Check:
    """A registered check: its codes, its rule, and the codes that it silences."""

    codes: tuple[str, ...]
    rule: str
    silences: tuple[str, ...]
    run: CheckFunction


CHECKS: list[Check] = []


def check(
    *codes: str, rule: str, silences: Iterable[str] = ()
) -> Callable[[CheckFunction], CheckFunction]:
    """Register a function that yields findings of these codes and holds this rule.

    Its findings silence findings of the codes in `silences` that rest on a cell it names.
    """

    def register(function: CheckFunction) -> CheckFunction:
        CHECKS.append(Check(codes, rule, tuple(silences), function))
        return function

    return register


def run_checks(report: Report) -> tuple[Finding, ...]:
    """Return the findings on a report, errors first, then in the order of the form."""
    found = [(item, finding) for item in CHECKS for finding in item.run(report)]
    kept = [finding for _, finding in found if not _is_silenced(finding, found)]
    cells, sections = _positions(report), list(report.form.section_keys)
    return tuple(sorted(kept, key=lambda finding: _rank(finding, cells, sections)))


def _is_silenced(quiet: Finding, found: Sequence[tuple[Check, Finding]]) -> bool:
    """Return whether another finding, not silenced itself, explains this one.

    A silenced swap, for one, must not hide the imbalance of its sound column.
    """
    return any(
        _silences(item, loud, quiet) and not _is_silenced(loud, found) for item, loud in found
    )


def _silences(item: Check, loud: Finding, quiet: Finding) -> bool:
    if loud is quiet or quiet.code not in item.silences:
        return False
    return bool(quiet.rests_on.intersection(loud.cells))


def _positions(report: Report) -> dict[tuple[str, str], int]:
    keys = ((table.key, key) for table in report.form.tables for key in table.keys)
    return {ref: index for index, ref in enumerate(keys)}


def _rank(
    finding: Finding, cells: dict[tuple[str, str], int], sections: Sequence[str]
) -> tuple[int, int, int, int]:
    level = list(Level).index(finding.level)
    cell = min((cells[ref] for ref in finding.cells), default=len(cells))
    section = sections.index(finding.section) if finding.section else len(sections)
    return level, cell, section, finding.start
