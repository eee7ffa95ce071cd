"""Checks several reports at once, files and folders, and tells the findings as lines or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from file_kinds import SOURCE_KINDS
from model.checks import Finding, Level, run_checks
from model.checks.last_year import last_year
from model.checks.like_units import like_other_units
from model.judging.acknowledging import reason_for
from model.report.report import Previous, Report
from model.report.values import Value
from report_sources import open_report
from storage.errors import FileProblem

Tell = Callable[[str], None]


@dataclass(frozen=True)
class CheckedFinding:
    """A finding, and why the clerk declared it right, or None."""

    finding: Finding
    reason: str | None


@dataclass
class CheckRun:
    """The findings by file, the files named as they were given; whether any was not usable."""

    files: list[tuple[str, list[CheckedFinding]]] = field(default_factory=list)
    has_unusable: bool = False

    @property
    def has_errors(self) -> bool:
        """Return whether there is an error that was not declared right."""
        return any(
            item.finding.level is Level.ERROR and item.reason is None
            for _, found in self.files
            for item in found
        )

    def as_json(self) -> str:
        """Return all findings as one JSON array, [] where there are none."""
        rows = [
            finding_to_json(name, item.finding, item.reason)
            for name, found in self.files
            for item in found
        ]
        return json.dumps(rows, ensure_ascii=False, indent=2)

    def as_lines(self) -> Iterator[str]:
        """Yield the findings as lines for a person, file by file."""
        for name, found in self.files:
            shown = Path(name).name
            yield f"{shown}：{len(found)}个问题" if found else f"{shown}：没有发现问题"
            for item in found:
                reason = "" if item.reason is None else f"（情况属实：{item.reason}）"
                yield f"  【{item.finding.level.label}】{item.finding.message}{reason}"


def check_files(names: Sequence[str], previous: Previous | None, tell: Tell) -> CheckRun:
    """Return the findings on files and on what folders hold.

    A file that cannot be read raises nothing: `tell` hears of it, and the others are checked. It
    hears too of those that last year's report was not used for: one of another unit where several
    are checked, or one not of the year after it.
    """
    run = CheckRun()
    found = list(_files(names, run, tell))
    reports: list[Report] = []
    for name in found:
        try:
            opened = open_report(Path(name))
        except FileProblem as error:
            tell(str(error))
            run.has_unusable = True
            continue
        report = opened.report
        for line in opened.note_lines:
            tell(f"「{Path(name).name}」{line}")
        if previous is not None:
            _attach(report, previous, Path(name).name, len(found) > 1, tell)
        entries = [
            CheckedFinding(finding, reason_for(report, finding)) for finding in run_checks(report)
        ]
        run.files.append((name, entries))
        reports.append(report)
    _add_likenesses(run, reports)
    return run


def _add_likenesses(run: CheckRun, reports: Sequence[Report]) -> None:
    """Add the findings on reports of different units that are alike."""
    for number, finding in like_other_units(reports).items():
        entry = CheckedFinding(finding, reason_for(reports[number], finding))
        run.files[number][1].append(entry)


def _files(names: Iterable[str], run: CheckRun, tell: Tell) -> Iterator[str]:
    """Yield the files, those of a folder in its place and in order of their names."""
    for name in names:
        if not Path(name).is_dir():
            yield name
            continue
        inside = sorted(str(path) for path in Path(name).rglob("*") if _is_report(path))
        if not inside:
            tell(f"文件夹「{Path(name).name}」里没有能读的报告文件。")
            run.has_unusable = True
        yield from inside


def _is_report(path: Path) -> bool:
    """Return whether a file in a folder may be a report; lock files of Word and WPS are none."""
    kinds = {extension for _, group in SOURCE_KINDS for extension in group}
    is_hidden = path.name.startswith((".", "~$", ".~"))
    return path.suffix.lower() in kinds and not is_hidden and path.is_file()


def _attach(
    report: Report, previous: Previous, name: str, is_one_of_many: bool, tell: Tell
) -> None:
    units = {report.organization, previous.organization} - {""}
    if is_one_of_many and len(units) > 1:
        tell(f"「{name}」：上年报告是{previous.organization}的，没有用来比对。")
        return
    report.previous = previous
    if last_year(report) is None:
        tell(
            f"「{name}」：这是{report.year}年的报告，给的上年报告却是{previous.year}年的，"
            "没有用来比对。"
        )


def finding_to_json(file: str, finding: Finding, reason: str | None) -> dict[str, Any]:
    """Return a finding as the JSON object of the command line; `file` is the name as given.

    `start` and `length` count characters (code points) of the section, null where no words are
    meant; figures are numbers in the unit of their column; `reason` is null where the finding was
    not declared right.
    """
    table = finding.table
    cells = [key if table else f"{name}/{key}" for name, key in finding.cells]
    has_words = finding.start >= 0
    return {
        "file": file,
        "code": finding.code,
        "level": finding.level.value,
        "message": finding.message,
        "table": table or None,
        "cells": cells,
        "section": finding.section or None,
        "quote": finding.quote if has_words else None,
        "start": finding.start if has_words else None,
        "length": finding.length if has_words else None,
        "expected": _number(finding.expected),
        "actual": _number(finding.actual),
        "acknowledged": reason,
    }


def _number(value: Value) -> int | float | str | None:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
