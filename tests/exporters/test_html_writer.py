from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from exporters.report_blocks import report_blocks
from exporters.web.html_writer import html_content
from exporters.web.txt_writer import plain_text
from exporters.writing import clipboard_formats, export_report
from html_tables import HtmlTable, html_table
from model.form.table import Table
from model.report.edits import Edit, TextChange, apply
from model.report.report import Report
from model.report.values import format_value
from office import convert, needs_office
from report_sources import open_clipboard, open_report
from report_strategies import reports
from sample_reports import sample_report
from storage.form_store import load_form

FORM = load_form("2021")
INSIDE = {
    "html": {"head", "body"},
    "head": {"meta", "title", "style"},
    "body": {"main"},
    "main": {"h1", "h2", "h3", "p", "div"},
    "div": {"table"},
    "table": {"colgroup", "thead", "tbody"},
    "colgroup": {"col"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"th", "td"},
    **dict.fromkeys(("th", "td", "h1", "h2", "h3", "b"), {"br"}),
    "p": {"b", "br"},
}
KEPT = {
    *("text-align", "text-indent", "font-size", "font-weight", "line-height", "margin", "padding"),
    *("padding-right", "width", "min-width", "background", "border", "border-collapse"),
    *("table-layout", "overflow-x", "overflow-wrap"),
}
"""What the editors of portals leave in a style."""
VOID = {"meta", "br", "col"}


class Judge(HTMLParser):
    """Holds each element against what the standard allows in the one that it stands in."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.styles: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.open and tag not in INSIDE.get(self.open[-1], set()):
            self.faults.append(f"{tag} in {self.open[-1]}")
        self.styles |= {value or "" for name, value in attrs if name == "style"}
        self.attributes |= {name for name, _ in attrs}
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"/{tag}")


def written(folder: Path, report: Report) -> str:
    path = folder / "年报.html"
    export_report(report, path)
    return path.read_bytes().decode("utf-8")


def tables_of(html: str) -> list[HtmlTable]:
    root = etree.HTML(html)
    return [html_table(element) for element in root.iter("table")]


def test_the_page_is_a_valid_document(tmp_path: Path) -> None:
    html = written(tmp_path, sample_report())
    judge = Judge()
    judge.feed(html)
    judge.close()
    assert (judge.faults, judge.open) == ([], [])
    assert html.startswith('<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">')
    assert "<title>青山县红星镇人民政府2023年政府信息公开工作年度报告</title>" in html
    assert {entry.partition(":")[0] for style in judge.styles for entry in style.split(";")} <= KEPT
    assert judge.attributes <= {
        *("lang", "charset", "name", "content", "style", "scope", "colspan", "rowspan"),
        *("role", "aria-label", "tabindex"),
    }


def test_headings_texts_and_captions_stand_in_order(tmp_path: Path) -> None:
    root = etree.HTML(written(tmp_path, sample_report()))
    names = ("h1", "h2", "h3", "p", "table")
    found = [
        (e.tag, e.get("aria-label") or "|".join(map(str, e.itertext()))) for e in root.iter(*names)
    ]
    assert found[:8] == [
        ("h1", "青山县红星镇人民政府|2023年政府信息公开工作年度报告"),
        ("p", "本报告根据《条例》编制。"),
        ("h2", "一、总体情况"),
        ("h3", "（一）主动公开"),
        ("p", "全年主动公开信息30条。"),
        ("p", "（二）依申请公开。|收到申请12件。"),
        ("h2", "二、主动公开政府信息情况"),
        ("table", "主动公开政府信息情况"),
    ]
    assert found[-2:] == [("p", "青山县红星镇人民政府"), ("p", "2024年1月20日")]


def look(element: etree._Element) -> dict[str, str]:
    pairs = (entry.partition(":") for entry in element.get("style", "").split(";"))
    return {name: value for name, _, value in pairs}


def test_copied_content_looks_right_without_a_style_sheet() -> None:
    html = clipboard_formats(sample_report())[0]
    assert "<style" not in html
    assert "class=" not in html
    root = etree.HTML(html)
    (title,) = root.iter("h1")
    assert look(title)["text-align"] == "center"
    *texts, unit, day = root.iter("p")
    assert {look(text)["text-indent"] for text in texts} == {"2em"}
    assert {look(line)["text-align"] for line in (unit, day)} == {"right"}
    assert look(unit)["padding-right"] == "2em"
    # The date begins two characters behind the unit: 10 characters against 7.5 with its gaps.
    assert float(look(day)["padding-right"].removesuffix("em")) == pytest.approx(2.5)
    for form, table in zip(FORM.tables, root.iter("table"), strict=True):
        assert look(table)["width"] == "100%"
        assert all("text-align" in look(cell) for cell in table.iter("th", "td"))
        assert {look(cell)["text-align"] for cell in table.iter("td")} == {"center"}
        captions = [cell for cell in form.grid if cell.role == "caption"]
        blue = [cell for cell in table.iter("th") if "background" in look(cell)]
        assert len(blue) == len(captions)
        widths = [float(look(col)["width"].removesuffix("%")) for col in table.iter("col")]
        assert sum(widths) == pytest.approx(100, abs=0.2)
        assert len(widths) == len(form.widths)


def test_each_table_is_named_once(tmp_path: Path) -> None:
    shown = "".join(map(str, etree.HTML(written(tmp_path, sample_report())).itertext()))
    for section in FORM.sections:
        if section.title:
            assert shown.count(section.title.partition("、")[2]) == 1


@pytest.mark.parametrize("index", range(3))
def test_spans_tile_the_official_grid(tmp_path: Path, index: int) -> None:
    form = FORM.tables[index]
    table = tables_of(written(tmp_path, sample_report()))[index]
    rows, columns = table.size
    assert (rows, columns) == (form.grid_rows, len(form.widths))
    assert table.double == []
    assert len(table.spots) == rows * columns
    places = [(c.row, c.column, c.row_span, c.column_span) for c in form.grid]
    assert [(c.row, c.column, c.height, c.width) for c in table.cells] == places


def official_headers(table: Table, key: str) -> set[str]:
    """Return the labels beside a value's row and the headers over its column in its block."""
    place = table.positions[key]
    first = max((c.row for c in table.grid if c.role == "caption" and c.row < place.row), default=0)
    return {
        cell.text
        for cell in table.grid
        if (cell.role == "caption" and cell.row == first)
        or (cell.role == "label" and cell.row <= place.row < cell.row + cell.row_span)
        or (
            cell.role == "header"
            and first <= cell.row < place.row
            and cell.column <= place.column < cell.column + cell.column_span
        )
    } - {""}


