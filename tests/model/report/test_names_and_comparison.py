from __future__ import annotations

from decimal import Decimal

import pytest

from model.form.form import Form
from model.report.comparison import LAST, last_and_change, name_of_last
from model.report.file_name import usual_name
from model.report.report import Report
from model.report.values import Value


def test_usual_names_are_safe() -> None:
    assert usual_name('甲/乙:"镇"', 2023, "", ".docx") == "甲 乙  镇 2023年度报告.docx"
    assert usual_name("", None, "", ".nianbao") == "年度报告.nianbao"


@pytest.mark.parametrize(
    ("last", "now", "expected"),
    [
        (3, 5, ("3", "+2")),
        (3, 1, ("3", "−2")),
        (3, 3, ("3", "")),
        (3, None, ("3", "")),
        (None, 3, ("", "")),
        ("无", 3, ("无", "")),
        (Decimal("0.5000"), Decimal("0.75"), ("0.5000", "+0.2500")),
    ],
)
def test_last_and_change(form: Form, last: Value, now: Value, expected: object) -> None:
    report = Report(form)
    assert last_and_change(report, "requests", "granted.natural_person") == ("", "")
    before = Report(form)
    before.tables["requests"]["granted.natural_person"] = last
    report.previous = before.as_previous()
    report.tables["requests"]["granted.natural_person"] = now
    assert last_and_change(report, "requests", "granted.natural_person") == expected


@pytest.mark.parametrize(
    ("year", "before", "expected"),
    [(2023, 2022, LAST), (2023, 2021, "2021年"), (2023, None, LAST), (None, 2022, LAST)],
)
def test_a_report_of_another_year_is_called_by_its_year(
    form: Form, year: int | None, before: int | None, expected: str
) -> None:
    report = Report(form, year=year)
    assert name_of_last(report) == LAST
    report.previous = Report(form, year=before).as_previous()
    assert name_of_last(report) == expected
