"""A year that is none of a report is told at the title, where it stands if it stands there."""

from __future__ import annotations

import pytest

from model.checks import run_checks
from model.form.form import Form
from tests.model.checks.check_cases import Case


@pytest.mark.parametrize("year", [1999, 2100])
@pytest.mark.parametrize("named", [True, False])
def test_such_a_year_is_told_with_the_years_that_can_be(form: Form, year: int, named: bool) -> None:
    title = "政府信息公开工作年度报告"
    report = Case(title=f"{year}年{title}" if named else title).report(form)
    report.year = year
    (finding,) = [item for item in run_checks(report) if item.actual == year]
    assert finding.code == "text-title"
    assert f"报告年度是{year}年，应在2000年到2099年之间" in finding.message
    assert finding.quote == (str(year) if named else title)