@pytest.mark.parametrize("index", range(3))
def test_a_screen_reader_is_told_the_labels_of_each_figure(tmp_path: Path, index: int) -> None:
    form = FORM.tables[index]
    table = tables_of(written(tmp_path, sample_report()))[index]
    for key in form.keys:
        place = form.positions[key]
        told = table.headers(table.spots[place.row, place.column])
        assert official_headers(form, key) <= told
        # By the standard, headers of a block above reach down where their widths differ.
        assert form.header_rows == 0 or told == official_headers(form, key)


def test_figures_stand_in_their_cells(tmp_path: Path) -> None:
    report = sample_report()
    for form, table in zip(FORM.tables, tables_of(written(tmp_path, report)), strict=True):
        for key in form.keys:
            place = form.positions[key]
            cell = table.spots[place.row, place.column]
            assert not cell.is_header
            assert cell.text == format_value(report.value(form.key, key))


def test_odd_texts_are_shown_as_they_are(tmp_path: Path) -> None:
    report = sample_report()
    text = '一是<script>alert("1")</script>不够；\x07&nbsp;二是  两个   空格。'
    apply(report, Edit("修改", (TextChange("problems", text),)))
    report.tables["review"]["reconsideration.upheld"] = "</td><b>"
    html = written(tmp_path, report)
    assert "<script" not in html
    assert re.findall(r"[\x00-\x08\x0e-\x1f]", html) == []
    opened = open_report(tmp_path / "年报.html").report
    assert opened.sections["problems"] == text.replace("\x07", "")
    assert opened.value("review", "reconsideration.upheld") == "</td><b>"


def test_an_empty_report_has_no_empty_paragraph(tmp_path: Path) -> None:
    html = written(tmp_path, Report(FORM))
    assert "<p>" not in html
    assert "<h1>" not in html
    assert len(tables_of(html)) == len(FORM.tables)


@needs_office
def test_another_program_keeps_the_tables_of_copied_content(tmp_path: Path) -> None:
    report = sample_report()
    path = tmp_path / "copied.html"
    path.write_text(clipboard_formats(report)[0], encoding="utf-8")
    convert([path], "docx:MS Word 2007 XML", tmp_path, "--infilter=HTML (StarWriter)")
    opened = open_report(tmp_path / "copied.docx")
    assert opened.report.tables == report.tables
    assert opened.report.sections == report.sections
    assert opened.unplaced == ()


@pytest.mark.thorough
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(report=reports())
def test_page_and_copied_content_give_back_the_report(tmp_path: Path, report: Report) -> None:
    export_report(report, tmp_path / "a.html")
    blocks = report_blocks(report)
    copied = open_clipboard(html_content(blocks), plain_text(blocks))
    for opened in (open_report(tmp_path / "a.html"), copied):
        assert opened.report.tables == report.tables
        assert opened.report.sections == report.sections
        assert (opened.report.organization, opened.report.title) == (
            report.organization,
            report.title,
        )
        assert opened.unplaced == ()


def test_levels_of_headings_rise_by_one_at_most() -> None:
    report = Report(FORM, sections={"preamble": "（一）说明\n（二）说明", "overview": "（一）公开"})
    page = etree.HTML(html_content(report_blocks(report)))
    levels = [int(str(item.tag)[1]) for item in page.iter("h1", "h2", "h3")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    found = {
        item.tag: item.get("style") for item in page.iter("h2", "h3") if item.text == "（一）公开"
    }
    assert list(found) == ["h3"]
