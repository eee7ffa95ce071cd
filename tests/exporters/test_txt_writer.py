from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from exporters.writing import export_report
from model.report.report import Report
from model.report.values import format_value
from report_sources import open_report
from report_strategies import reports
from sample_reports import sample_report
from storage.form_store import load_form


def lines(folder: Path, report: Report) -> list[str]:
    path = folder / "年报.txt"
    export_report(report, path)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    return data.decode("utf-8-sig").removesuffix("\r\n").split("\r\n")


def test_a_paragraph_or_a_row_is_a_line(tmp_path: Path) -> None:
    found = lines(tmp_path, sample_report())
    assert found[:7] == [
        "青山县红星镇人民政府",
        "2023年政府信息公开工作年度报告",
        "　　本报告根据《条例》编制。",
        "　　一、总体情况",
        "　　（一）主动公开",
        "　　全年主动公开信息30条。",
        "　　（二）依申请公开。收到申请12件。",
    ]
    assert found[-2:] == ["青山县红星镇人民政府", "2024年1月20日"]
    assert all(line.strip() for line in found)


def test_each_cell_has_its_place_between_tabs(tmp_path: Path) -> None:
    report = sample_report()
    rows = [line.split("\t") for line in lines(tmp_path, report) if "\t" in line]
    for table in report.form.tables:
        own, rows = rows[: table.grid_rows], rows[table.grid_rows :]
        assert {len(row) for row in own} == {len(table.widths)}
        for cell in table.grid:
            value = format_value(report.value(table.key, cell.key)) if cell.key else cell.text
            assert own[cell.row][cell.column] == value
    assert rows == []


def test_a_tab_or_a_line_break_in_a_text_moves_nothing(tmp_path: Path) -> None:
    report = sample_report()
    report.tables["requests"]["granted.natural_person"] = "约\t7件\n左右"
    report.sections["problems"] = "一是\t不够及时。"
    found = lines(tmp_path, report)
    assert "　　一是 不够及时。" in found
    table = load_form("2021").table("requests")
    (row,) = (line.split("\t") for line in found if "约 7件 左右" in line)
    assert len(row) == len(table.widths)


def test_an_empty_report_has_no_empty_line(tmp_path: Path) -> None:
    found = lines(tmp_path, Report(load_form("2021")))
    # A table's row without a figure is tabs alone.
    assert [line for line in found if not line] == []


@pytest.mark.thorough
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(report=reports())
def test_a_text_file_gives_back_the_report(tmp_path: Path, report: Report) -> None:
    path = tmp_path / "a.txt"
    export_report(report, path)
    opened = open_report(path)
    assert opened.report.tables == report.tables
    assert opened.report.sections == report.sections
    assert (opened.report.organization, opened.report.title) == (report.organization, report.title)
    assert opened.unplaced == ()
