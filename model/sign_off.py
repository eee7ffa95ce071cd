"""The code of what a report prints, making it final, and what stands in the way."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from model.acknowledging import reason_for
from model.checks.finding import Finding, Level
from model.edits import Edit, SignOffChange
from model.report import Report
from model.signing import Final
from model.values import format_value

_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No 0, O, 1 and I, which are mistaken for one another on paper."""

_GROUPS, _GROUP = 2, 4


@dataclass(frozen=True)
class Obstacle:
    """Why a report cannot be made final: a sentence, and the finding that it rests on, or None.

    `cell` is the first cell concerned as (table, key) where there is no finding.
    """

    message: str
    finding: Finding | None = None
    cell: tuple[str, str] | None = None


def verification_code(report: Report) -> str:
    """Return the short code of all that the report prints, as in 7K3M-Q2XD.

    Blanks at the ends of lines and empty lines do not count, because no paper shows them; notes,
    reasons and settings do not count either. One letter changed gives another code.
    """
    digest = hashlib.sha256("\x1e".join(_content(report)).encode("utf-8", "replace")).digest()
    number = int.from_bytes(digest[:8], "big")
    letters = ""
    for _ in range(_GROUPS * _GROUP):
        number, place = divmod(number, len(_LETTERS))
        letters += _LETTERS[place]
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


def _content(report: Report) -> Iterator[str]:
    yield report.form.edition
    yield "".join(report.organization.split())
    yield "".join(report.title.split())
    for key in report.form.section_keys:
        lines = (line.strip() for line in report.sections[key].split("\n"))
        yield key + "\x1f" + "\n".join(line for line in lines if line)
    for table in report.form.tables:
        for key in table.keys:
            value = format_value(report.effective_value(table.key, key))
            yield f"{table.key}/{key}\x1f{value.strip()}"


def is_code_of(report: Report, code: str) -> bool:
    """Return whether a code, typed in small or capital letters with or without dash, is its own."""
    typed = "".join(char for char in code.upper() if char.isalnum())
    return typed == verification_code(report).replace("-", "")


def obstacles(report: Report, findings: Iterable[Finding]) -> tuple[Obstacle, ...]:
    """Return why the report cannot be made final; () where it can.

    Rule: blank cells are refused, and errors that are left need a written reason.
    """
    found: list[Obstacle] = []
    for table in report.form.tables:
        blank = [key for key in table.inputs if report.value(table.key, key) is None]
        if blank:
            place = table.cell_name(blank[0])
            words = f"{table.name}还有{len(blank)}格空白（第一格是{place}）。"
            found.append(Obstacle(words, cell=(table.key, blank[0])))
    found += (
        Obstacle(f"必须改的问题还没有处理：{finding.message}", finding)
        for finding in findings
        if finding.level is Level.ERROR and reason_for(report, finding) is None
    )
    return tuple(found)


def make_final(report: Report, day: date) -> Edit:
    """Return the edit that makes the report final on a day, under the code of its content."""
    final = Final(day, verification_code(report))
    return Edit("定稿", (SignOffChange(replace(report.sign_off, final=final)),))


def unlock(report: Report) -> Edit:
    """Return the edit that lets the report be changed again; what was signed stays recorded."""
    final = report.sign_off.final
    if final is None:
        return Edit("解除定稿", ())
    unlocked = replace(report.sign_off, final=replace(final, is_unlocked=True))
    return Edit("解除定稿", (SignOffChange(unlocked),))


def matches_signed(report: Report) -> bool | None:
    """Return whether the content is the one that was signed, None where none was."""
    final = report.sign_off.final
    return None if final is None else final.code == verification_code(report)
