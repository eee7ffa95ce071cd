"""What cannot be told before the cells that it rests on are right, and what may settle a doubt."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from model.checks import Checker, Finding
from model.form.form import Form
from model.judging.acknowledging import acknowledge
from model.report.edits import CellChange, apply
from model.report.report import Report
from tests.model.checks.check_cases import CLEAN_TEXTS, Case, Cells, codes

NEW, GRANTED, FORWARD = (
    f"requests/{row}.natural_person" for row in ("new_received", "granted", "carried_forward")
)
NOTHING = "本机关全年未收到政府信息公开申请。"


def checked(form: Form, cells: Cells, words: str) -> tuple[Report, Checker, tuple[Finding, ...]]:
    overview = CLEAN_TEXTS["overview"] + f"\n{words}"
    report = Case(cells, sections={"overview": overview}).report(form)
    checker = Checker()
    return report, checker, checker.check(report)


def test_words_that_wait_behind_a_column_out_of_balance_are_counted(form: Form) -> None:
    _, checker, found = checked(form, {NEW: 21}, NOTHING)
    assert codes(found) == ["requests-balance"]
    assert codes(checker.waiting) == ["text-figure"]


def test_they_are_told_once_the_column_balances(form: Form) -> None:
    _, checker, found = checked(form, {NEW: 21, GRANTED: 21}, NOTHING)
    assert codes(found) == ["text-figure"]
    assert checker.waiting == ()


def test_they_are_told_once_the_imbalance_is_kept_for_a_reason(form: Form) -> None:
    report, checker, found = checked(form, {NEW: 21}, NOTHING)
    changes = apply(report, acknowledge(report, found[0], "一件已经撤回"))
    assert sorted(codes(checker.recheck(report, [changes]))) == ["requests-balance", "text-figure"]
    assert checker.waiting == ()


def test_cells_that_another_doubt_explains_do_not_wait(form: Form) -> None:
    other = GRANTED.replace("natural_person", "other_organization")
    _, checker, found = checked(form, {NEW: 1, other: 1}, "")
    assert codes(found) == ["applicant-swap"]
    assert checker.waiting == ()


@dataclass(frozen=True)
class Stated:
    words: str
    cells: Cells
    choices: tuple[str, ...]


STATED = (
    Stated("全年共收到政府信息公开申请23件。", {NEW: 21, GRANTED: 21}, ("改为「21件」并随表更新",)),
    Stated(
        "行政许可处理决定23件。",
        {"proactive_disclosure/licences.decisions": 21},
        ("改为「21件」并随表更新", "表格改为23"),
    ),
    Stated("全年未收到政府信息公开申请。", {NEW: 21, GRANTED: 21}, ()),
    Stated(
        "行政许可处理决定1.5件。",
        {"proactive_disclosure/licences.decisions": 21},
        ("改为「21件」并随表更新",),
    ),
)


@pytest.mark.parametrize("stated", STATED)
def test_words_and_table_are_offered_where_there_is_exactly_one(form: Form, stated: Stated) -> None:
    report, checker, found = checked(form, stated.cells, stated.words)
    finding = next(item for item in found if item.code == "text-figure")
    assert tuple(edit.name for edit in finding.choices) == stated.choices
    for edit in finding.choices:
        undo = apply(report, edit).inverse
        assert codes(Checker().check(report)) == []
        apply(report, undo)


def test_the_figure_that_is_missing_is_offered(form: Form) -> None:
    report, _, found = checked(form, {NEW: 3, FORWARD: None}, "")
    assert codes(found) == ["cell-blank"]
    (choice,) = found[0].choices
    assert choice.changes == (CellChange("requests", "carried_forward.natural_person", 3),)
    assert found[0].edits == found[0].choices
    apply(report, choice)
    assert codes(Checker().check(report)) == []


def test_the_edit_of_the_words_leaves_the_rest_of_them(form: Form) -> None:
    report, _, found = checked(
        form, {NEW: 21, GRANTED: 21}, "全年共收到政府信息公开申请23 件，均已答复。"
    )
    apply(report, found[0].choices[0])
    assert "申请21 件，均" in report.sections["overview"]


@pytest.mark.parametrize(
    "cells",
    [
        {FORWARD: None},
        {NEW: 3, GRANTED: None, FORWARD: None},
        {NEW: None, FORWARD: None},
    ],
)
def test_nothing_is_offered_where_the_blank_may_be_anything(form: Form, cells: Cells) -> None:
    _, _, found = checked(form, cells, "")
    assert not any(finding.choices for finding in found)
    assert codes(found) == ["cell-blank"]


def test_nothing_is_offered_for_a_blank_on_the_greater_side(form: Form) -> None:
    _, _, found = checked(form, {FORWARD: 3, GRANTED: None}, "")
    assert codes(found) == ["requests-balance", "cell-blank"]
    assert not any(finding.choices for finding in found)
