from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import text_layouts
from importers.readers.text.txt_reader import text_document
from importers.recognising.figures.causes import CauseKind
from importers.recognising.proof.reading_proof import ADVICE
from importers.recognising.recogniser import Recognised, recognise
from importers.recognising.tables.table_labels import TableLabels
from importers.recognising.tables.table_reader import TableReader
from importers.recognising.texts.section_finder import heading_score
from importers.source_document import table_from_rows
from model.form.table import Table
from model.report.report import Report, Tables
from model.report.values import format_value
from places import SAMPLES
from report_sources import open_report
from sample_reports import sample_report
from storage.errors import FileProblem
from storage.form_store import load_form
from storage.report_file import load_report


def filled_report() -> Report:
    """A report in which every figure differs from its neighbours, so that a shift shows."""
    report = sample_report()
    tables: Tables = {
        table.key: {key: number + 3 for number, key in enumerate(table.inputs)}
        for table in report.form.tables
    }
    filled = Report(
        report.form, report.organization, report.year, report.title, report.sections, tables
    )
    filled.tables["proactive_disclosure"]["fees.amount"] = Decimal("12.34")
    return filled


def read(text: str) -> Recognised:
    return recognise(text_document(text, "上年.txt"), load_form("2021"))


def written(report: Report, layout: object = text_layouts.tabbed_cells) -> str:
    return text_layouts.report_text(report, layout)


def assert_same(found: Report, truth: Report) -> None:
    assert found.tables == truth.tables
    assert found.sections == truth.sections
    assert (found.organization, found.year, found.title) == (
        truth.organization,
        truth.year,
        truth.title,
    )


@pytest.mark.parametrize("layout", text_layouts.LAYOUTS)
def test_every_layout_of_text_gives_the_same_report(layout: object) -> None:
    truth = filled_report()
    found = read(written(truth, layout))
    assert_same(found.report, truth)
    assert found.unplaced == ()


@pytest.mark.parametrize("layout", text_layouts.LAYOUTS[:3])
def test_blanks_and_typed_texts_stay_what_they_are(layout: object) -> None:
    truth = sample_report()
    assert_same(read(written(truth, layout)).report, truth)


@pytest.mark.parametrize("layout", text_layouts.LAYOUTS[4:])
def test_a_row_short_of_cells_is_placed_by_the_sums_and_told(layout: object) -> None:
    truth = filled_report()
    whole = dict(truth.tables["requests"])
    text = written(truth, layout)
    short = "granted.research_institution"
    line = f"\n{whole[short]}\n" if layout is text_layouts.bare_cells else f"\n{whole[short]} |\n"
    found = read(text.replace(line, "\n", 1))
    inputs = truth.form.table("requests").inputs
    expected = {**whole, short: None}
    assert {k: found.report.tables["requests"][k] for k in inputs} == {
        k: expected[k] for k in inputs
    }
    (cause,) = found.causes
    assert cause.kind is CauseKind.FEW
    assert cause.rows == ("granted",)
    assert cause.source[0] == "(一)予以公开"
    assert "商业企业" in cause.header[-1]
    assert [len(texts) for texts in cause.placements] == [7]
    assert {doubt.cause for doubt in found.doubts if doubt.key.startswith("granted.")} == {cause}


@pytest.mark.parametrize("layout", text_layouts.LAYOUTS[4:])
def test_a_row_short_of_cells_that_no_sum_places_is_listed_and_shifts_nothing(
    layout: object,
) -> None:
    truth = filled_report()
    lines = written(truth, layout).split("\n")
    end = "" if layout is text_layouts.bare_cells else " |"
    for row in ("granted", "partly_granted"):
        value = truth.value("requests", f"{row}.research_institution")
        lines.remove(f"{value}{end}")
    found = read("\n".join(lines))
    for key in truth.form.table("requests").inputs:
        is_short = key.split(".")[0] in ("granted", "partly_granted")
        expected = None if is_short else truth.value("requests", key)
        assert found.report.value("requests", key) == expected
    assert any("予以公开" in line for line in found.unplaced)


