"""The report: identity, texts, figures, what a source printed, and last year's report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy, deepcopy
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from model.form.form import Form
from model.form.parts import row_key_of
from model.form.table import Table
from model.report.acknowledged import Acknowledged
from model.report.cleaning import cleaned
from model.report.links.link import Link
from model.report.office import Office, usual_deadline
from model.report.sign_off_record import SignOff
from model.report.totals import recalculate
from model.report.values import Value, number_of
from model.report.year_range import is_report_year
from model.texts.figure_clauses import has_clause
from model.texts.unit_kind import unit_kind

Tables = dict[str, dict[str, Value]]


@dataclass(frozen=True)
class Previous:
    """Last year's report, in its own edition, as a reference beside this year's; never edited."""

    form: Form
    organization: str
    year: int | None
    sections: Mapping[str, str]
    tables: Mapping[str, Mapping[str, Value]]
    printed: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)

    def value(self, table: str, key: str) -> Value:
        """Return last year's figure; a printed total stands in where all its parts are blank."""
        value = self.tables.get(table, {}).get(key)
        return self.printed.get(table, {}).get(key) if value is None else value


@dataclass(frozen=True)
class ReusedText:
    """A piece of last year's text, unedited and unconfirmed: a paragraph, or a figure's clause."""

    section: str
    text: str
    is_figure: bool = False


@dataclass
class Report:
    """One report. Only `model.report.edits` changes it once it is built.

    `tables` holds every key of the form. `printed` holds totals that a source printed and that
    may differ from ours. `notes` are lines for the clerk on where the report came from.
    `acknowledged` are findings that the clerk declared right, with the reason. `figure_sources`
    say where a figure comes from, by table and by row or cell key. `links` are figures in the texts
    that follow a cell, in the order of the report; an edit keeps them true. `source_labels` are
    labels that a source printed otherwise than the form, by table and by the form's label.
    `part_names` are what a source called a part otherwise than the form, by section. `extra` keeps
    members of a report file that this version does not know.
    """

    form: Form
    organization: str = ""
    year: int | None = None
    title: str = ""
    sections: dict[str, str] = field(default_factory=dict)
    tables: Tables = field(default_factory=dict)
    printed: Tables = field(default_factory=dict)
    previous: Previous | None = None
    reused: tuple[ReusedText, ...] = ()
    notes: tuple[str, ...] = ()
    acknowledged: tuple[Acknowledged, ...] = ()
    office: Office = Office()
    figure_sources: dict[str, dict[str, str]] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    source_labels: dict[str, dict[str, str]] = field(default_factory=dict)
    part_names: dict[str, str] = field(default_factory=dict)
    sign_off: SignOff = SignOff()
    extra: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Clean all texts, fill in every key of the form and calculate all totals."""
        for member in fields(self):
            if member.name != "form":
                setattr(self, member.name, cleaned(getattr(self, member.name)))
        self.sections = {key: self.sections.get(key, "") for key in self.form.section_keys}
        given = self.tables
        self.tables = {
            table.key: {key: given.get(table.key, {}).get(key) for key in table.keys}
            for table in self.form.tables
        }
        for table in self.form.tables:
            recalculate(table, self.tables[table.key])

    def detached(self) -> Report:
        """Return a copy that stays as it is while this one is edited.

        Shared is only what never changes: the form, last year's report, texts and tuples.
        """
        other = copy(self)
        for member in fields(self):
            held = getattr(self, member.name)
            if isinstance(held, dict):
                setattr(other, member.name, deepcopy(held))
        return other

    @property
    def office_kind(self) -> str:
        """Return the kind of unit that is set, or else judged by its name, or "unknown"."""
        return self.office.kind or unit_kind(self.organization)

    @property
    def deadline(self) -> date | None:
        """Return the day by which the report is due, None while its year is unknown or none."""
        if self.office.deadline or self.year is None or not is_report_year(self.year):
            return self.office.deadline
        return usual_deadline(self.year, self.office_kind)

    def figure_source(self, table: str, key: str) -> str:
        """Return the note on where a cell's figure comes from: its own, or its row's, or ""."""
        noted = self.figure_sources.get(table, {})
        return noted.get(key) or noted.get(row_key_of(key), "")

    def value(self, table: str, key: str) -> Value:
        """Return the figure that stands in a cell."""
        return self.tables[table][key]

    def blank_inputs(self, table: Table) -> tuple[str, ...]:
        """Return the cells of a table that a person has still to fill in, in reading order."""
        values = self.tables[table.key]
        return tuple(key for key in table.inputs if values[key] is None)

    def differing_totals(self) -> Iterator[tuple[Table, str, Value]]:
        """Yield (table, key, printed figure) of each printed total that differs from ours."""
        for table in self.form.tables:
            for key, printed in self.differing_in(table):
                yield table, key, printed

    def differing_in(self, table: Table) -> Iterator[tuple[str, Value]]:
        """Yield (key, printed figure) of each printed total of a table that differs from ours."""
        given = self.printed.get(table.key, {})
        for key in table.sums if given else ():
            printed = given.get(key)
            if printed not in (None, self.tables[table.key][key]):
                yield key, printed

    def effective_value(self, table: str, key: str) -> Value:
        """Return the figure to compare with: a printed total where all its parts are blank.

        A total of totals adds up such printed totals too.
        """
        printed = self.printed.get(table, {})
        parts = self.form.table(table).crossing_parts(key)
        if any(self.tables[table][part] is None and part in printed for part in parts):
            return sum((number_of(self.effective_value(table, part)) for part in parts), start=0)
        value = self.tables[table][key]
        return printed.get(key) if value is None else value

    def remaining_reused(self) -> tuple[ReusedText, ...]:
        """Return the pieces of last year's text that still stand here word for word."""
        return tuple(piece for piece in self.reused if self._still_stands(piece))

    def _still_stands(self, piece: ReusedText) -> bool:
        text = self.sections.get(piece.section, "")
        if piece.is_figure:
            # By whole clauses, so that 0件 is not found in an edited 10件.
            return has_clause(text, piece.text)
        return piece.text in text and piece.text in text.split("\n")

    def as_previous(self) -> Previous:
        """Return this report as the reference of next year's."""
        return Previous(
            form=self.form,
            organization=self.organization,
            year=self.year,
            sections=dict(self.sections),
            tables={key: dict(values) for key, values in self.tables.items()},
            printed=self.kept_printed(),
        )

    def kept_printed(self) -> Tables:
        """Return the printed totals that differ from ours, by table."""
        kept: Tables = {}
        for table, key, printed in self.differing_totals():
            kept.setdefault(table.key, {})[key] = printed
        return kept
