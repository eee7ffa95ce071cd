from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from model.form.form import Form
from model.report.edits import Edit, FigureSourceChange, OfficeChange, apply
from model.report.office import Office
from model.report.report import Report
from model.report.rollover import start_draft
from model.report.sign_off_record import Final, SignOff
from tests.model.checks.check_cases import Case


def town(form: Form) -> Report:
    return Case().report(form)


def test_the_kind_is_judged_by_the_name_unless_it_is_set(form: Form) -> None:
    report = town(form)
    assert report.office_kind == "town"
    report.office = Office(kind="street")
    assert report.office_kind == "street"


def test_the_deadline_is_the_usual_day_unless_it_is_set(form: Form) -> None:
    report = town(form)
    assert report.deadline == date(2024, 1, 31)
    report.office = Office(kind="county_government")
    assert report.deadline == date(2024, 3, 31)
    report.office = Office(deadline=date(2024, 1, 15))
    assert report.deadline == date(2024, 1, 15)
    assert replace(report, office=Office(), year=None).deadline is None


def test_settings_change_by_an_edit_that_can_be_taken_back(form: Form) -> None:
    report = town(form)
    changes = apply(report, Edit("设置", (OfficeChange(Office("street", 1000)),)))
    assert report.office == Office("street", 1000)
    assert changes.has_office
    assert changes.is_on_all
    apply(report, changes.inverse)
    assert report.office == Office()


def test_a_note_belongs_to_a_cell_or_else_to_its_row(form: Form) -> None:
    report = town(form)
    row = apply(report, Edit("注", (FigureSourceChange("requests", "granted", "司法所"),)))
    cell = FigureSourceChange("requests", "granted.natural_person", "台账\x00")
    apply(report, Edit("注", (cell,)))
    assert row.has_figure_sources
    assert report.figure_source("requests", "granted.natural_person") == "台账"
    assert report.figure_source("requests", "granted.total") == "司法所"
    assert report.figure_source("review", "reconsideration.upheld") == ""
    apply(report, row.inverse)
    assert report.figure_source("requests", "granted.total") == ""
    with pytest.raises(KeyError):
        apply(report, Edit("注", (FigureSourceChange("requests", "none", "x"),)))


def test_a_draft_keeps_notes_and_settings_but_no_day(form: Form) -> None:
    last = town(form)
    last.title = "2023年政府信息公开工作年度报告"
    last.office = Office("town", 900, 70, date(2024, 1, 20))
    last.figure_sources = {"requests": {"granted": "司法所", "gone": "甲"}, "review": {}}
    last.sign_off = SignOff((("drafted", "张三"),), "急", Final(date(2024, 1, 9), "AAAA-AAAA"))
    draft = start_draft(last).report
    assert draft.sign_off == SignOff((("drafted", "张三"),))
    assert draft.office == Office("town", 900, 70)
    assert draft.figure_sources == {"requests": {"granted": "司法所"}}
