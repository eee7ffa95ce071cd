"""The edit that makes one report what another one is, as an older version is brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from model.checks import Finding, Level
from model.form.form import Form
from model.judging.acknowledging import acknowledge
from model.report.edit_to import edit_to
from model.report.edits import apply
from model.report.office import Office
from model.report.report import Report, ReusedText
from model.report.sign_off_record import SignOff
from report_strategies import reports
from sample_reports import sample_report
from storage.form_store import load_form


def content(report: Report) -> dict[str, object]:
    """Return all of a report that an edit can reach, amounts as they are written."""
    values = {
        (table.key, key): str(report.value(table.key, key))
        for table in report.form.tables
        for key in table.inputs
    }
    sources = {key: places for key, places in report.figure_sources.items() if places}
    return {
        "identity": (report.organization, report.year, report.title),
        "sections": dict(report.sections),
        "values": values,
        "printed": {key: printed for key, printed in report.printed.items() if printed},
        "sources": sources,
        "members": (report.reused, report.previous, report.acknowledged, report.office),
        "sign_off": report.sign_off,
    }


@settings(max_examples=25, deadline=None)
@given(reports(), reports())
def test_after_the_edit_the_one_holds_what_the_other_does(one: Report, other: Report) -> None:
    if one.form.edition != other.form.edition:
        with pytest.raises(ValueError, match="is not"):
            edit_to(one, other, "恢复")
        return
    before = content(one)
    edit = edit_to(one, other, "恢复")
    inverse = apply(one, edit).inverse
    assert content(one) == content(other)
    assert edit_to(one, other, "恢复").changes == ()
    apply(one, inverse)
    assert content(one) == before


def test_all_that_belongs_to_a_report_comes_along(form: Form) -> None:
    one, other = sample_report(), sample_report()
    other = replace(
        other,
        reused=(ReusedText("overview", "沿用的一段"),),
        previous=sample_report().as_previous(),
        office=Office(deadline=date(2024, 3, 1)),
        sign_off=SignOff(remark="请审阅"),
        figure_sources={"requests": {"granted.natural_person": "台账"}},
    )
    finding = Finding("甲", Level.QUERY, "一格可疑", cells=(("requests", "granted.total"),))
    apply(other, acknowledge(other, finding, "情况属实"))
    one.figure_sources = {
        "review": {"reconsideration.upheld": "法制科"},
        "requests": {"granted.natural_person": "台账"},
    }
    assert other.acknowledged
    apply(one, edit_to(one, other, "恢复"))
    assert content(one) == content(other)
    assert one.figure_sources["requests"] == {"granted.natural_person": "台账"}


def test_a_report_of_another_edition_is_refused() -> None:
    with pytest.raises(ValueError, match="2019"):
        edit_to(sample_report(), sample_report(load_form("2019")), "恢复")
