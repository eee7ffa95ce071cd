from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings

import docx_parts as parts
from docx_parts import W
from exporters.page_style import LEAST_EDGE, OFFICIAL, Margins
from exporters.sign_off_blocks import SignOffCopy
from exporters.writing import export_report
from model.report.report import Report
from model.report.values import format_value
from report_strategies import reports
from sample_reports import sample_report
from storage.form_store import load_form

pytestmark = pytest.mark.thorough


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "年报.docx"
    export_report(sample_report(), path)
    return path


def _expected_cells(report: Report, number: int) -> list[parts.Cell]:
    table = report.form.tables[number]
    return [
        parts.Cell(
            cell.row,
            cell.column,
            cell.row_span,
            cell.column_span,
            format_value(report.effective_value(table.key, cell.key)) if cell.key else cell.text,
        )
        for cell in table.grid
    ]


def test_paragraphs_are_the_lines_of_the_report(written: Path) -> None:
    assert parts.paragraphs(written) == [
        ("Title", "青山县红星镇人民政府"),
        ("Title", "2023年政府信息公开工作年度报告"),
        ("Normal", "本报告根据《条例》编制。"),
        ("Heading1", "一、总体情况"),
        ("Heading2", "（一）主动公开"),
        ("Normal", "全年主动公开信息30条。"),
        ("Normal", "（二）依申请公开。收到申请12件。"),
        ("Heading1", "二、主动公开政府信息情况"),
        ("Heading1", "三、收到和处理政府信息公开申请情况"),
        ("Normal", "申请均按期办理。"),
        ("Heading1", "四、政府信息公开行政复议、行政诉讼情况"),
        ("Heading1", "五、存在的主要问题及改进情况"),
        ("Normal", "=主要问题是更新不够及时。"),
        ("Heading1", "六、其他需要报告的事项"),
        ("Normal", "2023年发出收费通知0件。"),
        ("Signature", "青山县红星镇人民政府"),
        ("Signature", "2024年1月20日"),
    ]


def test_tables_have_the_official_cells_and_merges(written: Path) -> None:
    report = sample_report()
    tables = parts.tables(written)
    assert len(tables) == 3
    for number, table in enumerate(tables):
        assert parts.cells(table) == _expected_cells(report, number)


def test_widths_fill_the_text_block_and_are_fixed(written: Path) -> None:
    for table in parts.tables(written):
        columns = [int(c.get(f"{W}w", "")) for c in table.findall(f"{W}tblGrid/{W}gridCol")]
        assert sum(columns) == int(parts.value(table, "tblPr/tblW", "w") or 0) == 8844
        assert parts.value(table, "tblPr/tblLayout", "type") == "fixed"
        for row in table.findall(f"{W}tr"):
            widths = [int(parts.value(c, "tcPr/tcW", "w") or 0) for c in row.findall(f"{W}tc")]
            assert sum(widths) == 8844


def test_borders_close_all_sides(written: Path) -> None:
    for table in parts.tables(written):
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            assert parts.value(table, f"tblPr/tblBorders/{side}") == "single"
            assert parts.value(table, f"tblPr/tblBorders/{side}", "sz") == "4"


def test_header_rows_repeat_and_no_row_splits(written: Path) -> None:
    for table, count in zip(parts.tables(written), (0, 3, 3), strict=True):
        rows = table.findall(f"{W}tr")
        assert all(parts.has(row, "trPr/cantSplit") for row in rows)
        repeating = [index for index, row in enumerate(rows) if parts.has(row, "trPr/tblHeader")]
        assert repeating == list(range(count))


def test_table_stays_on_one_page_with_its_heading(written: Path) -> None:
    for table in parts.tables(written):
        *upper, last = table.findall(f"{W}tr")
        for row in upper:
            assert all(parts.has(cell, "p/pPr/keepNext") for cell in row.findall(f"{W}tc"))
        assert not any(parts.has(cell, "p/pPr/keepNext") for cell in last.findall(f"{W}tc"))
        before = table.getprevious()
        assert before is not None
        is_heading = (parts.value(before, "pPr/pStyle") or "").startswith("Heading")
        assert is_heading or parts.has(before, "pPr/keepNext")


def test_caption_rows_are_light_blue(written: Path) -> None:
    table = parts.tables(written)[0]
    shaded = [
        parts.text_of(cell)
        for cell in table.iter(f"{W}tc")
        if parts.value(cell, "tcPr/shd", "fill") == "DDEBF7"
    ]
    assert shaded == [block.caption for block in load_form("2021").tables[0].blocks]


@pytest.mark.parametrize(
    ("style_id", "font", "half_points"),
    [
        ("Title", "方正小标宋简体", "44"),
        ("Normal", "仿宋_GB2312", "32"),
        ("Heading1", "黑体", "32"),
        ("Heading2", "楷体_GB2312", "32"),
        ("Footer", "宋体", "28"),
    ],
)
def test_styles_have_their_chinese_fonts(
    written: Path, style_id: str, font: str, half_points: str
) -> None:
    for style in parts.part(written, "word/styles.xml").iter(f"{W}style"):
        if style.get(f"{W}styleId") == style_id:
            for script in ("ascii", "hAnsi", "eastAsia"):
                assert parts.value(style, "rPr/rFonts", script) == font
            assert parts.value(style, "rPr/sz") == half_points
            return
    pytest.fail(style_id)


