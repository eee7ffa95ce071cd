from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from importers.marked_notes import MOST_LINES, with_marked_notes
from importers.readers.html.html_reader import html_document, read_html
from importers.readers.looks import PLAIN, Look, Run, shown_text
from importers.readers.word.docx_reader import read_docx
from importers.readers.workbook.xlsx_reader import read_xlsx
from importers.source_document import (
    Mark,
    Marked,
    Paragraph,
    SourceCell,
    SourceDocument,
    SourceTable,
)
from raw_docx import cell, paragraph, row, table, write_docx

UP, DOWN, STRUCK = Look(shift=1), Look(shift=-1), Look(is_struck=True)
BIG, SMALL = Look(size=12), Look(size=6)


@pytest.mark.parametrize(
    ("runs", "text", "marks"),
    [
        ([("4", PLAIN), ("1", UP)], "4", [Marked(Mark.RAISED, "1")]),
        ([("4", PLAIN), ("［注1］", UP)], "4", [Marked(Mark.RAISED, "［注1］")]),
        ([("1", STRUCK), ("2", PLAIN)], "2", [Marked(Mark.STRUCK, "1")]),
        ([("12", STRUCK)], "", [Marked(Mark.STRUCK, "12")]),
        ([("12", UP)], "12", []),
        ([("面积50m", PLAIN), ("2", UP)], "面积50m²", []),
        ([("PM", PLAIN), ("2.5", DOWN), ("治理", PLAIN)], "PM2.5治理", []),
        ([("4", BIG), ("1", SMALL)], "4", [Marked(Mark.SMALL, "1")]),
        ([("1", SMALL), ("4", BIG)], "4", [Marked(Mark.SMALL, "1")]),
        ([("共", BIG), ("1", SMALL), ("件", BIG)], "共1件", []),
        ([("4", BIG), ("1", Look(size=11))], "41", []),
        ([("第3季度", PLAIN), ("已完成", UP)], "第3季度已完成", []),
        ([("1", Look(is_inserted=True)), ("2", PLAIN)], "12", [Marked(Mark.INSERTED, "1")]),
        ([(" ", STRUCK), ("2", PLAIN)], "2", []),
        ([], "", []),
    ],
)
def test_what_a_person_reads_in_runs(runs: list[Run], text: str, marks: list[Marked]) -> None:
    shown = shown_text(runs)
    assert (shown.text, shown.marked) == (text, marks)


def notes(*blocks: Paragraph | SourceTable) -> tuple[str, ...]:
    return with_marked_notes(SourceDocument("a", "b", blocks)).notes


def test_a_note_names_row_and_column_as_the_source_heads_them() -> None:
    gone = (Marked(Mark.STRUCK, "1"),)
    cells = (
        SourceCell(0, 0, "项目", column_span=2),
        SourceCell(0, 2, "自然人"),
        SourceCell(1, 0, "三、办理结果"),
        SourceCell(1, 1, "（一）予以公开"),
        SourceCell(1, 2, "2", marked=gone),
        SourceCell(2, 2, "3", marked=gone),
    )
    assert notes(SourceTable(cells)) == (
        "表格「（一）予以公开」行：「自然人」列，划掉的「1」没有录入",
        "表格第3行：「自然人」列，划掉的「1」没有录入",
    )
    assert notes(SourceTable(cells, has_grid=False))[0].endswith("第3列，划掉的「1」没有录入")


def test_so_many_notes_become_a_number() -> None:
    many = [Paragraph("句", marked=(Marked(Mark.INSERTED, "新"),))] * (MOST_LINES + 5)
    told = notes(*many)
    assert len(told) == MOST_LINES + 1
    assert told[0] == "「句」一段：修订中插入的「新」已读入"
    assert "5处" in told[-1]


def test_rows_that_word_hides_or_deleted_are_no_rows(tmp_path: Path) -> None:
    rows = [
        row(cell("甲"), cell("1")),
        row(cell("乙"), cell("2"), properties="<w:trPr><w:del w:id='1'/></w:trPr>"),
        row(cell("丙"), cell("3"), properties="<w:trPr><w:hidden/></w:trPr>"),
    ]
    document = read_docx(write_docx(tmp_path / "a.docx", table(*rows)))
    (found,) = document.blocks
    assert isinstance(found, SourceTable)
    assert [c.text for c in found.cells] == ["甲", "1"]
    assert document.notes == (
        "修订中删除的表格行「乙、2」没有录入",
        "隐藏的表格行「丙、3」没有录入",
    )


def test_styles_of_a_word_file_strike_and_raise(tmp_path: Path) -> None:
    styles = (
        "<w:style w:styleId='base'><w:rPr><w:strike/></w:rPr></w:style>"
        "<w:style w:styleId='gone'><w:basedOn w:val='base'/></w:style>"
        "<w:style w:styleId='ref'><w:rPr><w:vertAlign w:val='superscript'/></w:rPr></w:style>"
    )
    body = "".join(
        f"<w:p><w:r><w:t>4</w:t></w:r><w:r><w:rPr>{look}</w:rPr><w:t>1</w:t></w:r></w:p>"
        for look in (
            "<w:rStyle w:val='gone'/>",
            "<w:rStyle w:val='ref'/>",
            "<w:rStyle w:val='gone'/><w:strike w:val='0'/>",
            "<w:position w:val='8'/>",
        )
    )
    document = read_docx(write_docx(tmp_path / "a.docx", body, styles=styles))
    assert [p.text for p in document.paragraphs] == ["4", "4", "41", "4"]


