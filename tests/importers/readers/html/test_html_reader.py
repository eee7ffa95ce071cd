from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from importers.readers.html.html_reader import html_document, read_html
from importers.source_document import Paragraph, SourceCell, SourceDocument, SourceTable
from model.report.report import Report
from report_sources import open_clipboard, open_report
from sample_reports import sample_report
from storage.errors import FileProblem
from web_pages import PAGES, bare_page, site_page


def read(html: str) -> SourceDocument:
    return html_document(html, "页")


def texts(html: str) -> list[str]:
    return [block.text for block in read(html).paragraphs]


def tables(html: str) -> list[SourceTable]:
    return [block for block in read(html).blocks if isinstance(block, SourceTable)]


def assert_same(found: Report, wanted: Report) -> None:
    assert found.tables == wanted.tables
    assert {k: v for k, v in found.sections.items() if v} == {
        k: v for k, v in wanted.sections.items() if v
    }
    assert (found.organization, found.year, found.title) == (
        wanted.organization,
        wanted.year,
        wanted.title,
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_page_gives_the_same_report(
    page: Callable[[Report], str], encoding: str, tmp_path: Path
) -> None:
    path = tmp_path / "页.html"
    path.write_bytes(page(sample_report()).encode(encoding))
    opened = open_report(path)
    assert_same(opened.report, sample_report())
    assert not any("行" in line for line in opened.unplaced)


def test_what_stands_around_the_report_is_told() -> None:
    opened = open_clipboard(site_page(sample_report()), "")
    told = "\n".join(opened.unplaced)
    assert "索引号" in told
    assert "栏目0" in told
    assert "不显示" in told


def test_a_page_in_pieces_keeps_what_comes_later_without_links() -> None:
    page = bare_page(sample_report())
    first, last = page.split("<p>五、")
    opened = open_clipboard(
        f"<div>{first}<p>五、{last.split('<p>六、')[0]}</div><p>六、" + last.split("<p>六、")[1], ""
    )
    assert_same(opened.report, sample_report())


def test_a_single_file_page_is_read(tmp_path: Path) -> None:
    page = bare_page(sample_report())
    path = tmp_path / "页.mht"
    head = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
    )
    path.write_bytes(head.encode() + page.encode("gb18030") + b"\r\n--x--\r\n")
    assert_same(open_report(path).report, sample_report())


def test_a_mail_without_a_page_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "页.mht"
    path.write_text("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--\n")
    with pytest.raises(FileProblem, match="没有网页正文"):
        read_html(path)


def test_runs_are_joined_without_blanks() -> None:
    assert texts("<p><span>收</span><b>到</b><span lang=EN-US>1</span><i>2</i>件</p>") == [
        "收到12件"
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>收到\n12件</p>", "收到12件"),
        ("<p>公开\r\n  工作</p>", "公开工作"),
        ("<p>a\nb</p>", "a b"),
        ("<p>收到 12 件</p>", "收到 12 件"),
        ("<p>&nbsp;&emsp;甲&nbsp;乙</p>", "甲 乙"),
        ("<p>&lt;b&gt;&amp;amp;&#8220;引&#8221;</p>", "<b>&amp;“引”"),
    ],
)
def test_blanks_and_signs_are_read_as_shown(html: str, text: str) -> None:
    assert texts(html) == [text]


def test_blanks_count_where_the_program_breaks_lines_only_at_them() -> None:
    page = '<meta name="generator" content="LibreOffice 7"><p>收到\n12件 \n甲</p>'
    assert texts(page) == ["收到 12件  甲"]


def test_blocks_and_breaks_part_paragraphs_but_headings_stay_whole() -> None:
    assert texts("甲<br>乙<div>丙<p>丁</div>戊") == ["甲", "乙", "丙", "丁", "戊"]
    assert texts("<h2>五、问题<br>及改进</h2>") == ["五、问题\n及改进"]


def test_what_is_not_shown_is_left_out() -> None:
    page = (
        "<head><title>题</title></head><script>a<b</script><style>p{}</style><!--注-->"
        "<p style='DISPLAY : none'>藏</p><p hidden>藏</p><del>删</del><ins>增</ins>"
        "<!--[if mso]><p>藏</p><![endif]--><![if !mso]><p>见</p><![endif]>"
    )
    document = read(page)
    assert [block.text for block in document.paragraphs] == ["增", "见"]
    assert any("不显示" in note for note in document.notes)


def test_ordered_lists_get_their_numbers() -> None:
    page = (
        "<ol start=3><li>甲<li>乙<ul><li>丙</ul><li value=9><p>丁</p><p>戊</p></ol>"
        "<ol style='list-style-type: cjk-ideographic'><li>己</ol><ol type=a><li>庚</ol>"
    )
    assert texts(page) == ["3.甲", "4.乙", "丙", "9.丁", "戊", "一、己", "a.庚"]


