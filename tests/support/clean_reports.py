"""Complete reports as different offices write them, on which no check has anything to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import clean_bureau_texts
import clean_higher_texts
import clean_town_texts
from model.form.form import Form
from model.report.report import Report, Tables
from model.report.values import Value
from storage.form_store import load_form

NATURAL, COMPANY, OTHERS = "natural_person", "commercial_enterprise", "other_organization"
Cells = Mapping[str, Value]


@dataclass(frozen=True)
class CleanReport:
    """The words and the figures other than 0 of a report; `last` are last year's figures."""

    organization: str
    year: int
    sections: Mapping[str, str]
    cells: Cells = field(default_factory=dict)
    last: Cells | None = None

    def report(self) -> Report:
        """Return the report, with last year's attached where its figures are given."""
        form = load_form("2021")
        report = Report(
            form,
            organization=self.organization,
            year=self.year,
            title=form.title.format(year=self.year),
            sections=dict(self.sections),
            tables=_tables(form, self.cells),
        )
        if self.last is not None:
            last = Report(form, self.organization, self.year - 1, tables=_tables(form, self.last))
            report.previous = last.as_previous()
        return report


def _tables(form: Form, cells: Cells) -> Tables:
    """Return tables of zeros but for some cells, given as table/row.column."""
    tables: Tables = {table.key: dict.fromkeys(table.inputs, 0) for table in form.tables}
    for place, value in cells.items():
        table, key = place.split("/")
        tables[table][key] = value
    return tables


def rows(column: str, **counts: int) -> dict[str, Value]:
    """Return the figures of one applicant's column of the table on requests."""
    return {f"requests/{row}.{column}": count for row, count in counts.items()}


NORMS = "proactive_disclosure/normative_documents."
LICENCES = "proactive_disclosure/licences.decisions"
PENALTIES = "proactive_disclosure/penalties.decisions"
COMPULSION = "proactive_disclosure/compulsion.decisions"
FEES = "proactive_disclosure/fees.amount"
RECONSIDERED, SUED = "review/reconsideration.", "review/direct_litigation."