def test_white_letters_on_a_shaded_cell_are_read(tmp_path: Path) -> None:
    white = "<w:p><w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>总计</w:t></w:r></w:p>"
    cells = [
        f"<w:tc><w:tcPr>{shade}</w:tcPr>{white}</w:tc>"
        for shade in ("<w:shd w:val='clear' w:fill='4472C4'/>", "<w:shd w:fill='auto'/>")
    ]
    (found,) = read_docx(write_docx(tmp_path / "a.docx", table(row(*cells)))).blocks
    assert isinstance(found, SourceTable)
    assert [c.text for c in found.cells] == ["总计", ""]


def test_notes_to_a_cell_stand_behind_the_table(tmp_path: Path) -> None:
    figure = "<w:p><w:r><w:t>4</w:t><w:footnoteReference w:id='2'/></w:r></w:p>"
    body = table(row(f"<w:tc><w:tcPr/>{figure}</w:tc>", cell("5")))
    note = f"<w:footnote w:id='2'>{paragraph('含去年1件')}</w:footnote>"
    found, behind = read_docx(write_docx(tmp_path / "a.docx", body, footnotes=note)).blocks
    assert isinstance(found, SourceTable)
    assert [c.text for c in found.cells] == ["4", "5"]
    assert behind == Paragraph("含去年1件")


def test_hidden_rows_and_columns_of_a_workbook_are_dropped_and_told(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "表"
    for texts in (("项目", "旧", "甲"), ("一", 5, 1), ("二", 6, 2), ("三", 7, 3)):
        sheet.append(texts)
    sheet.merge_cells("A3:A4")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    book.save(tmp_path / "a.xlsx")
    document = read_xlsx(tmp_path / "a.xlsx")
    (found,) = document.blocks
    assert isinstance(found, SourceTable)
    assert [[c.text for c in line] for line in found.rows] == [
        ["项目", "甲"],
        ["一", "1"],
        ["二", "3"],
    ]
    assert document.notes == (
        "工作表「表」第3行是隐藏的（二、6、2），没有读取",
        "工作表「表」第B列是隐藏的（旧、5、6、7），没有读取",
    )


WAITING = (
    "<body><div>关注我们</div><div id='js_content' style='visibility: hidden; opacity: 0;'>"
    "<p>{}</p><p style='display:none'>藏</p></div></body>"
)


def test_a_page_that_a_script_would_show_is_read_and_told() -> None:
    document = html_document(WAITING.format("一、总体情况" + "公开" * 200), "a")
    assert len(document.blocks) == 2
    assert any("脚本" in note for note in document.notes)
    assert any("藏" in note for note in document.notes)
    short = html_document(WAITING.format("一、总体情况"), "a")
    assert [p.text for p in short.paragraphs] == ["关注我们"]


def test_rules_of_a_page_hide_only_what_they_name() -> None:
    page = (
        "<style>/* p {} */ @media print { .a { display: none } } "
        ".a .b { display: none } p.c, #d { display:none }</style>"
        "<p class=a>甲<p class=b>乙<p class=c>丙<div class=c>丁</div><p id=d>戊"
    )
    assert [p.text for p in html_document(page, "a").paragraphs] == ["甲", "乙", "丁"]


def test_letters_without_size_show_again_where_they_have_one() -> None:
    page = "<p style='font-size:0'>藏<span style='font-size:14px'>见</span></p>"
    assert [p.text for p in html_document(page, "a").paragraphs] == ["见"]


def test_white_letters_of_a_page_need_a_ground() -> None:
    cells = (
        "<td bgcolor=blue style='color:#FFF'>见</td>"
        "<td style='background-color: #4472c4; color: white'>见</td>"
        "<td style='color: rgb(255, 255, 255)'>藏</td>"
    )
    (found,) = html_document(f"<table><tr>{cells}</tr></table>", "a").blocks
    assert isinstance(found, SourceTable)
    assert [c.text for c in found.cells] == ["见", "见", ""]


def test_cells_of_a_form_show_what_was_typed() -> None:
    cells = "<td>甲</td><td><input value=12></td><td><input type=hidden value=9></td>"
    (found,) = html_document(f"<table><tr>{cells}</tr></table>", "a").blocks
    assert isinstance(found, SourceTable)
    assert [c.text for c in found.cells] == ["甲", "12", ""]


def test_rows_and_cells_that_are_not_shown_are_told() -> None:
    page = (
        "<table><tr><td>甲<td>1<td style='display:none'>9</tr>"
        "<tr hidden><td>乙<td>2</tr><tr><td>丙<td>3</tr></table>"
    )
    document = html_document(page, "a")
    (found,) = document.blocks
    assert isinstance(found, SourceTable)
    assert [c.text for c in found.cells] == ["甲", "1", "丙", "3"]
    assert [note for note in document.notes if "不显示的行或格" in note] == [
        "表格里不显示的行或格（9），没有录入",
        "表格里不显示的行或格（乙2），没有录入",
    ]


def test_every_page_of_a_mail_that_holds_a_piece_is_read(tmp_path: Path) -> None:
    parts = ("<p>一、总体情况</p>", "<p>广告</p>", "<p>五、存在的主要问题</p>")
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    body = "".join(
        f"--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html>{part}</html>\r\n"
        for part in parts
    )
    path = tmp_path / "a.mht"
    path.write_text(head + body + "--x--\r\n", encoding="utf-8")
    document = read_html(path)
    assert [p.text for p in document.paragraphs] == ["一、总体情况", "五、存在的主要问题"]
    assert any("广告" in note for note in document.notes)
