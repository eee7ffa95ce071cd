from __future__ import annotations

import copy
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.form.form import Form
from model.report.edits import (
    CellChange,
    Change,
    Edit,
    IdentityChange,
    PreviousChange,
    PrintedChange,
    ReusedChange,
    TextChange,
    apply,
    forget_printed,
    set_cells,
    zero_fill,
)
from model.report.report import Report, ReusedText
from model.report.totals import computed_value, recalculate
from model.report.values import Value
from storage.form_store import load_form

FORM = load_form("2021")
VALUES: st.SearchStrategy[Value] = st.one_of(
    st.none(), st.integers(-5, 50), st.sampled_from(["/", "1.5", "三"])
)
INPUTS = [(table.key, key) for table in FORM.tables for key in table.inputs]
TOTALS = [(table.key, key) for table in FORM.tables for key in table.sums]


def attached() -> PreviousChange:
    return PreviousChange(Report(FORM).as_previous())


CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.builds(
        lambda ref, value: CellChange(ref[0], ref[1], value), st.sampled_from(INPUTS), VALUES
    ),
    st.builds(
        lambda ref, value: PrintedChange(ref[0], ref[1], value), st.sampled_from(TOTALS), VALUES
    ),
    st.builds(TextChange, st.sampled_from(FORM.section_keys), st.text("甲1\n", max_size=5)),
    st.builds(IdentityChange, st.just("甲镇"), st.none() | st.integers(2020, 2024), st.just("题")),
    st.builds(ReusedChange, st.just((ReusedText("overview", "甲"),))),
    st.builds(attached),
)


def state(report: Report) -> object:
    kept = copy.deepcopy({**vars(report), "form": None})
    kept["printed"] = {key: values for key, values in kept["printed"].items() if values}
    return kept


@given(st.lists(st.tuples(st.sampled_from(INPUTS), VALUES), max_size=12))
@settings(max_examples=50)
def test_touched_totals_equal_all_totals(steps: list[tuple[tuple[str, str], Value]]) -> None:
    report = Report(FORM)
    for (table, key), value in steps:
        report.tables[table][key] = value
        recalculate(FORM.table(table), report.tables[table], [key])
    for form_table in FORM.tables:
        values = report.tables[form_table.key]
        assert recalculate(form_table, dict(values)) == {}
        for total in form_table.sums:
            assert values[total] == computed_value(form_table, values, total)


@given(st.lists(CHANGES, max_size=8), st.lists(CHANGES, max_size=8))
@settings(max_examples=60)
def test_an_edit_and_its_inverse_restore_all(first: list[Change], second: list[Change]) -> None:
    report = Report(FORM)
    apply(report, Edit("甲", tuple(first)))
    before = state(report)
    changes = apply(report, Edit("乙", tuple(second)))
    after = state(report)
    again = apply(report, changes.inverse)
    assert state(report) == before
    apply(report, again.inverse)
    assert state(report) == after


@given(st.lists(CHANGES, max_size=8))
@settings(max_examples=60)
def test_changes_name_every_cell_that_differs(changes: list[Change]) -> None:
    report = Report(FORM)
    before = copy.deepcopy(report.tables)
    named = apply(report, Edit("甲", tuple(changes))).cells
    differing = {
        (table, key)
        for table, values in report.tables.items()
        for key, value in values.items()
        if value != before[table][key]
    }
    assert differing <= named


def test_blanks_sum_to_blank_and_texts_to_nothing(form: Form) -> None:
    table = form.table("requests")
    assert computed_value(table, {}, "granted.total") is None
    assert computed_value(table, {"granted.natural_person": "/"}, "granted.total") == 0
    assert computed_value(table, {"granted.natural_person": 2}, "outcome_total.total") == 2


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (CellChange("requests", "nothing.here", 1), KeyError),
        (CellChange("nothing", "granted.total", 1), KeyError),
        (CellChange("requests", "granted.total", 1), ValueError),
        (PrintedChange("requests", "granted.natural_person", 1), ValueError),
        (TextChange("nothing", ""), KeyError),
    ],
)
def test_a_change_that_cannot_be_leaves_the_report(
    form: Form, change: Change, error: type[Exception]
) -> None:
    report = Report(form)
    before = state(report)
    good = CellChange("requests", "granted.natural_person", 1)
    with pytest.raises(error):
        apply(report, Edit("甲", (good, change)))
    assert state(report) == before


def test_ready_edits(form: Form) -> None:
    report = Report(form, printed={"requests": {"granted.total": 3}})
    apply(report, set_cells("填写", "requests", [("granted.natural_person", 1)]))
    apply(report, zero_fill(report, "requests"))
    assert report.value("requests", "granted.total") == 1
    assert None not in report.tables["requests"].values()
    apply(report, forget_printed("requests", "granted.total"))
    assert report.kept_printed() == {}


def test_kept_printed_are_those_that_differ(form: Form) -> None:
    printed: dict[str, dict[str, Value]] = {
        "requests": {"granted.total": 3, "new_received.total": 1, "carried_over.total": None}
    }
    printed["requests"]["granted.natural_person"] = 8
    report = Report(form, tables={"requests": {"new_received.natural_person": 1}}, printed=printed)
    assert report.kept_printed() == {"requests": {"granted.total": 3}}
    assert report.effective_value("requests", "granted.total") == 3
    assert report.as_previous().value("requests", "granted.total") == 3
    assert report.as_previous().value("nothing", "granted.total") is None


def test_an_amount_changes_by_its_decimals(form: Form) -> None:
    report = Report(form, tables={"proactive_disclosure": {"fees.amount": Decimal("0.5")}})
    assert str(report.value("proactive_disclosure", "fees.amount")) == "0.5"
