"""RTF, OpenDocument, Word in one piece of XML, and CSV: the same report as from any other file."""

from __future__ import annotations

from pathlib import Path

import pytest

import office
from aside_papers import aside_cells, with_asides
from file_kinds import SOURCE_KINDS
from flat_package import flat_package
from hostile_kinds import text_at, word_xml, write_ods, write_odt
from importers.marked_notes import with_marked_notes
from importers.readers.odf.odf_reader import read_odf
from importers.readers.rtf.rtf_reader import read_rtf
from importers.readers.word.word_xml_reader import read_word_xml
from importers.readers.workbook.csv_reader import read_csv
from importers.source_document import SourceDocument, SourceTable
from office import needs_office
from paper_files import SHEET_LOOKS, WORD_LOOKS, write_one_sheet, write_word
from paper_judge import faults
from papers import make_paper
from places import SAMPLES
from report_sources import open_report
from storage.report_file import load_report

pytestmark = pytest.mark.thorough

CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1"


def paragraphs(document: SourceDocument) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def tables(document: SourceDocument) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row] for row in block.rows]
        for block in document.blocks
        if isinstance(block, SourceTable)
    ]


def spans(document: SourceDocument) -> list[tuple[int, int, int, int, str]]:
    return [
        (c.row, c.column, c.row_span, c.column_span, c.text)
        for block in document.blocks
        if isinstance(block, SourceTable)
        for c in block.cells
    ]


@pytest.mark.parametrize("kind", ["odt", "rtf", "xml"])
def test_what_another_office_program_wrote_is_read(kind: str) -> None:
    opened = open_report(SAMPLES / f"other_office.{kind}")
    truth = load_report(SAMPLES / "truth.nianbao")
    assert opened.report.tables == truth.tables
    assert opened.report.sections == truth.sections
    assert opened.unplaced == ()


def test_a_workbook_of_another_office_program_is_read() -> None:
    opened = open_report(SAMPLES / "other_office.ods")
    expected = open_report(SAMPLES / "old_workbook.xls")
    assert opened.report.tables == expected.report.tables
    assert opened.report.sections == expected.report.sections


def test_rtf_under_the_name_of_word_is_read(tmp_path: Path) -> None:
    path = tmp_path / "年报.doc"
    path.write_bytes((SAMPLES / "other_office.rtf").read_bytes())
    assert open_report(path).report.tables == load_report(SAMPLES / "truth.nianbao").tables


def test_a_package_in_one_piece_is_read_as_the_package(tmp_path: Path) -> None:
    paper = make_paper(frozenset(["clean"]), 41)
    whole = write_word(paper, tmp_path / "a.docx")
    opened = open_report(flat_package(whole, tmp_path / "a.xml"))
    assert faults(opened, paper.truth) == []
    assert opened.unplaced == ()


def test_the_dialogs_list_the_kinds() -> None:
    extensions = {extension for _, kinds in SOURCE_KINDS for extension in kinds}
    assert {".rtf", ".odt", ".ods", ".fodt", ".fods", ".xml", ".csv", ".md", ".ofd"} <= extensions


WORD_OUT, SHEET_OUT = ("odt", "fodt", "rtf", "doc"), ("ods", "fods", "xls")


@needs_office
@pytest.mark.thorough
@pytest.mark.parametrize("kind", [*WORD_OUT, *SHEET_OUT])
def test_asides_survive_another_program(kind: str, tmp_path: Path) -> None:
    is_word = kind in WORD_OUT
    clean = make_paper(frozenset(["clean"]), 42)
    papers = {
        mark: with_asides(clean, mark, 1) for mark in (WORD_LOOKS if is_word else SHEET_LOOKS)
    }
    write, ending = (write_word, "docx") if is_word else (write_one_sheet, "xlsx")
    own = [write(paper, tmp_path / f"{mark}.{ending}") for mark, paper in papers.items()]
    office.convert(own, kind, tmp_path)
    for mark, paper in papers.items():
        opened = open_report(tmp_path / f"{mark}.{kind}")
        assert faults(opened, paper.truth) == [], mark
        told = "\n".join(opened.unplaced)
        left = [c.key for c in aside_cells(paper) if f"「{c.aside}」没有录入" not in told]
        assert left == [], mark


@needs_office
@pytest.mark.thorough
def test_cells_with_commas_are_read_in_either_encoding(tmp_path: Path) -> None:
    paper = make_paper(frozenset(["aliases"]), 43)
    office.convert([write_one_sheet(paper, tmp_path / "a.xlsx")], CSV, tmp_path)
    text = (tmp_path / "a.csv").read_text("utf-8")
    (tmp_path / "b.csv").write_bytes(text.encode("gb18030"))
    for name in ("a.csv", "b.csv"):
        assert faults(open_report(tmp_path / name), paper.truth) == []


RTF_HEAD = (
    "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset134 B;}}"
    "{\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;}{\\info{\\title x}}"
    "{\\*\\generator y;}{\\header z\\par}"
)


