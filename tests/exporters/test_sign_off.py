from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

import pdfplumber
import pytest
from lxml import etree

import docx_parts as parts
from docx_parts import W
from exporters import sign_off_blocks
from exporters.blocks import PartStart, TableBlock, Title, parts_of, report_title
from exporters.lines.placed import Backdrop, Page
from exporters.page_style import OFFICIAL, FontRole, Margins
from exporters.paged.pages import lay_pages
from exporters.sign_off_blocks import SHEET_TITLE, WATERMARK, SignOffCopy, sign_off_copy
from exporters.writing import export_report
from file_kinds import TARGET_KINDS
from importers.recognising.sign_off_sheet import NOTE
from model.checks import Finding, Level, run_checks
from model.judging.acknowledging import acknowledge
from model.report.edits import Edit, SignOffChange, apply
from model.report.report import Report
from model.report.sign_off_record import SignOff
from model.signing.code import verification_code
from model.signing.final import make_final
from report_sources import open_report
from sample_reports import sample_report
from storage.errors import FileProblem

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.thorough]

NAMES = (("drafted", "张三"), ("countersigned", "李四、王五"))
# The order in which the format wants what a section says.
SECTION_ORDER = ("Reference", "type", "pgSz", "pgMar", "pgNumType", "cols")
SHEETS: tuple[Literal["first", "last"], ...] = ("first", "last")


class EvenFont:
    """Chinese characters as wide as high, letters and digits half of it, as official fonts are."""

    def advance(self, char: str, role: FontRole) -> float:
        return 0.5 if char.isascii() else 1.0


def _report() -> Report:
    report = sample_report()
    apply(report, Edit("", (SignOffChange(SignOff(NAMES, "急件。\n附件一份。")),)))
    return report


def _sheet(report: Report) -> TableBlock:
    contents, _ = sign_off_copy(report, SignOffCopy())
    table = contents[2]
    assert isinstance(table, TableBlock)
    return table


def _rows(report: Report) -> list[list[str]]:
    table = _sheet(report)
    rows: list[list[str]] = [[] for _ in range(table.row_count)]
    for cell in table.cells:
        rows[cell.row].append(cell.text)
    return rows


def _judge(monkeypatch: pytest.MonkeyPatch, *findings: Finding) -> None:
    monkeypatch.setattr(sign_off_blocks, "run_checks", lambda _: findings)


def _finding(number: int, level: Level = Level.QUERY) -> Finding:
    return Finding(f"made-{number}", level, f"第{number}处「甲。乙」的数不对。请核对。")


def _words(page: Page) -> str:
    return "".join(letters.text for letters in page.letters)


def _assert_same(found: Report, report: Report) -> None:
    assert found.tables == report.tables
    assert found.sections == report.sections
    assert (found.organization, found.title) == (report.organization, report.title)
    assert verification_code(found) == verification_code(report)


# ---------------------------------------------------------------- the sheet


def test_sheet_names_the_steps_with_room_to_sign() -> None:
    table = _sheet(_report())
    rows = _rows(_report())
    assert rows[0] == ["单位", "青山县红星镇人民政府"]
    assert rows[1] == ["报告", "2023年政府信息公开工作年度报告"]
    assert rows[2] == ["公开属性", "主动公开"]
    signed = ["拟稿", "核稿", "校对", "保密审查", "会签", "审核（分管领导）", "签发（主要领导）"]
    assert [row[0] for row in rows[4:11]] == signed
    assert [row[1] for row in rows[4:11]] == ["张三", "", "", "", "李四、王五", "", ""]
    assert all(height >= 16 for height in table.heights[4:11])
    assert rows[11] == ["备注", "急件。\n附件一份。"]


def test_sheet_tells_the_code_and_the_day_it_was_made_final() -> None:
    report = _report()
    code = verification_code(report)
    assert _rows(report)[-1][1].startswith(code)
    assert "定稿" not in _rows(report)[-1][1]
    apply(report, make_final(report, date(2024, 1, 10)))
    assert _rows(report)[-1][1].endswith("报告已于2024年1月10日定稿。")


def test_a_sound_report_has_one_line_on_its_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    _judge(monkeypatch)
    checked = _rows(_report())[12]
    assert checked == [
        "校验情况",
        "必须改 0 处；请核实 0 处已注明情况属实，0 处未处理。",
    ]


