from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from gui.document.document import Document
from gui.panels.section_page import SectionPage
from gui.panels.text_marks import repeated_marks
from gui_bench import Bench
from model.report.edits import Edit, OfficeChange, PreviousChange, TextChange
from model.report.office import Office
from model.report.report import Report
from model.texts.sentences import sentences
from sample_reports import sample_report

LAST = "2022年，我镇健全公开制度，做到应公开尽公开。全年收到申请3件，均已答复。"
NOW = "2023年，我镇健全公开制度，做到应公开尽公开。全年收到申请12件，均已答复。"


@pytest.fixture
def report() -> Report:
    report = sample_report()
    last = replace(report, year=2022, sections={**report.sections, "overview": LAST})
    report.previous = last.as_previous()
    report.sections["overview"] = NOW
    return report


@pytest.fixture
def document(report: Report, qtbot: QtBot) -> Document:
    document = Document(report)
    document.open(report, None)
    return document


@pytest.fixture
def page(document: Document, qtbot: QtBot) -> SectionPage:
    page = SectionPage(document, document.report.form.section("overview"))
    qtbot.addWidget(page)
    page.show()
    return page


def marked(editor: QPlainTextEdit | QTextEdit) -> list[str]:
    return [
        mark.cursor.selectedText()
        for mark in editor.extraSelections()
        if mark.format.underlineStyle() is QTextCharFormat.UnderlineStyle.DashUnderline
    ]


def type_text(document: Document, text: str) -> None:
    document.push(Edit("修改", (TextChange("overview", text),)))
    document.check_now()


def test_the_share_follows_the_typing(page: SectionPage, document: Document) -> None:
    assert page.words.share.text() == "与上年重复61%"
    type_text(document, LAST)
    assert page.words.share.text() == "与上年重复100%"
    type_text(document, LAST + LAST)
    assert page.words.share.text() == "与上年重复100%，到了80%要核实"
    assert "text-like-last-year" in {finding.code for finding in document.findings}
    document.push(Edit("设置", (OfficeChange(Office(repeated_share=100)),)))
    type_text(document, "完全不同的一句话，说的是今年的新情况。")
    assert page.words.share.text() == "与上年重复0%"
    type_text(document, "")
    assert page.words.share.text() == "上年这一部分有文字，可以对照着写"


def test_repeated_sentences_are_marked_only_on_demand(
    page: SectionPage, document: Document
) -> None:
    editor = page.text.editor
    assert marked(editor) == []
    page.words.mark.click()
    assert marked(editor) == [NOW[:24]]
    type_text(document, "新的第一句话写在最前面了。" + NOW)
    assert marked(editor) == [NOW[:24]]
    type_text(document, "全部换成了今年新写的一句话。")
    assert marked(editor) == []
    document.stack.undo()
    document.check_now()
    page.words.mark.click()
    assert marked(editor) == []


def test_last_years_text_is_shown_below_to_copy_only(page: SectionPage) -> None:
    words = page.words
    assert not words.last_side.isVisible()
    words.compare.click()
    assert words.last_side.isVisible()
    assert words.last.toPlainText() == LAST
    assert words.last.isReadOnly()
    assert marked(words.last) == []
    words.mark.click()
    assert marked(words.last) == [LAST[:24]]
    words.compare.click()
    assert not words.last_side.isVisible()


def test_taking_last_year_off_and_back_is_followed(page: SectionPage, document: Document) -> None:
    page.words.mark.click()
    page.words.compare.click()
    document.push(Edit("取下上年报告", (PreviousChange(None),)))
    assert not page.words.share.isVisible()
    assert not page.words.last_side.isVisible()
    assert marked(page.text.editor) == []
    document.stack.undo()
    assert page.words.share.isVisible()
    assert page.words.share.text() == "与上年重复61%"


def test_a_report_of_another_year_is_named_by_it(qtbot: QtBot, report: Report) -> None:
    assert report.previous is not None
    report.previous = replace(report.previous, year=2020)
    document = Document(report)
    document.open(report, None)
    page = SectionPage(document, report.form.section("overview"))
    qtbot.addWidget(page)
    page.show()
    assert page.words.share.text().startswith("与所附2020年报告重复")


def test_a_part_without_last_years_text_has_no_bar(qtbot: QtBot, document: Document) -> None:
    page = SectionPage(document, document.report.form.section("review"))
    qtbot.addWidget(page)
    page.show()
    page.fold.setChecked(True)
    assert page.text.isVisible()
    assert not page.words.share.isVisible()


def test_a_part_that_is_not_in_view_catches_up(page: SectionPage, document: Document) -> None:
    page.hide()
    type_text(document, LAST)
    page.show()
    assert page.words.share.text().startswith("与上年重复100%")


def test_all_parts_are_marked_by_one_button(bench: Bench, report: Report) -> None:
    bench.open(report)
    workspace = bench.window.workspace
    assert workspace is not None
    workspace.show_section("other_matters")
    workspace.page().words.mark.click()
    workspace.show_section("overview")
    assert marked(workspace.page().text.editor) == [NOW[:24]]
    workspace.page().words.mark.click()
    assert not workspace.by_section["other_matters"].words.mark.isChecked()


def test_touching_sentences_are_one_mark(qtbot: QtBot) -> None:
    text = "𠀀第一句。第二句。\n第三句。第四句。"
    editor = QPlainTextEdit(text)
    qtbot.addWidget(editor)
    one, two, three, four = sentences(text)
    runs = repeated_marks(editor, text, [one, two, four])
    found = [mark.cursor.selectedText() for mark in runs]
    assert found == ["𠀀第一句。第二句。", "第四句。"]
    dashes = QTextCharFormat.UnderlineStyle.DashUnderline
    assert runs[0].format.underlineStyle() == dashes
    assert three not in (one, two, four)
