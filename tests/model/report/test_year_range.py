"""Which numbers can be the year of a report, and what is said of the others."""

from __future__ import annotations

from datetime import date

import pytest

from model.report.year_range import (
    FIRST_YEAR,
    LAST_YEAR,
    is_report_year,
    year_problem,
    year_to_report,
)


@pytest.mark.parametrize("year", [FIRST_YEAR, 2024, LAST_YEAR])
def test_years_of_reports_have_no_problem(year: int) -> None:
    assert is_report_year(year)
    assert year_problem(year) == ""


@pytest.mark.parametrize("year", [-1, 0, FIRST_YEAR - 1, LAST_YEAR + 1, 20231])
def test_other_numbers_are_told_with_the_years_that_can_be(year: int) -> None:
    assert not is_report_year(year)
    assert year_problem(year) == f"报告年度是{year}年，应在2000年到2099年之间"


@pytest.mark.parametrize(
    ("today", "year"),
    [(date(2024, 1, 20), 2023), (date(2024, 9, 30), 2023), (date(2024, 10, 1), 2024)],
)
def test_late_in_a_year_the_report_that_comes_next_is_on_it(today: date, year: int) -> None:
    assert year_to_report(today) == year
