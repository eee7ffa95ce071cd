from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl.worksheet.worksheet import Worksheet

import docx_parts
from exporters.workbook.xlsx_formulas import difference_formula, ranges, total_formula
from exporters.writing import export_report
from model.form.form import Form
from model.form.reading import form_from_mapping
from model.form.table import Table
from model.report.report import Report
from office import needs_office
from report_strategies import reports
from sample_reports import sample_report
from storage.form_store import load_form
from storage.program import RESOURCES
from workbooks import cell_of, figures, opened, recalculated

pytestmark = pytest.mark.thorough

TABLE_2, TABLE_3, TABLE_4 = load_form("2021").tables


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "年报.xlsx"
    export_report(sample_report(), path)
    return path


def test_neighbouring_cells_become_few_rectangles() -> None:
    block = [(row, column) for row in (5, 3, 4) for column in (3, 4)]
    assert ranges(block, 2) == "D5:E7"
    assert ranges([*block, (9, 3), (3, 8)], 2) == "D11,D5:E7,I5"
    assert ranges([(0, 0), (0, 2), (2, 0)], 1) == "A1,A3,C1"


def test_formulas_never_add_with_a_sign_that_fails_on_text() -> None:
    assert total_formula([(0, 0), (0, 1)], 1, None) == '=IF(COUNTA(A1:B1)=0,"",SUM(A1:B1))'
    assert total_formula([(0, 0)], 1, 5) == "=IF(COUNTA(A1)=0,5,SUM(A1))"
    assert difference_formula([(0, 0), (1, 0)], [(5, 0)], 1) == "=SUM(A1:A2)-SUM(A6)"


def test_texts_stand_one_paragraph_a_row(written: Path) -> None:
    sheet = opened(written).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[:4] == [
        ("单位", "青山县红星镇人民政府"),
        ("年度", "2023"),
        ("标题", "2023年政府信息公开工作年度报告"),
        ("部分", "内容"),
    ]
    assert rows[4:] == [
        ("开头说明", "本报告根据《条例》编制。"),
        ("一、总体情况", "（一）主动公开"),
        ("一、总体情况", "全年主动公开信息30条。"),
        ("一、总体情况", "（二）依申请公开。收到申请12件。"),
        ("二、主动公开政府信息情况", None),
        ("三、收到和处理政府信息公开申请情况", "申请均按期办理。"),
        ("四、政府信息公开行政复议、行政诉讼情况", None),
        ("五、存在的主要问题及改进情况", "=主要问题是更新不够及时。"),
        ("六、其他需要报告的事项", "2023年发出收费通知0件。"),
        ("落款", "青山县红星镇人民政府"),
        ("落款", "2024年1月20日"),
    ]


def _merges(sheet: Worksheet) -> set[tuple[int, int, int, int]]:
    return {area.bounds for area in sheet.merged_cells.ranges}


@pytest.mark.parametrize("table", load_form("2021").tables, ids=lambda table: table.key)
def test_layout_is_that_of_the_form(written: Path, table: Table) -> None:
    sheet = opened(written)[table.name]
    expected = {
        (
            cell.column + 1,
            cell.row + 2,
            cell.column + cell.column_span,
            cell.row + 1 + cell.row_span,
        )
        for cell in table.grid
        if cell.row_span * cell.column_span > 1
    }
    assert expected <= _merges(sheet)
    for cell in table.grid:
        if not cell.key:
            assert sheet.cell(cell.row + 2, cell.column + 1).value == cell.text


def test_only_typed_cells_are_open(written: Path) -> None:
    workbook = opened(written)
    for table in load_form("2021").tables:
        sheet = workbook[table.name]
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        for key in table.keys:
            assert cell_of(sheet, table, key).protection.locked == (key in table.sums)
        assert sheet.cell(2, 1).protection.locked