def rtf(tmp_path: Path, body: bytes) -> SourceDocument:
    path = tmp_path / "a.rtf"
    path.write_bytes(RTF_HEAD.encode() + body + b"}")
    return with_marked_notes(read_rtf(path))


def hexed(text: str, encoding: str = "gb18030") -> bytes:
    return b"".join(b"\\'%02x" % byte for byte in text.encode(encoding))


def test_rtf_characters_are_read_by_their_page_and_by_number(tmp_path: Path) -> None:
    body = (
        b"\\pard " + hexed("收到") + b"12" + hexed("件。") + b"\\par\n"
        b"\\uc2\\u24180\\'c4\\'ea\\uc1 \\u25253?\\u-10179?\\u-8704?\\~\\{\\_\\emdash\\par "
        b"{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt " + hexed("链接") + b"}}\\line a\\par"
    )
    assert paragraphs(rtf(tmp_path, body)) == ["收到12件。", "年报😀 {-—", "链接\na"]


def test_rtf_says_what_is_no_part_of_the_text(tmp_path: Path) -> None:
    body = (
        b"{\\strike 1}2\\par 4{\\super 1}\\par {\\v 3}5\\par {\\cf2 6}7\\par"
        b"{\\highlight1\\cf2 8}9\\par{\\deleted 1}{\\revised 2}\\par {\\fs10 3}{\\fs24 4}\\par"
        b" x{\\footnote\\pard n\\par}y\\par"
    )
    document = rtf(tmp_path, body)
    assert paragraphs(document) == ["2", "4", "5", "7", "89", "2", "4", "xy", "n"]
    assert [note.partition("：")[2] for note in document.notes] == [
        "划掉的「1」没有录入",
        "上标「1」没有录入",
        "看不见的「3」没有录入",
        "看不见的「6」没有录入",
        "修订中删除的「1」没有录入，修订中插入的「2」已读入",
        "字号特别小的「3」没有录入",
    ]


def test_rtf_tables_keep_their_grid(tmp_path: Path) -> None:
    body = (
        b"\\trowd\\clvmgf\\cellx100\\clmgf\\cellx200\\clmrg\\cellx300 "
        b"\\pard\\intbl a\\cell b\\cell\\cell\\row"
        b"\\trowd\\clvmrg\\cellx100\\cellx200\\cellx300\\intbl\\cell c\\par d\\cell e\\cell\\row"
        b"\\pard after\\par"
    )
    document = rtf(tmp_path, body)
    assert spans(document) == [
        (0, 0, 2, 1, "a"),
        (0, 1, 1, 2, "b"),
        (1, 1, 1, 1, "c\nd"),
        (1, 2, 1, 1, "e"),
    ]
    assert paragraphs(document) == ["after"]


def test_a_table_in_a_cell_of_rtf_comes_behind_its_table(tmp_path: Path) -> None:
    body = (
        b"\\trowd\\cellx500\\cellx900\\pard\\intbl\\itap2 n\\nestcell"
        b"{\\*\\nesttableprops\\trowd\\cellx50\\nestrow}{\\nonesttables\\par}"
        b"\\pard\\intbl out\\cell x\\cell\\row\\pard\\par"
    )
    assert tables(rtf(tmp_path, body)) == [[["out", "x"]], [["n"]]]


def test_rtf_text_boxes_and_list_numbers_are_read(tmp_path: Path) -> None:
    body = (
        b"{\\listtext\\pard 1.\\tab}one\\par{\\pntext\\'b7\\tab}two"
        b"{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt\\pard box\\par}}}\\par"
    )
    assert paragraphs(rtf(tmp_path, body)) == ["1.one", "two", "box"]


def test_a_cut_off_rtf_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(RTF_HEAD.encode() + b"one\\par two")
    document = read_rtf(path)
    assert paragraphs(document) == ["one", "two"]
    assert any("缺了一部分" in note for note in document.notes)


STYLES = (
    '<style:style style:name="S" style:family="text">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1"'
    ' style:num-format="一, 二, 三, ..." style:num-suffix="、"/></text:list-style>'
)


def test_an_opendocument_text_is_read_with_its_marks(tmp_path: Path) -> None:
    item = "<text:list-item><text:p>{}</text:p></text:list-item>"
    body = (
        '<text:p>收到<text:span text:style-name="S">1</text:span>2<text:s text:c="2"/>件'
        "<text:tab/>甲<text:line-break/>乙<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>注</text:p></text:note-body></text:note></text:p>"
        f'<text:list text:style-name="L">{item.format("甲")}{item.format("乙")}</text:list>'
        '<text:section text:display="none"><text:p>藏</text:p></text:section>'
        "<text:table-of-content><text:index-body><text:p>目</text:p></text:index-body>"
        "</text:table-of-content>"
    )
    document = with_marked_notes(read_odf(write_odt(tmp_path / "a.odt", body, STYLES)))
    assert paragraphs(document) == ["收到2  件\t甲\n乙", "注", "一、甲", "二、乙"]
    assert len(document.notes) == 3


