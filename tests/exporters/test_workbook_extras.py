from __future__ import annotations

import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from exporters.extra_blocks import report_extras
from exporters.report_blocks import report_blocks
from exporters.workbook.xlsx_writer import write_xlsx
from exporters.writing import export_report, export_with_extras
from model.checks import run_checks
from model.judging.acknowledging import acknowledge
from model.report.edits import apply
from model.report.report import Report
from model.report.values import Value
from office import needs_office
from report_sources import open_report
from sample_reports import sample_report
from storage.form_store import load_form
from workbooks import cell_of, opened, recalculated

pytestmark = pytest.mark.thorough

FORM = load_form("2021")
TABLE_2, TABLE_3, TABLE_4 = FORM.tables


def with_last_year(report: Report) -> Report:
    last = sample_report()
    last.tables["review"]["reconsideration.upheld"] = "/"
    last.tables["requests"]["carried_forward.natural_person"] = 3
    last.tables["requests"]["granted.natural_person"] = "=1+1"
    last.tables["proactive_disclosure"]["fees.amount"] = Decimal("1.5")
    last = Report(FORM, "青山县红星镇人民政府", 2022, "", last.sections, last.tables)
    report.previous = last.as_previous()
    return report


def broken_report() -> Report:
    """Return a report that hands on one request more than it can."""
    report = with_last_year(sample_report())
    tables = report.tables
    tables["requests"]["carried_forward.natural_person"] = 5
    tables["requests"]["unprocessed_repeated.natural_person"] = 0
    tables["review"]["reconsideration.upheld"] = "/"
    built = Report(FORM, report.organization, 2023, report.title, report.sections, tables)
    built.previous = report.previous
    return built


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "年报.xlsx"
    export_with_extras(broken_report(), path)
    return path


def rows(sheet: Worksheet) -> list[tuple[object, ...]]:
    return list(sheet.iter_rows(values_only=True))


def test_only_when_asked_for_and_the_other_sheets_stay_as_they_are(
    tmp_path: Path, written: Path
) -> None:
    plain = tmp_path / "另一份.xlsx"
    export_report(broken_report(), plain)
    names = opened(plain).sheetnames
    assert opened(written).sheetnames == [*names, "上年数", "校验"]
    with zipfile.ZipFile(plain) as one, zipfile.ZipFile(written) as other:
        for number in range(1, len(names) + 1):
            part = f"xl/worksheets/sheet{number}.xml"
            assert _without_tab(one.read(part)) == _without_tab(other.read(part))


def _without_tab(sheet: bytes) -> bytes:
    """Return the sheet without its merged areas' order, which the library leaves to chance."""
    return b"".join(sorted(sheet.replace(b"><", b">\n<").split(b"\n")))


def test_last_year_stands_beside_this_year(written: Path) -> None:
    found = rows(opened(written, results=True)["上年数"])
    assert found[0] == ("表格", "格子", "上年数（青山县红星镇人民政府2022年）", "本年数", "增减")
    assert len(found) == 1 + sum(len(table.keys) for table in FORM.tables)
    by_name = {row[1]: row[2:] for row in found[1:]}
    name = TABLE_3.cell_name
    assert by_name[name("carried_forward.natural_person")] == (3, 5, 2)
    assert by_name[name("granted.natural_person")] == ("=1+1", 7, None)
    assert by_name[TABLE_4.cell_name("reconsideration.upheld")] == ("/", "/", None)
    assert by_name[name("other_fee_unpaid.research_institution")] == (None, None, None)
    assert by_name[TABLE_2.cell_name("fees.amount")] == (1.5, 12.34, 10.84)


def test_this_year_is_taken_from_its_own_sheet(written: Path) -> None:
    workbook = opened(written)
    sheet = workbook["上年数"]
    table = workbook[TABLE_3.name]
    name = TABLE_3.cell_name("new_received.natural_person")
    (row,) = (row for row in sheet.iter_rows() if row[1].value == name)
    address = (
        f"'{TABLE_3.name}'!{cell_of(table, TABLE_3, 'new_received.natural_person').coordinate}"
    )
    assert row[3].value == f'=IF({address}="","",{address})'


def test_findings_are_listed_with_the_clerks_reason(tmp_path: Path) -> None:
    report = broken_report()
    query = next(f for f in run_checks(report) if f.code == "carried-over-mismatch")
    apply(report, acknowledge(report, query, "上年误报，已更正"))
    path = tmp_path / "a.xlsx"
    export_with_extras(report, path)
    found = rows(opened(path)["校验"])
    findings = run_checks(report)
    assert found[0] == ("程度", "位置", "问题", "情况属实的说明")
    assert [(row[0], row[2]) for row in found[1:]] == [(f.level.label, f.message) for f in findings]
    assert [row[3] for row in found[1:] if row[3]] == ["上年误报，已更正"]
    place = f"{TABLE_3.name}：{TABLE_3.cell_name('new_received.natural_person')}、"
    assert [row for row in found if row[0] == "必须改" and str(row[1]).startswith(place)]


