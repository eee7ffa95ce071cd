"""One file that is checked without a window, by itself and in whatever process it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from model.checks import Checker, Finding
from model.checks.declared import reason_for
from model.checks.last_year import last_year
from model.checks.like_units import OwnText, own_text
from model.judging.sorted_findings import waiting_words
from model.report.report import Previous, Report
from report_sources import open_report
from storage.errors import FileProblem


@dataclass(frozen=True)
class CheckedFinding:
    """A finding, and why the clerk declared it right, or None."""

    finding: Finding
    reason: str | None


@dataclass(frozen=True)
class Looked:
    """What came of a file: lines to tell, its findings, and its own text, None if not usable."""

    name: str
    lines: tuple[str, ...]
    findings: tuple[CheckedFinding, ...] = ()
    waiting: str = ""
    """What can be checked only after others are settled, as a line, or ""."""
    text: OwnText | None = None


@dataclass
class _Beside:
    """What is known to a process besides the file: last year's report, and whether it is one."""

    previous: Previous | None = None
    is_one_of_many: bool = False


_beside = _Beside()


def begin_looking(previous: Path | None, is_one_of_many: bool) -> None:
    """Read last year's file, once for all files that this process looks at."""
    _beside.previous = open_report(previous).report.as_previous() if previous else None
    _beside.is_one_of_many = is_one_of_many


def look_at_file(name: str) -> Looked:
    """Return the findings on a file; nothing that is wrong with it is raised."""
    try:
        return _look(name)
    except FileProblem as problem:
        return Looked(name, (str(problem),))
    except Exception as error:
        return Looked(name, (_FAULT.format(Path(name).name, type(error).__name__),))


_FAULT = "「{}」：程序内部出错（{}），这一份没有检查，其他文件不受影响。请把这个文件交给维护人员。"
_LOST = (
    "「{}」：检查它的时候程序意外中断，这一份没有检查，其他文件不受影响。请把这个文件交给维护人员。"
)


def lost(name: str) -> Looked:
    """Return what stands for a file whose process ended in the midst of it."""
    return Looked(name, (_LOST.format(Path(name).name),))


def _look(name: str) -> Looked:
    opened = open_report(Path(name))
    report, shown = opened.report, Path(name).name
    lines = [f"「{shown}」{line}" for line in opened.note_lines]
    if _beside.previous is not None:
        lines += _attach(report, _beside.previous, shown)
    checker = Checker()
    found = [CheckedFinding(item, reason_for(report, item)) for item in checker.check(report)]
    left = [item.finding for item in found if item.reason is None]
    waiting = waiting_words(left, len(checker.waiting))
    return Looked(name, tuple(lines), tuple(found), waiting, own_text(report))


def _attach(report: Report, previous: Previous, name: str) -> list[str]:
    """Give a report its last year's, and return why that is not used."""
    units = {report.organization, previous.organization} - {""}
    if _beside.is_one_of_many and len(units) > 1:
        return [f"「{name}」：上年报告是{previous.organization}的，没有用来比对。"]
    report.previous = previous
    if last_year(report) is not None:
        return []
    return [
        f"「{name}」：这是{report.year}年的报告，给的上年报告却是{previous.year}年的，没有用来比对。"
    ]


def reason_in_file(name: str, finding: Finding) -> str | None:
    """Return why a finding on several files was declared right in one of them, or None."""
    try:
        return reason_for(open_report(Path(name)).report, finding)
    except FileProblem:
        return None