REPORTS = (
    CleanReport("依兰县团山子乡人民政府", 2023, clean_town_texts.QUIET_TOWNSHIP),
    CleanReport(
        "青山县红星镇人民政府",
        2023,
        clean_town_texts.TOWN_WITH_REQUESTS,
        {
            **rows(
                NATURAL, new_received=5, carried_over=1, granted=3, refused_third_party_rights=1
            ),
            **rows(NATURAL, unavailable_not_held=1, carried_forward=1),
            NORMS + "in_force": 2,
            LICENCES: 12,
            PENALTIES: 3,
        },
        last={**rows(NATURAL, new_received=1, carried_forward=1), NORMS + "in_force": 2},
    ),
    CleanReport(
        "阳城市平安街道办事处",
        2022,
        clean_town_texts.STREET_BY_NUMBERS,
        {
            **rows(NATURAL, new_received=2, granted=1, unprocessed_petition=1),
            **rows(COMPANY, new_received=1, unavailable_not_held=1),
        },
    ),
    CleanReport("滨江区和平街道", 2024, clean_town_texts.SHORT_STREET),
    CleanReport(
        "桃源镇",
        2021,
        clean_town_texts.TOWN_IN_PROSE,
        {
            **rows(NATURAL, new_received=2, granted=1, partly_granted=1),
            FEES: Decimal("0.3600"),
        },
        last={FEES: Decimal("0.4100")},
    ),
    CleanReport(
        "临河县财政局",
        2023,
        clean_bureau_texts.FINANCE,
        {
            **rows(NATURAL, new_received=8, granted=4, partly_granted=1, unavailable_not_held=2),
            **rows(NATURAL, unprocessed_repeated=1),
            **rows(COMPANY, new_received=2, granted=2),
            NORMS + "issued": 2,
            NORMS + "repealed": 1,
            NORMS + "in_force": 11,
            LICENCES: 36,
            RECONSIDERED + "upheld": 1,
        },
        last={
            **rows(NATURAL, new_received=9, granted=9),
            NORMS + "in_force": 10,
            LICENCES: 40,
        },
    ),
    CleanReport(
        "海东市滨海区市场监督管理局",
        2022,
        clean_bureau_texts.MARKET,
        {
            **rows(NATURAL, new_received=21, granted=12, refused_administrative_inquiry=2),
            **rows(NATURAL, unprocessed_petition=4, other_not_supplemented=1, carried_forward=2),
            **rows(OTHERS, new_received=1, granted=1),
            LICENCES: 4286,
            PENALTIES: 158,
            COMPULSION: 7,
            SUED + "upheld": 1,
            SUED + "pending": 1,
        },
    ),
    CleanReport(
        "老城区机关事务服务中心",
        2021,
        clean_bureau_texts.SERVICE_CENTRE,
    ),
    CleanReport(
        "北山县卫生健康委员会",
        2024,
        clean_bureau_texts.HEALTH,
        {
            **rows(NATURAL, carried_over=1, new_received=3, granted=2),
            **rows(NATURAL, unavailable_requires_creation=2),
            LICENCES: 512,
            PENALTIES: 24,
            FEES: Decimal("3.2100"),
        },
        last={
            **rows(NATURAL, new_received=1, carried_forward=1),
            LICENCES: 498,
            PENALTIES: 30,
        },
    ),
    CleanReport(
        "海东市滨海区人民政府",
        2023,
        clean_bureau_texts.DISTRICT,
        {
            **rows(NATURAL, new_received=110, carried_over=8, granted=56, partly_granted=14),
            **rows(NATURAL, refused_state_secret=1, refused_third_party_rights=6),
            **rows(NATURAL, unavailable_not_held=22, unprocessed_petition=10, carried_forward=9),
            **rows(COMPANY, new_received=12, granted=8, unavailable_requires_creation=4),
            NORMS + "issued": 5,
            NORMS + "repealed": 3,
            NORMS + "in_force": 42,
            LICENCES: 15320,
            PENALTIES: 2104,
            COMPULSION: 96,
            FEES: Decimal("1250.4800"),
            RECONSIDERED + "upheld": 6,
            RECONSIDERED + "corrected": 1,
            SUED + "upheld": 2,
        },
        last={
            **rows(NATURAL, new_received=96, granted=88, carried_forward=8),
            NORMS + "in_force": 40,
            LICENCES: 14877,
            PENALTIES: 1966,
            COMPULSION: 88,
            FEES: Decimal("1310.2200"),
        },
    ),
    CleanReport(
        "青山县人民政府",
        2023,
        clean_higher_texts.COUNTY,
        {
            **rows(NATURAL, new_received=31, carried_over=2, granted=16, partly_granted=6),
            **rows(NATURAL, unavailable_not_held=8, carried_forward=3),
            **rows(COMPANY, new_received=5, granted=4, unavailable_requires_creation=1),
        },
    ),
    CleanReport(
        "阳城高新技术产业开发区管理委员会",
        2024,
        clean_higher_texts.ZONE,
        rows(NATURAL, new_received=4, granted=3, unavailable_not_held=1),
    ),
    CleanReport(
        "阳城市人民政府",
        2023,
        clean_higher_texts.CITY,
        {
            **rows(NATURAL, new_received=360, carried_over=20, granted=170, partly_granted=55),
            **rows(NATURAL, refused_third_party_rights=30, unavailable_not_held=85),
            **rows(NATURAL, unprocessed_petition=15, other_handling=5, carried_forward=20),
            **rows(COMPANY, new_received=50, granted=35, partly_granted=5),
            **rows(COMPANY, unavailable_not_held=5, carried_forward=5),
            "proactive_disclosure/regulations.issued": 2,
            "proactive_disclosure/regulations.in_force": 15,
            NORMS + "issued": 21,
            NORMS + "repealed": 9,
            NORMS + "in_force": 160,
            FEES: Decimal("1830.5200"),
            RECONSIDERED + "upheld": 8,
            RECONSIDERED + "corrected": 2,
            RECONSIDERED + "other": 1,
            RECONSIDERED + "pending": 1,
            SUED + "upheld": 3,
            "review/litigation_after_reconsideration.upheld": 2,
        },
    ),
    CleanReport(
        "阳城市商务局",
        2022,
        clean_higher_texts.CITY_BUREAU,
        {
            **rows(NATURAL, new_received=9, granted=8, unavailable_not_held=1),
            LICENCES: 88,
            PENALTIES: 15,
        },
    ),
    CleanReport(
        "白山省人民政府",
        2024,
        clean_higher_texts.PROVINCE,
        {
            **rows(NATURAL, new_received=50, carried_over=2, granted=25, partly_granted=10),
            **rows(NATURAL, unavailable_not_held=14, carried_forward=3),
            "proactive_disclosure/regulations.issued": 3,
            "proactive_disclosure/regulations.repealed": 1,
            "proactive_disclosure/regulations.in_force": 92,
        },
    ),
)
