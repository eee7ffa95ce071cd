from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from exporters.writing import export_report
from importers.readers.workbook.cell_text import number_text
from importers.readers.workbook.xlsx_reader import read_xlsx
from importers.source_document import SourceTable
from model.form.table import Table
from model.report.report import Report
from office import convert, needs_office
from places import SAMPLES
from report_sources import open_report
from sample_reports import sample_report
from storage.errors import FileProblem

pytestmark = pytest.mark.thorough

_SIDE = Side(style="thin")
_RULES = Border(_SIDE, _SIDE, _SIDE, _SIDE)


def filled_report() -> Report:
    """A report in which every figure differs from its neighbours, so that a shift shows."""
    report = sample_report()
    for table in report.form.tables:
        values = {key: number + 3 for number, key in enumerate(table.inputs)}
        report.tables[table.key].update(values)
    return Report(
        report.form,
        report.organization,
        report.year,
        report.title,
        {**report.sections, "problems": "更新不够及时。"},
        report.tables,
    )


def assert_same(found: Report, truth: Report) -> None:
    assert found.tables == truth.tables
    assert found.sections == truth.sections
    assert (found.organization, found.year, found.title) == (
        truth.organization,
        truth.year,
        truth.title,
    )


def active(workbook: Workbook) -> Worksheet:
    return workbook.worksheets[0]


def put(sheet: Worksheet, row: int, column: int, value: object) -> None:
    sheet.cell(row, column).value = value  # type: ignore[assignment]


def lay_table(
    sheet: Worksheet, report: Report, table: Table, top: int, *, ruled: bool, merged: bool
) -> int:
    """Write a table as other people do, floats and all; return the row behind it."""
    for cell in table.grid:
        row, column = top + cell.row, 1 + cell.column
        value = report.value(table.key, cell.key) if cell.key else cell.text
        put(sheet, row, column, float(str(value)) if cell.key and value is not None else value)
        end_row, end_column = row + cell.row_span - 1, column + cell.column_span - 1
        if merged and (end_row, end_column) != (row, column):
            sheet.merge_cells(
                start_row=row, start_column=column, end_row=end_row, end_column=end_column
            )
        for covered in sheet.iter_rows(row, end_row, column, end_column) if ruled else ():
            for place in covered:
                place.border = _RULES
    return top + table.grid_rows


def section_lines(report: Report, key: str) -> list[str]:
    title = report.form.section(key).title
    return [*([title] if title else []), *filter(None, report.sections[key].split("\n"))]


def one_sheet(report: Report, path: Path, *, ruled: bool, merged: bool) -> Path:
    workbook = Workbook()
    sheet, row = active(workbook), 1
    lines = [report.organization, report.title]
    for key in report.form.section_keys:
        for line in [*lines, *section_lines(report, key)]:
            put(sheet, row, 1, line)
            row += 1
        lines = []
        name = report.form.section(key).table
        if name:
            table = report.form.table(name)
            row = lay_table(sheet, report, table, row, ruled=ruled, merged=merged)
    workbook.save(path)
    return path


def many_sheets(report: Report, path: Path) -> Path:
    """Write all texts on one sheet, and each table under its heading on another."""
    workbook = Workbook()
    lines = [report.organization, report.title]
    for key in report.form.section_keys:
        lines += section_lines(report, key)
    for row, line in enumerate(lines, start=1):
        put(active(workbook), row, 1, line)
    for table in report.form.tables:
        sheet = workbook.create_sheet(table.name)
        put(sheet, 1, 1, report.form.section(table.section).title)
        lay_table(sheet, report, table, 2, ruled=True, merged=True)
    workbook.save(path)
    return path


@pytest.mark.parametrize("truth", [sample_report(), filled_report()], ids=["sample", "filled"])
def test_our_own_workbook_gives_the_report_back(tmp_path: Path, truth: Report) -> None:
    path = tmp_path / "年报.xlsx"
    export_report(truth, path)
    opened = open_report(path)
    assert_same(opened.report, truth)
    assert opened.unplaced == ()


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("merged", [True, False])
def test_one_sheet_of_others_is_read(tmp_path: Path, ruled: bool, merged: bool) -> None:
    truth = filled_report()
    opened = open_report(one_sheet(truth, tmp_path / "上年.xlsx", ruled=ruled, merged=merged))
    assert_same(opened.report, truth)
    assert opened.unplaced == ()


