from __future__ import annotations

import pytest

from model.checks import Finding, Level, run_checks
from model.form.form import Form
from tests.model.checks.check_cases import (
    FORWARD,
    GRANTED,
    NEW,
    TOTALS,
    UPHELD,
    Case,
    Cells,
    codes,
    ref,
)

RIGHT: Cells = {
    NEW + "natural_person": 5,
    NEW + "commercial_enterprise": 2,
    GRANTED + "natural_person": 5,
    "requests/refused_state_secret.commercial_enterprise": 2,
}
PRINTED: Cells = {
    NEW + "total": 7,
    GRANTED + "total": 5,
    "requests/refused_state_secret.total": 2,
    TOTALS + "natural_person": 5,
    TOTALS + "commercial_enterprise": 2,
    TOTALS + "total": 7,
}


def found(form: Form, cells: Cells, printed: Cells = PRINTED) -> tuple[Finding, ...]:
    return run_checks(Case({**RIGHT, **cells}, printed).report(form))


def test_the_right_report_is_clean(form: Form) -> None:
    assert found(form, {}) == ()


@pytest.mark.parametrize(
    ("place", "value", "total"),
    [
        (GRANTED + "natural_person", 4, GRANTED + "total"),
        (NEW + "natural_person", 50, NEW + "total"),
        (NEW + "commercial_enterprise", 0, NEW + "total"),
    ],
)
def test_one_wrong_cell_is_one_finding_on_that_cell(
    form: Form, place: str, value: int, total: str
) -> None:
    (finding,) = found(form, {place: value})
    assert finding.code == "requests-row-total"
    assert finding.level is Level.ERROR
    assert finding.cells == (ref(place), ref(total))
    assert finding.actual == value
    assert finding.expected == RIGHT[place]


def test_a_wrong_cell_in_a_row_without_a_wrong_total_is_told_as_imbalance(form: Form) -> None:
    assert codes(found(form, {FORWARD + "natural_person": 1})) == ["requests-balance"]


def test_a_wrong_printed_total_alone_is_told_as_such(form: Form) -> None:
    (finding,) = found(form, {}, {**PRINTED, GRANTED + "total": 9})
    assert (finding.code, finding.cells) == ("requests-row-total", (ref(GRANTED + "total"),))


def test_two_wrong_rows_with_the_same_difference_are_not_guessed_at(form: Form) -> None:
    other = "requests/refused_state_secret."
    wrong = {GRANTED + "natural_person": 4, other + "natural_person": 1}
    printed = {**PRINTED, other + "total": 2}
    assert "requests-row-total" in codes(found(form, wrong, printed))


def test_text_printed_as_a_total_explains_nothing(form: Form) -> None:
    printed = {**PRINTED, GRANTED + "total": "五"}
    assert codes(found(form, {GRANTED + "natural_person": 4}, printed)) == [
        "requests-balance",
        "requests-row-total",
        "requests-outcome-total",
    ]


def test_digits_apart_name_both_cells_and_the_number(form: Form) -> None:
    cells = {NEW + "natural_person": 1, NEW + "commercial_enterprise": 2}
    cells[GRANTED + "natural_person"] = 12
    (finding,) = run_checks(Case(cells).report(form))
    assert finding.code == "split-number"
    assert finding.cells == (ref(NEW + "natural_person"), ref(NEW + "commercial_enterprise"))
    assert finding.expected == 12
    assert "12" in finding.message


def test_digits_apart_may_belong_in_the_second_cell(form: Form) -> None:
    cells = {GRANTED + "natural_person": 1, GRANTED + "commercial_enterprise": 2}
    cells[NEW + "commercial_enterprise"] = 12
    assert codes(run_checks(Case(cells).report(form))) == ["split-number"]


def test_of_two_explanations_neither_is_told(form: Form) -> None:
    carried = "requests/carried_over."
    cells = {
        NEW + "natural_person": 1,
        NEW + "commercial_enterprise": 2,
        carried + "natural_person": 1,
        carried + "commercial_enterprise": 2,
        GRANTED + "natural_person": 13,
        GRANTED + "commercial_enterprise": 2,
    }
    assert codes(run_checks(Case(cells).report(form))) == ["requests-balance"] * 2


def test_digits_apart_in_a_table_without_balance_need_a_printed_total(form: Form) -> None:
    cells = {UPHELD: 1, "review/reconsideration.corrected": 2}
    (finding,) = run_checks(Case(cells, {"review/reconsideration.total": 12}).report(form))
    assert finding.code == "split-number"
    assert codes(run_checks(Case(cells, {"review/reconsideration.total": 13}).report(form))) == [
        "review-total"
    ]
