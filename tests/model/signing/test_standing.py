"""What is told of a report that was made final, and what a final one lets through."""

from __future__ import annotations

from datetime import date

import pytest

from model.form.form import Form
from model.report.acknowledged import Acknowledged
from model.report.edits import (
    AcknowledgedChange,
    CellChange,
    Change,
    Edit,
    FigureSourceChange,
    IdentityChange,
    OfficeChange,
    PreviousChange,
    PrintedChange,
    ReusedChange,
    SignOffChange,
    TextChange,
    apply,
)
from model.report.office import Office
from model.report.report import Report
from model.report.sign_off_record import SignOff
from model.signing.code import verification_code
from model.signing.final import make_final, unlock
from model.signing.final_lock import needs_unlocking, touched, with_unlocking
from model.signing.standing import Standing, day_words, standing, standing_notice
from tests.model.checks.check_cases import ROW_OF_ONE, Case

DAY = date(2024, 1, 9)
A_FIGURE = CellChange("requests", "granted.natural_person", 7)
ACKNOWLEDGED = Acknowledged("cell-blank", "属实")
PRINTED: tuple[tuple[Change, str], ...] = (
    (A_FIGURE, "cells"),
    (PrintedChange("requests", "granted.total", 9), "cells"),
    (TextChange("overview", "甲"), "sections"),
    (IdentityChange("某镇", 2023, "另一个"), "has_identity"),
    (ReusedChange(()), "has_reused"),
    (PreviousChange(None), "has_previous"),
    (AcknowledgedChange((ACKNOWLEDGED,)), "has_acknowledged"),
)
NOT_PRINTED: tuple[Change, ...] = (
    SignOffChange(SignOff()),
    OfficeChange(Office()),
    FigureSourceChange("requests", "granted", "司法所"),
)


@pytest.fixture
def final(form: Form) -> Report:
    report = Case(ROW_OF_ONE).report(form)
    apply(report, make_final(report, DAY))
    return report


def test_a_report_that_was_never_final_has_nothing_told(form: Form) -> None:
    notice = standing_notice(Case(ROW_OF_ONE).report(form))
    assert notice.standing is Standing.NONE
    assert (notice.mark, notice.sentence, notice.is_warning) == ("", "", False)
    assert standing(Report(form)) is Standing.NONE


def test_a_final_report_is_told_with_its_day_and_code(final: Report) -> None:
    code = verification_code(final)
    notice = standing_notice(final)
    assert notice.standing is standing(final) is Standing.LOCKED
    assert notice.mark == "已定稿"
    assert notice.sentence.startswith(f"2024年1月9日　校验码 {code}")
    assert not notice.is_warning


def test_a_final_file_changed_elsewhere_is_told_with_both_codes(final: Report) -> None:
    signed = verification_code(final)
    final.tables["requests"]["granted.natural_person"] = 7
    notice = standing_notice(final)
    assert (notice.standing, notice.is_warning) == (Standing.BROKEN, True)
    assert signed in notice.sentence
    assert verification_code(final) in notice.sentence
    assert signed != verification_code(final)


def test_an_unlocked_report_is_equal_until_it_is_changed(final: Report) -> None:
    code = verification_code(final)
    apply(final, unlock(final))
    notice = standing_notice(final)
    assert (notice.standing, notice.mark, notice.is_warning) == (
        *(Standing.EQUAL, "定稿已解除"),
        False,
    )
    assert code in notice.sentence
    apply(final, Edit("改", (A_FIGURE,)))
    notice = standing_notice(final)
    assert (notice.standing, notice.is_warning) == (Standing.CHANGED, True)
    assert code in notice.sentence


def test_a_day_is_written_as_in_a_report() -> None:
    assert day_words(date(2024, 12, 31)) == "2024年12月31日"


@pytest.mark.parametrize("change", [change for change, _ in PRINTED], ids=repr)
def test_what_the_paper_shows_needs_unlocking(final: Report, change: Change) -> None:
    assert needs_unlocking(final, Edit("改", (change,)))
    assert needs_unlocking(final, Edit("改", (*NOT_PRINTED, change)))
    apply(final, unlock(final))
    assert not needs_unlocking(final, Edit("改", (change,)))


@pytest.mark.parametrize("change", NOT_PRINTED, ids=repr)
def test_what_no_paper_shows_needs_none(final: Report, change: Change) -> None:
    assert not needs_unlocking(final, Edit("改", (change,)))


def test_unlocking_and_the_change_are_one_step(final: Report) -> None:
    edit = with_unlocking(final, Edit("填写", (A_FIGURE,)))
    assert edit.name == "填写（解除定稿）"
    changes = apply(final, edit)
    assert not final.sign_off.is_locked
    assert final.value("requests", "granted.natural_person") == 7
    apply(final, changes.inverse)
    assert final.sign_off.is_locked
    assert standing(final) is Standing.LOCKED


@pytest.mark.parametrize(("change", "name"), PRINTED, ids=repr)
def test_views_show_again_what_was_not_changed(change: Change, name: str) -> None:
    found = touched(Edit("改", (change,)))
    shown = {field for _, field in PRINTED if getattr(found, field)}
    assert shown == {name}
    assert found.inverse.changes == ()
