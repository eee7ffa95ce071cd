"""What a final report lets through, what lifts its lock, and what a refused change shows again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from final_reports import final_report, ready_report
from model.form.form import Form
from model.report.acknowledged import Acknowledged
from model.report.edits import (
    AcknowledgedChange,
    CellChange,
    Change,
    Changes,
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
from model.signing.final import unlock
from model.signing.final_lock import lifts_lock, needs_unlocking, touched, with_unlocking

NEW = "new_received.natural_person"
SIGNED: tuple[Change, ...] = (
    CellChange("requests", NEW, 3),
    PrintedChange("requests", "granted.total", 4),
    TextChange("overview", "另写"),
    IdentityChange("青山镇人民政府", 2023, "年报"),
    ReusedChange(()),
    PreviousChange(None),
    AcknowledgedChange((Acknowledged("x", "属实"),)),
)
FREE: tuple[Change, ...] = (
    OfficeChange(Office("street")),
    FigureSourceChange("requests", NEW, "司法所"),
)


def edit_of(*changes: Change) -> Edit:
    return Edit("改", changes)


def unlocked(form: Form) -> Report:
    report = final_report(form)
    apply(report, unlock(report))
    return report


@pytest.mark.parametrize("change", SIGNED, ids=lambda change: type(change).__name__)
def test_what_was_signed_is_held_only_while_the_report_is_final(form: Form, change: Change) -> None:
    for edit in (edit_of(change), edit_of(*FREE, change)):
        assert needs_unlocking(final_report(form), edit)
        assert lifts_lock(final_report(form), edit)
        for report in (ready_report(form), unlocked(form)):
            assert not needs_unlocking(report, edit)
            assert not lifts_lock(report, edit)


@pytest.mark.parametrize("change", FREE, ids=lambda change: type(change).__name__)
def test_what_no_page_shows_is_free(form: Form, change: Change) -> None:
    assert not needs_unlocking(final_report(form), edit_of(change))
    assert not lifts_lock(final_report(form), edit_of(change))


def test_the_lock_is_lifted_by_unlocking_and_by_forgetting_but_not_by_names(form: Form) -> None:
    report = final_report(form)
    named = replace(report.sign_off, names=(("drafted", "张三"),))
    assert not lifts_lock(report, edit_of(SignOffChange(named)))
    assert lifts_lock(report, unlock(report))
    assert lifts_lock(report, edit_of(SignOffChange(SignOff())))
    assert not lifts_lock(unlocked(form), edit_of(SignOffChange(SignOff())))
    # Asked about elsewhere, before the edit is made.
    assert not needs_unlocking(report, unlock(report))


def test_unlocking_comes_first_and_is_told_in_the_name(form: Form) -> None:
    report = final_report(form)
    code = report.sign_off.final
    edit = with_unlocking(report, edit_of(SIGNED[2]))
    assert edit.name == "改（解除定稿）"
    assert [type(change) for change in edit.changes] == [SignOffChange, TextChange]
    apply(report, edit)
    assert not report.sign_off.is_locked
    assert code is not None
    assert report.sign_off.final == replace(code, is_unlocked=True)


def shown(changes: Changes) -> Changes:
    """Return what views are told, without the way back."""
    return replace(changes, inverse=Edit("", ()))


@pytest.mark.parametrize("change", SIGNED, ids=lambda change: type(change).__name__)
def test_a_refused_edit_shows_again_what_it_would_have_changed(form: Form, change: Change) -> None:
    edit = edit_of(change)
    refused, made = touched(edit), apply(ready_report(form), edit)
    assert shown(refused) == replace(shown(made), cells=refused.cells)
    # The totals that follow a figure were not changed in the views.
    assert refused.cells <= made.cells
    assert bool(refused.cells) == bool(made.cells)
    assert (refused.inverse.name, refused.inverse.changes) == ("改", ())


def test_a_refused_edit_of_several_parts_shows_all_of_them(form: Form) -> None:
    refused = touched(edit_of(*SIGNED))
    assert refused.cells == {("requests", NEW), ("requests", "granted.total")}
    assert refused.sections == {"overview"}
    assert refused.has_identity
    assert refused.has_reused
    assert refused.has_previous
    assert refused.has_acknowledged
    assert not refused.has_sign_off
    assert touched(edit_of()) == Changes(Edit("改", ()))