def test_body_has_the_official_pitch_and_no_grid(written: Path) -> None:
    normal = next(iter(parts.part(written, "word/styles.xml").iter(f"{W}style")))
    assert parts.value(normal, "pPr/spacing", "line") == "579"
    assert parts.value(normal, "pPr/spacing", "lineRule") == "exact"
    assert parts.value(normal, "rPr/spacing") == "-5"
    section = parts.body(written)[-1]
    margins = [parts.value(section, "pgMar", side) for side in ("top", "bottom", "left", "right")]
    assert margins == ["2098", "1984", "1587", "1474"]
    assert not parts.has(section, "docGrid")


def test_page_number_stands_outside_on_both_pages(written: Path) -> None:
    assert parts.has(parts.part(written, "word/settings.xml"), "evenAndOddHeaders")
    sides = {}
    with zipfile.ZipFile(written) as package:
        footers = [name for name in package.namelist() if "footer" in name and "rels" not in name]
    for name in footers:
        (line,) = parts.part(written, name).findall(f"{W}p")
        assert parts.text_of(line) == "— 1 —"
        assert "PAGE" in (parts.value(line, "fldSimple", "instr") or "")
        side = parts.value(line, "pPr/jc")
        assert parts.value(line, "pPr/ind", f"{side}Chars") == "100"
        sides[side] = name
    assert set(sides) == {"left", "right"}


def test_properties_name_unit_and_title_only(written: Path) -> None:
    properties = Document(str(written)).core_properties
    assert properties.title == "青山县红星镇人民政府2023年政府信息公开工作年度报告"
    assert properties.author == properties.last_modified_by == "青山县红星镇人民政府"
    assert properties.comments == ""


def test_fonts_name_what_to_show_instead(written: Path) -> None:
    fonts = parts.part(written, "word/fontTable.xml")
    names = {font.get(f"{W}name"): parts.value(font, "altName") for font in fonts.iter(f"{W}font")}
    assert names["仿宋_GB2312"] == "仿宋"
    assert names["方正小标宋简体"] == "宋体"


def test_only_an_address_that_would_tear_its_line_keeps_a_paragraph_ragged(tmp_path: Path) -> None:
    short, long = "电话：0451-50000000", "网站https://www.example.gov.cn/a/b/zwgk/"
    before = "群众反映良好" * 3
    lines = [f"{before}（{short}），{before}", f"{before}群众{long}", f"{before}{long}{before}"]
    path = tmp_path / "a.docx"
    export_report(Report(load_form("2021"), sections={"problems": "\n".join(lines)}), path)
    sides = {parts.text_of(p): parts.value(p, "pPr/jc") for p in parts.body(path)}
    assert [sides[line] for line in lines] == [None, None, "left"]


def test_only_a_short_paragraph_is_kept_with_the_table_below(tmp_path: Path) -> None:
    short, long = "申请均按期办理。", "申请均按期办理。" * 20
    path = tmp_path / "a.docx"
    sections = {"requests": short, "review": long}
    export_report(Report(load_form("2021"), sections=sections), path)
    kept = {parts.text_of(p): parts.has(p, "pPr/keepNext") for p in parts.body(path)}
    assert kept[short]
    assert not kept[long]


@pytest.mark.parametrize("bottom", [10.0, 12.7, 13.3, 20.0, 35.0])
def test_page_numbers_stay_on_the_paper_with_any_margin(tmp_path: Path, bottom: float) -> None:
    path = tmp_path / "a.docx"
    style = OFFICIAL.with_margins(Margins(10.0, bottom, 10.0, 10.0))
    export_report(sample_report(), path, style, SignOffCopy())
    margins = parts.part(path, "word/document.xml").findall(f".//{parts.W}pgMar")
    for item in margins:
        foot, below = (int(item.get(f"{parts.W}{name}") or "") for name in ("footer", "bottom"))
        assert 0 <= foot <= below - 14 * 20
        # The line below which the number stands is as high in every font.
        assert foot + 14 * 1.25 * 0.2 * 20 >= LEAST_EDGE / 25.4 * 1440 - 1
    style_of_foot = next(
        item
        for item in parts.part(path, "word/styles.xml").iter(f"{parts.W}style")
        if item.get(f"{parts.W}styleId") == "Footer"
    )
    assert parts.value(style_of_foot, "pPr/spacing", "lineRule") == "exact"


def test_nothing_of_the_empty_file_is_left(written: Path) -> None:
    with zipfile.ZipFile(written) as package:
        names = set(package.namelist())
    assert not {"docProps/thumbnail.jpeg", "word/numbering.xml"} & names
    properties = parts.part(written, "docProps/app.xml")
    assert [item.text for item in properties] == ["政府信息公开年报编辑"]


@pytest.mark.thorough
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(report=reports())
def test_every_figure_and_text_is_found(tmp_path: Path, report: Report) -> None:
    path = tmp_path / "generated.docx"
    export_report(report, path)
    texts = [text for _, text in parts.paragraphs(path)]
    expected = [report.organization, report.title]
    for section in report.form.sections:
        expected += [section.title] if section.title else []
        expected += [line for line in report.sections[section.key].split("\n") if line]
    assert texts == expected
    for number, table in enumerate(parts.tables(path)):
        assert parts.cells(table) == _expected_cells(report, number)
