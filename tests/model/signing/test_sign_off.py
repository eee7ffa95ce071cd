from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from model.checks import run_checks
from model.form.form import Form
from model.judging.acknowledging import acknowledge
from model.report.edits import (
    Edit,
    FigureSourceChange,
    OfficeChange,
    SignOffChange,
    apply,
    set_cells,
)
from model.report.office import Office
from model.report.report import Report
from model.report.sign_off_record import SignOff
from model.signing.code import is_code_of, matches_signed, verification_code
from model.signing.final import make_final, obstacles, unlock
from storage.form_store import load_form
from tests.model.checks.check_cases import GRANTED, NEW, ROW_OF_ONE, UPHELD, Case

FORM = load_form("2021")
INPUTS = [(table.key, key) for table in FORM.tables for key in table.inputs]


def clean(form: Form) -> Report:
    return Case(ROW_OF_ONE).report(form)


def test_the_code_is_short_and_has_no_letters_that_are_mistaken(form: Form) -> None:
    code = verification_code(clean(form))
    assert re.fullmatch(r"[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}", code)
    assert verification_code(clean(form)) == code


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(INPUTS), st.one_of(st.none(), st.integers(2, 99), st.just("/")))
def test_every_other_figure_gives_another_code(cell: tuple[str, str], value: int | None) -> None:
    report = clean(FORM)
    code = verification_code(report)
    apply(report, set_cells("改", cell[0], [(cell[1], value)]))
    assert verification_code(report) != code


def test_texts_count_but_not_blanks_that_no_paper_shows(form: Form) -> None:
    report = clean(form)
    code = verification_code(report)
    report.sections["overview"] = "\n " + report.sections["overview"].replace("\n", " \n\n")
    assert verification_code(report) == code
    report.sections["overview"] += "。"
    assert verification_code(report) != code
    other = replace(clean(form), title="另一个标题")
    assert verification_code(other) != code


def test_notes_reasons_and_settings_do_not_count(form: Form) -> None:
    report = clean(form)
    code = verification_code(report)
    edit = Edit(
        "改",
        (
            OfficeChange(Office("street", 900)),
            FigureSourceChange("requests", "granted", "司法所"),
            SignOffChange(SignOff((("drafted", "张三"),), "急")),
        ),
    )
    changes = apply(report, edit)
    assert changes.has_sign_off
    assert report.sign_off.name("drafted") == "张三"
    assert report.sign_off.name("issued") == ""
    assert verification_code(report) == code


def test_a_printed_total_over_blank_parts_counts(form: Form) -> None:
    blank = {UPHELD: None, "review/reconsideration.corrected": None}
    blank |= {"review/reconsideration.other": None, "review/reconsideration.pending": None}
    total = "review/reconsideration.total"
    one = verification_code(Case(blank, {total: 3}).report(form))
    assert one != verification_code(Case(blank, {total: 4}).report(form))


def test_a_code_may_be_typed_in_small_letters_and_without_dash(form: Form) -> None:
    report = clean(form)
    code = verification_code(report)
    assert is_code_of(report, f" {code.lower().replace('-', '')} ")
    assert not is_code_of(report, "AAAA-AAAA")
    assert not is_code_of(report, "")


def test_making_final_records_day_and_code_and_unlocking_keeps_them(form: Form) -> None:
    report = clean(form)
    assert matches_signed(report) is None
    assert unlock(report).changes == ()
    done = apply(report, make_final(report, date(2024, 1, 9)))
    final = report.sign_off.final
    assert final is not None
    assert (final.day, final.code) == (date(2024, 1, 9), verification_code(report))
    assert report.sign_off.is_locked
    assert matches_signed(report) is True
    apply(report, unlock(report))
    assert not report.sign_off.is_locked
    assert matches_signed(report) is True
    apply(report, set_cells("改", "review", [("reconsideration.upheld", 1)]))
    assert matches_signed(report) is False
    apply(report, done.inverse)
    assert report.sign_off.final is None
    assert not report.sign_off.is_locked


def test_blank_cells_and_errors_without_reason_stand_in_the_way(form: Form) -> None:
    assert obstacles(clean(form), run_checks(clean(form))) == ()
    report = Case({UPHELD: None, NEW + "natural_person": 1}).report(form)
    blank, error = obstacles(report, run_checks(report))
    assert "空白" in blank.message
    assert blank.finding is None
    assert blank.cell == tuple(UPHELD.split("/"))
    assert error.finding is not None
    assert error.finding.code == "requests-balance"
    apply(report, acknowledge(report, error.finding, "上年漏结"))
    assert len(obstacles(report, run_checks(report))) == 1


def test_queries_do_not_stand_in_the_way(form: Form) -> None:
    report = Case({NEW + "natural_person": 1, GRANTED + "other_organization": 1}).report(form)
    assert obstacles(report, run_checks(report)) == ()