@pytest.mark.parametrize("share", [4, 5])
@pytest.mark.parametrize("has_covered", [False, True])
def test_blank_lines_are_blank_cells_where_the_lines_prove_it(
    share: int, has_covered: bool
) -> None:
    truth = filled_report()
    for values in truth.tables.values():
        values.update({key: None for n, key in enumerate(values) if n % share == 0})
    blanked = Report(
        truth.form, truth.organization, 2023, truth.title, truth.sections, truth.tables
    )
    found = read(written(blanked, lines_with_covered if has_covered else lined_cells))
    assert_same(found.report, blanked)
    assert found.unplaced == ()


def test_blank_lines_between_rows_are_no_cells() -> None:
    truth = filled_report()
    table = truth.form.table("requests")
    lines = text_layouts.bare_cells(truth, table).splitlines()
    spaced = "\n".join(line if line.isdigit() else f"\n{line}" for line in lines) + "\n"
    text = written(truth, text_layouts.bare_cells).replace("\n".join(lines) + "\n", spaced)
    assert_same(read(text).report, truth)
    value = truth.value("requests", "granted.natural_person")
    short = read(text.replace(f"（一）予以公开\n{value}\n", "（一）予以公开\n"))
    assert short.report.value("requests", "granted.natural_person") is None
    assert short.report.value("requests", "granted.commercial_enterprise") == truth.value(
        "requests", "granted.commercial_enterprise"
    )
    assert any("予以公开" in line for line in short.summary)


def lines_with_covered(report: Report, table: Table) -> str:
    """Write one cell a line, a merged cell again as a blank line in each row that it covers."""
    rows = text_layouts.collapsed_rows(report, table)
    return "".join(cell + "\n" for row in rows for cell in row)


def lined_cells(report: Report, table: Table) -> str:
    """Write one cell a line, a blank cell as a blank line, a merged cell once."""
    texts = (
        format_value(report.value(table.key, cell.key)) if cell.key else cell.text
        for cell in table.grid
    )
    return "".join(text + "\n" for text in texts)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("（三）不予公开", "(三)\n不\n予\n公\n开"),
        ("三、本年度办理结果", "三、\n\n本\n\n年\n\n度\n\n办\n\n理\n\n结\n\n果"),
        ("2.其他法律行政法规禁止公开", "2.其他法律行政止公开"),
        ("社会公益组织", "社会组织"),
        ("3.其他", "3.其 他"),
        ("（七）总计", "（七）合 计"),
        ("四、结转下年度继续办理", "四、结转下一年度继续办理"),
        ("1.属于国家秘密", "1、属于国家秘密"),
        ("“三安全一稳定”", '"三安全一稳定"'),
        ("行政规范性文件", "规范性文件"),
        ("商业企业", "商业\n企业"),
        ("    二、主动公开政府信息情况", "主动公开政府信息情况"),
        ("五、存在的主要问题及改进情况", "五、存在问题及改进情况"),
        (
            "四、政府信息公开行政复议、行政诉讼情况",
            "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        ),
        ("2023年政府信息公开工作年度报告", "2023年\n政府信息公开\n工作年度报告"),
    ],
)
def test_wording_that_varies_is_found(old: str, new: str) -> None:
    truth = filled_report()
    text = written(truth)
    assert old in text
    assert_same(read(text.replace(old, new)).report, truth)


def test_a_fragment_of_the_row_above_is_no_row(tmp_path: Path) -> None:
    truth = filled_report()
    text = written(truth).replace("\t（六）其他处理\n", "\t7\n\t（六）其他处理\n")
    found = read(text)
    assert_same(found.report, truth)
    assert any("7" in line and "没有录入" in line for line in found.unplaced)


def test_a_garbled_label_is_known_by_its_place_and_told() -> None:
    truth = filled_report()
    found = read(written(truth).replace("7.属于行政执法案卷", "7.属于行改执珐案巻宗"))
    assert_same(found.report, truth)
    assert any("行改执珐" in line for line in found.summary)
    doubted = {doubt.key.split(".")[0] for doubt in found.doubts if ADVICE not in doubt.reason}
    assert doubted == {"refused_enforcement_file"}
    other = read(written(truth).replace("7.属于行政执法案卷", "7.本年度接待群众来访"))
    assert other.report.value("requests", "refused_enforcement_file.natural_person") is None
    assert any("接待群众来访" in line for line in other.unplaced)