def test_an_opendocument_table_keeps_its_grid(tmp_path: Path) -> None:
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    wide = ' table:number-columns-spanned="2"'
    tall = ' table:number-rows-spanned="2"'
    covered = "<table:covered-table-cell/>"
    rows = (
        f"<table:table-header-rows><table:table-row>{cell.format(tall, 'a')}"
        f"{cell.format(wide, 'b')}{covered}</table:table-row></table:table-header-rows>"
        f"<table:table-row>{covered}{cell.format('', 'c')}{cell.format('', 'd')}</table:table-row>"
        f'<table:table-row table:visibility="collapse">{cell.format("", "藏")}</table:table-row>'
    )
    document = read_odf(write_odt(tmp_path / "a.odt", f"<table:table>{rows}</table:table>"))
    assert spans(document) == [
        (0, 0, 2, 1, "a"),
        (0, 1, 1, 2, "b"),
        (1, 1, 1, 1, "c"),
        (1, 2, 1, 1, "d"),
    ]
    assert document.notes == ("隐藏的表格行「藏」没有录入",)


def test_a_sheet_shows_its_values_and_says_what_it_hides(tmp_path: Path) -> None:
    def cell(text: str, rest: str = "") -> str:
        return f"<table:table-cell{rest}><text:p>{text}</text:p></table:table-cell>"

    number = ' office:value-type="float" office:value="12.5"'
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    columns += '<table:table-column table:number-columns-repeated="16000"/>'
    blank = '<table:table-cell table:number-columns-repeated="16000"/>'
    rows = (
        f"{columns}<table:table-row>{cell('项目')}{cell('旧')}{cell('甲')}{blank}</table:table-row>"
        f"<table:table-row>{cell('一')}{cell('5')}{cell('13', number)}</table:table-row>"
        f'<table:table-row table:visibility="filter">{cell("二")}{cell("6")}</table:table-row>'
        f'<table:table-row table:number-rows-repeated="1000000">{blank}</table:table-row>'
        f'<table:table-row table:number-rows-repeated="2">{cell("三")}{cell("7")}{cell("8")}'
        "</table:table-row>"
    )
    document = read_odf(write_ods(tmp_path / "a.ods", rows))
    assert tables(document) == [[["项目", "甲"], ["一", "12.5"]], [["三", "8"], ["三", "8"]]]
    assert document.notes == (
        "工作表「表」第3行是隐藏的（二、6），没有读取",
        "工作表「表」第B列是隐藏的（旧、5、6、7、7），没有读取",
    )


def test_word_2003_is_read_by_the_names_of_its_time(tmp_path: Path) -> None:
    def cell(text: str, properties: str = "") -> str:
        words = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{words}</w:tc>"

    change = (
        '<aml:annotation aml:id="0" w:type="Word.{}"><aml:content>{}</aml:content></aml:annotation>'
    )
    restart = '<w:vmerge w:val="restart"/>'
    body = (
        '<wx:sect><w:p><w:pPr><w:listPr><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r>'
        "<w:t>总体</w:t></w:r></w:p><w:p><w:r><w:t>甲</w:t></w:r>"
        + change.format("Deletion", "<w:r><w:delText>删</w:delText></w:r>")
        + change.format("Insertion", "<w:r><w:t>增</w:t></w:r>")
        + change.format("Comment", "<w:p><w:r><w:t>批</w:t></w:r></w:p>")
        + "<w:r><w:footnote><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote></w:r></w:p><w:tbl>"
        + f"<w:tr>{cell('a', restart)}{cell('b')}</w:tr>"
        + f"<w:tr>{cell('', '<w:vmerge/>')}{cell('c')}</w:tr></w:tbl></wx:sect>"
    )
    path = text_at(tmp_path / "a.xml", word_xml(body))
    document = with_marked_notes(read_word_xml(path))
    assert paragraphs(document) == ["一、总体", "甲增", "注"]
    assert spans(document) == [(0, 0, 2, 1, "a"), (0, 1, 1, 1, "b"), (1, 1, 1, 1, "c")]
    assert "修订中删除的「删」没有录入，修订中插入的「增」已读入" in document.notes[0]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_cells_of_a_csv_file_may_hold_breaks_and_marks(mark: str, tmp_path: Path) -> None:
    lines = [f'"甲{mark}乙"{mark}"一\n二"{mark}1', f"丙{mark}丁{mark}2", f"戊{mark}己{mark}3"]
    path = text_at(tmp_path / "a.csv", "\r\n".join(lines))
    assert tables(read_csv(path)) == [
        [[f"甲{mark}乙", "一\n二", "1"], ["丙", "丁", "2"], ["戊", "己", "3"]]
    ]