def test_sheets_are_set_up_for_print(written: Path) -> None:
    workbook = opened(written)
    assert workbook.calculation is not None
    assert workbook.calculation.fullCalcOnLoad
    kinds = {sheet.title: sheet.page_setup.orientation for sheet in workbook.worksheets}
    assert kinds == {
        "文字内容": "portrait",
        TABLE_2.name: "portrait",
        TABLE_3.name: "portrait",
        TABLE_4.name: "landscape",
    }
    for sheet in workbook.worksheets:
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_area
    assert workbook[TABLE_3.name].print_title_rows == "$1:$4"
    assert workbook[TABLE_3.name].freeze_panes == "D5"


def test_values_keep_their_kind(written: Path) -> None:
    workbook = opened(written)
    amount = cell_of(workbook[TABLE_2.name], TABLE_2, "fees.amount")
    assert (amount.value, amount.number_format) == (12.34, "0.0000")
    sheet = workbook[TABLE_3.name]
    assert cell_of(sheet, TABLE_3, "granted.natural_person").value == 7
    assert cell_of(sheet, TABLE_3, "unprocessed_repeated.natural_person").value == "/"
    assert cell_of(sheet, TABLE_3, "other_fee_unpaid.research_institution").value is None


@pytest.mark.parametrize("text", ["=1+1", "+1-", "-", "@SUM(A1)", "#N/A", "=cmd|' /C calc'!A0"])
def test_text_never_becomes_a_formula(tmp_path: Path, text: str) -> None:
    report = Report(
        load_form("2021"),
        organization=text,
        sections={"problems": text},
        tables={"review": {"reconsideration.upheld": text}},
    )
    path = tmp_path / "a.xlsx"
    export_report(report, path)
    workbook = opened(path)
    cell = cell_of(workbook[TABLE_4.name], TABLE_4, "reconsideration.upheld")
    found = [workbook.worksheets[0]["B1"], cell]
    found += [row[1] for row in workbook.worksheets[0].iter_rows() if row[1].value == text]
    assert len(found) == 4
    for item in found:
        assert item.value == text
        assert item.data_type == "s"
    xml = docx_parts.part(path, "xl/worksheets/sheet4.xml")
    name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    (stored,) = (c for c in xml.iter(f"{name}c") if c.get("r") == cell.coordinate)
    assert stored.get("t") == "inlineStr"
    assert stored.find(f"{name}f") is None
    assert cell.quotePrefix == (text[0] in "=+-@")


