from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from lxml import etree

from exporters.report_blocks import report_blocks
from exporters.word.docx_writer import write_docx
from exporters.writing import export_report
from importers.readers.word.docx_names import W
from importers.recognising.embedded_report import read_embedded
from model.report.acknowledged import Acknowledged
from model.report.office import Office
from model.report.report import Report
from model.report.sign_off_record import SignOff
from report_sources import open_report
from report_strategies import reports
from sample_reports import sample_report
from storage.content.report_data import report_to_xml
from storage.report_file import report_to_text

CELL = f"{W}tc"


def exported(tmp_path: Path, report: Report) -> Path:
    path = tmp_path / "甲.docx"
    export_report(report, path)
    return path


def change_text(path: Path, change: Callable[[etree._Element], None]) -> None:
    """Change the visible document as a person in Word does; the data inside stays."""
    document = Document(str(path))
    change(document.element.body)
    document.save(str(path))


def replace_once(old: str, new: str, within: str = f"{W}p") -> Callable[[etree._Element], None]:
    def change(body: etree._Element) -> None:
        for element in body.iter(within):
            texts = list(element.iter(f"{W}t"))
            if old in "".join(item.text or "" for item in texts):
                texts[0].text = "".join(item.text or "" for item in texts).replace(old, new)
                for item in texts[1:]:
                    item.text = ""
                return
        raise AssertionError(old)

    return change


@pytest.mark.thorough
@settings(max_examples=25, deadline=None)
@given(reports())
def test_the_data_holds_what_is_printed(report: Report) -> None:
    again = read_embedded(report_to_xml(report))
    assert again is not None
    for table in report.form.tables:
        for key in table.keys:
            assert again.effective_value(table.key, key) == report.effective_value(table.key, key)
    assert (again.organization, again.title, again.year) == (
        report.organization,
        report.title,
        report.year,
    )
    lines = {
        key: [line for line in text.split("\n") if line.strip()]
        for key, text in report.sections.items()
    }
    assert {key: text.split("\n") if text else [] for key, text in again.sections.items()} == lines


def test_an_untouched_document_is_read_exactly(tmp_path: Path) -> None:
    report = sample_report()
    report.title = "2023 年政府信息公开工作年度报告"
    opened = open_report(exported(tmp_path, report))
    assert any("一致" in line for line in opened.summary)
    assert opened.report.title == report.title
    assert opened.report.sections == report.sections
    assert opened.report.tables == report.tables


def test_a_figure_changed_in_word_wins_and_is_told(tmp_path: Path) -> None:
    report = sample_report()
    path = exported(tmp_path, report)
    old = report.tables["proactive_disclosure"]["fees.amount"]
    change_text(path, replace_once(str(old), "99.5000", CELL))
    opened = open_report(path)
    assert str(opened.report.tables["proactive_disclosure"]["fees.amount"]) == "99.5000"
    (line,) = [line for line in opened.summary if "改过" in line]
    assert f"原来是{old}，现在是99.5000" in line


def test_a_changed_text_wins_and_is_told(tmp_path: Path) -> None:
    report = sample_report()
    path = exported(tmp_path, report)
    sentence = report.sections["problems"].split("\n")[0]
    change_text(path, replace_once(sentence, sentence + "再加一句。"))
    opened = open_report(path)
    assert opened.report.sections["problems"].split("\n")[0] == sentence + "再加一句。"
    assert any("改过" in line and "存在的主要问题" in line for line in opened.summary)


def test_a_changed_title_is_told(tmp_path: Path) -> None:
    report = sample_report()
    path = exported(tmp_path, report)
    change_text(path, replace_once(report.title, report.title.replace("2023", "2024")))
    opened = open_report(path)
    assert opened.report.title == report.title.replace("2023", "2024")
    assert any("改过" in line and "标题" in line for line in opened.summary)


def test_nothing_but_what_is_printed_travels_inside(tmp_path: Path) -> None:
    report = sample_report()
    report.acknowledged = (Acknowledged("cell-blank", "隐情的理由"),)
    report.figure_sources = {"requests": {"granted": "隐情的来源"}}
    report.office = Office("town")
    report.sign_off = SignOff((("drafted", "隐情的人"),), "隐情的话")
    report.notes = ("从「隐情的文件.docx」导入",)
    assert "隐情" in report_to_text(report)
    with zipfile.ZipFile(exported(tmp_path, report)) as package:
        for name in package.namelist():
            assert "隐情" not in package.read(name).decode("utf-8", "replace")


def test_a_copy_without_data_has_no_hidden_part(tmp_path: Path) -> None:
    path = tmp_path / "网站.docx"
    write_docx(report_blocks(sample_report()), path)
    with zipfile.ZipFile(path) as package:
        assert not [name for name in package.namelist() if "customXml" in name]
    assert open_report(path).report.tables == sample_report().tables


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<no",
        b"<report/>",
        report_to_xml(sample_report()).replace(b'version="1"', b'version="2"'),
        report_to_xml(sample_report()).replace(b'edition="2021"', b'edition="1066"'),
        report_to_xml(sample_report()).replace(b'key="fees.amount"', b'key="gone"'),
        report_to_xml(sample_report()).replace(b'table key="review"', b'table key="gone"'),
        b" " * 6_000_000,
    ],
)
def test_data_of_another_kind_are_left_aside(data: bytes) -> None:
    assert read_embedded(data) is None


def test_damaged_data_do_not_keep_the_document_from_being_read(tmp_path: Path) -> None:
    path = tmp_path / "甲.docx"
    broken = report_to_xml(sample_report())[:-20]
    write_docx(report_blocks(sample_report()), path, data=broken)
    opened = open_report(path)
    assert opened.report.tables == sample_report().tables
    assert not any("一致" in line for line in opened.summary)


def test_a_year_that_is_none_is_left_out() -> None:
    data = report_to_xml(sample_report()).replace(b'year="', b'year="x')
    again = read_embedded(data)
    assert again is not None
    assert again.year is None
