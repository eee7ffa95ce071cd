"""What a paper says besides the report that was signed is listed, whatever hides it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from exporters.page_style import PageStyle
from exporters.sign_off_blocks import SignOffCopy
from exporters.writing import export_report
from final_reports import final_report
from model.signing.code import verification_code
from paper_strays import find_strays
from report_sources import open_report
from storage.form_store import load_form

pytestmark = pytest.mark.thorough

FORM = load_form("2021")


@pytest.fixture
def word(tmp_path: Path) -> Path:
    path = tmp_path / "甲.docx"
    export_report(final_report(FORM), path)
    return path


@pytest.mark.parametrize("extension", [".docx", ".html", ".txt", ".xlsx", ".pdf"])
def test_what_this_program_writes_holds_nothing_besides(tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"a{extension}"
    export_report(final_report(FORM), path)
    assert find_strays(path, open_report(path)) == ()


def test_a_copy_for_signing_holds_nothing_besides(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    export_report(final_report(FORM), path, PageStyle(), SignOffCopy(has_watermark=False))
    assert [line for line in find_strays(path, open_report(path)) if "审签" not in line] == []


def edit(path: Path, part: str, change: Callable[[str], str]) -> None:
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    name = next(name for name in parts if re.fullmatch(part, name))
    text = parts[name].decode("utf-8")
    changed = change(text)
    assert changed != text
    parts[name] = changed.encode("utf-8")
    with zipfile.ZipFile(path, "w") as new:
        for key, data in parts.items():
            new.writestr(key, data)


def paragraph(text: str, marks: str = "") -> str:
    return f"<w:p><w:r><w:rPr>{marks}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def above(text: str) -> Callable[[str], str]:
    return lambda xml: xml.replace("<w:body>", f"<w:body>{text}", 1)


def in_label(old: str, new: str) -> Callable[[str], str]:
    return lambda xml: xml.replace(old, new, 1)


LABEL = FORM.table("requests").row("granted.total").label
BOX = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
    f"<w:txbxContent>{paragraph('框里另有8件')}</w:txbxContent></v:textbox></v:shape></w:pict>"
    "</w:r></w:p>"
)


@pytest.mark.parametrize(
    ("part", "change", "words"),
    [
        ("word/document.xml", above(paragraph("另：行政处罚999件")), "另：行政处罚999件"),
        ("word/document.xml", in_label(LABEL, f"{LABEL}（另有3件）"), "另有3件"),
        ("word/document.xml", in_label("万元", "元"), "元"),
        ("word/document.xml", above(paragraph("划掉的7件", "<w:strike/>")), "划掉的文字"),
        ("word/document.xml", above(paragraph("看不见的6件", "<w:vanish/>")), "隐藏的文字"),
        ("word/document.xml", above(BOX), "框里另有8件"),
        (r"word/footer\d*.xml", lambda x: x.replace("</w:ftr>", paragraph("另：9件") + "</w:ftr>"),
         "页脚里的文字：「另：9件」"),
    ],
)  # fmt: skip
def test_a_paper_that_says_more_is_not_simply_the_same(
    word: Path, part: str, change: Callable[[str], str], words: str
) -> None:
    edit(word, part, change)
    opened = open_report(word)
    assert verification_code(opened.report) == verification_code(final_report(FORM))
    assert any(words in line for line in find_strays(word, opened))


def test_struck_and_hidden_text_of_a_page_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    export_report(final_report(FORM), path)
    text = path.read_text(encoding="utf-8")
    more = '<p><s>划掉的5件</s></p><p style="display: none">看不见的4件</p></body>'
    path.write_text(text.replace("</body>", more), encoding="utf-8")
    found = find_strays(path, open_report(path))
    assert any("划掉的5件" in line for line in found)
    assert any("看不见的4件" in line for line in found)
