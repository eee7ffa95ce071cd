from __future__ import annotations

from model.checks import run_checks
from model.report.report import Report
from storage.form_store import load_form
from tests.model.checks.check_cases import CLEAN_TEXTS


def codes_for(year: int | None) -> list[str]:
    form = load_form("2019")
    tables = {table.key: dict.fromkeys(table.inputs, 0) for table in form.tables}
    report = Report(
        form, "阿城区红星镇", year, f"{year}年政府信息公开工作年度报告", dict(CLEAN_TEXTS)
    )
    for key, cells in tables.items():
        report.tables[key] |= cells
    report.sections["preamble"] = ""
    return [item.code for item in run_checks(report)]


def test_the_form_of_2019_is_told_in_a_report_of_later_years() -> None:
    assert "text-basis" in codes_for(2022)
    assert "text-basis" not in codes_for(2020)
    assert "text-basis" not in codes_for(None)