def test_a_report_without_last_year_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    report = sample_report()
    export_with_extras(report, path)
    found = rows(opened(path)["上年数"])
    assert [row[1] for row in found] == ["格子", "这份报告没有附上上年报告。"]
    read = open_report(path)
    assert (read.report.tables, read.report.sections) == (report.tables, report.sections)


def test_a_report_without_findings_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    report = sample_report()
    blocks, extras = report_blocks(report), replace(report_extras(report), findings=())
    write_xlsx(blocks, path, extras=extras)
    assert [row[2] for row in rows(opened(path)["校验"])] == ["问题", "没有发现问题。"]


def test_last_year_in_an_older_form_keeps_its_own_names(tmp_path: Path) -> None:
    old = load_form("2019")
    values: dict[str, dict[str, Value]] = {
        "proactive_disclosure": {"licences.decisions": 4, "procurement.amount": "251000元"}
    }
    report = sample_report()
    report.previous = Report(old, "红星镇人民政府", 2022, tables=values).as_previous()
    path = tmp_path / "a.xlsx"
    export_with_extras(report, path)
    found = {row[1]: row[2:] for row in rows(opened(path, results=True)["上年数"])}
    table = old.table("proactive_disclosure")
    assert found[table.cell_name("licences.decisions")] == (4, 0, -4)
    assert found[table.cell_name("procurement.amount")] == ("251000元", None, None)


def test_the_extra_sheets_are_not_taken_for_the_report(written: Path) -> None:
    read = open_report(written)
    assert read.report.tables == broken_report().tables
    assert read.report.sections == broken_report().sections


# ---------------------------------------------------------------- what the sheets watch


def test_each_typed_cell_takes_only_figures_of_its_kind(written: Path) -> None:
    workbook = opened(written)
    for table in FORM.tables:
        sheet = workbook[table.name]
        for key in table.keys:
            cell = cell_of(sheet, table, key)
            rules = [r for r in sheet.data_validations.dataValidation if cell.coordinate in r.sqref]
            if key in table.sums:
                assert rules == []
                continue
            (rule,) = rules
            assert (rule.errorStyle, rule.showErrorMessage) == ("stop", True)
            assert str(rule.error).startswith("请填")
            if table.column(key).kind == "amount":
                name = cell.coordinate
                wanted = f"AND(ISNUMBER({name}),{name}>=0,ROUND({name},4)={name})"
                assert (rule.type, rule.formula1) == ("custom", wanted)
            else:
                found = (rule.type, rule.operator, rule.formula1)
                assert found == ("whole", "greaterThanOrEqual", "0")


def test_changes_of_the_older_form_may_be_negative_and_free_text_is_free(tmp_path: Path) -> None:
    form = load_form("2019")
    table = form.table("proactive_disclosure")
    path = tmp_path / "a.xlsx"
    export_report(Report(form), path)
    sheet = opened(path)[table.name]
    least = {}
    for key in table.inputs:
        name = cell_of(sheet, table, key).coordinate
        rules = [r for r in sheet.data_validations.dataValidation if name in r.sqref]
        least[table.column(key).kind] = [rule.formula1 for rule in rules]
    assert least["count"] == ["0"]
    assert least["change"] == ["-1000000000"]
    assert least.get("free", []) == []


def test_a_difference_and_its_figures_are_watched(written: Path) -> None:
    sheet = opened(written)[TABLE_3.name]
    line = TABLE_3.grid_rows + 3
    watched = {
        str(area.sqref): [rule.formula[0] for rule in area.rules]
        for area in sheet.conditional_formatting
    }
    is_broken = [f"D${line}<>0"]
    assert watched == {f"D{line}:J{line}": is_broken, "D5:J6 D28:J29": is_broken}
    assert sheet.cell(28, 1).value is None
    assert sheet.cell(29, 1).value == "四、结转下年度继续办理"


@needs_office
def test_another_program_recalculates_the_extra_sheets(tmp_path: Path, written: Path) -> None:
    found = rows(recalculated(written, tmp_path)["上年数"])
    by_name = {row[1]: row[2:] for row in found[1:]}
    name = TABLE_3.cell_name
    assert by_name[name("carried_forward.natural_person")] == (3, 5, 2)
    assert by_name[name("carried_forward.total")] == (3, 5, 2)
