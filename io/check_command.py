"""Checks several reports at once, files and folders, and tells the findings as lines or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from checked_file import CheckedFinding, begin_looking, look_at_file, lost, reason_in_file
from file_kinds import SOURCE_KINDS
from model.checks import Finding, Level
from model.checks.like_units import OwnText, like_other_units
from model.report.values import Value
from report_sources import open_report
from several_processes import SeveralProcesses

Tell = Callable[[str], None]
Step = Callable[[int, int], None]


@dataclass
class CheckRun:
    """The findings by file, the files named as they were given; whether any was not usable."""

    files: list[tuple[str, list[CheckedFinding]]] = field(default_factory=list)
    has_unusable: bool = False
    waiting: dict[str, str] = field(default_factory=dict)
    """By file: what can be checked only after others are settled, as a line."""

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
            if self.waiting.get(name):
                yield f"  {self.waiting[name]}"


def check_files(
    names: Sequence[str], previous: Path | None, tell: Tell, step: Step = lambda *_: None
) -> CheckRun:
    """Return the findings on files and on what folders hold, many of them in several processes.

    A file that cannot be read raises nothing: `tell` hears of it, and the others are checked. It
    hears too of those that last year's report was not used for: one of another unit where several
    are checked, or one not of the year after it. `step` hears how many of how many are done.

    FileProblem where last year's file cannot be read.
    """
    run = CheckRun()
    found = list(_files(names, run, tell))
    if previous is not None:
        open_report(previous)
    begin = partial(begin_looking, previous, len(found) > 1)
    texts: list[OwnText] = []
    for done, looked in enumerate(SeveralProcesses(look_at_file, begin, lost).results(found)):
        step(done + 1, len(found))
        for line in looked.lines:
            tell(line)
        if looked.text is None:
            run.has_unusable = True
            continue
        run.files.append((looked.name, list(looked.findings)))
        run.waiting[looked.name] = looked.waiting
        texts.append(looked.text)
    _add_likenesses(run, texts)
    return run


def _add_likenesses(run: CheckRun, texts: Sequence[OwnText]) -> None:
    """Add the findings on reports of different units that are alike."""
    for number, finding in like_other_units(texts).items():
        name, findings = run.files[number]
        findings.append(CheckedFinding(finding, reason_in_file(name, finding)))


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
