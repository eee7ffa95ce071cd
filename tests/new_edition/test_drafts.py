"""From last year's report in any edition to this year's draft, and what is compared across them."""

from __future__ import annotations

import pytest

from model.checks import run_checks
from model.form.form import Form
from model.report.report import Report, Tables
from model.report.rollover import start_draft
from new_edition import COLUMN, EDITION, ROW, YEAR
from storage.form_store import editions, form_of_year, load_form
from tests.model.checks.check_cases import Cells, codes

TABLE = "requests"
OVER, FORWARD = f"{TABLE}/carried_over.", f"{TABLE}/carried_forward."
GRANTED = f"{TABLE}/granted."
WELFARE, PERSON = "public_welfare_organization", "natural_person"


def report_of(form: Form, year: int, cells: Cells) -> Report:
    """Return a report of zeros but for some cells given as table/row.column."""
    tables: Tables = {table.key: dict.fromkeys(table.inputs, 0) for table in form.tables}
    for place, value in cells.items():
        table, key = place.split("/")
        tables[table][key] = value
    return Report(form, "青山县红星镇人民政府", year, form.title.format(year=year), tables=tables)


def told(report: Report) -> str:
    return "\n".join(report.notes)


def test_the_default_edition_follows_from_the_report_s_year() -> None:
    assert editions() == ("2019", "2021", EDITION)
    years = (2015, 2019, 2020, 2021, YEAR - 1, YEAR, YEAR + 20, None)
    chosen = [form_of_year(year).edition for year in years]
    assert chosen == ["2019"] * 3 + ["2021"] * 2 + [EDITION] * 3


@pytest.mark.parametrize("edition", ["2019", "2021", EDITION])
def test_a_draft_of_the_first_year_takes_the_new_edition(edition: str) -> None:
    last = report_of(load_form(edition), YEAR - 1, {FORWARD + PERSON: 3, FORWARD + WELFARE: 2})
    last.sections["overview"] = f"{YEAR - 1}年公开信息30条。"
    draft = start_draft(last, None, form_of_year).report
    assert draft.form.edition == EDITION
    assert draft.value(TABLE, f"carried_over.{PERSON}") == 3
    is_new = edition != EDITION
    assert draft.value(TABLE, f"carried_over.{COLUMN}") == (None if is_new else 0)
    assert draft.value(TABLE, "carried_over.total") == 5
    assert draft.value(TABLE, f"{ROW}.{COLUMN}") is None
    assert draft.sections["overview"] == f"{YEAR}年公开信息30条。"
    assert ("「二、上年结转」的「社会团体」：上年的表里没有这一列" in told(draft)) is is_new
    assert (f"本年改用{draft.form.name}" in told(draft)) is is_new
    assert not {"carried-over-mismatch", "same-as-last-year"} & set(codes(run_checks(draft)))


def test_a_draft_of_an_earlier_year_leaves_out_what_its_edition_has_not(form: Form) -> None:
    last = report_of(form, YEAR - 3, {f"{TABLE}/{ROW}.{COLUMN}": 4, FORWARD + COLUMN: 7})
    draft = start_draft(last, None, form_of_year).report
    assert draft.form.edition == "2021"
    assert "「（三）不予公开9.属于涉外事项」的「社会团体」4" in told(draft)
    assert "「四、结转下年度继续办理」的「社会团体」7" in told(draft)
    (finding,) = [item for item in run_checks(draft) if item.code == "carried-over-mismatch"]
    assert (finding.cells, finding.expected) == (((TABLE, "carried_over.total"),), 7)


ACROSS: list[tuple[Cells, Cells, list[str]]] = [
    # What last year stood in an old column may stand in the new one.
    ({WELFARE: 5}, {WELFARE: 5}, []),
    ({WELFARE: 5}, {WELFARE: 3, COLUMN: 2}, []),
    ({WELFARE: 5, PERSON: 1}, {WELFARE: 4, COLUMN: 2}, []),
    # More or less than last year's in all is told once, where it is.
    ({WELFARE: 5}, {WELFARE: 5, COLUMN: 2}, ["total"]),
    ({WELFARE: 5}, {WELFARE: 3, COLUMN: 1}, [WELFARE]),
    ({WELFARE: 5}, {WELFARE: 3}, [WELFARE]),
    # Between old columns nothing moves without a word.
    ({WELFARE: 5}, {WELFARE: 3, PERSON: 1, COLUMN: 1}, [PERSON, WELFARE]),
    ({WELFARE: 5}, {PERSON: 5}, [PERSON, WELFARE]),
]


@pytest.mark.parametrize(("before", "now", "columns"), ACROSS)
def test_what_is_carried_over_may_move_to_a_new_column_only(
    form: Form, before: Cells, now: Cells, columns: list[str]
) -> None:
    last = report_of(
        load_form("2021"), YEAR - 1, {FORWARD + key: value for key, value in before.items()}
    )
    cells = {OVER + key: value for key, value in now.items()}
    cells |= {GRANTED + key: value for key, value in now.items()}
    report = report_of(form, YEAR, cells)
    report.previous = last.as_previous()
    found = [item.cells for item in run_checks(report) if item.code == "carried-over-mismatch"]
    assert found == [((TABLE, f"carried_over.{column}"),) for column in columns]


def test_what_stood_in_a_column_that_went_may_stand_in_any(form: Form) -> None:
    last = report_of(form, YEAR - 3, {FORWARD + COLUMN: 2, FORWARD + PERSON: 1})
    cells: Cells = {OVER + WELFARE: 2, OVER + PERSON: 1, GRANTED + WELFARE: 2, GRANTED + PERSON: 1}
    report = report_of(load_form("2021"), YEAR - 2, cells)
    report.previous = last.as_previous()
    assert "carried-over-mismatch" not in codes(run_checks(report))
