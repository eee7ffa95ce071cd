from __future__ import annotations

from pathlib import Path

import pytest

from model.checks import all_checks, catalogue, run_checks
from model.form.form import Form
from tests.model.checks import cell_cases, text_cases, text_figure_cases, wording_cases
from tests.model.checks.check_cases import Case, codes
from tests.model.checks.offices import office_cases

MODULES = (cell_cases, office_cases, text_cases, text_figure_cases, wording_cases)
"""Modules of cases; each has HITS and MISSES as lists of (code, case)."""

HITS: list[tuple[str, Case]] = [case for module in MODULES for case in module.HITS]
MISSES: list[tuple[str, Case]] = [case for module in MODULES for case in module.MISSES]


@pytest.mark.parametrize(("code", "case"), HITS)
def test_one_mistake_is_one_finding(form: Form, code: str, case: Case) -> None:
    assert codes(run_checks(case.report(form))) == [code]


@pytest.mark.parametrize(("code", "case"), MISSES)
def test_check_is_silent(form: Form, code: str, case: Case) -> None:
    assert code not in codes(run_checks(case.report(form)))


def test_every_registered_code_has_a_hit_and_a_miss() -> None:
    registered = {code for item in all_checks() for code in item.codes}
    tested_elsewhere = {"parts-missing"}
    assert {code for code, _ in HITS} | tested_elsewhere == registered
    assert {code for code, _ in MISSES} == registered


def test_every_module_of_checks_is_in_the_catalogue() -> None:
    folder = Path(catalogue.__file__).parent
    written = {
        f"model.checks.{path.parent.name}.{path.stem}" for path in folder.glob("*/*_checks.py")
    }
    assert {item.run.__module__ for item in all_checks()} == written


def test_every_code_of_the_form_and_every_silenced_code_is_registered(form: Form) -> None:
    registered = {code for item in all_checks() for code in item.codes}
    wanted = {total.code for table in form.tables for total in table.sums.values()}
    wanted |= {row.code for table in form.tables for row in table.rows if row.code}
    wanted |= {rule.code for table in form.tables for rule in table.balances}
    wanted |= {rule.swap_code for table in form.tables for rule in table.balances}
    wanted |= {code for item in all_checks() for code in item.silences}
    assert wanted <= registered
    assert all(item.rule for item in all_checks())
