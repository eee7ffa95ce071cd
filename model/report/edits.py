"""Invertible edits: the only way in which a report changes once it is built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace

from model.report.acknowledged import Acknowledged
from model.report.cleaning import cleaned
from model.report.links.following import Before, before_edit, carry_over, follow
from model.report.links.link import Link, Lost
from model.report.office import Office
from model.report.report import Previous, Report, ReusedText
from model.report.sign_off_record import SignOff
from model.report.totals import recalculate
from model.report.values import Value


@dataclass(frozen=True)
class CellChange:
    """A typed cell gets a value."""

    table: str
    key: str
    value: Value


@dataclass(frozen=True)
class PrintedChange:
    """The total that a source printed is set, or forgotten with None."""

    table: str
    key: str
    value: Value


@dataclass(frozen=True)
class TextChange:
    """A section gets a text."""

    section: str
    text: str


@dataclass(frozen=True)
class IdentityChange:
    """The unit, the title or the year of the report is set."""

    organization: str
    year: int | None
    title: str


@dataclass(frozen=True)
class ReusedChange:
    """The pieces still marked as last year's text are set."""

    reused: tuple[ReusedText, ...]


@dataclass(frozen=True)
class PreviousChange:
    """Last year's report is attached or removed."""

    previous: Previous | None


@dataclass(frozen=True)
class AcknowledgedChange:
    """The findings declared right are set."""

    acknowledged: tuple[Acknowledged, ...]


@dataclass(frozen=True)
class OfficeChange:
    """The settings of the office are set."""

    office: Office


@dataclass(frozen=True)
class SignOffChange:
    """The names of the sign-off and whether the report is final are set."""

    sign_off: SignOff


@dataclass(frozen=True)
class FigureSourceChange:
    """The note on where the figures of a row or cell come from is set, or removed with ""."""

    table: str
    place: str
    note: str


@dataclass(frozen=True)
class LinksChange:
    """The figures that follow the tables are set; made after all other changes of its edit."""

    links: tuple[Link, ...]


MemberChange = (
    ReusedChange | PreviousChange | AcknowledgedChange | OfficeChange | SignOffChange | LinksChange
)
"""A change of one member of the report, which bears the name of the change's field."""

Change = (
    CellChange | PrintedChange | TextChange | IdentityChange | FigureSourceChange | MemberChange
)


@dataclass(frozen=True)
class Edit:
    """One step of work under the name that the undo menu shows."""

    name: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Changes:
    """What an edit changed: cells as (table, key), sections, and whether other members did.

    `sections` are also those whose figures followed a table, or began to, or ceased; `lost` are
    figures that no longer follow one because their words were touched.
    """

    inverse: Edit
    cells: frozenset[tuple[str, str]] = frozenset()
    sections: frozenset[str] = frozenset()
    has_identity: bool = False
    has_reused: bool = False
    has_previous: bool = False
    has_acknowledged: bool = False
    has_office: bool = False
    has_figure_sources: bool = False
    has_sign_off: bool = False
    lost: tuple[Lost, ...] = ()

    @property
    def is_on_all(self) -> bool:
        """Return whether what changed concerns every part of the report."""
        return self.has_identity or self.has_previous or self.has_office


def set_cells(name: str, table: str, values: Iterable[tuple[str, Value]]) -> Edit:
    """Return the edit that types values into cells of one table."""
    return Edit(name, tuple(CellChange(table, key, value) for key, value in values))


def zero_fill(report: Report, table_key: str) -> Edit:
    """Return the edit that fills every blank typed cell of a table with 0."""
    blank = report.blank_inputs(report.form.table(table_key))
    return set_cells("空白填0", table_key, [(key, 0) for key in blank])


def confirm_reused(report: Report, pieces: Iterable[ReusedText]) -> Edit:
    """Return the edit that confirms pieces of last year's text as right for this year."""
    confirmed = set(pieces)
    left = tuple(piece for piece in report.reused if piece not in confirmed)
    return Edit("确认沿用的文字", (ReusedChange(left),))


def forget_printed(table: str, key: str) -> Edit:
    """Return the edit that takes the computed total instead of the one a source printed."""
    return Edit("采用计算值", (PrintedChange(table, key, None),))


