from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest

import pdf_parts
from exporters.report_blocks import report_blocks
from exporters.writing import export_report
from model.report import Report
from model.values import format_value
from sample_reports import sample_report
from storage.form_store import load_form

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "年报.pdf"
    export_report(sample_report(), path)
    return path


def _shown(report: Report) -> set[str]:
    return {
        format_value(report.effective_value(table.key, cell.key)) if cell.key else cell.text
        for table in report.form.tables
        for cell in table.grid
    }


def test_every_line_of_the_report_is_found_as_written(written: Path) -> None:
    text = pdf_parts.text(written)
    for block in report_blocks(sample_report()):
        for line in getattr(block, "lines", ()) or (getattr(block, "text", ""),):
            assert line in text


def test_tables_hold_every_label_and_figure(written: Path) -> None:
    found = {
        (cell or "").replace("\n", "")
        for _, table in pdf_parts.tables(written)
        for row in table
        for cell in row
    }
    assert {text.replace("\n", "") for text in _shown(sample_report())} <= found


def test_properties_name_unit_and_title_only(written: Path) -> None:
    with pdfplumber.open(written) as pdf:
        properties = pdf.metadata
    assert properties["Title"] == "青山县红星镇人民政府2023年政府信息公开工作年度报告"
    assert properties["Author"] == "青山县红星镇人民政府"


def test_page_numbers_stand_outside_one_character_in(written: Path) -> None:
    numbers = [line for line in pdf_parts.lines(written) if line.text.startswith("—")]
    assert [line.text for line in numbers] == [f"— {page} —" for page in range(1, len(numbers) + 1)]
    for line in numbers:
        if line.page % 2:
            assert line.right == pytest.approx((210 - 26) / 25.4 * 72 - 14, abs=1.5)
        else:
            assert line.left == pytest.approx(28 / 25.4 * 72 + 14, abs=1.5)


def test_rare_and_look_alike_characters_come_back_as_typed(tmp_path: Path) -> None:
    typed = "一二十八人民方面“三安全一稳定”·〔2019〕——……䶮㐂 100% a-b"
    report = Report(load_form(), sections={"problems": typed})
    path = tmp_path / "a.pdf"
    export_report(report, path)
    assert typed in pdf_parts.text(path)