def test_texts_on_one_sheet_and_tables_on_others_are_read(tmp_path: Path) -> None:
    truth = filled_report()
    opened = open_report(many_sheets(truth, tmp_path / "上年.xlsx"))
    assert_same(opened.report, truth)
    assert opened.unplaced == ()


def test_a_part_that_the_form_does_not_know_stays_in_the_text(tmp_path: Path) -> None:
    truth = sample_report()
    path = tmp_path / "年报.xlsx"
    export_report(truth, path)
    workbook = load_workbook(path)
    sheet = workbook.worksheets[0]
    row = next(row for row in range(1, 40) if str(sheet.cell(row, 1).value).startswith("六、"))
    put(sheet, row + 1, 1, "附注")
    put(sheet, row + 1, 2, "另附材料两份。")
    workbook.save(path)
    text = open_report(path).report.sections["other_matters"]
    assert text.split("\n")[-2:] == ["附注", "另附材料两份。"]


def test_formulas_without_results_are_blank_and_told(tmp_path: Path) -> None:
    path = tmp_path / "年报.xlsx"
    export_report(sample_report(), path)
    load_workbook(path).save(path)  # openpyxl writes formulas without results
    opened = open_report(path)
    assert any("公式没有保存计算结果" in line for line in opened.unplaced)
    assert opened.report.printed == {}
    assert opened.report.tables == sample_report().tables


def test_a_hidden_sheet_is_left_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "年报.xlsx"
    export_report(filled_report(), path)
    workbook = load_workbook(path)
    table = filled_report().form.table("requests")
    workbook[table.name].sheet_state = "hidden"
    workbook.save(path)
    document = read_xlsx(path)
    assert any(table.name in note and "隐藏" in note for note in document.notes)
    assert all(len(b.rows) < 20 for b in document.blocks if isinstance(b, SourceTable))


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (3.0, "General", "3"),
        (12.34, "0.0000", "12.3400"),
        (0.1 + 0.2, "General", "0.3"),
        (1.23456, "0.00", "1.23456"),
        (1200, "#,##0", "1200"),
        (0, "0", "0"),
        (5, "0.00_);(0.00)", "5.00"),
    ],
)
def test_numbers_read_as_they_are_meant(value: float, number_format: str, text: str) -> None:
    assert number_text(value, number_format) == text


def test_an_old_workbook_gives_the_report_back() -> None:
    opened = open_report(SAMPLES / "old_workbook.xls")
    assert_same(opened.report, sample_report())
    assert opened.unplaced == ()


@needs_office
@pytest.mark.parametrize("extension", ["xls", "ods"])
def test_a_workbook_saved_by_another_program_is_read(tmp_path: Path, extension: str) -> None:
    truth = filled_report()
    path = tmp_path / "年报.xlsx"
    export_report(truth, path)
    steps = [extension] if extension == "xls" else [extension, "xlsx"]
    for step in steps:
        path = convert([path], step, tmp_path / step) / f"年报.{step}"
    opened = open_report(path)
    assert_same(opened.report, truth)
    assert opened.unplaced == ()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("坏.xlsx", b"PK\x03\x04garbage", "另存为 .xlsx"),
        ("坏.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "另存为 .xlsx"),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(FileProblem, match=words):
        open_report(path)


def test_a_sheet_merged_to_its_end_is_refused_in_time(tmp_path: Path) -> None:
    workbook = Workbook()
    active(workbook).cell(1, 1).value = "标题"
    path, bomb = tmp_path / "大.xlsx", tmp_path / "大2.xlsx"
    active(workbook).merge_cells("A1:B2")
    workbook.save(path)
    unpacked = tmp_path / "parts"
    shutil.unpack_archive(path, unpacked, "zip")
    sheet = unpacked / "xl" / "worksheets" / "sheet1.xml"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("A1:B2", "A1:XFD1048576"))
    shutil.make_archive(str(bomb.with_suffix("")), "zip", unpacked)
    bomb.with_suffix(".zip").rename(bomb)
    with pytest.raises(FileProblem, match="单元格太多"):
        open_report(bomb)