def test_a_strange_row_behind_the_last_one_is_listed() -> None:
    truth = filled_report()
    table = truth.form.table("requests")
    rows = text_layouts.collapsed_rows(truth, table)
    reader = TableReader(TableLabels(table))
    reader.take(0, table_from_rows([*rows, ["奇怪的一行", "9"], rows[3]]))
    assert any("奇怪的一行" in line for line in reader.read.unplaced)
    assert reader.read.missing_rows == []


def test_a_label_that_fell_out_of_its_row_is_found_and_told() -> None:
    truth = filled_report()
    table = truth.form.table("requests")
    rows = text_layouts.grid_texts(truth, table)
    fallen = next(row for row in rows if row[2] == "3.危及“三安全一稳定”")
    plain = text_layouts.tabbed_rows(truth, table)
    line = "\t".join(cell or "" for cell in fallen)
    assert line in plain
    text = written(truth, text_layouts.tabbed_rows)
    found = read(text.replace(line, "3.危及“三安全一稳定”" + "\t" * 8 + "\n"))
    row = "refused_security_and_stability."
    for key in table.inputs:
        expected = None if key.startswith(row) else truth.value("requests", key)
        assert found.report.value("requests", key) == expected
    assert any("三安全一稳定" in told and "原来的位置" in told for told in found.summary)


def test_a_missing_row_is_blank_and_told() -> None:
    truth = filled_report()
    lines = text_layouts.tabbed_rows(truth, truth.form.table("requests")).splitlines()
    kept = "\n".join(line for line in lines if "重复申请" not in line)
    found = read(written(truth, text_layouts.tabbed_rows).replace("\n".join(lines), kept))
    table = truth.form.table("requests")
    for key in table.inputs:
        expected = None if key.startswith("unprocessed_repeated") else truth.value("requests", key)
        assert found.report.value("requests", key) == expected
    assert any("重复申请" in line for line in found.summary)
    # The totals that the source printed no longer are the sums of what it gives.
    assert found.report.printed["requests"]["outcome_total.natural_person"] == truth.value(
        "requests", "outcome_total.natural_person"
    )


def test_a_total_printed_first_is_found_by_its_header() -> None:
    truth = filled_report()
    rows = text_layouts.grid_texts(truth, truth.form.table("requests"))
    plain = text_layouts.tabbed_rows(truth, truth.form.table("requests"))
    moved = [[*row[:3], row[9], *row[3:9]] for row in rows]
    moved[0] = rows[0]
    text = "\n".join("\t".join(cell or "" for cell in row) for row in moved) + "\n"
    assert_same(read(written(truth, text_layouts.tabbed_rows).replace(plain, text)).report, truth)


def test_a_single_row_of_other_handling_is_taken_and_told() -> None:
    truth = filled_report()
    table = truth.form.table("requests")
    rows = text_layouts.collapsed_rows(truth, table)
    first = next(i for i, row in enumerate(rows) if "（六）其他处理" in row)
    single = ["", "（六）其他处理", "1", "2", "3", "4", "5", "6", "21"]
    new = [*rows[:first], single, *rows[first + 3 :]]

    def text_of(lines: list[list[str]]) -> str:
        return "\n\n".join("\n".join("\t" + cell for cell in row) for row in lines) + "\n\n"

    found = read(written(truth).replace(text_of(rows), text_of(new)))
    assert found.report.value("requests", "other_handling.total") == 21
    assert found.report.value("requests", "other_fee_unpaid.natural_person") is None
    assert any("合成一行" in line for line in found.summary)


def test_a_wrong_printed_total_is_kept_beside_ours() -> None:
    truth = filled_report()
    total = truth.value("review", "direct_litigation.total")
    text = written(truth).replace(f"\t{total}\n", "\t0\n")
    found = read(text)
    assert found.report.value("review", "direct_litigation.total") == total
    assert found.report.printed["review"] == {"direct_litigation.total": 0}


def test_marks_of_converters_are_dropped() -> None:
    truth = filled_report()
    text = written(truth).replace("申请均按期办理。", "[bookmark: _GoBack]申请均按期办理。")
    assert_same(read(text).report, truth)


def test_a_heading_may_carry_its_text() -> None:
    truth = filled_report()
    truth.sections["other_matters"] = "无。"
    truth.sections["signature"] = ""
    text = written(truth).replace("六、其他需要报告的事项\n无。", "六、其他需要报告的事项：无。")
    assert_same(read(text).report, truth)


