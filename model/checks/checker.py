"""Runs the checks over a report, and again only those that an edit touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from time import perf_counter

from model.checks.catalogue import all_checks, table_checks
from model.checks.declared import reason_for
from model.checks.finding import Finding, Level
from model.checks.on_links import without_overwriting
from model.checks.registry import Check, Per, Reads
from model.report.edits import Changes
from model.report.report import Report

_Unit = tuple[Check, str]
"""A check with the table or section that it runs on, or ""."""


class Checker:
    """Remembers what each check found on each table and section of one report."""

    def __init__(self) -> None:
        self.listen: Callable[[Check, str], None] = lambda *_: None
        """Hears of each check that is run, with its table or section, or ""."""
        self.waiting: tuple[Finding, ...] = ()
        """Doubts about words that rest on cells in doubt, which come first."""
        self._found: dict[_Unit, tuple[Finding, ...]] = {}
        self._due: dict[_Unit, None] = {}
        """What has to be run again, because an edit touched what it reads."""

    def check(self, report: Report) -> tuple[Finding, ...]:
        """Return the findings on the whole report, errors first, then in the order of the form."""
        self._touch_all(report)
        return self.run(report, ())

    def recheck(self, report: Report, changes: Iterable[Changes]) -> tuple[Finding, ...]:
        """Return the findings after edits, running only the checks that read what they touched."""
        self.touch(report, changes)
        return self.run(report, ())

    def touch(self, report: Report, changes: Iterable[Changes]) -> None:
        """Note that the checks that read what edits touched are due, and run none yet."""
        changes = tuple(changes)
        if not self._found or any(change.is_on_all for change in changes):
            self._touch_all(report)
            return
        tables = {table for change in changes for table, _ in change.cells}
        sections = _touched_sections(report, changes)
        units = _units(report, all_checks())
        self._due |= dict.fromkeys(unit for unit in units if _is_touched(unit, tables, sections))

    def _touch_all(self, report: Report) -> None:
        self._found.clear()
        self._due = dict.fromkeys(_units(report, all_checks()))

    def run_some(self, report: Report, seconds: float) -> bool:
        """Run due checks for about so long, at least one, and return whether any was due.

        What is found is told by `recheck`, which runs the rest. A check that was run is due again
        as soon as an edit touches what it reads.
        """
        end = perf_counter() + seconds
        was_due = bool(self._due)
        while self._due:
            self._run_next(report)
            if perf_counter() >= end:
                break
        return was_due

    def _run_next(self, report: Report) -> None:
        unit = next(iter(self._due))
        self.listen(*unit)
        found = _run_unit(report, unit)
        self._found[unit] = tuple(without_overwriting(report, one) for one in found)
        del self._due[unit]

    def run(self, report: Report, units: Iterable[_Unit]) -> tuple[Finding, ...]:
        """Return all findings after running these checks and those that are due."""
        self._due |= dict.fromkeys(units)
        while self._due:
            self._run_next(report)
        told = [
            (item, finding) for (item, _), findings in self._found.items() for finding in findings
        ]
        silenced = _Silenced(report, told)
        self.waiting = _sorted(report, silenced.waiting())
        return _sorted(report, silenced.open())


def run_checks(report: Report) -> tuple[Finding, ...]:
    """Return the findings on a report, errors first, then in the order of the form."""
    return Checker().check(report)


def table_findings(report: Report) -> tuple[Finding, ...]:
    """Return the findings on the tables' cells alone, without a look at the texts."""
    checks = [item for item in table_checks() if item.per is Per.TABLE]
    return Checker().run(report, _units(report, checks))


def _units(report: Report, checks: Iterable[Check]) -> Iterator[_Unit]:
    tables = tuple(table.key for table in report.form.tables)
    names = {Per.REPORT: ("",), Per.TABLE: tables, Per.SECTION: report.form.section_keys}
    for item in checks:
        for name in names[item.per]:
            yield item, name


def _touched_sections(report: Report, changes: Sequence[Changes]) -> set[str]:
    """Return the sections that were edited; all of them where text of last year was confirmed."""
    if any(change.has_reused for change in changes):
        return set(report.sections)
    return {section for change in changes for section in change.sections}


def _is_touched(unit: _Unit, tables: set[str], sections: set[str]) -> bool:
    item, name = unit
    if item.per is Per.TABLE:
        return name in tables
    if tables and Reads.CELLS in item.reads:
        return True
    return Reads.TEXTS in item.reads and bool({name} & sections if name else sections)


def _run_unit(report: Report, unit: _Unit) -> Iterator[Finding]:
    item, name = unit
    if item.per is Per.TABLE:
        return item.run(report, report.form.table(name))
    if item.per is Per.SECTION:
        return item.run(report, report.form.section(name))
    return item.run(report)


# ---------------------------------------------------------------- one mistake, one finding


class _Silenced:
    """Which findings are told, and which others explain."""

    def __init__(self, report: Report, found: Sequence[tuple[Check, Finding]]) -> None:
        self._report = report
        self._found = [finding for _, finding in found]
        self._loud = [(item, finding) for item, finding in found if item.silences]

    def open(self) -> list[Finding]:
        """Return the findings that no other explains."""
        return [finding for finding in self._found if not self._by(finding)]

    def waiting(self) -> list[Finding]:
        """Return those on words that wait for cells; two doubts on the same words are one."""
        return [
            finding
            for finding in self._found
            if finding.has_words and any(not other.has_words for other in self._by(finding))
        ]

    def _by(self, quiet: Finding) -> list[Finding]:
        """Return the findings, not silenced themselves, that explain this one.

        A silenced swap, for one, must not hide the imbalance of its sound column.
        """
        return [
            other
            for item, other in self._loud
            if _silences(item, other, quiet)
            and not self._is_settled(other, quiet)
            and not self._by(other)
        ]

    def _is_settled(self, loud: Finding, quiet: Finding) -> bool:
        """Return whether cells were declared right, so that words can be held against them."""
        if not quiet.has_words or loud.has_words:
            return False
        return reason_for(self._report, loud) is not None


def _silences(item: Check, loud: Finding, quiet: Finding) -> bool:
    if loud is quiet or quiet.code not in item.silences:
        return False
    return loud.overlaps(quiet) or not quiet.rests_on.isdisjoint(loud.cells)


# ---------------------------------------------------------------- order


def _sorted(report: Report, findings: list[Finding]) -> tuple[Finding, ...]:
    keys = ((table.key, key) for table in report.form.tables for key in table.keys)
    cells = {ref: index for index, ref in enumerate(keys)}
    sections = report.form.section_keys
    return tuple(sorted(findings, key=lambda finding: _rank(finding, cells, sections)))


def _rank(
    finding: Finding, cells: dict[tuple[str, str], int], sections: Sequence[str]
) -> tuple[int, int, int, int]:
    level = list(Level).index(finding.level)
    cell = min((cells[ref] for ref in finding.cells), default=len(cells))
    section = sections.index(finding.section) if finding.section else len(sections)
    return level, cell, section, finding.start
