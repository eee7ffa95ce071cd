"""Reports of zeros but for some cells, for the tests of checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from model.checks import Finding
from model.checks.finding import CellRef
from model.form import Form
from model.report import Copied, Report, Tables
from model.values import Value

TOWN = "阿城区红星镇"
Cells = Mapping[str, Value]


def zeros(form: Form, cells: Cells) -> Tables:
    """Return tables of zeros with cells given as table/row.column."""
    tables: Tables = {table.key: dict.fromkeys(table.inputs, 0) for table in form.tables}
    for place, value in cells.items():
        table, key = place.split("/")
        tables[table][key] = value
    return tables


def given(cells: Cells) -> Tables:
    tables: Tables = {}
    for place, value in cells.items():
        table, key = place.split("/")
        tables.setdefault(table, {})[key] = value
    return tables


def ref(place: str) -> CellRef:
    table, key = place.split("/")
    return table, key


@dataclass(frozen=True)
class Case:
    """A report of zeros but for some cells, and the findings that it must have."""

    cells: Cells = field(default_factory=dict)
    printed: Cells = field(default_factory=dict)
    last: Cells | None = None
    last_printed: Cells = field(default_factory=dict)
    last_year: int | None = 2022
    organization: str = TOWN
    sections: Mapping[str, str] = field(default_factory=dict)
    copied: tuple[Copied, ...] = ()

    def report(self, form: Form) -> Report:
        previous = None
        if self.last is not None:
            last = Report(form, tables=zeros(form, self.last), printed=given(self.last_printed))
            last.year = self.last_year
            previous = last.as_previous()
        return Report(
            form,
            organization=self.organization,
            year=2023,
            sections=dict(self.sections),
            tables=zeros(form, self.cells),
            printed=given(self.printed),
            previous=previous,
            copied=self.copied,
        )


NEW, OVER = "requests/new_received.", "requests/carried_over."
GRANTED, FORWARD = "requests/granted.", "requests/carried_forward."
TOTALS = "requests/outcome_total."
LAW, NORM = "proactive_disclosure/regulations.", "proactive_disclosure/normative_documents."
FEE = "proactive_disclosure/fees.amount"
UPHELD = "review/reconsideration.upheld"
ROW_OF_ONE = {NEW + "natural_person": 1, GRANTED + "natural_person": 1}
NO_OVER: Cells = dict.fromkeys(
    OVER + key
    for key in (
        "natural_person",
        "commercial_enterprise",
        "research_institution",
        "public_welfare_organization",
        "legal_service_institution",
        "other_organization",
    )
)


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]
