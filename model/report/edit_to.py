"""The edit that makes one report what another one is."""

from __future__ import annotations

from collections.abc import Iterator

from model.form.table import Table
from model.report.edits import (
    AcknowledgedChange,
    CellChange,
    Change,
    Edit,
    FigureSourceChange,
    IdentityChange,
    LinksChange,
    OfficeChange,
    PreviousChange,
    PrintedChange,
    ReusedChange,
    SignOffChange,
    TextChange,
)
from model.report.report import Report
from model.report.values import Value


def edit_to(report: Report, other: Report, name: str) -> Edit:
    """Return the edit of that name after which a report holds what the other one does.

    Both must be of the same edition of the form: ValueError where they are not. What no edit can
    reach, such as the notes on where a report came from, stays.
    """
    if report.form.edition != other.form.edition:
        raise ValueError(f"{report.form.edition} is not {other.form.edition}")
    changes = [*_identity(report, other), *_texts(report, other)]
    for table in report.form.tables:
        changes += [*_cells(report, other, table), *_sources(report, other, table)]
    changes += _members(report, other)
    if report.links != other.links or (changes and report.links):
        # Named whenever anything changes: what follows a cell must not move on its own here.
        changes.append(LinksChange(other.links))
    return Edit(name, tuple(changes))


def _identity(report: Report, other: Report) -> Iterator[Change]:
    wanted = IdentityChange(other.organization, other.year, other.title)
    if wanted != IdentityChange(report.organization, report.year, report.title):
        yield wanted


def _texts(report: Report, other: Report) -> Iterator[Change]:
    for key, text in other.sections.items():
        if text != report.sections[key]:
            yield TextChange(key, text)


def _cells(report: Report, other: Report, table: Table) -> Iterator[Change]:
    for key in table.inputs:
        value = other.value(table.key, key)
        if not _same(value, report.value(table.key, key)):
            yield CellChange(table.key, key, value)
    ours, theirs = report.printed.get(table.key, {}), other.printed.get(table.key, {})
    for key in table.sums:
        if not _same(ours.get(key), theirs.get(key)):
            yield PrintedChange(table.key, key, theirs.get(key))


def _same(one: Value, two: Value) -> bool:
    # 0.10 and 0.1 are equal and not the same.
    return type(one) is type(two) and str(one) == str(two)


def _sources(report: Report, other: Report, table: Table) -> Iterator[Change]:
    ours = report.figure_sources.get(table.key, {})
    theirs = other.figure_sources.get(table.key, {})
    for place in {**ours, **theirs}:
        if ours.get(place, "") != theirs.get(place, ""):
            yield FigureSourceChange(table.key, place, theirs.get(place, ""))


def _members(report: Report, other: Report) -> Iterator[Change]:
    if report.reused != other.reused:
        yield ReusedChange(other.reused)
    if report.previous != other.previous:
        yield PreviousChange(other.previous)
    if report.acknowledged != other.acknowledged:
        yield AcknowledgedChange(other.acknowledged)
    if report.office != other.office:
        yield OfficeChange(other.office)
    if report.sign_off != other.sign_off:
        yield SignOffChange(other.sign_off)
