"""Who is asked for which figures, in the words of the form."""

from __future__ import annotations

import pytest

from model.form.form import Form
from model.report.figure_sources import (
    MOST_NAMED,
    USUAL,
    known_sources,
    note_edit,
    place_name,
    sources_listed,
)
from model.report.report import Report
from tests.model.checks.check_cases import Case

OPEN = "还没有注明来源的"


@pytest.fixture
def report(form: Form) -> Report:
    return Case().report(form)


def test_the_most_frequent_notes_are_offered_first(report: Report) -> None:
    report.figure_sources = {"requests": {"granted": "财政所", "new_received": "信访办"}}
    report.figure_sources["review"] = {"reconsideration": "信访办"}
    others = [name for name in USUAL if name != "财政所"]
    assert known_sources(report) == ("信访办", "财政所", *others)


@pytest.mark.parametrize(
    ("places", "note", "name"),
    [
        (("granted",), "司法所", "注明「（一）予以公开」整行的数字来源"),
        (("granted", "carried_over"), "司法所", "注明（2处）的数字来源"),
        (("granted",), "", "删去「（一）予以公开」整行的数字来源"),
    ],
)
def test_a_step_is_named_by_its_place(
    report: Report, places: tuple[str, ...], note: str, name: str
) -> None:
    table = report.form.table("requests")
    if not note:
        report.figure_sources = {"requests": {"granted": "司法所"}}
    edit = note_edit(report, table, places, note)
    assert edit.name == name
    assert len(edit.changes) == len(places)


def test_a_cell_is_named_by_row_and_column(report: Report) -> None:
    table = report.form.table("requests")
    assert place_name(table, "granted.natural_person") == table.cell_name("granted.natural_person")
    assert "自然人" in place_name(table, "granted.natural_person")


def test_rows_without_a_source_are_counted_and_few_are_named(report: Report) -> None:
    tables = report.form.tables
    report.figure_sources = {"review": {"reconsideration": "司法所"}}
    listed = dict(sources_listed(report))
    missing = listed[OPEN]
    rows = {
        table.key: len(dict.fromkeys(key.split(".")[0] for key in table.inputs)) for table in tables
    }
    review = report.form.table("review")
    assert listed["司法所"] == (f"{review.name}：「行政复议」整行",)
    for table, line in zip(tables, missing, strict=True):
        count = rows[table.key] - (table.key == "review")
        assert line.startswith(f"{table.name}还有{count}行")
        assert ("：" in line) == (count <= MOST_NAMED)


def test_where_every_row_has_a_source_none_is_missed(report: Report) -> None:
    report.figure_sources = {
        table.key: dict.fromkeys((key.split(".")[0] for key in table.keys), "党政办")
        for table in report.form.tables
    }
    assert OPEN not in dict(sources_listed(report))
    del report.figure_sources["review"]["reconsideration"]
    (line,) = dict(sources_listed(report))[OPEN]
    assert line.endswith("还有1行：行政复议")