def test_errors_and_what_was_declared_right_are_listed_with_their_reasons(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report = _report()
    kept, bare = _finding(1, Level.ERROR), _finding(2, Level.ERROR)
    settled, left, hint = _finding(3), _finding(4), _finding(5, Level.HINT)
    for finding in (kept, settled):
        apply(report, acknowledge(report, finding, f"已核对{finding.code}"))
    _judge(monkeypatch, kept, bare, settled, left, hint)
    rows = _rows(report)[12:-1]
    assert rows == [
        [
            "校验情况",
            "必须改 2 处（原因见下）；请核实 1 处已注明情况属实（见下），1 处未处理；提示 1 处。",
        ],
        ["必须改 1：第1处「甲。乙」的数不对。\n理由：已核对made-1"],
        ["必须改 2：第2处「甲。乙」的数不对。\n理由：没有写明理由"],
        ["情况属实 1：第3处「甲。乙」的数不对。\n理由：已核对made-3"],
    ]


def test_a_finding_on_a_text_tells_its_part(monkeypatch: pytest.MonkeyPatch) -> None:
    finding = replace(_finding(1, Level.ERROR), section="problems")
    _judge(monkeypatch, finding)
    name = _report().form.section("problems").name
    assert _rows(_report())[13][0].startswith(f"必须改 1：{name}：第1处")
    _judge(monkeypatch, replace(finding, message=f"「{name}」是空的"))
    assert _rows(_report())[13][0].startswith(f"必须改 1：「{name}」是空的")


def test_real_findings_are_told_as_they_were_declared() -> None:
    report = _report()
    queries = [finding for finding in run_checks(report) if finding.level is Level.QUERY]
    for finding in queries:
        apply(report, acknowledge(report, finding, "情况如此"))
    rows = _rows(report)[12:-1]
    assert f"请核实 {len(queries)} 处已注明情况属实" in rows[0][1]
    assert sum("理由：情况如此" in row[0] for row in rows[1:]) == len(queries) > 0


# ---------------------------------------------------------------- pages


def test_pages_of_the_sheet_are_not_counted_and_all_bear_the_code() -> None:
    report = _report()
    code = f"校验码 {verification_code(report)}"
    contents, furniture = sign_off_copy(report, SignOffCopy())
    pages = lay_pages(contents, OFFICIAL, EvenFont(), furniture)
    own, _ = sign_off_copy(report, SignOffCopy(sheet="none"))
    plain = lay_pages(own, OFFICIAL, EvenFont())
    assert SHEET_TITLE in _words(pages[0])
    assert "— " not in _words(pages[0])
    assert [page.number for page in pages] == list(range(1, len(plain) + 2))
    for number, (page, same) in enumerate(zip(pages[1:], plain, strict=True), start=1):
        assert f"— {number} —" in _words(page)
        assert page.marks[1:-1] == same.marks
    for page in pages:
        assert isinstance(page.marks[0], Backdrop)
        assert _words(page).count(code) == 1


def test_a_long_list_goes_on_overleaf(monkeypatch: pytest.MonkeyPatch) -> None:
    _judge(monkeypatch, *(_finding(number, Level.ERROR) for number in range(1, 61)))
    contents, furniture = sign_off_copy(_report(), SignOffCopy(has_watermark=False))
    pages = lay_pages(contents, OFFICIAL, EvenFont(), furniture)
    first = next(index for index, page in enumerate(pages) if "— 1 —" in _words(page))
    assert first > 1
    words = "".join(_words(page) for page in pages[:first])
    assert all(f"必须改 {number}：" in words for number in range(1, 61))
    assert not any(isinstance(mark, Backdrop) for page in pages for mark in page.marks)


def test_narrow_margins_keep_the_sheet_inside() -> None:
    style = OFFICIAL.with_margins(Margins(37, 35, 35, 35))
    contents, furniture = sign_off_copy(_report(), SignOffCopy())
    sheet = lay_pages(contents, style, EvenFont(), furniture)[0]
    right = (210 - 35) / 25.4 * 72
    assert all(run.x + run.offsets[-1] < right for run in sheet.letters)


def test_parts_begin_where_they_are_told_to() -> None:
    title = Title("甲镇", "年报")
    assert report_title([PartStart(is_numbered=False), Title("", "单")]) == Title("", "")
    assert (
        report_title([PartStart(is_numbered=False), Title("", "单"), PartStart(True), title])
        == title
    )
    assert [part.is_numbered for part in parts_of([title, PartStart(False)])] == [True, False]
    assert parts_of([])[0].blocks == ()


# ---------------------------------------------------------------- files


@pytest.mark.parametrize("extension", [".docx", ".pdf"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_the_copy_reads_back_as_the_same_report(
    tmp_path: Path, sheet: Literal["first", "last"], extension: str
) -> None:
    path = tmp_path / f"送审稿{extension}"
    export_report(_report(), path, signed_copy=SignOffCopy(sheet=sheet))
    opened = open_report(path)
    _assert_same(opened.report, _report())
    assert opened.unplaced == (NOTE,)


def _printed(path: Path) -> list[tuple[str, list[list[list[str | None]]]]]:
    """Return the text and the tables of each page, as another program finds them."""
    with pdfplumber.open(path) as pdf:
        return [(page.extract_text(), page.extract_tables()) for page in pdf.pages]


def test_the_word_behind_the_text_leaves_tables_and_text_as_they_are(tmp_path: Path) -> None:
    with_word, plain = tmp_path / "a.pdf", tmp_path / "b.pdf"
    export_report(_report(), with_word, signed_copy=SignOffCopy(sheet="none"))
    export_report(_report(), plain, signed_copy=SignOffCopy(has_watermark=False, sheet="none"))
    assert _printed(with_word) == _printed(plain)
    assert with_word.stat().st_size > plain.stat().st_size


@pytest.mark.parametrize("sheet", SHEETS)
def test_word_file_has_a_section_for_the_sheet(
    tmp_path: Path, sheet: Literal["first", "last"]
) -> None:
    path = tmp_path / "a.docx"
    export_report(_report(), path, signed_copy=SignOffCopy(sheet=sheet))
    sections = list(parts.part(path, "word/document.xml").iter(f"{W}sectPr"))
    assert len(sections) == 2
    for section in sections:
        names = [etree.QName(child).localname for child in section]
        assert names.count("footerReference") == 2
        kinds = [name.removeprefix("header").removeprefix("footer") for name in names]
        assert kinds == sorted(kinds, key=SECTION_ORDER.index)
    starts = [parts.value(section, "pgNumType", "start") for section in sections]
    assert starts == ([None, "1"] if sheet == "first" else [None, None])
    own = 0 if sheet == "first" else 1
    numbered = [_has_number(path, section) for section in sections]
    assert numbered == [index != own for index in range(2)]
    rows = parts.tables(path)[0 if sheet == "first" else -1].findall(f"{W}tr")
    assert all(int(parts.value(row, "trPr/trHeight") or 0) >= 907 for row in rows[4:11])


def _has_number(path: Path, section: etree._Element) -> bool:
    """Return whether the section's pages are numbered; each bears the code in any case."""
    relations = parts.part(path, "word/_rels/document.xml.rels")
    targets = {item.get("Id", ""): item.get("Target", "") for item in relations}
    found = []
    for reference in section.findall(f"{W}footerReference"):
        identity = next(str(v) for k, v in reference.items() if str(k).endswith("}id"))
        footer = parts.part(path, f"word/{targets[identity]}")
        assert f"校验码 {verification_code(_report())}" in parts.text_of(footer)
        found.append(footer.find(f".//{W}fldSimple") is not None)
    assert len(set(found)) == 1
    return found[0]


def test_word_file_has_the_word_behind_odd_and_even_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    export_report(_report(), path, signed_copy=SignOffCopy())
    with zipfile.ZipFile(path) as package:
        headers = [name for name in package.namelist() if name.startswith("word/header")]
        trees = [etree.fromstring(package.read(name)) for name in headers]
    assert len(trees) == 2
    for tree in trees:
        (shape,) = tree.iter("{urn:schemas-microsoft-com:vml}shape")
        assert shape.get("type") == "#_x0000_t136"
        assert shape[0].get("string") == WATERMARK
        assert (
            tree.find(".//{urn:schemas-microsoft-com:vml}shapetype[@id='_x0000_t136']") is not None
        )


def test_nothing_of_the_sign_off_stands_in_usual_files(tmp_path: Path) -> None:
    report = _report()
    words = (WATERMARK, "审签单", "校验码", verification_code(report), "张三")
    for extension in (extensions[0] for _, extensions in TARGET_KINDS):
        path = tmp_path / f"a{extension}"
        export_report(report, path)
        text = str(_printed(path)) if extension == ".pdf" else _all_text(path)
        assert not [word for word in words if word in text]


def _all_text(path: Path) -> str:
    if not zipfile.is_zipfile(path):
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as package:
        return "".join(package.read(name).decode("utf-8") for name in package.namelist())


@pytest.mark.parametrize("extension", [".xlsx", ".html", ".txt"])
def test_what_cannot_be_signed_is_refused(tmp_path: Path, extension: str) -> None:
    with pytest.raises(FileProblem, match=r"Word 文档（\.docx）、PDF 文件（\.pdf）"):
        export_report(_report(), tmp_path / f"a{extension}", signed_copy=SignOffCopy())
    assert not list(tmp_path.iterdir())


def test_the_copy_for_the_website_has_nothing_unseen(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    export_report(_report(), path, is_public=True)
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
    assert not [name for name in names if name.startswith("customXml")]
    assert [item.text for item in parts.part(path, "docProps/app.xml")] == ["政府信息公开年报编辑"]
    assert "rsid" not in _all_text(path)
    properties = {
        etree.QName(item).localname: item.text for item in parts.part(path, "docProps/core.xml")
    }
    assert properties == {
        "title": "青山县红星镇人民政府2023年政府信息公开工作年度报告",
        "creator": "青山县红星镇人民政府",
    }
    _assert_same(open_report(path).report, _report())
