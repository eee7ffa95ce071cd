"""Tables that are pictures or embedded sheets are named, and where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from importers.readers.html.html_reader import html_document
from importers.readers.word.docx_reader import read_docx
from raw_docx import paragraph, write_docx

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def picture(width: int, height: int, inner: str = "<a:blip/>") -> str:
    return (
        f"<w:p><w:r><w:drawing xmlns:wp='{_WP}' xmlns:a='{_A}'><wp:inline>"
        f"<wp:extent cx='{width}' cy='{height}'/>{inner}</wp:inline></w:drawing></w:r></w:p>"
    )


def embedded(program: str) -> str:
    ole = f"<o:OLEObject xmlns:o='urn:schemas-microsoft-com:office:office' ProgID='{program}'/>"
    return f"<w:p><w:r><w:object>{ole}</w:object></w:r></w:p>"


@pytest.mark.parametrize(
    ("item", "what"),
    [
        (picture(5_000_000, 3_000_000), "图片"),
        (picture(1_400_000, 1_400_000), ""),
        (picture(5_000_000, 3_000_000, ""), ""),
        (embedded("Excel.Sheet.12"), "嵌入的 Excel 表格"),
        (embedded("ET.Xlsx.6"), "嵌入的 WPS 表格"),
        (embedded("Equation.3"), ""),
    ],
)
def test_what_stands_for_a_table_in_word_is_named(item: str, what: str, tmp_path: Path) -> None:
    body = paragraph("三、收到和处理") + paragraph("") + item
    notes = read_docx(write_docx(tmp_path / "a.docx", body)).notes
    wanted = f"「三、收到和处理」后面有{what}，里面的文字和数字没有读取"
    assert notes == ((wanted,) if what else ())


def test_a_picture_before_all_words_is_named_too(tmp_path: Path) -> None:
    body = picture(5_000_000, 3_000_000) * 2
    assert read_docx(write_docx(tmp_path / "a.docx", body)).notes == (
        "来源开头有图片，里面的文字和数字没有读取",
    )


def test_pictures_of_a_page_count_where_it_has_no_table() -> None:
    images = "<img src=a><img src=b width=16><img src=c width=800>"
    assert any("2张图片" in note for note in html_document(f"<p>一{images}", "a").notes)
    table = "<table><tr><td>甲<td>1<tr><td>乙<td>2</table>"
    assert html_document(f"<p>一{images}{table}", "a").notes == ()