def test_a_number_that_is_written_out_is_not_doubled() -> None:
    assert texts("<ol><li>一、甲<li>（二）乙<li>2024年丙</ol>") == [
        "一、甲",
        "（二）乙",
        "3.2024年丙",
    ]


def test_the_number_that_word_wrote_is_kept_without_its_blanks() -> None:
    page = "<p><span style='mso-list:Ignore'>一、<span>&nbsp;&nbsp; </span></span>总体情况</p>"
    assert texts(page) == ["一、总体情况"]


def test_spans_make_a_grid() -> None:
    page = (
        "<table><tr><td rowspan=2>甲<td colspan=2>乙</tr><tr><td>丙<td>丁</tr>"
        "<tr><td colspan=0>戊<td rowspan=99>己<td colspan=x>庚</table>"
    )
    assert tables(page)[0].cells == (
        SourceCell(0, 0, "甲", 2, 1),
        SourceCell(0, 1, "乙", 1, 2),
        SourceCell(1, 1, "丙"),
        SourceCell(1, 2, "丁"),
        SourceCell(2, 0, "戊"),
        SourceCell(2, 1, "己"),
        SourceCell(2, 2, "庚"),
    )


def test_spans_are_bounded() -> None:
    rows = "<tr><td colspan=999999 rowspan=999999>甲<td>乙</tr>"
    cells = tables(f"<table>{rows}<tr><td>丙</table>")[0].cells
    assert max(cell.end for cell in cells) < 1000
    assert cells[0].row_span == 2


def test_a_table_wider_than_any_is_still_read() -> None:
    rows = "<tr>" + "<td colspan=200 rowspan=900>甲" * 500 + "</tr><tr><td>乙</tr>" * 50
    cells = tables(f"<table>{rows}</table>")[0].cells
    assert len(cells) == 550
    assert max(cell.end for cell in cells) < 2000


def test_words_outside_the_cells_are_kept() -> None:
    blocks = read("<table><caption>表名</caption><tr><td>甲<td>乙</table>").blocks
    assert blocks[0] == Paragraph("表名")
    assert isinstance(blocks[1], SourceTable)


def test_a_table_in_a_cell_of_figures_follows_its_table() -> None:
    inner = "<table><tr><td>子<td>表</table>"
    cells = "".join(f"<td>第{n}格的文字" for n in range(10))
    found = tables(f"<table><tr>{cells}<tr><td>甲{inner}<td>乙</table>")
    assert [len(table.cells) for table in found] == [12, 2]
    assert found[0].cells[10].text == "甲"


def test_text_set_as_it_is_keeps_its_lines() -> None:
    assert texts("<pre>甲\n乙</pre>") == ["甲", "乙"]


def test_deep_and_broken_markup_is_read_to_its_end() -> None:
    assert texts("<div><b>" * 900 + "深" + "</b></i></td>" * 10 + "<p>尾")[-1] == "尾"
    assert texts("<table>" * 200 + "<tr><td>深")[-1].endswith("深")


def test_markup_beyond_the_parser_is_refused_rather_than_cut() -> None:
    with pytest.raises(FileProblem, match="过于复杂"):
        read("<div>" * 5000 + "深")


def test_a_few_broken_characters_are_told(tmp_path: Path) -> None:
    path = tmp_path / "页.htm"
    path.write_bytes("<p>政府信息公开</p>".encode("gb18030") * 300 + b"<p>\xff\xff</p>")
    assert any("无法识别" in note for note in read_html(path).notes)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "页.htm"
    path.write_bytes(b"<html>" + b"\xff\x80\xfe" * 300)
    with pytest.raises(FileProblem, match="编码"):
        read_html(path)


def test_a_page_without_words_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "页.html"
    path.write_text("<html><body></body></html>")
    with pytest.raises(FileProblem):
        open_report(path)


def test_a_page_never_reads_files(tmp_path: Path) -> None:
    secret = tmp_path / "密.txt"
    secret.write_text("机密", encoding="utf-8")
    page = f"<!DOCTYPE html [<!ENTITY x SYSTEM '{secret.as_uri()}'>]><p>甲&x;</p>"
    assert "机密" not in "".join(texts(page))


@pytest.mark.parametrize("style", ["a " * 60_000, "/*" * 60_000, "@" * 120_000])
def test_a_style_sheet_that_never_ends_is_read_at_once(style: str) -> None:
    start = time.perf_counter()
    html_document(f"<style>{style}</style><p>甲</p>", "a.html")
    assert time.perf_counter() - start < 2