def apply(report: Report, edit: Edit) -> Changes:
    """Clean the edit's texts, apply it, recalculate, and return what changed with the inverse.

    Figures in the texts that follow a changed cell are written anew.
    KeyError for a cell or section that the form does not have, ValueError for a typed value in a
    computed cell; the report is then as it was.
    """
    changes = sorted(cleaned(edit.changes), key=lambda change: isinstance(change, LinksChange))
    for change in changes:
        _check(report, change)
    before = before_edit(report)
    inverse: list[Change] = []
    cells: set[tuple[str, str]] = set()
    for change in changes:
        inverse.append(_apply_one(report, change))
        if isinstance(change, (CellChange, PrintedChange)):
            cells.add((change.table, change.key))
    cells |= _recalculated(report, cells)
    kinds = {type(change) for change in edit.changes}
    followed = follow(report, before, is_set=LinksChange in kinds)
    back = (*reversed(inverse), *_texts_back(report, before, followed.sections))
    return Changes(
        inverse=Edit(edit.name, back),
        cells=frozenset(cells),
        sections=followed.sections | _touched_sections(report, before, changes),
        has_identity=IdentityChange in kinds,
        has_reused=report.reused != before.reused or ReusedChange in kinds,
        has_previous=PreviousChange in kinds,
        has_acknowledged=AcknowledgedChange in kinds,
        has_office=OfficeChange in kinds,
        has_figure_sources=FigureSourceChange in kinds,
        has_sign_off=SignOffChange in kinds,
        lost=followed.lost,
    )


def _touched_sections(report: Report, before: Before, changes: Iterable[Change]) -> set[str]:
    """Return the sections that were edited, and those whose links are others now."""
    linked = {link.section for link in {*report.links} ^ {*before.links}}
    return linked | {change.section for change in changes if isinstance(change, TextChange)}


def _texts_back(report: Report, before: Before, followed: frozenset[str]) -> Iterator[Change]:
    """Yield what brings texts and links back: worked out anew, they might not be the same.

    The links are always named where there were any: one burst of typing keeps its first way back.
    Those that the edit set itself are named twice then, as the same.
    """
    for section in sorted(followed):
        yield TextChange(section, before.sections[section])
    if report.reused != before.reused:
        yield ReusedChange(before.reused)
    if report.links or before.links:
        yield LinksChange(before.links)


def _check(report: Report, change: Change) -> None:
    if isinstance(change, FigureSourceChange):
        table = report.form.table(change.table)
        if change.place not in table.key_set and not table.row_keys(change.place):
            raise KeyError(change.place)
    if isinstance(change, TextChange) and change.section not in report.sections:
        raise KeyError(change.section)
    if isinstance(change, (CellChange, PrintedChange)):
        table = report.form.table(change.table)
        if change.key not in table.key_set:
            raise KeyError(change.key)
        if (change.key in table.sums) != isinstance(change, PrintedChange):
            raise ValueError(f"{change.key} is the wrong kind of cell for this change")


def _recalculated(report: Report, cells: set[tuple[str, str]]) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for name in {table for table, _ in cells}:
        touched = [key for table, key in cells if table == name]
        totals = recalculate(report.form.table(name), report.tables[name], touched)
        found |= {(name, key) for key in totals}
    return found


def _apply_one(report: Report, change: Change) -> Change:
    """Make one change and return the one that takes it back."""
    match change:
        case CellChange(table, key, value):
            old = report.tables[table][key]
            report.tables[table][key] = value
            return CellChange(table, key, old)
        case PrintedChange(table, key, value):
            return _change_printed(report, table, key, value)
        case TextChange(section, text):
            before = report.sections[section]
            report.sections[section] = text
            carry_over(report, section, before)
            return TextChange(section, before)
        case IdentityChange():
            identity = IdentityChange(report.organization, report.year, report.title)
            report.organization, report.year = change.organization, change.year
            report.title = change.title
            return identity
        case FigureSourceChange(table, place, note):
            return _change_figure_source(report, table, place, note)
        case _:
            return _change_member(report, change)


def _change_member(report: Report, change: MemberChange) -> MemberChange:
    name = fields(change)[0].name
    before: MemberChange = replace(change, **{name: getattr(report, name)})
    setattr(report, name, getattr(change, name))
    return before


def _change_printed(report: Report, table: str, key: str, value: Value) -> PrintedChange:
    printed = report.printed.setdefault(table, {})
    old = printed.pop(key, None)
    if value is not None:
        printed[key] = value
    return PrintedChange(table, key, old)


def _change_figure_source(report: Report, table: str, place: str, note: str) -> FigureSourceChange:
    noted = report.figure_sources.setdefault(table, {})
    old = noted.pop(place, "")
    if note:
        noted[place] = note
    return FigureSourceChange(table, place, old)
