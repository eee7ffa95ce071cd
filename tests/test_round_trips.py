"""Every figure and text comes back, also when another program has had the file in between."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook

from exporters.writing import export_report
from model.report.report import Report
from model.report.values import Value
from office import convert, needs_office
from random_reports import random_report
from report_sources import open_report
from report_strategies import reports
from workbooks import figures

A_DOZEN = 12


def assert_same(found: Report, truth: Report) -> None:
    assert found.tables == truth.tables
    assert found.sections == truth.sections
    assert (found.organization, found.year, found.title) == (
        truth.organization,
        truth.year,
        truth.title,
    )


@pytest.mark.thorough
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(reports())
def test_a_word_file_gives_back_the_report(tmp_path: Path, report: Report) -> None:
    path = tmp_path / "a.docx"
    export_report(report, path)
    opened = open_report(path)
    assert_same(opened.report, report)
    assert opened.unplaced == ()


@pytest.fixture(scope="module")
def office_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("office")


@needs_office
def test_word_files_written_anew_by_another_program(office_folder: Path) -> None:
    truths = {f"{seed}.docx": random_report(seed) for seed in range(A_DOZEN)}
    for name, report in truths.items():
        export_report(report, office_folder / name)
    target = convert([office_folder / name for name in truths], "docx", office_folder / "anew")
    for name, report in truths.items():
        assert_same(open_report(target / name).report, report)


@needs_office
def test_workbooks_recalculated_by_another_program(office_folder: Path) -> None:
    truths = {f"{seed}.xlsx": random_report(seed) for seed in range(A_DOZEN)}
    for name, report in truths.items():
        export_report(report, office_folder / name)
        # openpyxl writes formulas without results, so that none of ours can be taken over.
        load_workbook(office_folder / name).save(office_folder / name)
    target = convert([office_folder / name for name in truths], "xlsx", office_folder / "anew")
    for name, report in truths.items():
        workbook = load_workbook(target / name, data_only=True)
        for table in report.form.tables:
            found = figures(workbook, table)
            expected = {key: shown(report.value(table.key, key)) for key in table.keys}
            assert found == expected
        lines = [str(row[1]) for row in workbook.worksheets[0].iter_rows(values_only=True)]
        for text in filter(None, "\n".join(report.sections.values()).split("\n")):
            assert text in lines


def shown(value: Value) -> object:
    """Return the figure as a workbook holds it."""
    return float(value) if isinstance(value, Decimal) else value
