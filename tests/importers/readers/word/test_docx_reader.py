from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from importers.marked_notes import with_marked_notes
from importers.readers.list_numbers import chinese_number, format_number
from importers.readers.word.docx_reader import read_docx
from importers.source_document import Paragraph, SourceDocument, SourceTable
from raw_docx import cell, paragraph, row, table, write_docx
from storage.errors import FileProblem


def texts(document: SourceDocument) -> list[str]:
    return [block.text for block in document.paragraphs]


def read(tmp_path: Path, body: str, **parts: str) -> SourceDocument:
    return read_docx(write_docx(tmp_path / "a.docx", body, **parts))


def test_insertions_are_read_and_deletions_are_not(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>收到</w:t></w:r><w:ins><w:r><w:t>3</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>2</w:delText></w:r></w:del><w:r><w:t>件</w:t></w:r>"
        "<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo></w:p>"
    )
    assert texts(read(tmp_path, body)) == ["收到3件新"]


def test_words_in_wrappers_are_read(tmp_path: Path) -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        f"<w:p><w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{run.format('控件')}"
        f"</w:sdtContent></w:sdt><w:fldSimple w:instr='PAGE'>{run.format('域')}</w:fldSimple>"
        f"<w:smartTag>{run.format('标记')}</w:smartTag><w:hyperlink>{run.format('链接')}</w:hyperlink>"
        "<w:r><w:instrText>HYPERLINK</w:instrText><w:tab/><w:noBreakHyphen/></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{paragraph('整段')}</w:sdtContent></w:sdt>"
    )
    assert texts(read(tmp_path, body)) == ["控件域标记链接\t-", "整段"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(tmp_path: Path) -> None:
    mark = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
    body = paragraph("前半", mark) + paragraph("后半")
    assert texts(read(tmp_path, body)) == ["前半后半"]


def test_hidden_text_is_left_out_and_told(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>见</w:t></w:r></w:p>"
    document = read(tmp_path, body)
    assert texts(document) == ["见"]
    assert with_marked_notes(document).notes == ("「见」一段：看不见的「藏」没有录入",)


def test_text_boxes_are_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('框中')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>框外</w:t><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"<wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(read(tmp_path, body)) == ["框外", "框中"]


def test_footnotes_follow_their_paragraph(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id='2'/></w:r></w:p>" + paragraph("后")
    notes = (
        f"<w:footnote w:type='separator' w:id='0'>{paragraph('线')}</w:footnote>"
        f"<w:footnote w:id='2'>{paragraph('脚注')}</w:footnote>"
    )
    assert texts(read(tmp_path, body, footnotes=notes)) == ["正文", "脚注", "后"]


NUMBERING = (
    "<w:abstractNum w:abstractNumId='0'>"
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/>"
    "<w:lvlText w:val='%1、'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/>"
    "<w:lvlText w:val='（%2）'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='5'><w:abstractNumId w:val='0'/></w:num>"
    "<w:num w:numId='6'><w:abstractNumId w:val='0'/>"
    "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>"
)


def numbered(text: str, level: int = 0, number: int = 5) -> str:
    properties = (
        f"<w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr></w:pPr>"
    )
    return paragraph(text, properties)


def test_automatic_numbers_are_restored(tmp_path: Path) -> None:
    body = (
        numbered("总体情况")
        + numbered("甲", 1)
        + numbered("乙", 1)
        + numbered("主动公开")
        + numbered("丙", 1)
        + paragraph("无号")
        + numbered("重来", 0, 6)
    )
    expected = ["一、总体情况", "（1）甲", "（2）乙", "二、主动公开", "（1）丙", "无号", "一、重来"]
    assert texts(read(tmp_path, body, numbering=NUMBERING)) == expected


def test_numbers_come_by_style_too(tmp_path: Path) -> None:
    styles = (
        "<w:style w:styleId='A'><w:pPr><w:numPr><w:numId w:val='5'/></w:numPr></w:pPr></w:style>"
        "<w:style w:styleId='B'><w:basedOn w:val='A'/></w:style>"
    )
    body = paragraph("部分", "<w:pPr><w:pStyle w:val='B'/></w:pPr>")
    assert texts(read(tmp_path, body, numbering=NUMBERING, styles=styles)) == ["一、部分"]


@pytest.mark.parametrize(
    ("number", "style", "expected"),
    [
        (10, "chineseCounting", "十"),
        (12, "chineseCounting", "十二"),
        (27, "lowerLetter", "aa"),
        (4, "upperRoman", "IV"),
        (3, "decimalEnclosedCircle", "③"),
        (7, "decimalZero", "07"),
        (5, "bullet", ""),
        (12, "decimalFullWidth", "１２"),
    ],
)
def test_number_formats(number: int, style: str, expected: str) -> None:
    assert format_number(number, style) == expected


def test_chinese_numbers() -> None:
    written = {105: "一百零五", 110: "一百一十", 20: "二十", 1001: "一千零一", 0: "〇"}
    assert {number: chinese_number(number) for number in written} == written


def test_a_table_keeps_its_merges(tmp_path: Path) -> None:
    body = table(
        row(cell("左", "<w:vMerge w:val='restart'/>"), cell("上", "<w:gridSpan w:val='2'/>")),
        row(cell("", "<w:vMerge/>"), cell("a"), cell("b")),
        row(cell("删"), properties="<w:trPr><w:del w:id='1'/></w:trPr>"),
        row(cell("c"), properties="<w:trPr><w:gridBefore w:val='2'/></w:trPr>"),
    )
    (block,) = read(tmp_path, body).blocks
    assert isinstance(block, SourceTable)
    found = {(c.text, c.row, c.column, c.row_span, c.column_span) for c in block.cells}
    assert found == {
        ("左", 0, 0, 2, 1),
        ("上", 0, 1, 1, 2),
        ("a", 1, 1, 1, 1),
        ("b", 1, 2, 1, 1),
        ("c", 2, 2, 1, 1),
    }


def test_words_in_a_merged_away_cell_are_not_lost(tmp_path: Path) -> None:
    body = table(row(cell("甲", "<w:vMerge w:val='restart'/>")), row(cell("乙", "<w:vMerge/>")))
    (block,) = read(tmp_path, body).blocks
    assert isinstance(block, SourceTable)
    assert [c.text for c in block.cells] == ["甲", "乙"]


def test_a_nested_table_comes_behind_its_table(tmp_path: Path) -> None:
    inner = table(row(cell("内")))
    body = table(row(f"<w:tc><w:p/>{inner}</w:tc>")) + paragraph("后")
    kinds = [type(block) for block in read(tmp_path, body).blocks]
    assert kinds == [SourceTable, SourceTable, Paragraph]


def test_files_that_are_no_word_document_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "坏.docx"
    for content in (b"", b"not a zip", b"\xd0\xcf\x11\xe0" + bytes(600), b"PK\x03\x04" + bytes(50)):
        path.write_bytes(content)
        with pytest.raises(FileProblem, match="坏.docx"):
            read_docx(path)
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("a.txt", "x")
    with pytest.raises(FileProblem):
        read_docx(path)
    with pytest.raises(FileProblem, match="找不到"):
        read_docx(tmp_path / "无.docx")


def test_a_document_that_declares_entities_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密")
    path = write_docx(tmp_path / "a.docx", paragraph("x"))
    document = (
        f'<!DOCTYPE d [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>见&e;</w:t></w:r></w:p></w:body></w:document>"
    )
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["word/document.xml"] = document.encode()
    with zipfile.ZipFile(path, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    with pytest.raises(FileProblem, match="已损坏") as caught:
        read_docx(path)
    assert "机密" not in str(caught.value)


def test_a_strict_document_is_read(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "a.docx", paragraph("严格"))
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    transitional = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        transitional, b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    with zipfile.ZipFile(path, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    assert texts(read_docx(path)) == ["严格"]