def test_what_stands_before_the_title_is_listed() -> None:
    found = read("索引号：123\n" + written(filled_report()))
    assert any("索引号" in line for line in found.unplaced)


def test_a_sub_heading_like_an_official_one_stays_text() -> None:
    truth = filled_report()
    truth.sections["overview"] = (
        "主动公开信息情况\n公开了信息。\n政府信息公开行政复议、行政复议情况\n没有发生。"
    )
    text = written(truth).replace("    二、主动公开政府信息情况", "主动公开政府信息情况")
    assert_same(read(text).report, truth)


@pytest.mark.parametrize(
    ("lines", "unit", "year", "title"),
    [
        (
            "2025 年上海市人民政府办公厅政府信息公开\n工作年度报告",
            "上海市人民政府办公厅",
            2025,
            "2025年政府信息公开工作年度报告",
        ),
        (
            "2023年度青山县人民政府信息公开工作年度报告",
            "青山县人民政府",
            2023,
            "2023年度信息公开工作年度报告",
        ),
        (
            "红星镇人民政府2022年度政府信息公开年度报告",
            "红星镇人民政府",
            2022,
            "2022年度政府信息公开年度报告",
        ),
        (
            "阿城区司法局\n二〇二三年政府信息公开年度工作报告",
            "阿城区司法局",
            2023,
            "二〇二三年政府信息公开年度工作报告",
        ),
        (
            "红星镇人民政府关于2022年政府信息公开工作的年度报告",
            "红星镇人民政府",
            2022,
            "关于2022年政府信息公开工作的年度报告",
        ),
        (
            "２０２２年政府信息公开工作年度报告",
            "青山县红星镇人民政府",
            2022,
            "２０２２年政府信息公开工作年度报告",
        ),
        (
            "红星镇\n政府信息公开工作年度报告（2022年度）",
            "红星镇",
            2022,
            "政府信息公开工作年度报告（2022年度）",
        ),
    ],
)
def test_titles(lines: str, unit: str, year: int, title: str) -> None:
    report = filled_report()
    text = written(report).replace(f"{report.organization}\n{report.title}", lines)
    found = read(text).report
    assert (found.organization, found.year, found.title) == (unit, year, title)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "通知\n请各单位报送年度报告。",
        "规章000行政规范性文件000\n行政许可0",
        "2021年政府信息公开工作年度报告\n一、总体情况\n好。\n六、其他需要报告的事项\n无。",
    ],
)
def test_what_holds_no_report_is_refused(text: str) -> None:
    with pytest.raises(FileProblem, match="没有找到"):
        read(text)


@pytest.mark.parametrize("name", ["other_word_processor.docx", "web_page_saved_as_word.docx"])
def test_word_files_of_another_program(name: str) -> None:
    truth = load_report(SAMPLES / "truth.nianbao")
    assert_same(open_report(SAMPLES / name).report, truth)


def test_the_notes_stay_with_the_report(tmp_path: Path) -> None:
    path = tmp_path / "上年.txt"
    path.write_text("索引号：123\n" + written(filled_report()), encoding="gb18030")
    opened = open_report(path)
    assert opened.report.notes[0] == "从「上年.txt」导入"
    assert any("索引号" in note for note in opened.report.notes)


def test_a_heading_broken_by_a_blank_is_one_heading() -> None:
    section = load_form("2021").section("overview")
    assert heading_score(section, "一、总体情况 概述")[1:] == ("", "")
    assert heading_score(section, "一、总体情况 今年公开12条。")[1] == "今年公开12条。"


@pytest.mark.parametrize("piece", ["项目", "本 年新制发件", "政府信", "第　二十条 第(", "一)项"])
def test_a_piece_of_a_label_is_no_text_of_its_part(piece: str) -> None:
    labels = [TableLabels(table) for table in load_form("2021").tables]
    assert any(label.is_piece(piece) for label in labels)


def test_a_sentence_or_a_figure_is_no_piece_of_a_label() -> None:
    labels = [TableLabels(table) for table in load_form("2021").tables]
    for text in ("本表数据不含下属单位。", "12", "/", "说明"):
        assert not any(label.is_piece(text) for label in labels)
