from __future__ import annotations

from decimal import Decimal

import pytest

from model.checks import CHECKS, run_checks
from model.form import Form
from model.report import Copied
from tests.model.check_cases import (
    FEE,
    FORWARD,
    GRANTED,
    LAW,
    NEW,
    NO_OVER,
    NORM,
    ROW_OF_ONE,
    TOTALS,
    UPHELD,
    Case,
    codes,
)

HITS: list[tuple[str, Case]] = [
    ("requests-balance", Case({NEW + "natural_person": 2})),
    ("requests-balance", Case({GRANTED + "other_organization": 1})),
    ("applicant-swap", Case({NEW + "natural_person": 1, GRANTED + "other_organization": 1})),
    ("requests-row-total", Case(ROW_OF_ONE, {GRANTED + "total": 3})),
    ("requests-outcome-total", Case(ROW_OF_ONE, {TOTALS + "natural_person": 3})),
    (
        "review-total",
        Case({UPHELD: 4, "review/reconsideration.other": 1}, {"review/reconsideration.total": 0}),
    ),
    ("cell-not-a-number", Case({UPHELD: "三件左右"})),
    ("cell-not-a-number", Case({FEE: "约1万"})),
    ("cell-negative", Case({UPHELD: -1})),
    ("cell-negative", Case({FEE: Decimal("-0.5")})),
    ("cell-fraction", Case({UPHELD: "1.5"})),
    ("cell-placeholder", Case({UPHELD: "/"})),
    ("cell-placeholder", Case({UPHELD: "/", "review/reconsideration.other": "无"})),
    ("cell-blank", Case({UPHELD: None})),
    ("fee-precision", Case({FEE: Decimal("1.23456")})),
    ("carried-over-mismatch", Case(last={FORWARD + "natural_person": 1})),
    (
        "in-force-mismatch",
        Case({NORM + "issued": 2, NORM + "in_force": 6}, last={NORM + "in_force": 5}),
    ),
    ("regulations-not-zero", Case({LAW + "in_force": 2})),
    ("regulations-not-zero", Case({LAW + "issued": 1, LAW + "in_force": 2})),
    (
        "text-like-last-year",
        Case(
            sections={"overview": "甲。\n乙1件。"},
            copied=(Copied("overview", "乙1件。"), Copied("overview", "乙1件", True)),
        ),
    ),
]

MISSES: list[tuple[str, Case]] = [
    ("requests-balance", Case(ROW_OF_ONE)),
    ("requests-balance", Case({NEW + "natural_person": 1, FORWARD + "natural_person": 1})),
    ("applicant-swap", Case({NEW + "natural_person": 1, GRANTED + "other_organization": 2})),
    (
        "applicant-swap",
        Case(
            {
                NEW + "natural_person": 1,
                NEW + "research_institution": 1,
                GRANTED + "other_organization": 1,
            }
        ),
    ),
    ("requests-row-total", Case(ROW_OF_ONE, {GRANTED + "total": 1})),
    ("requests-row-total", Case(ROW_OF_ONE, {"requests/refused_state_secret.total": "/"})),
    ("requests-outcome-total", Case(ROW_OF_ONE, {TOTALS + "natural_person": 1})),
    ("review-total", Case({UPHELD: 4}, {"review/reconsideration.total": 4})),
    ("parts-missing", Case(ROW_OF_ONE, {GRANTED + "total": 3})),
    ("cell-not-a-number", Case({UPHELD: "1.5"})),
    ("cell-negative", Case({FEE: Decimal("0.5"), UPHELD: "-"})),
    ("cell-fraction", Case({UPHELD: "无", FEE: Decimal("1.5")})),
    ("cell-placeholder", Case({UPHELD: "1.5"})),
    ("cell-blank", Case()),
    ("fee-precision", Case({FEE: Decimal("1.234500")})),
    ("carried-over-mismatch", Case()),
    ("carried-over-mismatch", Case(last={})),
    ("carried-over-mismatch", Case(last={FORWARD + "natural_person": 1}, last_year=2021)),
    ("carried-over-mismatch", Case(last={FORWARD + "natural_person": "若干"})),
    ("carried-over-mismatch", Case(NO_OVER, last={FORWARD + "natural_person": 1})),
    ("in-force-mismatch", Case({NORM + "in_force": 5}, last={NORM + "in_force": 5})),
    ("in-force-mismatch", Case({NORM + "in_force": None}, last={NORM + "in_force": 5})),
    ("in-force-mismatch", Case({NORM + "in_force": 1}, last={NORM + "in_force": "多"})),
    ("in-force-mismatch", Case({NORM + "in_force": 1}, last={NORM + "in_force": None})),
    ("regulations-not-zero", Case({LAW + "in_force": 2}, organization="哈尔滨市教育局")),
    ("regulations-not-zero", Case({LAW + "in_force": 2}, organization="")),
    ("regulations-not-zero", Case({LAW + "in_force": "无"})),
    (
        "text-like-last-year",
        Case(sections={"overview": "10件"}, copied=(Copied("overview", "0件", True),)),
    ),
]


@pytest.mark.parametrize(("code", "case"), HITS)
def test_one_mistake_is_one_finding(form: Form, code: str, case: Case) -> None:
    assert codes(run_checks(case.report(form))) == [code]


@pytest.mark.parametrize(("code", "case"), MISSES)
def test_check_is_silent(form: Form, code: str, case: Case) -> None:
    assert code not in codes(run_checks(case.report(form)))


def test_every_registered_code_has_a_hit_and_a_miss() -> None:
    registered = {code for item in CHECKS for code in item.codes}
    tested_elsewhere = {"parts-missing"}
    assert {code for code, _ in HITS} | tested_elsewhere == registered
    assert {code for code, _ in MISSES} == registered


def test_every_code_of_the_form_and_every_silenced_code_is_registered(form: Form) -> None:
    registered = {code for item in CHECKS for code in item.codes}
    wanted = {total.code for table in form.tables for total in table.sums.values()}
    wanted |= {row.code for table in form.tables for row in table.rows if row.code}
    wanted |= {rule.code for table in form.tables for rule in table.balances}
    wanted |= {rule.swap_code for table in form.tables for rule in table.balances}
    wanted |= {code for item in CHECKS for code in item.silences}
    assert wanted <= registered
    assert all(item.rule for item in CHECKS)
