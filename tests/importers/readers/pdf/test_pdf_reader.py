from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from exporters.writing import export_report
from importers.readers.paged.page_content import PageContent
from importers.readers.paged.page_flow import flow
from importers.readers.paged.page_lines import Char, Line, plain_character, read_lines
from importers.readers.pdf.pdf_reader import read_pdf
from importers.recognising.tables.form_labels import labels_of
from importers.recognising.tables.torn_rows import with_torn_rows
from importers.source_document import Paragraph, SourceCell, SourceDocument, SourceTable
from model.report.report import Report
from office import convert, needs_office
from places import SAMPLES
from report_sources import open_report
from sample_reports import sample_report
from storage.errors import FileProblem
from storage.form_store import load_form


def filled_tables() -> dict[str, dict[str, int]]:
    return {
        table.key: {key: number + 3 for number, key in enumerate(table.inputs)}
        for table in load_form("2021").tables
    }


def without_blanks(report: Report) -> dict[str, str]:
    return {
        key: "\n".join("".join(line.split()) for line in text.split("\n"))
        for key, text in report.sections.items()
    }


def saved_as_pdf(report: Report, folder: Path, *, password: str = "") -> Path:
    source = folder / "年报.docx"
    export_report(report, source)
    options = (
        '{"EncryptFile":{"type":"boolean","value":"true"},'
        f'"DocumentOpenPassword":{{"type":"string","value":"{password}"}}}}'
    )
    target = f"pdf:writer_pdf_Export:{options}" if password else "pdf"
    return convert([source], target, folder) / "年报.pdf"


def test_a_table_torn_over_pages_keeps_every_figure() -> None:
    """The sample's table begins low on a page, repeats no header, and a row is torn in two."""
    opened = open_report(SAMPLES / "table_torn_over_pages.pdf")
    expected = filled_tables()
    for table in opened.report.form.tables:
        found = {key: opened.report.value(table.key, key) for key in table.inputs}
        amounts = {key for key in table.inputs if table.column(key).kind == "amount"}
        assert {k: v for k, v in found.items() if k not in amounts} == {
            k: v for k, v in expected[table.key].items() if k not in amounts
        }
        assert [str(found[key]) for key in amounts] == ["12.3400"] * len(amounts)
    assert opened.report.printed == {}
    assert opened.unplaced == ()
    texts, truth = without_blanks(opened.report), without_blanks(sample_report())
    assert {k: v for k, v in texts.items() if k != "overview"} == {
        k: v for k, v in truth.items() if k != "overview"
    }
    assert opened.report.organization == sample_report().organization


def test_the_sample_has_a_torn_table() -> None:
    document = read_pdf(SAMPLES / "table_torn_over_pages.pdf")
    assert any(block.cuts for block in document.blocks if isinstance(block, SourceTable))


@needs_office
def test_a_report_printed_to_pdf_gives_the_report_back(tmp_path: Path) -> None:
    truth = sample_report()
    opened = open_report(saved_as_pdf(truth, tmp_path))
    assert opened.report.tables == truth.tables
    assert without_blanks(opened.report) == without_blanks(truth)
    assert (opened.report.organization, opened.report.title) == (truth.organization, truth.title)
    assert opened.unplaced == ()


@needs_office
def test_a_locked_pdf_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="打开密码"):
        open_report(saved_as_pdf(sample_report(), tmp_path, password="x"))


def test_a_scanned_pdf_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "扫描.pdf"
    Image.new("L", (600, 800), 255).save(path)
    with pytest.raises(FileProblem, match="Word 原文件.*文字识别"):
        open_report(path)


@pytest.mark.parametrize("length", [200, 3000, 40_000])
def test_a_cut_off_pdf_is_refused(tmp_path: Path, length: int) -> None:
    path = tmp_path / "坏.pdf"
    path.write_bytes((SAMPLES / "table_torn_over_pages.pdf").read_bytes()[:length])
    with pytest.raises(FileProblem, match="坏.pdf"):
        open_report(path)


def char(text: str, x: float, top: float = 10.0) -> Char:
    return Char(text, x, x + 5, top, top + 10, 10.0)


def test_a_figure_printed_twice_for_bold_is_one_figure() -> None:
    assert [line.text for line in read_lines([char("1", 10), char("1", 10.4)])] == ["1"]


def test_equal_digits_side_by_side_are_two() -> None:
    assert [line.text for line in read_lines([char("1", 10), char("1", 15)])] == ["11"]


def test_radicals_become_the_characters_they_stand_for() -> None:
    assert "".join(map(plain_character, "⼀⻚⽅A１")) == "一页方A１"


def line(text: str, x0: float, top: float) -> Line:
    return Line(text, x0, x0 + 10 * len(text), top, top + 10, 10.0)


def page_of(*lines: Line) -> PageContent:
    return PageContent(lines, 800.0)


def paragraphs(*pages: PageContent) -> list[str]:
    return [block.text for block in flow(pages) if isinstance(block, Paragraph)]


def test_lines_are_joined_to_the_paragraph_that_they_go_on_with() -> None:
    page = page_of(
        line("全年主动公开" + "信" * 22, 120, 200),
        line("息三十条。", 100, 225),
        line("网址（" + "政" * 20, 120, 250),
        line("www.example.gov.cn），欢迎查阅。", 100, 275),
        line("收到申请十二件。", 120, 300),
    )
    assert paragraphs(page) == [
        "全年主动公开" + "信" * 22 + "息三十条。",
        "网址（" + "政" * 20 + "www.example.gov.cn），欢迎查阅。",
        "收到申请十二件。",
    ]


def test_page_numbers_and_running_heads_are_dropped_and_figures_kept() -> None:
    pages = [
        page_of(
            line("某某街道政府信息公开", 100, 40),
            line(f"第{number}段。", 120, 300),
            line("7", 120, 400),
            line(f"— {number} —", 300, 760),
        )
        for number in (1, 2, 3)
    ]
    assert paragraphs(*pages) == [text for n in (1, 2, 3) for text in (f"第{n}段。", "7")]


def torn(*rows: tuple[str, ...], cut: int) -> SourceDocument:
    cells = tuple(
        SourceCell(row, column, text)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )
    return SourceDocument("上年.pdf", "PDF 文件", (SourceTable(cells, cuts=(cut,)),))


def row_texts(document: SourceDocument) -> list[list[str]]:
    table = document.blocks[0]
    assert isinstance(table, SourceTable)
    return [[cell.text for cell in row] for row in table.rows]


def test_halves_of_a_label_are_joined() -> None:
    found = with_torn_rows(
        torn(("5.要求行政机关确认或重新", "4"), ("出具已获取信息", ""), cut=1),
        labels_of(load_form("2021")),
    )
    assert row_texts(found)[0] == ["5.要求行政机关确认或重新出具已获取信息", "4"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("1.属于国家秘密", "1"), ("4.保护第三方合法权益", "2")),
        (("1.属于国家秘密", ""), ("4.保护第三方合法权益", "2")),
        (("5.要求行政机关确认或重新", "4"), ("出具已获取信息", "5")),
    ],
)
def test_rows_that_are_two_stay_two(above: tuple[str, ...], below: tuple[str, ...]) -> None:
    assert row_texts(with_torn_rows(torn(above, below, cut=1), labels_of(load_form("2021")))) == [
        list(above),
        list(below),
    ]