def test_a_negative_number_stays_a_number(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    export_report(Report(load_form("2021"), tables={"review": {"reconsideration.other": -1}}), path)
    cell = cell_of(opened(path)[TABLE_4.name], TABLE_4, "reconsideration.other")
    assert (cell.value, cell.data_type) == (-1, "n")


def _expected(report: Report, key: str) -> dict[str, object]:
    table = report.form.table(key)
    found: dict[str, object] = {}
    for cell in table.keys:
        value = report.effective_value(key, cell)
        found[cell] = float(value) if isinstance(value, Decimal) else value
    return found


@pytest.mark.thorough
@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(report=reports())
def test_stored_results_are_the_figures_of_the_report(tmp_path: Path, report: Report) -> None:
    path = tmp_path / "generated.xlsx"
    export_report(report, path)
    workbook = opened(path, results=True)
    for table in report.form.tables:
        assert figures(workbook, table) == _expected(report, table.key)
    texts = [row[1].value for row in workbook.worksheets[0].iter_rows(min_row=5)]
    lines = [line for text in report.sections.values() for line in text.split("\n") if line]
    assert [text for text in texts if text] == lines


def _report_with_everything() -> Report:
    report = sample_report()
    tables = report.tables
    tables["requests"]["refused_state_secret.other_organization"] = 123_456_789_012
    tables["requests"]["granted.other_organization"] = "=1+1"
    for key in TABLE_4.inputs:
        tables["review"][key] = None
    tables["review"]["direct_litigation.upheld"] = 3
    return Report(
        report.form,
        report.organization,
        report.year,
        report.title,
        report.sections,
        tables,
        {"review": {"reconsideration.total": 11}},
    )


@needs_office
def test_recalculation_agrees_with_the_report(tmp_path: Path) -> None:
    report = _report_with_everything()
    path = tmp_path / "a.xlsx"
    export_report(report, path)
    workbook = recalculated(path, tmp_path)
    for table in report.form.tables:
        assert figures(workbook, table) == _expected(report, table.key)
    sheet = workbook[TABLE_3.name]
    row = TABLE_3.grid_rows + 3
    assert sheet.cell(row, 1).value == "勾稽差额：收（一＋二）－办（三＋四）"
    differences = [sheet.cell(row, column).value for column in range(4, 11)]
    assert differences == [0, 0, 0, 0, 0, -123_456_789_012, -123_456_789_012]


def _form_with_one_more_row() -> Form:
    data = tomllib.loads((RESOURCES / "forms" / "2021.toml").read_text(encoding="utf-8"))
    rows = data["tables"][1]["blocks"][0]["rows"]
    place = next(i for i, row in enumerate(rows) if row["key"] == "outcome_total")
    rows.insert(place, {"key": "fourth_kind", "label": "4.新增一项", "group": "other"})
    return form_from_mapping(data)


@needs_office
def test_a_row_added_to_the_form_is_written_and_summed(tmp_path: Path) -> None:
    form = _form_with_one_more_row()
    table = form.table("requests")
    report = sample_report(form)
    report.tables["requests"]["fourth_kind.natural_person"] = 30
    report = Report(form, tables=report.tables)
    export_report(report, tmp_path / "a.docx")
    cells = docx_parts.cells(docx_parts.tables(tmp_path / "a.docx")[1])
    assert [c.row for c in cells if c.text == "4.新增一项"] == [26]
    assert any(c.text == "三、本年度办理结果" and c.row_span == 23 for c in cells)
    export_report(report, tmp_path / "a.xlsx")
    found = figures(recalculated(tmp_path / "a.xlsx", tmp_path), table)
    assert found["outcome_total.natural_person"] == 38
    assert found["outcome_total.total"] == 38


def _points(sheet: Worksheet, row: int) -> float:
    height = sheet.row_dimensions[row].height
    assert height is not None
    return float(height)


def test_a_row_has_room_for_addresses_that_stay_whole(tmp_path: Path) -> None:
    address = "（http://www.example.gov.cn/zwgk/index.html）"
    report = sample_report()
    report.sections["overview"] = "\n".join([address * 9, "政" * (len(address) * 9 // 2)])
    path = tmp_path / "a.xlsx"
    export_report(report, path)
    sheet = opened(path).worksheets[0]
    rows = {sheet.cell(row, 2).value: _points(sheet, row) for row in range(5, 8)}
    # One address a line, as a worksheet sets it, and not as many as its letters would need.
    assert rows[address * 9] >= 9 * 11 * 1.25
    assert rows[address * 9] > 1.3 * rows["政" * (len(address) * 9 // 2)]


@pytest.mark.parametrize(("figure", "turned"), [(99_999, "portrait"), (10**11, "landscape")])
def test_a_sheet_is_turned_rather_than_set_in_letters_too_small(
    tmp_path: Path, figure: int, turned: str
) -> None:
    report = sample_report()
    report.tables["requests"]["granted.natural_person"] = figure
    path, usual = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    export_report(report, path)
    export_report(sample_report(), usual)
    sheet, same = opened(path)[TABLE_3.name], opened(usual)[TABLE_3.name]
    assert sheet.page_setup.orientation == turned
    # A figure shrinks and takes one line.
    row = cell_of(sheet, TABLE_3, "granted.natural_person").row
    assert _points(sheet, row) <= _points(same, row)
