"""Words copied elsewhere and pasted into a text by its keys.

The HTML is written after what these programs put on the clipboard, as far as it matters here: Word
by its documented list and deletion marks, a browser by its bare elements.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.document.document import Document
from gui.panels.text_panel import TextPanel
from gui_bench import Bench
from sample_reports import sample_report

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=ZH-CN>
<!--StartFragment--><p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋'>
全年公开信息</span><span lang=EN-US>30</span><span>条，</span>
<s>其中旧的5条，</s><span>均已更新。</span>
<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>加强培训</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span><![endif]>完善<span
style='display:none'>隐藏的</span>制度</p><!--EndFragment--></body></html>"""
CLEAN = "全年公开信息30条，均已更新。\n1.加强培训\n2.完善制度"
TABLE = "<table><tr><td>行政许可</td><td>3</td></tr></table>"


def shown(qtbot: QtBot) -> tuple[Document, TextPanel, list[str]]:
    report = sample_report()
    report.sections["problems"] = ""
    document = Document(report)
    document.open(report, None)
    panel = TextPanel(document, "problems")
    qtbot.addWidget(panel)
    told: list[str] = []
    panel.editor.refused.connect(told.append)
    return document, panel, told


def copy(html: str = "", text: str = "") -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    QApplication.clipboard().setMimeData(data)


def paste(document: Document, panel: TextPanel) -> str:
    QTest.keySequence(panel.editor, "Ctrl+V")
    text = document.report.sections["problems"]
    assert panel.editor.toPlainText() == text
    return text


@pytest.mark.parametrize("beside", ["", "全年公开信息30条，其中旧的5条，均已更新。\r\n加强培训"])
def test_what_word_copies_comes_as_clean_paragraphs(qtbot: QtBot, beside: str) -> None:
    document, panel, told = shown(qtbot)
    copy(WORD, beside)
    assert paste(document, panel) == CLEAN
    assert told == ["没有粘贴：划掉的「其中旧的5条，」、看不见的「隐藏的」。"]
    assert document.stack.count() == 1
    document.undo()
    assert document.report.sections["problems"] == ""


@pytest.mark.parametrize(
    ("html", "text", "words"),
    [
        ("<meta charset='utf-8'><p>一段</p><p> </p><p>二段<br>三段</p>", "", "一段\n二段\n三段"),
        ("<ol><li>甲</li><li>乙</li></ol>", "甲\n乙", "1.甲\n2.乙"),
        ("<span>2023年</span>", "2023年", "2023年"),
        (
            "<table><tr><td>一段<p>二段</p></td></tr><tr><td>三</td></tr></table>",
            "",
            "一段\n二段\n三",
        ),
        ("<p></p>", "只有文字", "只有文字"),
        ("<img src='a.png'>", "图片说明", "图片说明"),
        ("", "第一行\r\n第二行", "第一行\n第二行"),
    ],
)
def test_paragraphs_of_a_page_or_plain_words(
    qtbot: QtBot, html: str, text: str, words: str
) -> None:
    document, panel, told = shown(qtbot)
    copy(html, text)
    assert paste(document, panel) == words
    assert told == []


def test_a_word_is_pasted_within_a_sentence(qtbot: QtBot) -> None:
    document, panel, _ = shown(qtbot)
    panel.editor.insertPlainText("前后")
    panel.editor.setTextCursor(panel.editor.range_cursor(1, 0))
    copy("<b>中</b>", "中")
    assert paste(document, panel) == "前中后"


@pytest.mark.parametrize("html", ["", "<p></p>", "<img src='a.png'>"])
def test_where_there_are_no_words_it_is_told(qtbot: QtBot, html: str) -> None:
    document, panel, told = shown(qtbot)
    copy(html)
    assert paste(document, panel) == ""
    if html:
        assert told == ["剪贴板里没有可以粘贴的文字。"]


def test_a_file_is_no_words(qtbot: QtBot) -> None:
    document, panel, told = shown(qtbot)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/甲.docx")])
    panel.editor.insertFromMimeData(data)
    assert document.report.sections["problems"] == ""
    assert told[0].startswith("剪贴板里是文件")


@pytest.mark.parametrize("wanted", [False, True])
def test_a_table_is_not_pasted_as_words_and_its_place_is_offered(
    bench: Bench, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.open(sample_report())
    workspace = bench.window.workspace
    assert workspace is not None
    workspace.show_section("problems")
    filled: list[bool] = []
    monkeypatch.setattr(bench.window.files, "fill_from_clipboard", lambda: filled.append(True))
    bench.messages.will_fill_table = wanted
    copy(f"<p>说明如下：</p>{TABLE}")
    editor = workspace.page().text.editor
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    QTest.keySequence(editor, "Ctrl+V")
    assert bench.document.report.sections["problems"].endswith("及时。说明如下：")
    bench.bot.waitUntil(lambda: bool(bench.messages.asked))
    assert bench.messages.asked == ["剪贴板里有1张表格，没有粘到文字里。"]
    assert filled == ([True] if wanted else [])


def test_a_table_alone_leaves_the_text_as_it_is(qtbot: QtBot) -> None:
    document, panel, told = shown(qtbot)
    copy(TABLE, "行政许可\t3")
    assert paste(document, panel) == ""
    assert told == ["剪贴板里有1张表格，没有粘到文字里。"]


def test_many_words_left_out_are_counted(qtbot: QtBot) -> None:
    document, panel, told = shown(qtbot)
    copy("".join(f"<p>留<s>划掉{n}的很长很长的一段文字</s></p>" for n in range(5)))
    assert paste(document, panel) == "留\n留\n留\n留\n留"
    assert told[0].count("划掉的「") == 3
    assert told[0].endswith("等5处。")
