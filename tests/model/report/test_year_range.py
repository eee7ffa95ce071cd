"""Which numbers can be the year of a report, and what is said of the others."""

from __future__ import annotations

import pytest

from model.report.year_range import FIRST_YEAR, LAST_YEAR, is_report_year, year_problem


@pytest.mark.parametrize("year", [FIRST_YEAR, 2024, LAST_YEAR])
def test_years_of_reports_have_no_problem(year: int) -> None:
    assert is_report_year(year)
    assert year_problem(year) == ""


@pytest.mark.parametrize("year", [-1, 0, FIRST_YEAR - 1, LAST_YEAR + 1, 20231])
def test_other_numbers_are_told_with_the_years_that_can_be(year: int) -> None:
    assert not is_report_year(year)
    assert year_problem(year) == f"报告年度是{year}年，应在2000年到2099年之间"
