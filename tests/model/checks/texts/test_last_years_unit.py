"""Last year's report of another unit is told where it is attached."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.checks import run_checks
from model.form.form import Form
from tests.model.checks.check_cases import Case


@pytest.mark.parametrize(
    ("unit", "is_told"), [("阿城区蓝天镇人民政府", True), ("阿城区红星镇人民政府", False)]
)
def test_the_unit_of_last_years_report_is_compared(form: Form, unit: str, is_told: bool) -> None:
    report = replace(Case().report(form), organization="阿城区红星镇人民政府")
    report.previous = replace(report.as_previous(), organization=unit, year=2022)
    told = [item for item in run_checks(report) if "附上的上年报告" in item.message]
    assert [item.code for item in told] == ["text-other-unit"] * is_told
    assert all((item.expected, item.actual) == (report.organization, unit) for item in told)
